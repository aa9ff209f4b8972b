"""From the rows of a table to concepts: what all tables share, whatever file they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

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
from workbench.glossary.exchange.concept import Concept, English, Standing, Told, number_of
from workbench.glossary.exchange.languages import CODES, language
from workbench.glossary.exchange.standing import standing
from workbench.problem import Problem, WorkbenchError

SEPARATOR = "|"
"""What parts several terms in one cell when a table is written, as Trados has it. Read are also `;` and line breaks."""

_SEVERAL = re.compile(r"[\n\r]|\s*[|;]\s*")
_YES = frozenset(("true", "wahr", "yes", "ja", "x", "1"))
_NO = frozenset(("false", "falsch", "no", "nein", "0", ""))
_STANDINGS: dict[str, Standing] = {
    "en": "",
    "preferred": "preferred",
    "also": "allowed",
    "avoid": "forbidden",
    "forbidden": "forbidden",
    "first": "first",
}
_UMLAUT = re.compile("[äöüÄÖÜß]")
_FEWEST_UMLAUTS = 3
_MOST_ABOVE = 10


class Row(NamedTuple):
    """A row of a table: its line in the file (or row in the sheet), from 1, and its cells."""

    line: int
    cells: tuple[str, ...]


def concepts_of(rows: Sequence[Row], swap: bool, told: Told) -> Iterator[Concept]:
    """The concepts of a table's rows; rows with the same German (or the same entry number) are one concept.

    One of the first rows may name the columns. Without names the first column is German, the second English and the
    third a note; four columns that end in two language codes are DeepL's. `swap`: the first of two nameless columns
    (or `source`) is English. Raises WorkbenchError for a table that names languages, but not German and English.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not filled:
        return iter(())
    directed = _directed(filled, told)
    if directed is not None:
        return _concepts(directed, PAIRS, told)
    above, taken, names, named = _head(filled)
    if named:
        named = _without_flags(named, names, filled[above + taken :])
        _tell_named(filled[:above], named, told)
        filled = filled[above + taken :]
    columns = named or _unnamed(filled, swap, told)
    return _concepts(filled, columns.swapped if swap else columns, told)


def _without_flags(columns: Columns, names: Row, rows: Sequence[Row]) -> Columns:
    """The columns without those of more German or English that hold a yes or no in every row: these are no terms."""
    further = [
        column
        for place, column in enumerate(columns.read)
        if column.field in ("de", "also") and column.field in [other.field for other in columns.read[:place]]
    ]
    flags = [column for column in further if _says_yes_or_no(column, rows)]
    read = tuple(column for column in columns.read if column not in flags)
    unread = (*columns.unread, *(names.cells[column.place].strip() for column in flags))
    return replace(columns, read=read, unread=unread) if flags else columns


def _says_yes_or_no(column: Column, rows: Sequence[Row]) -> bool:
    """Whether all cells of a column are a yes or a no, and not all are empty."""
    cells = {row.cells[column.place].strip().casefold() for row in rows if len(row.cells) > column.place}
    return cells != {""} and cells <= _YES | _NO


def _tell_named(above: Sequence[Row], columns: Columns, told: Told) -> None:
    """The columns that have names, and what is not read. `above`: the rows above the names."""
    cells = [cell for row in above for cell in row.cells if cell.strip()]
    if cells:
        told.notes.append(f"not read, above the names of the columns: {', '.join(cells)[:200]}")
    told.notes.append(f"columns: {columns}")
    if columns.unread:
        told.notes.append(f"columns not read: {', '.join(columns.unread)[:300]}")


def _unnamed(rows: Sequence[Row], swap: bool, told: Told) -> Columns:
    """The columns of a table without names. Raises WorkbenchError where the first row names other languages."""
    languages = other_languages(rows[0].cells)
    if languages:
        what = f"has no German and English column; its languages are {' and '.join(languages)}"
        raise WorkbenchError(Problem(told.where, what, "take the file with both languages", rows[0].line))
    _tell_direction(rows, swap, told)
    width = max(len(row.cells) for row in rows)
    if width > 3:
        told.notes.append("columns not read: those after the third, which have no names")
    return PAIRS_WITH_NOTE if width > 2 else PAIRS


def has_names(rows: Sequence[Row]) -> bool:
    """Whether the columns of a table have names, for German and for English."""
    return _head(rows)[3] is not None


def _head(rows: Sequence[Row]) -> tuple[int, int, Row, Columns | None]:
    """The row that names the columns, among the first ten: a list may have a title above it.

    The answer: how many rows stand above it, how many it takes (two, where languages stand over several columns), the
    names, and the columns; None for these where no row names any.
    """
    for number, row in enumerate(rows[:_MOST_ABOVE]):
        if columns := named_columns(row.cells):
            names = joined_names(row.cells, rows[number + 1].cells) if number + 1 < len(rows) else None
            if names and (joined := named_columns(names)):
                return number, 2, Row(row.line, names), joined
            return number, 1, row, columns
    return 0, 0, rows[0], None


def _tell_direction(rows: Sequence[Row], swap: bool, told: Told) -> None:
    """The columns have no names: say how they are taken, and what speaks against it."""
    first, second = (sum(bool(_UMLAUT.search(_cell(row, place))) for row in rows) for place in (0, 1))
    german, english = ("second", "first") if swap else ("first", "second")
    doubt = ""
    if (first if swap else second) >= _FEWEST_UMLAUTS + 3 * (second if swap else first):
        doubt = f" – but the {english} has the umlauts: {'leave out' if swap else 'try'} --swap"
    if names_german_only(rows[0].cells):
        doubt = f" – but the first row seems to name them ({', '.join(rows[0].cells)[:60]}): is there English in it?"
    told.notes.append(f"the columns have no names: the {german} is taken as German, the {english} as English{doubt}")


def _directed(rows: Sequence[Row], told: Told) -> list[Row] | None:
    """The rows of DeepL's four columns (source, target, their two languages) as German and English; else None."""
    pairs = [tuple(language(cell) for cell in row.cells[2:4]) for row in rows]
    if not all(len(pair) == 2 and set(pair) <= CODES for pair in pairs):
        return None
    turned = []
    for row, pair in zip(rows, pairs, strict=True):
        if pair == ("de", "en"):
            turned.append(Row(row.line, row.cells[:2]))
        elif pair == ("en", "de"):
            turned.append(Row(row.line, (row.cells[1], row.cells[0])))
        else:
            told.count(row.line, f"entry is {pair[0]}→{pair[1]}, not German and English", "left out", row.cells[0])
    if not turned:
        languages = " and ".join(sorted({code for pair in pairs for code in pair}))
        what = f"has no German and English entries; its languages are {languages}"
        raise WorkbenchError(Problem(told.where, what, "take the file with both languages", rows[0].line))
    told.notes.append("four columns without names: source, target and the languages of both, as DeepL has them")
    return turned


def _concepts(rows: Iterable[Row], columns: Columns, told: Told) -> Iterator[Concept]:
    grouped: dict[tuple[str, ...], list[Concept]] = {}
    number = next((column.place for column in columns.read if column.field == "id"), -1)
    for row in rows:
        concept = _concept(row, columns)
        if not columns.header and not _cell(row, 1).strip():
            told.count(row.line, "row has one column only", "left out; write German and English in two", _cell(row, 0))
            continue
        identity = _cell(row, number).strip() if number >= 0 else ""
        key = ("", identity) if identity else concept.german or ("", "", str(row.line))
        grouped.setdefault(key, []).append(concept)
    concepts = [_one(group) for group in grouped.values()]
    pairs = {column.field for column in columns.read} <= {"de", "en", "note"}
    return iter(_with_synonyms(concepts, told) if pairs else concepts)


def _with_synonyms(concepts: list[Concept], told: Told) -> list[Concept]:
    """The concepts of a list of pairs: neighbours that differ in their German only are one."""
    found: list[Concept] = []
    for concept in concepts:
        alike = found and replace(found[-1], german=(), line=0) == replace(concept, german=(), line=0)
        if alike and concept.german and concept.english:
            found[-1] = replace(found[-1], german=found[-1].german + concept.german)
        else:
            found.append(concept)
    if len(found) < len(concepts):
        number = len(concepts) - len(found)
        told.notes.append(f"{number_of(number, 'line')} joined to the one above, which has the same English: one entry")
    return found


def _one(group: list[Concept]) -> Concept:
    return Concept(
        line=group[0].line,
        german=tuple(text for concept in group for text in concept.german),
        english=tuple(text for concept in group for text in concept.english),
        notes=tuple(text for concept in group for text in concept.notes),
        kind=next((concept.kind for concept in group if concept.kind), ""),
        exact=any(concept.exact for concept in group),
    )


def _concept(row: Row, columns: Columns) -> Concept:
    said = _said(row, columns)
    german: list[str] = []
    english: list[English] = []
    notes = []
    kind, exact = "", False
    for column in columns.read:
        cell = _cell(row, column.place)
        field = column.field
        if field == "de":
            german += _terms(cell, columns)
        elif field in _STANDINGS:
            english += _english(cell, column, columns, said)
        elif field == "note" and cell.strip():
            notes.append(f"{column.label}: {cell}" if column.label else cell)
        elif field == "kind":
            kind = cell
        elif field == "case":
            exact = exact or cell.strip().casefold() in _YES | {"exact", "genau"}
    return Concept(row.line, tuple(german), tuple(english), tuple(notes), kind, exact)


def _said(row: Row, columns: Columns) -> dict[int, Standing]:
    """What the columns beside a term column say of it, by the term column's place."""
    said: dict[int, Standing] = {}
    owners = [column.place for column in columns.read if column.field == "en"]
    for column in columns.read:
        cell = _cell(row, column.place)
        owner = column.owner if column.owner >= 0 else owners[0] if owners else -1
        if column.field == "status" and (told := standing(cell)):
            said[owner] = told
        elif column.field in ("forbidden", "preferred") and cell.strip().casefold() in _YES:
            said[owner] = _STANDINGS[column.field]
    return said


def _english(cell: str, column: Column, columns: Columns, said: dict[int, Standing]) -> list[English]:
    if column.field in ("forbidden", "preferred") and cell.strip().casefold() in _YES | _NO:
        return []
    is_said = said.get(column.place, _STANDINGS[column.field])
    return [English(term, is_said, column.tag or "en") for term in _terms(cell, columns)]


def _terms(cell: str, columns: Columns) -> list[str]:
    parts = _SEVERAL.split(cell) if columns.several else [cell]
    return [part for part in parts if part.strip()]


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if 0 <= place < len(row.cells) else ""
