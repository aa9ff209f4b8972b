"""Tables with a row for each term: the number of its concept, its language, the term. So IATE and others export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.formats.languages import tag
from workbench.glossary.exchange.cells import is_nothing, says_exact_case, says_yes, spoken
from workbench.glossary.exchange.column_words import OF_LANGUAGES, words
from workbench.glossary.exchange.columns import Column, column_of, named_columns, words_of
from workbench.glossary.exchange.concept import Concept, English, Standing, Told
from workbench.glossary.exchange.heading import Row
from workbench.glossary.exchange.standing import standing
from workbench.text.counted import counted

_OF_NUMBERS = words("id e concept entry konzept eintrag begriffs nr no nummer number cid")
_OF_TERMS = words("t term terms benennung begriff text wort")
_LEVELS = words("e l t")
"""IATE says with a letter whether a column is about the entry, the language or the term."""
_MOST_ABOVE = 10


@dataclass(frozen=True, slots=True)
class LongColumns:
    """The places of the three columns that such a table has, its others that are read, and those that are not."""

    concept: int
    language: int
    term: int
    others: tuple[Column, ...]
    unread: tuple[str, ...]


def long_columns(row: Sequence[str]) -> LongColumns | None:
    """The columns that a first row names, if it is that of a table with a row for each term."""
    names = [set(words_of(name)) for name in row]
    concept = _first(names, _OF_NUMBERS)
    language = _first(names, OF_LANGUAGES | _LEVELS | {"term"}, OF_LANGUAGES)
    term = _first(names, _OF_TERMS)
    if min(concept, language, term) < 0 or len({concept, language, term}) < 3 or named_columns(row):
        return None
    others, unread = [], []
    for place, name in enumerate(row):
        if place in (concept, language, term) or not name.strip():
            continue
        column = column_of(place, name)
        if column and column.field in ("note", "kind", "status", "case", "forbidden", "preferred"):
            others.append(column)
        else:
            unread.append(name.strip())
    return LongColumns(concept, language, term, tuple(others), tuple(unread))


def long_concepts(rows: Sequence[Row], told: Told) -> Iterator[Concept] | None:
    """The concepts of such a table, those without German or English aside (which is told); None for another table."""
    for above, row in enumerate(rows[:_MOST_ABOVE]):
        columns = long_columns(row.cells)
        if columns:
            below = rows[above + 1 :]
            if _names_languages(below, columns):
                return _concepts(below, columns, told)
    return None


def _first(names: Sequence[set[str]], known: frozenset[str], needed: frozenset[str] = frozenset()) -> int:
    """The place of the first name that has only these words, and one of those that are needed; -1 for none."""
    return next((n for n, name in enumerate(names) if name and name <= known and (not needed or name & needed)), -1)


def _names_languages(rows: Sequence[Row], columns: LongColumns) -> bool:
    cells = [cell for row in rows if (cell := row.cell(columns.language).strip())]
    return sum(bool(spoken(cell)) for cell in cells) * 10 >= 9 * len(cells)


def _concepts(rows: Sequence[Row], columns: LongColumns, told: Told) -> Iterator[Concept]:
    told.notes.append("a row for each term, joined by the number of its concept")
    if columns.others:
        told.notes.append(f"columns: {', '.join(column.label or column.field for column in columns.others)}")
    if columns.unread:
        told.notes.append(f"columns not read: {', '.join(columns.unread)[:300]}")
    concepts = [_concept(group, columns) for group in _groups(rows, columns)]
    both = [concept for concept in concepts if concept.german and concept.english]
    if not both:
        told.empty = "no concept in it has both German and English"
    elif len(both) < len(concepts):
        others = counted(len(concepts) - len(both), "concept")
        told.notes.append(f"not read: {others} without German or without English")
    return iter(both)


def _groups(rows: Sequence[Row], columns: LongColumns) -> list[list[Row]]:
    """The rows of each concept; one without a number belongs to the concept above."""
    groups: dict[str, list[Row]] = defaultdict(list)
    number = ""
    for row in rows:
        number = row.cell(columns.concept).strip() or number
        groups[number].append(row)
    return list(groups.values())


def _concept(rows: Sequence[Row], columns: LongColumns) -> Concept:
    german, english = ([row for row in rows if spoken(row.cell(columns.language)) == code] for code in ("de", "en"))
    own = [*german, *english]
    return Concept(
        line=rows[0].line,
        german=tuple(row.cell(columns.term) for row in german if _has_term(row, columns)),
        english=tuple(
            English(row.cell(columns.term), _standing(row, columns), _tag(row.cell(columns.language)))
            for row in english
            if _has_term(row, columns)
        ),
        notes=tuple(dict.fromkeys(_noted(column, cell) for column, cell in _cells(own, columns, "note"))),
        kind=next((cell for _, cell in _cells(own, columns, "kind")), ""),
        exact=any(says_exact_case(cell) for _, cell in _cells(german, columns, "case")),
    )


def _has_term(row: Row, columns: LongColumns) -> bool:
    term = row.cell(columns.term)
    return bool(term.strip()) and not is_nothing(term)


def _cells(rows: Sequence[Row], columns: LongColumns, field: str) -> Iterator[tuple[Column, str]]:
    """What these rows have in the columns of a field, column by column."""
    return (
        (column, cell)
        for column in columns.others
        if column.field == field
        for row in rows
        if (cell := row.cell(column.place).strip())
    )


def _noted(column: Column, cell: str) -> str:
    return f"{column.label}: {cell}" if column.label else cell


def _standing(row: Row, columns: LongColumns) -> Standing:
    for column in columns.others:
        cell = row.cell(column.place)
        if column.field == "forbidden" and says_yes(cell):
            return "forbidden"
        if column.field == "preferred" and says_yes(cell):
            return "preferred"
        if column.field == "status" and (said := standing(cell)):
            return said
    return ""


def _tag(cell: str) -> str:
    """The tag of an English: its country's, where the cell is a tag."""
    found = tag(cell)
    return found if found.startswith("en-") else "en"
