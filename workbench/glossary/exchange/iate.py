"""IATE's export: a term a row, parted by `|`, with the number of its concept and its language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from workbench.glossary.exchange.concept import Told, number_of
from workbench.glossary.exchange.rows import SEPARATOR, Row

_ID, _LANGUAGE, _TERM, _SUBJECT = "E_ID", "L_CODE", "T_TERM", "E_DOMAINS"


def is_iate(first_line: str) -> bool:
    """Whether a file's first line is the one that IATE writes."""
    return {_ID, _LANGUAGE, _TERM} <= {name.strip() for name in first_line.split("|")}


def iate_rows(lines: Sequence[str], told: Told) -> list[Row]:
    """A table with a row for each concept in German and English: all its terms, and its subject."""
    names = [name.strip() for name in lines[0].split("|")]
    terms: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    subjects: dict[str, str] = {}
    where: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        cells = dict(zip(names, (cell.strip() for cell in line.split("|")), strict=False))
        concept = cells.get(_ID, "")
        if concept and cells.get(_TERM):
            terms[concept][cells.get(_LANGUAGE, "").lower()].append(cells[_TERM])
            subjects.setdefault(concept, cells.get(_SUBJECT, ""))
            where.setdefault(concept, number)
    rows = [Row(1, ("German", "English", "Subject"))]
    both = [concept for concept, by_language in terms.items() if by_language["de"] and by_language["en"]]
    if others := len(terms) - len(both):
        told.notes.append(f"not read: {number_of(others, 'concept')} without German or without English")
    for concept in both:
        german, english = (SEPARATOR.join(terms[concept][code]) for code in ("de", "en"))
        rows.append(Row(where[concept], (german, english, subjects[concept])))
    return rows
