"""What the columns of a table are: by the names in its first rows, and by what the cells below can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from workbench.glossary.exchange.cells import are_no_terms, is_address, is_flag, spoken
from workbench.glossary.exchange.column_words import Field
from workbench.glossary.exchange.columns import (
    PAIRS,
    PAIRS_WITH_NOTE,
    Column,
    Columns,
    joined_names,
    named_columns,
    names_german_only,
    other_languages,
)
from workbench.glossary.exchange.concept import Told
from workbench.glossary.exchange.standing import standing
from workbench.problem import Problem, WorkbenchError

_UMLAUT = re.compile("[äöüÄÖÜß]")
_FEWEST_UMLAUTS = 3
_MOST_ABOVE = 10
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


class Row(NamedTuple):
    """A row of a table: its line in the file (or row in the sheet), from 1, and its cells."""

    line: int
    cells: tuple[str, ...]

    def cell(self, place: int) -> str:
        """The cell at a place (from 0); empty where the row has none."""
        return self.cells[place] if 0 <= place < len(self.cells) else ""


def headed(rows: Sequence[Row], swap: bool, told: Told, *, in_order: bool = False) -> tuple[Columns, Sequence[Row]]:
    """The columns of a table, and the rows below their names. `swap`: the first of two nameless columns is English;
    `in_order`: these are the first two, whatever they hold.

    Raises WorkbenchError for a table that names languages, but not German and English.
    """
    above, taken, names, named = _head(rows)
    if named is None:
        return _unnamed(rows, swap, told, in_order), rows
    below = rows[above + taken :]
    if not below:
        told.empty = f"there are names of columns ({named}), and no rows below them"
    is_own = tuple(cell.strip() for cell in names.cells) == OWN_HEADER
    columns = named if is_own else _by_content(named, names, below)
    _tell_named(rows[:above], columns, told)
    return columns, below


def has_names(rows: Sequence[Row]) -> bool:
    """Whether the columns of a table have names, for German and for English."""
    return _head(rows)[3] is not None


def _head(rows: Sequence[Row]) -> tuple[int, int, Row, Columns | None]:
    """The row that names the columns, among the first ten: a list may have a title above it.

    The answer: how many rows stand above it, how many it takes (two, where languages stand over several columns), the
    names, and the columns; None for these where no row names any.
    """
    for number, row in enumerate(rows[:_MOST_ABOVE]):
        names = joined_names(row.cells, rows[number + 1].cells) if number + 1 < len(rows) else None
        if names and (joined := named_columns(names)):
            return number, 2, Row(row.line, names), joined
        if columns := named_columns(row.cells):
            return number, 1, row, columns
    return 0, 0, rows[0], None


OWN_HEADER = ("German", "English", "First mention", "Also", "Avoid", "Kind", "Case", "Note")
"""The names of the columns in the tables that this program writes."""


def _by_content(columns: Columns, names: Row, rows: Sequence[Row]) -> Columns:
    """The columns as their cells show them: a yes or no, and an address, are no terms; a language is none either."""
    seen = [_seen(column, columns, [row.cell(column.place).strip() for row in rows]) for column in columns.read]
    read = tuple(column for column in seen if column)
    if not {"de", "en"} <= {"en" if column.field == "preferred" else column.field for column in read}:
        return columns
    lost = [column for column, now in zip(columns.read, seen, strict=True) if now is None]
    unread = (*columns.unread, *(names.cell(column.place).strip() for column in lost))
    return replace(columns, read=read, unread=unread)


def _seen(column: Column, columns: Columns, cells: Sequence[str]) -> Column | None:
    """A column by what its cells hold; None for one of terms that cannot be terms, and for numbers of rows."""
    filled = {cell for cell in cells if cell}
    if column.field == "number":
        return _seen_numbers(column, columns, cells)
    if not filled:
        return column
    if column.field in ("avoid", "first") and all(map(is_flag, filled)):
        return column._replace(field="forbidden") if column.field == "avoid" else None
    if column.label == "usage" and all(map(standing, filled)):
        return column._replace(field="status", label="")
    return _seen_terms(column, columns, filled) if column.field in ("de", "en", "also") else column


def _seen_numbers(column: Column, columns: Columns, cells: Sequence[str]) -> Column | None:
    """Numbers that repeat are those of concepts; others are those of rows, and no matter."""
    filled = [cell for cell in cells if cell]
    is_of_concepts = len(set(filled)) < len(filled) and all(other.field != "id" for other in columns.read)
    return column._replace(field="id") if is_of_concepts else None


def _seen_terms(column: Column, columns: Columns, filled: set[str]) -> Column | None:
    others = [other.place for other in columns.read if other.field == column.field and other.place != column.place]
    is_further = column.field != "en" and column.place > min(others, default=column.place)
    if all(map(is_address, filled)) or (is_further and all(map(is_flag, filled))):
        return None
    return _as_language(column) if others and not column.tag and all(map(spoken, filled)) else column


def _as_language(column: Column) -> Column:
    """A column of the source or the target that holds languages: which language that is in each row."""
    field: Field = "from" if column.field == "de" else "to"
    return column._replace(field=field)


def _tell_named(above: Sequence[Row], columns: Columns, told: Told) -> None:
    """The columns that have names, and what is not read. `above`: the rows above the names."""
    cells = [cell for row in above for cell in row.cells if cell.strip()]
    if cells:
        told.notes.append(f"not read, above the names of the columns: {', '.join(cells)[:200]}")
    told.notes.append(f"columns: {columns}")
    if columns.unread:
        told.notes.append(f"columns not read: {', '.join(columns.unread)[:300]}")


def _unnamed(rows: Sequence[Row], swap: bool, told: Told, in_order: bool) -> Columns:
    """The columns of a table without names. Raises WorkbenchError where the first row names other languages."""
    languages = other_languages(rows[0].cells)
    if languages:
        what = f"has no German and English column; its languages are {' and '.join(languages)}"
        raise WorkbenchError(Problem(told.where, what, "take the file with both languages", rows[0].line))
    width = max(len(row.cells) for row in rows)
    places = [place for place in range(width) if not are_no_terms(row.cell(place) for row in rows)]
    if in_order or len(places) < 2 or places[:2] == [0, 1]:
        _tell_direction(rows, (0, 1), swap, told)
        if width > 3:
            told.notes.append("columns not read: those after the third, which have no names")
        return PAIRS_WITH_NOTE if width > 2 else PAIRS
    _tell_direction(rows, (places[0], places[1]), swap, told)
    return _elsewhere(places, width, told)


def _elsewhere(places: Sequence[int], width: int, told: Told) -> Columns:
    """Nameless columns where others (numbers, addresses) stand before the terms, or between them."""
    fields: tuple[Field, ...] = ("de", "en", "note")
    read = tuple(Column(place, field) for place, field in zip(places, fields, strict=False))
    others = sorted(set(range(width)) - {column.place for column in read})
    told.notes.append(f"columns not read: the {', the '.join(map(_ordinal, others))}")
    return Columns(read, header=False)


def _tell_direction(rows: Sequence[Row], places: tuple[int, int], swap: bool, told: Told) -> None:
    """The columns have no names: say how they are taken, and what speaks against it."""
    first, second = (sum(bool(_UMLAUT.search(row.cell(place))) for row in rows) for place in places)
    german, english = map(_ordinal, reversed(places) if swap else places)
    doubt = ""
    if (first if swap else second) >= _FEWEST_UMLAUTS + 3 * (second if swap else first):
        doubt = f" – but the {english} has the umlauts: {'leave out' if swap else 'try'} --swap"
    if names_german_only(rows[0].cells):
        doubt = f" – but the first row seems to name them ({', '.join(rows[0].cells)[:60]}): is there English in it?"
    told.notes.append(f"the columns have no names: the {german} is taken as German, the {english} as English{doubt}")


def _ordinal(place: int) -> str:
    return _ORDINALS[place] if place < len(_ORDINALS) else f"{place + 1}th"
