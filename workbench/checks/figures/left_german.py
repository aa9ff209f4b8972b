"""What English has kept as German writes it: `26.05.2022`, `9. April`, `14.30 Uhr`, `3,5`, `Mio.`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.checks.figures.figure import Figure, plain
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.number_words import ENGLISH_MONTHS, GERMAN_MONTHS

_NUMERAL = lazy_pattern(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})(?![0-9])")
_SEPARATORS = str.maketrans(".,", ",.")
_MONTHS = [name.title() for name in ENGLISH_MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_MONTH_WORDS = {
    **{name.title(): month for name, month in GERMAN_MONTHS.items()},
    **{name: ENGLISH_MONTHS[name.lower()] for name in _MONTHS},
}
_DATE = lazy_pattern(
    r"(?<![\w.])(?P<day>[0-3]?[0-9])\.\s?(?P<month>[01]?[0-9])\.(?:\s?(?P<year>[12][0-9]{3}|(?<=[0-9]\.)[0-9]{2}))?(?!\w)"
)
_DAY_WITH_DOT = lazy_pattern(rf"(?<![\w.])(?P<day>[0-3]?[0-9])\.\s?(?P<month>{'|'.join(_MONTH_WORDS)})\b")
_CLOCK = lazy_pattern(r"\b[0-9]{1,2}(?:[.:][0-9]{2})?\sUhr\b")
_SCALE = lazy_pattern(r"(?<=[0-9])\s?(?P<scale>Mio|Mrd|Tsd)\b\.?(?=\s|$|[,;)€$])")
_SCALES = {"Mio": "million", "Mrd": "billion", "Tsd": "thousand"}


@dataclass(frozen=True, slots=True)
class Left:
    """What is written as in German: where, the English for it where that is certain, the readings it is meant for."""

    span: Span
    wanted: str | None
    meant: frozenset[str] = frozenset()


def left_german(english: str, figures: Sequence[Figure], german: Sequence[Figure]) -> Iterator[Left]:
    """What an English text has kept of the German notation, in no order.

    `figures` are the English text's, `german` the German's: a date or number counts only where the German has it.
    """
    meant = frozenset[str]().union(*(figure.readings for figure in german))
    yield from _dates(english, meant)
    for match in _CLOCK.finditer(english):
        yield Left(Span(*match.span()), None)
    for match in _SCALE.finditer(english):
        yield Left(Span(*match.span()), f" {_SCALES[match['scale']]}")
    for figure in figures:
        if english[figure.span.start - 1 : figure.span.start] not in (":", ".", ","):
            yield from _numeral(figure, meant)


def _dates(english: str, meant: frozenset[str]) -> Iterator[Left]:
    for match in (*_DATE.finditer(english), *_DAY_WITH_DOT.finditer(english)):
        day, month = int(match["day"]), _MONTH_WORDS.get(match["month"]) or int(match["month"])
        year = match.groupdict().get("year")
        is_number = not year and match[0].endswith(".") and not english[match.end() :].strip(' .…”"')
        reading = f"d{day}.{month}"
        if reading in meant and not is_number:
            written = f"{day} {_MONTHS[month - 1]}" + (f" {year}" if year else "")
            yield Left(Span(*match.span()), None if year and len(year) == 2 else written, frozenset({reading}))


def _numeral(figure: Figure, meant: frozenset[str]) -> Iterator[Left]:
    """`35.000` and `3,5`, where the German has that and not what these are in English."""
    numeral = _NUMERAL.match(figure.text)
    if not numeral or _read_in_english(numeral[0]) & meant:
        return
    value = plain(Decimal(numeral[0].replace(".", "").replace(",", ".")) * figure.scale)
    if value in meant:
        place = Span(figure.span.start, figure.span.start + len(numeral[0]))
        yield Left(place, numeral[0].translate(_SEPARATORS), frozenset({value}))


def _read_in_english(numeral: str) -> set[str]:
    """`35.000` is 35 in English; `3,5` is nothing."""
    return set() if "," in numeral or numeral.count(".") > 1 else {plain(Decimal(numeral))}
