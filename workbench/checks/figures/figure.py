"""A figure in a text, and everything it can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern

Kind = Literal["digits", "word", "date", "year", "month", "weekday", "roman"]
Told = Literal["alone", "changed", "never"]

NO_READINGS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands at `span` and is written `text`.

    `readings`: the values it can mean, each as a plain decimal (`35000`, `1.5`), a month (`m5`), a day (`d26.5`), a
    day of the week (`w1`), a time of day (`t14:30`), a share of a whole (`f0.5`), a score (`s3:1`), a telephone
    number (`#6888000`) or a length of time (`minutes90`, `months18`). `offers`: what it is good for as the
    counterpart of another figure; the same where it is None. `parts`: a figure is there as well where all of its
    parts are (`3:1` in `three goals to one`).
    `told`: whether its loss is told, only together with another of its `kind` in its place, or never.
    `scale`: 1,000,000 for `30 Millionen`, 1 for `30`. `unit`: what it can be a measure of; `negative`: it has a minus.
    """

    span: Span
    text: str
    readings: frozenset[str]
    told: Told = "alone"
    kind: Kind = "digits"
    scale: int = 1
    offers: frozenset[str] | None = None
    parts: tuple[frozenset[str], ...] = ()
    unit: frozenset[str] = NO_READINGS
    negative: bool = False

    @property
    def offered(self) -> frozenset[str]:
        """What it is good for as the counterpart of another figure."""
        return self.readings if self.offers is None else self.offers

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The plain numbers among its readings."""
        return tuple(Decimal(reading) for reading in self.readings if reading[:1].isdigit())


_ADDRESS = lazy_pattern(
    r"(?:\b[a-z][a-z+.-]{0,20}://|\bwww\.)[^\s<>\"”)\]]*"
    r"|(?<![\w.+@-])[\w.+-]*+@\w[\w.-]*"
    r"|(?<![\w-])(?<![\w-]\.)(?:[\w-]++\.)+(?:de|com|org|net|eu|info|by|ru|ua|at|ch|uk)\b(?:/[^\s<>\"”)\]]*)?"
)
_TOO_LONG = re.compile(r"\d(?:[.,]?\d){99,}")
FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3"}
_ROMAN = {"I": 1, "V": 5, "X": 10}


def without_addresses(text: str) -> str:
    """The text with web and mail addresses blanked out, offsets kept: their digits are no figures.

    Nor is a run of a hundred digits, which nobody can read.
    """
    text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    return _TOO_LONG.sub(lambda match: " " * len(match[0]), text)


def plain(number: Decimal | int) -> str:
    """A value as readings write it: `1.50` is `1.5`, `2E+3` is `2000`, `007` is `7`."""
    return f"{Decimal(number).normalize():f}"


def share(part: Decimal | int, whole: Decimal | int) -> set[str]:
    """Readings of a share: of 2 in 3 `f0.67` and, for who cuts off, `f0.66`."""
    if not whole:
        return set()
    exact = Decimal(part) / Decimal(whole)
    rounded = (exact.quantize(Decimal("0.01"), rounding=way) for way in ("ROUND_HALF_UP", "ROUND_DOWN"))
    return {f"f{plain(value)}" for value in rounded} if exact <= 10 else set()


def times(hour: int, minute: int) -> set[str]:
    """The reading of a clock time on the 24-hour clock; both of midnight's; none of what is no time."""
    if hour > 24 or minute > 59:
        return set()
    return {f"t{other}:{minute:02}" for other in ({0, 24} if hour in (0, 24) else {hour})}


def either_half(hour: int, minute: int) -> set[str]:
    """Readings of a time that may be before or after noon: `half past two`."""
    return times(hour % 12, minute) | times(hour % 12 + 12, minute)


def date_readings(day: int, month: int) -> tuple[frozenset[str], frozenset[str]]:
    """What a day of the year looks for, and what it offers.

    It is there where the same date is, or its day alone (`on the 26th`); but another date with that day is another.
    """
    return frozenset({f"d{day}.{month}", plain(day)}), frozenset({f"d{day}.{month}", f"day{day}", f"m{month}"})


def sought(figure: Figure) -> frozenset[str]:
    """The readings that can meet a figure's: `26` is met by the day of a date, too, if it is no date itself."""
    if figure.kind == "date":
        return figure.readings
    return figure.readings | {f"day{value}" for value in figure.readings if len(value) <= 2 and value.isdigit()}


def scaled_readings(readings: Iterable[str], scale: int) -> frozenset[str]:
    """The readings that are plain values, times a scale: `20` and 1,000,000 give `20000000`."""
    return frozenset(plain(Decimal(value) * scale) for value in readings if value[:1].isdigit())


def within_century(text: str, start: int, digits: str) -> set[str]:
    """Readings of the `15` in `2014/15`, `2014-15` or `’15` as a whole year; none elsewhere."""
    if len(digits) != 2:
        return set()
    before = text[max(0, start - 5) : start]
    if re.fullmatch(r"[12][0-9]{3}[/–-]", before):
        return {before[:2] + digits}
    return {f"19{digits}", f"20{digits}"} if re.search(r"(?:[’'‘]|\b[A-Z]{2})$", before) else set()


def decade(digits: str) -> set[str]:
    """Readings of `1990er`, `90er`, `1990s`, `90s`: with the century and without."""
    if len(digits) == 4:
        return {digits, plain(int(digits[2:]))}
    return {digits, f"19{digits}", f"20{digits}"} if len(digits) == 2 else {plain(int(digits))}


def roman(numeral: str) -> int | None:
    """The value of a Roman numeral up to 39; None of what is none (`XL` is a size, `IC` a train)."""
    if not re.fullmatch("X{0,3}(?:IX|IV|V?I{0,3})", numeral) or not numeral:
        return None
    values = [_ROMAN[letter] for letter in numeral]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def telephone(text: str) -> frozenset[str]:
    """The reading of a telephone number: its last seven digits, however they are parted."""
    digits = re.sub("[^0-9]", "", text)
    return frozenset({f"#{digits[-7:]}"})


def spread_scale(figures: Sequence[Figure], text: str, joints: re.Pattern[str]) -> list[Figure]:
    """Give `20` in `20 bis 30 Millionen` the readings of its neighbour's scale as well, and its unit.

    A unit in front (`$20–30`) goes the other way.
    """
    spread = list(figures)
    for place in reversed(range(len(spread) - 1)):
        figure, following = spread[place], spread[place + 1]
        between = text[figure.span.end : following.span.start]
        if not joints.fullmatch(between):
            continue
        if following.scale > 1 and figure.scale == 1:
            readings = figure.readings | scaled_readings(figure.readings, following.scale)
            spread[place] = figure = replace(figure, readings=readings)
        if following.unit and not figure.unit:
            spread[place] = replace(figure, unit=following.unit)
    for place, (figure, following) in enumerate(pairwise(spread)):
        if figure.unit and not following.unit and joints.fullmatch(text[figure.span.end : following.span.start]):
            spread[place + 1] = replace(following, unit=figure.unit)
    return spread
