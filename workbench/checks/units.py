"""The check `units`: a figure that kept its value, but not its unit, currency, per cent sign or minus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.checks.figures import TIME, UNITS, Figure, mentions
from workbench.checks.finding import Finding
from workbench.checks.numbers import figures_of_english, figures_of_german
from workbench.glossary import Glossary
from workbench.text.lazy_pattern import lazy_pattern
from workbench.translation import ParagraphRecord

_BELOW = lazy_pattern(
    r"\b(?:minus|negative|below|sub-?zero|loss(?:es)?|los[et]|deficit|down|fell|fall(?:s|en|ing)?|drop\w*|declin\w+"
    r"|shr[aiu]nk\w*|decreas\w+|slump\w*|slid|slip\w*|lower|less|reduc\w+|plung\w+|dip\w*|contract\w*|under)\b|[−–-]\s?[$€£]?[0-9]",
    re.IGNORECASE,
)
"""English that says a minus, with or without the sign."""


def units(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """Units and currencies that became others while the figure is the same; those, and a minus, that were lost.

    5 km → 5 miles, 5 € → $5, 5 km² → 5 km are errors; 5 Prozent → 5 and minus 5 → 5 warnings. A figure that was
    converted with its unit is right. What a German figure measures is told by the word or sign next to it.
    """
    german = [figure for figure in figures_of_german(record.german) if _measures(figure)]
    english = figures_of_english(record.english) if german else ()
    told: set[str] = set()
    for source in german:
        same = [figure for figure in english if not figure.offered.isdisjoint(source.readings)]
        if not same or source.text in told:
            continue
        finding = _unit(index, source, same, record) or _minus(index, source, same, record.english)
        if finding:
            told.add(source.text)
            yield finding


def _measures(figure: Figure) -> bool:
    """Whether a figure has a minus, or a unit and is no article (`ein Meter`)."""
    many = figure.kind == "digits" or max(figure.values, default=0) > 1
    return figure.negative or (bool(figure.unit) and many)


def _unit(index: int, source: Figure, same: Sequence[Figure], record: ParagraphRecord) -> Finding | None:
    """The finding of a figure whose unit none of its English counterparts has, nor any other word there."""
    if not source.unit or any(figure.unit & source.unit for figure in same):
        return None
    theirs, said = figures_of_german(record.german), mentions(record.english, source.unit)
    before = _shown(record.german, source)
    for other in same:
        if _has_another_unit(source, other, theirs, said):
            message = f"“{before}” in the German, but “{_shown(record.english, other)}” in the English"
            return Finding("units", "error", index, before, message, source.span, other.span)
    if said or _may_be_unsaid(source.unit) or any(figure.unit or figure.kind != "digits" for figure in same):
        return None
    message = f"“{before}” in the German, but only “{same[0].text}” in the English"
    return Finding("units", "warning", index, before, message, source.span, same[0].span)


def _has_another_unit(source: Figure, other: Figure, german: Sequence[Figure], said: bool) -> bool:
    """Whether a figure of the same value measures something else, and is not meant for another German one.

    Where the unit is `said` elsewhere in the English, only one of the same dimension is another: hours for minutes.
    """
    if not other.unit or (said and not _dimensions(other.unit) & _dimensions(source.unit)):
        return False
    return not _is_meant(other, german) and not _is_told_by_reading(source, other)


def _minus(index: int, source: Figure, same: Sequence[Figure], english: str) -> Finding | None:
    if not source.negative or any(figure.negative for figure in same) or _BELOW.search(english):
        return None
    message = f"“minus {source.text}” in the German, but “{same[0].text}” in the English"
    return Finding("units", "warning", index, f"minus {source.text}", message, source.span, same[0].span)


def _is_meant(figure: Figure, german: Sequence[Figure]) -> bool:
    """Whether an English figure is that of another German one with its unit."""
    return any(figure.unit & other.unit and not figure.offered.isdisjoint(other.readings) for other in german)


def _is_told_by_reading(source: Figure, other: Figure) -> bool:
    """Whether the unit is part of what makes them one: 90 minutes and 1.5 hours, 50 per cent and a half."""
    shared = source.readings & other.offered
    return any(not reading[:1].isdigit() for reading in shared)


def _dimensions(unit: frozenset[str]) -> set[str]:
    return {UNITS[code].dimension for code in unit}


def _may_be_unsaid(unit: frozenset[str]) -> bool:
    """Years and degrees are often left to the reader (aged 22, in the 80s)."""
    return bool(_dimensions(unit) & {*TIME, "temperature"})


def _shown(text: str, figure: Figure) -> str:
    """A figure with the word or sign next to it, as a reader finds it."""
    before = re.search(r"[^\s\w.,;:()“”„\"]{1,2}\s?$", text[max(0, figure.span.start - 3) : figure.span.start])
    after = re.match(r"[\s\u00a0-]{0,2}(?:[%‰€$£°²³]\w?|[^\W\d_]+[²³]?)", text[figure.span.end : figure.span.end + 24])
    return f"{before[0] if before else ''}{figure.text}{after[0] if after and not before else ''}"
