"""The check `numbers`: every figure of the German is in the English, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.checks.figures import Figure, Left, convertible, english_figures, german_figures, left_german, sought
from workbench.checks.finding import Finding, Severity
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.house_style import NO_STYLE, HouseStyle, in_place
from workbench.translation import ParagraphRecord

_KINDS = ("date", "digits", "word", "year", "month", "weekday", "roman")
_ALSO = {"date": ("date", "digits"), "digits": ("digits", "date")}
"""A figure that has become another is one of these kinds, the figure's own first."""
_MAY_BE_DATE = re.compile(r"[0-9]\.\s?[0-9A-Z]")
"""A part of every date in German notation. It is found much faster."""
_AFTER_NOON = re.compile("t(?:1[3-9]|2[0-4]):")


def numbers(index: int, record: ParagraphRecord, glossary: Glossary, house: HouseStyle = NO_STYLE) -> Iterator[Finding]:
    """Figures of the German that the English lacks, and figures of the English that the German lacks.

    A figure that has become another (35.000, but 36,000) is an error, one that is only missing or only added
    a warning, for a good translation may leave out a year or name it again; an added number word is
    only told. A month, a day of the week and the year of a full date are told only where another is in their place.
    How often a figure stands there does not matter, nor how it is written: 35.000 is 35,000 and 35 thousand;
    14.30 Uhr is 2.30pm, zwei Drittel are 67 per cent, 5 km about 3 miles. What is left the German way is an error; the
    English for it is told as the house style has it.
    """
    german, english = figures_of_german(record.german), figures_of_english(record.english)
    lost, added = _without(german, english), _without(english, german)
    for left in left_german(record.english, english, german):
        yield _german_way(index, record.english, left, house)
        lost = [figure for figure in lost if not figure.readings & left.meant]
        added = [figure for figure in added if not left.span.meets(figure.span)]
    for source, target in list(_open_times(lost, english)):
        lost.remove(source)
        added = [figure for figure in added if figure is not target]
        message = f"“{source.text}” is in the afternoon or evening; “{target.text}” does not say so"
        yield Finding("numbers", "warning", index, source.text, message, source.span, target.span)
    lost, added = _not_converted(lost, added, german, english)
    yield from _changed_lost_added(index, lost, added)


def _changed_lost_added(index: int, lost: Sequence[Figure], added: Sequence[Figure]) -> Iterator[Finding]:
    changed = list(_pairs(lost, added))
    for source, target in changed:
        message = f"“{source.text}” in the German, but “{target.text}” in the English"
        yield Finding("numbers", "error", index, source.text, message, source.span, target.span)
    settled = {id(figure) for pair in changed for figure in pair}
    for figure in lost:
        if id(figure) not in settled and figure.told == "alone":
            message = f"“{figure.text}” is not in the English"
            yield Finding("numbers", "warning", index, figure.text, message, german=figure.span)
    for figure in added:
        if id(figure) not in settled and figure.told == "alone":
            message = f"“{figure.text}” is not in the German"
            severity: Severity = "info" if figure.kind == "word" else "warning"
            yield Finding("numbers", severity, index, figure.text, message, english=figure.span)


@lru_cache(maxsize=20_000)
def figures_of_german(german: str) -> tuple[Figure, ...]:
    """The figures of a German text: asked for at every letter of the English."""
    return tuple(german_figures(german))


@lru_cache(maxsize=64)
def figures_of_english(english: str) -> tuple[Figure, ...]:
    """The figures of an English text, for all the checks that ask before the next letter is typed."""
    return tuple(english_figures(english))


def lost_figures(german: str, english: str) -> list[Figure]:
    """The figures of the German that the English has neither as they are nor in another unit, each value once."""
    ours, theirs = figures_of_german(german), figures_of_english(english)
    return _not_converted(_without(ours, theirs), (), ours, theirs)[0]


def _without(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """The figures that have no counterpart among the others, each value once; of those that are ever told."""
    there = frozenset[str]().union(*(other.offered for other in others))
    alone: dict[frozenset[str], Figure] = {}
    for figure in figures:
        if figure.told != "never" and not _is_there(figure, there):
            alone.setdefault(figure.readings, figure)
    return list(alone.values())


def _is_there(figure: Figure, there: frozenset[str]) -> bool:
    if not there.isdisjoint(sought(figure)):
        return True
    return bool(figure.parts) and all(part & there for part in figure.parts)


def _open_times(lost: Sequence[Figure], english: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Times after noon whose English may be one before noon: 14 Uhr and `2 o’clock`."""
    for source in lost:
        opened = {f"open{reading[1:]}" for reading in source.readings if _AFTER_NOON.match(reading)}
        target = next((figure for figure in english if opened & figure.offered), None)
        if target:
            yield source, target


def _not_converted(
    lost: Sequence[Figure], added: Sequence[Figure], german: Sequence[Figure], english: Sequence[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """The figures lost and added without those that are only given in another unit (800 km/h, 497 mph)."""
    still_lost = [one for one in lost if not (one.unit and any(convertible(one, other) for other in english))]
    still_added = [one for one in added if not (one.unit and any(convertible(one, other) for other in german))]
    return still_lost, still_added


def _pairs(lost: Sequence[Figure], added: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """What has become something else: the figures lost beside those added, kind by kind, in their order."""
    ours, theirs = list(lost), list(added)
    for kind in _KINDS:
        for other in _ALSO.get(kind, (kind,)):
            mine = [figure for figure in ours if figure.kind == kind]
            yours = [figure for figure in theirs if figure.kind == other]
            for source, target in zip(mine, yours, strict=False):
                ours.remove(source)
                theirs.remove(target)
                yield source, target


def german_dates(record: ParagraphRecord) -> Iterator[Span]:
    """Where a paragraph's English has a date as the German writes it: this check tells it, and no other does."""
    if _MAY_BE_DATE.search(record.english):
        german, english = figures_of_german(record.german), figures_of_english(record.english)
        found = left_german(record.english, english, german)
        yield from (left.span for left in found if any(reading.startswith("d") for reading in left.meant))


def _german_way(index: int, english: str, left: Left, house: HouseStyle) -> Finding:
    written = english[slice(*left.span)].strip()
    wanted = left.wanted and in_place(english, left.span, left.wanted, house)
    message = f"“{written}” is the German way" + (f": English has {wanted.strip(' ,')}" if wanted else "")
    return Finding("numbers", "error", index, written, message, None, left.span, wanted)
