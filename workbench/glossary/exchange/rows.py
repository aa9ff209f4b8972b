"""From the rows of a table to concepts: what all tables share, whatever file they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.formats.languages import language
from workbench.glossary.exchange.cells import (
    is_flag,
    is_nothing,
    says_exact,
    says_exact_case,
    says_no,
    says_yes,
    spoken,
)
from workbench.glossary.exchange.columns import PAIRS, Column, Columns, column_of, named_columns
from workbench.glossary.exchange.concept import Concept, English, Standing, Told
from workbench.glossary.exchange.heading import Row, headed
from workbench.glossary.exchange.languages import CODES
from workbench.glossary.exchange.long_table import long_concepts
from workbench.glossary.exchange.standing import marked, says_nothing, standing
from workbench.problem import Problem, WorkbenchError
from workbench.text.counted import counted

SEPARATOR = "|"
"""What parts several terms in one cell when a table is written, as Trados has it. Read are also `;` and line breaks."""

_SEVERAL = re.compile(r"[\n\r]|(?:(?<![^\S\n\r])\s+)?[|;]\s*")
_STANDINGS: dict[str, Standing] = {
    "en": "",
    "preferred": "preferred",
    "also": "allowed",
    "avoid": "forbidden",
    "forbidden": "forbidden",
    "first": "first",
}
_MOST_WORDS = 5


def concepts_of(rows: Sequence[Row], swap: bool, told: Told, *, in_order: bool = False) -> Iterator[Concept]:
    """The concepts of a table's rows; rows with the same German (or the same entry number) are one concept.

    One of the first rows may name the columns. Without names the first column is German, the second English and the
    third a note; four columns that end in two language codes are DeepL's; a table may have a row for each term (see
    `long_concepts`). `in_order`: nameless columns are German, English and a note, whatever they hold. `swap`: the first
    of two nameless columns (or `source`) is English. Raises WorkbenchError for a table that names languages, but not
    German and English.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not filled:
        return iter(())
    by_term = long_concepts(filled, told)
    if by_term is not None:
        return by_term
    directed = _directed(filled, told)
    if directed is not None:
        return _concepts(directed, PAIRS, told)
    columns, below = headed(filled, swap, told, in_order=in_order)
    turned = _turned(below, columns, told)
    return _concepts(turned, columns.swapped if swap else columns, told)


def _directed(rows: Sequence[Row], told: Told) -> list[Row] | None:
    """The rows of DeepL's four columns (source, target, their two languages) as German and English; else None."""
    pairs = [tuple(language(cell) for cell in row.cells[2:4]) for row in rows]
    if _names_every_column(rows[0]) or not all(len(pair) == 2 and set(pair) <= CODES for pair in pairs):
        return None
    turned = _with_german_first(rows, pairs, told)
    if not turned:
        languages = " and ".join(sorted({code for pair in pairs for code in pair}))
        what = f"has no German and English entries; its languages are {languages}"
        raise WorkbenchError(Problem(told.where, what, "take the file with both languages", rows[0].line))
    told.notes.append("four columns without names: source, target and the languages of both, as DeepL has them")
    return turned


def _with_german_first(rows: Sequence[Row], pairs: Sequence[tuple[str, ...]], told: Told) -> list[Row]:
    """German and English of each row, by the languages of its source and target; others are told."""
    turned = []
    for row, pair in zip(rows, pairs, strict=True):
        if pair == ("de", "en"):
            turned.append(Row(row.line, row.cells[:2]))
        elif pair == ("en", "de"):
            turned.append(Row(row.line, (row.cells[1], row.cells[0])))
        else:
            told.count(row.line, f"entry is {pair[0]}→{pair[1]}, not German and English", "left out", row.cells[0])
    return turned


def _names_every_column(row: Row) -> bool:
    return named_columns(row.cells) is not None and all(column_of(n, name) for n, name in enumerate(row.cells))


def _turned(rows: Sequence[Row], columns: Columns, told: Told) -> Sequence[Row]:
    """The rows with German in the column of the source, where columns say of each row which languages it has."""
    places = {column.field: column.place for column in reversed(columns.read)}
    if not {"from", "to", "de", "en"} <= places.keys():
        return rows
    turned = []
    for row in rows:
        pair = spoken(row.cell(places["from"])), spoken(row.cell(places["to"]))
        if pair == ("en", "de"):
            cells = [*row.cells, *[""] * len(places)]
            source, target = places["de"], places["en"]
            cells[source], cells[target] = row.cell(target), row.cell(source)
            turned.append(Row(row.line, tuple(cells)))
        elif pair == ("de", "en"):
            turned.append(row)
        else:
            named = "→".join(code or "?" for code in pair)
            told.count(row.line, f"entry is {named}, not German and English", "left out", row.cell(places["de"]))
    return turned


def _concepts(rows: Iterable[Row], columns: Columns, told: Told) -> Iterator[Concept]:
    grouped: dict[tuple[str, ...], list[Concept]] = {}
    number = _place(columns, "id")
    second = _place(columns, "en")
    for row in rows:
        concept = _concept(row, columns)
        if not columns.header and not row.cell(second).strip():
            told.count(row.line, "row has one column only", "left out; write German and English in two", _first(row))
            continue
        identity = row.cell(number).strip() if number >= 0 else ""
        key = ("", identity) if identity else concept.german or ("", "", str(row.line))
        grouped.setdefault(key, []).append(concept)
    _tell_statuses(rows, columns, told)
    concepts = [_one(group) for group in grouped.values()]
    pairs = {column.field for column in columns.read} <= {"de", "en", "note"}
    return iter(_with_synonyms(concepts, told) if pairs else concepts)


def _place(columns: Columns, field: str) -> int:
    """The place of the first column of a field; -1 if there is none."""
    return next((column.place for column in columns.read if column.field == field), -1)


def _first(row: Row) -> str:
    return next((cell for cell in row.cells if cell.strip()), "")


def _tell_statuses(rows: Iterable[Row], columns: Columns, told: Told) -> None:
    """The words of a column of statuses that say nothing of which English is to be used."""
    places = [column.place for column in columns.read if column.field == "status"]
    cells = dict.fromkeys(cell for row in rows for place in places if (cell := row.cell(place).strip()))
    unknown = [cell for cell in cells if not standing(cell) and not says_nothing(cell)]
    if unknown:
        more = f" and {len(unknown) - _MOST_WORDS:,} more" if len(unknown) > _MOST_WORDS else ""
        told.notes.append(f"status not understood, taken as allowed: {', '.join(unknown[:_MOST_WORDS])[:200]}{more}")


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
        told.notes.append(f"{counted(number, 'line')} joined to the one above, which has the same English: one entry")
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
    kind = ""
    for column in columns.read:
        cell = row.cell(column.place)
        field = column.field
        if field == "de":
            german += [marked(term)[0] for term in _terms(cell, columns)]
        elif field in _STANDINGS:
            english += _english(cell, column, columns, said)
        elif field == "note" and cell.strip():
            notes.append(f"{column.label}: {cell}" if column.label else cell)
        elif field == "kind":
            kind = cell
    if name := _untranslated(row, columns):
        german, english = german or [name], english or [English(name)]
    return Concept(row.line, tuple(german), tuple(english), tuple(notes), kind, _is_exact(row, columns))


def _untranslated(row: Row, columns: Columns) -> str:
    """What the program calls a concept that stays as it is in every language; "" for one that is translated."""
    translated, kept = row.cell(_place(columns, "same")).strip(), row.cell(_place(columns, "kept"))
    if not (translated and says_no(translated)) and not says_yes(kept):
        return ""
    names = (row.cell(place).strip() for place in (columns.name, _place(columns, "de"), _place(columns, "en")))
    return next(filter(None, names), "")


def _is_exact(row: Row, columns: Columns) -> bool:
    """Whether the German is to be found only as it is written: what is said of the English's case does not count."""
    told = [column for column in columns.read if column.field in ("case", "status") and column.tag != "en"]
    german = _places(columns, "de")
    of_german = [column for column in told if column.tag == "de" or column.owner in german]
    fields = {column.field for column in of_german}
    return any(_asks_for_case(row, column) for column in told if column in of_german or column.field not in fields)


def _places(columns: Columns, field: str) -> set[int]:
    return {column.place for column in columns.read if column.field == field}


def _asks_for_case(row: Row, column: Column) -> bool:
    cell = row.cell(column.place)
    return says_exact_case(cell) if column.field == "case" else says_exact(cell)


def _said(row: Row, columns: Columns) -> dict[int, Standing]:
    """What the columns beside a term column say of it, by the term column's place."""
    said: dict[int, Standing] = {}
    for column in columns.read:
        cell = row.cell(column.place)
        owner = _owner(column, columns)
        if column.field == "status" and (told := standing(cell)):
            said[owner] = told
        elif column.field in ("forbidden", "preferred") and says_yes(cell):
            said[owner] = _STANDINGS[column.field]
    return said


def _owner(column: Column, columns: Columns) -> int:
    """The place of the column of terms that a status, or a yes or no, is about.

    It is the one before; the first English, where there is none before, or where only the German seems to have one.
    """
    german = _places(columns, "de")
    alike = [other for other in columns.read if other.field == column.field]
    only_german = all(other.owner in german or other.owner < 0 for other in alike)
    if column.owner < 0 or (only_german and not column.tag):
        return _place(columns, "en")
    return column.owner


def _english(cell: str, column: Column, columns: Columns, said: dict[int, Standing]) -> list[English]:
    if column.field in ("forbidden", "preferred") and is_flag(cell):
        return []
    is_said = said.get(column.place, _STANDINGS[column.field])
    return [English(term, is_said, column.tag or "en") for term in _terms(cell, columns)]


def _terms(cell: str, columns: Columns) -> list[str]:
    parts = _SEVERAL.split(cell) if columns.several else [cell]
    return [part for part in parts if part.strip() and not is_nothing(part)]
