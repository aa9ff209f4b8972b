"""A figure in a text, and everything it can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands at `span` and is written `text`.

    `readings`: the values it can mean, each as a plain decimal (`35000`, `1.5`), a month (`m5`) or a time of
    day (`t14:30`). `asked`: it must have its counterpart in the other language; other figures only serve as
    counterparts. `digits`: it is written with digits. `scale`: 1,000,000 for `30 Millionen`, 1 for `30`.
    """

    span: Span
    text: str
    readings: frozenset[str]
    asked: bool = True
    digits: bool = True
    scale: int = 1


_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.|@\w|\w\.(?:de|com|org|net|eu|info|by|ru|ua|at|ch|uk)\b)\S*")
FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


def without_addresses(text: str) -> str:
    """The text with web and mail addresses blanked out, offsets kept: their digits are no figures."""
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text)


def plain(number: Decimal | int) -> str:
    """A value as readings write it: `1.50` is `1.5`, `2E+3` is `2000`, `007` is `7`."""
    return f"{Decimal(number).normalize():f}"


def times(hour: int, minute: int) -> set[str]:
    """Readings of a clock time, on the 24-hour and on the 12-hour clock."""
    if hour > 24 or minute > 59:
        return set()
    readings = {f"t{hour}:{minute:02}"}
    if hour > 12:
        readings.add(f"t{hour - 12}:{minute:02}")
    return readings


def scaled_readings(readings: frozenset[str], scale: int) -> frozenset[str]:
    """The readings that are plain values, times a scale: `20` and 1,000,000 give `20000000`."""
    return frozenset(plain(Decimal(value) * scale) for value in readings if value[:1].isdigit())


def within_century(text: str, start: int, digits: str) -> set[str]:
    """Readings of the `15` in `2014/15` or `2014-15` as a whole year; none elsewhere."""
    before = text[max(0, start - 5) : start]
    if len(digits) == 2 and re.fullmatch(r"[12][0-9]{3}[/–-]", before):
        return {before[:2] + digits}
    return set()


def decade(digits: str) -> set[str]:
    """Readings of `1990er`, `90er`, `1990s`, `90s`: with the century and without."""
    if len(digits) == 4:
        return {digits, plain(int(digits[2:]))}
    return {digits, f"19{digits}", f"20{digits}"} if len(digits) == 2 else {plain(int(digits))}


def spread_scale(figures: list[Figure], text: str, joints: re.Pattern[str]) -> list[Figure]:
    """Give `20` in `20 bis 30 Millionen` the readings of its neighbour's scale as well (20,000,000)."""
    spread = list(figures)
    for place, (figure, following) in enumerate(pairwise(figures)):
        between = text[figure.span.end : following.span.start]
        if following.scale > 1 and figure.scale == 1 and joints.fullmatch(between):
            scaled = scaled_readings(figure.readings, following.scale)
            spread[place] = replace(figure, readings=figure.readings | scaled)
    return spread
