"""What figures measure, in German and English, and which quantities are one in two units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from workbench.checks.figures.figure import Figure, plain, share
from workbench.checks.figures.unit_table import UNITS
from workbench.text.lazy_pattern import lazy_pattern

TIME = frozenset({"minutes", "months"})
"""Dimensions of time: readings say by themselves that 90 minutes are an hour and a half."""

_ALIKE = {
    "gbp": {"gbp", "lb"}, "lb": {"gbp", "lb"}, "degree": {"celsius", "fahrenheit"},
    "points": {"points", "percent"}, "cent": {"cent", "dollar", "eur"},
}  # fmt: skip
"""What else a unit's word can mean, or may be called."""
_FIRST = frozenset(
    {"points", "permille", "kmh", "mph", "m2", "km2", "m3", "mile2", "foot2", "celsius", "fahrenheit", "kwh", "gbp"}
)
"""Units whose words begin with another unit's."""

_BEFORE_GERMAN = lazy_pattern(
    r"(?:(?P<eur>€|EUR)|(?P<dollar>(?:US|C|A)?\$|USD)|(?P<gbp>£|GBP)|(?P<chf>CHF|SFr\.?)|(?P<kmh>Tempo))\s?$"
)
_BEFORE_ENGLISH = lazy_pattern(
    r"(?:(?P<eur>€|EUR)|(?P<dollar>(?:US|C|A|HK|NZ)?\$|USD)|(?P<gbp>£|GBP)|(?P<chf>CHF|SFr))\s?$"
)
_FARTHEST_BEFORE, _FARTHEST_BEHIND = 6, 32


def _behind(forms: dict[str, str], joint: str) -> re.Pattern[str]:
    """The pattern of a unit behind a figure; the group that matches is the unit."""
    ordered = sorted(forms.items(), key=lambda pair: pair[0] not in _FIRST)
    groups = "|".join(f"(?P<{code}>{form})" for code, form in ordered)
    return lazy_pattern(rf"{joint}(?:{groups})(?![\w²³])")


_BEHIND_GERMAN = _behind({code: unit.german for code, unit in UNITS.items()}, r"\.?[\s-]{0,2}")
_BEHIND_ENGLISH = _behind(
    {code: unit.english for code, unit in UNITS.items()},
    r"[\s-]{0,2}(?:(?:of\s)?an?\s)?(?:US\s|(?:full|long|whole|more|other)\s)?",
)


def measured(figures: Sequence[Figure], text: str, *, german: bool) -> list[Figure]:
    """The figures with their units, and with what follows from these: half an hour is 30 minutes, 50 % a half."""
    return [_measured(figure, text, german) for figure in figures]


def _measured(figure: Figure, text: str, german: bool) -> Figure:
    if figure.kind not in ("digits", "word") or figure.unit:
        return figure
    start, end = figure.span
    code = _unit_behind(text[end : end + _FARTHEST_BEHIND], german)
    if code is None and figure.kind == "digits":
        before = (_BEFORE_GERMAN if german else _BEFORE_ENGLISH).search(text[max(0, start - _FARTHEST_BEFORE) : start])
        code = before.lastgroup if before else None
    if code is None:
        return figure
    more = following_readings(figure.readings, code)
    offers = None if figure.offers is None else figure.offers | more
    return replace(figure, unit=frozenset(_ALIKE.get(code, {code})), readings=figure.readings | more, offers=offers)


@lru_cache(maxsize=20_000)
def _unit_behind(following: str, german: bool) -> str | None:
    """The unit with which a text begins; asked at every letter for all figures of a paragraph."""
    behind = (_BEHIND_GERMAN if german else _BEHIND_ENGLISH).match(following)
    return behind.lastgroup if behind else None


def following_readings(readings: frozenset[str], code: str) -> set[str]:
    """What a value is besides, for its unit: `0.5` hours are `minutes30`, `50` per cent `f0.5`."""
    unit = UNITS[code]
    values = [Decimal(reading) for reading in readings if reading[:1].isdigit() and len(reading) < 9]
    if unit.dimension in TIME:
        more = {f"{unit.dimension}{plain(value * unit.factor)}" for value in values if code != "second"}
        return more | ({"minutes10080"} if code == "day" and "8" in readings else set())
    if code == "percent":
        return set().union(*(share(value, 100) for value in values))
    return set()


def convertible(one: Figure, other: Figure) -> bool:
    """Whether two figures can be one quantity in different units: 5 km and 3 miles, 20 °C and 68 °F, rounded or not."""
    return any(
        _same_quantity(mine, yours, one, other)
        for mine in one.unit
        for yours in other.unit
        if mine != yours and UNITS[mine].dimension == UNITS[yours].dimension
    )


ROUNDED = Decimal("0.13")
"""How far converted figures may be apart, as a share of the greater one."""


def _same_quantity(mine: str, yours: str, one: Figure, other: Figure) -> bool:
    if UNITS[mine].dimension == "money":
        return False
    pairs = ((a, b) for a in one.values for b in other.values)
    if UNITS[mine].dimension == "temperature":
        if mine == "fahrenheit":
            return _same_quantity(yours, mine, other, one)
        return any(abs(a - (b - 32) * 5 / 9) <= 2 or abs(a - b * 5 / 9) <= 1 for a, b in pairs)  # a difference, too
    ours, theirs = UNITS[mine].factor, UNITS[yours].factor
    return any(abs(a * ours - b * theirs) <= ROUNDED * max(a * ours, b * theirs) for a, b in pairs)


@cache
def _mention(codes: frozenset[str]) -> re.Pattern[str]:
    forms = "|".join(UNITS[code].english for code in sorted(codes))
    return lazy_pattern(rf"(?<![^\W\d_])(?:{forms})(?![^\W\d_])", re.IGNORECASE)


def mentions(english: str, codes: frozenset[str]) -> bool:
    """Whether an English text has a word or sign of one of the units, wherever."""
    return _mention(codes).search(english) is not None
