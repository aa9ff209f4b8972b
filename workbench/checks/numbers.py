"""The check `numbers`: every figure of the German is in the English, and no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.checks.english_figures import english_figures
from workbench.checks.figures import Figure
from workbench.checks.finding import Finding, Severity
from workbench.checks.german_figures import german_figures
from workbench.glossary import Glossary
from workbench.translation import ParagraphRecord

_SEPARATORS = str.maketrans(".,", ",.")


def numbers(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """Figures of the German that the English lacks, and figures of the English that the German lacks.

    A figure that has become another (35.000, but 36,000) is an error, one that is only missing or only added
    a warning, for a good translation may leave out a year or name it again; an added number word is
    only told.
    How often a figure stands there does not matter, nor how it is written: 35.000 is 35,000 and 35 thousand;
    14.30 Uhr is 2.30pm.
    """
    german, english = _german_figures(record.german), english_figures(record.english)
    lost, added = _without(german, english), _without(english, german)
    changed = [
        pair
        for digits in (True, False)
        for pair in zip(_written(lost, digits=digits), _written(added, digits=digits), strict=False)
    ]
    for source, target in changed:
        message, wanted = f"“{source.text}” in the German, but “{target.text}” in the English", None
        if source.text == target.text:
            message = f"“{target.text}” is the German way: English has 1,000.5 for 1.000,5"
            wanted = target.text.translate(_SEPARATORS)
        yield Finding("numbers", "error", index, source.text, message, source.span, target.span, wanted)
    settled = {id(figure) for pair in changed for figure in pair}
    for figure in lost:
        if id(figure) not in settled:
            message = f"“{figure.text}” is not in the English"
            yield Finding("numbers", "warning", index, figure.text, message, german=figure.span)
    for figure in added:
        if id(figure) not in settled:
            message = f"“{figure.text}” is not in the German"
            severity: Severity = "warning" if figure.digits else "info"
            yield Finding("numbers", severity, index, figure.text, message, english=figure.span)


@lru_cache(maxsize=20_000)
def _german_figures(german: str) -> tuple[Figure, ...]:
    """Asked for at every letter of the English."""
    return tuple(german_figures(german))


def _without(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """The figures asked for that have no counterpart among the others, each value once."""
    there = frozenset[str]().union(*(other.readings for other in others))
    alone: dict[frozenset[str], Figure] = {}
    for figure in figures:
        if figure.asked and not figure.readings & there:
            alone.setdefault(figure.readings, figure)
    return list(alone.values())


def _written(figures: Sequence[Figure], *, digits: bool) -> list[Figure]:
    return [figure for figure in figures if figure.digits == digits]
