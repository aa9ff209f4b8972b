"""Figures of several words and signs, read before the single ones: dates, times of day, fractions, scores.

Here is what reads them in both languages; the patterns of each are in files of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.checks.figures.figure import (
    FRACTIONS,
    Figure,
    Told,
    date_readings,
    plain,
    roman,
    share,
    telephone,
    times,
)
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern

CONSUMED = "\x1f"
"""Stands in a text for each character of a phrase that was read: neither a word nor a space, so that nothing joins."""

Reader = Callable[[re.Match[str]], Sequence[Figure]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A kind of figure: the pattern that finds it, and what reads a match (no figure where it is something else).

    `needs`: one of these stands in every text that has such a phrase, so that others are not searched.
    """

    pattern: re.Pattern[str]
    read: Reader
    needs: tuple[str, ...] = ()


def phrase(pattern: str, read: Reader, *needs: str) -> Phrase:
    """A kind of figure from its pattern."""
    return Phrase(lazy_pattern(pattern), read, needs)


def read_phrases(text: str, phrases: Sequence[Phrase]) -> tuple[list[Figure], str]:
    """The figures of several words in a text, and the text without them, offsets kept; earlier kinds come first."""
    found: list[Figure] = []
    for kind in phrases:
        if kind.needs and not any(needed in text for needed in kind.needs):
            continue
        stretches = []
        for match in kind.pattern.finditer(text):
            if figures := kind.read(match):
                found += figures
                stretches.append(match.span())
        for start, end in stretches:
            text = text[:start] + CONSUMED * (end - start) + text[end:]
    return found, text


def dated(match: re.Match[str], day: int, months: Sequence[int]) -> list[Figure]:
    """A date (its day with its month as one figure, whichever of the months it is), and its year; none of no date."""
    if not 1 <= day <= 31 or not all(1 <= month <= 12 for month in months):
        return []
    year = match["year"]
    end = match.start("year") if year and match.start("year") > match.start() else match.end()
    said = match.string[match.start() : end].rstrip(" ,-./" if year else " ")
    looks, gives = frozenset[str](), frozenset[str]()
    for month in months:
        looked, given = date_readings(day, month)
        looks, gives = looks | looked, gives | given
    figure = Figure(Span(match.start(), match.start() + len(said)), said, looks, kind="date", offers=gives)
    return [figure, _year_of_date(match)] if year else [figure]


def _year_of_date(match: re.Match[str]) -> Figure:
    """The year of a full date, which the other language may leave out."""
    year = match["year"]
    long = {f"20{year}", f"19{year}"} if len(year) == 2 else set()
    readings = frozenset({plain(int(year)), *long})
    return Figure(Span(*match.span("year")), year, readings, "changed", kind="year")


def score(match: re.Match[str], one: int, other: int) -> list[Figure]:
    """A score, which English may turn round (`lost 3-1` for `verlor 1:3`); perhaps a time of day."""
    readings = {f"s{max(one, other)}:{min(one, other)}"}
    if len(match["other"]) == 2 and match["other"].isdigit():
        readings |= times(one, other)
    parts = (frozenset({plain(one)}), frozenset({plain(other)}))
    offers = frozenset(readings).union(*parts)
    return [Figure(Span(*match.span()), match[0], frozenset(readings), offers=offers, parts=parts)]


def telephone_number(match: re.Match[str]) -> list[Figure]:
    """A telephone number, if it has seven digits or more."""
    if sum(letter.isdigit() for letter in match[0]) < 7:
        return []
    return [Figure(Span(*match.span()), match[0], telephone(match[0]))]


def fraction(match: re.Match[str], count: int, number: int, told: Told) -> list[Figure]:
    """`two thirds`, `zwei Drittel`: a share, met by its parts as well."""
    parts = (frozenset({plain(number)}),) if count == 1 else (frozenset({plain(count)}), frozenset({plain(number)}))
    exact = {plain(Decimal(count) / number)} if number in (2, 4, 5, 8, 10) else set()
    readings = frozenset(share(count, number) | exact)
    offers = readings.union(*parts)
    return [Figure(Span(*match.span()), match[0], readings, told, kind="word", offers=offers, parts=parts)]


def fraction_in_figures(match: re.Match[str]) -> list[Figure]:
    """`2/3`; `24/7` and `5/6` are perhaps something else, so both parts are enough."""
    count, number = int(match["many"]), int(match["part"])
    if not number:
        return []
    parts = (frozenset({plain(count)}), frozenset({plain(number)}))
    readings = frozenset({f"q{count}/{number}"} | (share(count, number) if count < number else set()))
    return [Figure(Span(*match.span()), match[0], readings, offers=readings.union(*parts), parts=parts)]


def mixed(match: re.Match[str]) -> list[Figure]:
    """`2½`, `2 1/2`."""
    one, _, many = FRACTIONS.get(match["sign"], match["sign"]).partition("/")
    part = Decimal(one) / Decimal(many or 1)
    value = Decimal(match["whole"]) + part.quantize(Decimal("0.01"))
    return [Figure(Span(*match.span()), match[0], frozenset({plain(value)}))]


def roman_numeral(match: re.Match[str]) -> list[Figure]:
    """`XIV.` behind a name, `Minsk II`, `Part III`."""
    value = roman(match["roman"])
    if not value:
        return []
    return [Figure(Span(*match.span("roman")), match["roman"], frozenset({plain(value)}), "changed", kind="roman")]


ISO_DATE = r"(?<![\w.,:/-])(?P<year>[12][0-9]{3})[-/](?P<month>0[1-9]|1[0-2])[-/](?P<day>[0-3][0-9])(?![\w-])"
TELEPHONE = (
    r"(?<![\w.,:/+])(?:\+\s?|\(?0)[0-9](?:[0-9]|[ ()/–-](?=[0-9(])|\)\s?){5,}(?<=[0-9])"
    r"(?![.,]?[0-9])"
)
MIXED = r"(?<![\w.,:/])(?P<whole>[0-9]+)[\s-]?(?P<sign>[½¼¾⅓⅔]|(?<=[\s-])[1-9]/[1-9])(?![\w/])"
FRACTION = r"(?<![\w.,:/-])(?P<many>[0-9]{1,2})/(?P<part>[0-9]{1,2})(?![\w:/]|[.,][0-9])"
