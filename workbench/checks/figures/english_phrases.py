"""Figures of several words in English: `two thirds`, `one in five`, `3-1`, `half a dozen`, `an hour and a half`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from workbench.checks.figures.english_times import ENGLISH_TIMES, HOURS, value
from workbench.checks.figures.figure import Figure, Kind, plain, share
from workbench.checks.figures.phrases import (
    FRACTION,
    MIXED,
    TELEPHONE,
    fraction,
    fraction_in_figures,
    mixed,
    phrase,
    roman_numeral,
    score,
    telephone_number,
)
from workbench.checks.figures.units import following_readings
from workbench.text import Span
from workbench.text.number_words import ENGLISH_CARDINALS, ENGLISH_SCALES

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10,
    "tenths": 10, "fourth": 4, "fourths": 4, "twentieth": 20, "hundredth": 100, "hundredths": 100, "thousandth": 1000,
}  # fmt: skip
_NIL = {"nil": 0, "love": 0}
_LENGTHS = "hour|day|week|month|year|decade|minute|mile"
_SMALL = rf"[0-9]{{1,3}}|{'|'.join(HOURS)}"
_NUMBER = rf"[0-9]{{1,3}}|{'|'.join(ENGLISH_CARDINALS)}"


def _score(match: re.Match[str]) -> Sequence[Figure]:
    one, other = (_NIL.get(word.lower(), value(word)) for word in (match["one"], match["other"]))
    return () if one is None or other is None else score(match, one, other)


def _count(word: str) -> int | None:
    return 1 if word.lower() in ("a", "an", "the") else value(word)


def _and_a_half(match: re.Match[str]) -> Sequence[Figure]:
    """`two and a half`, `an hour and a half`, `one and a half million`."""
    count, unit = _count(match["many"]), (match["unit"] or "").lower()
    if count is None:
        return ()
    amount = Decimal(count) + (Decimal("0.25") if match["half"].lower() == "quarter" else Decimal("0.5"))
    scale = ENGLISH_SCALES.get((match["scale"] or "").lower(), 1)
    readings = {plain(amount * scale)} | (following_readings(frozenset({plain(amount)}), unit) if unit else set())
    figure = Figure(
        Span(*match.span()), match[0], frozenset(readings), "changed", kind="word", scale=scale,
        offers=frozenset(readings | {plain(count)}), unit=frozenset({unit} if unit else ()),
    )  # fmt: skip
    return [figure]


def _dozen(match: re.Match[str]) -> Sequence[Figure]:
    count = Decimal("0.5") if match["many"].lower().startswith("half") else _count(match["many"])
    if count is None:
        return ()
    return [Figure(Span(*match.span()), match[0], frozenset({plain(Decimal(count) * 12)}), "changed", kind="word")]


def _fraction(match: re.Match[str]) -> Sequence[Figure]:
    """`two thirds`, `three-quarters`, `a fifth`; `a third` is also an ordinal."""
    count = _count(match["many"])
    return fraction(match, count, _PARTS[match["part"].lower()], "alone" if count > 1 else "never") if count else ()


def _in_so_many(match: re.Match[str]) -> Sequence[Figure]:
    """`one in five`, `3 out of 4`."""
    count, number = value(match["many"]), value(match["of"])
    if not count or not number or count >= number:
        return ()
    parts = (frozenset({plain(count)}), frozenset({plain(number)}))
    readings = frozenset(share(count, number))
    kind: Kind = "digits" if match["many"].isdigit() else "word"
    return [Figure(Span(*match.span()), match[0], readings, kind=kind, offers=readings.union(*parts), parts=parts)]


_ORDER = sorted(_PARTS, key=len, reverse=True)

ENGLISH_PHRASES = (
    *ENGLISH_TIMES,
    phrase(TELEPHONE, telephone_number),
    phrase(r"(?<![\w.,:/$€£-])(?P<one>[0-9]{1,3})\s?[:–-]\s?(?P<other>[0-9]{1,3})(?![\w:/%–-]|[.,][0-9])", _score),
    phrase(rf"(?i)\b(?P<one>{'|'.join(HOURS)})[–-](?P<other>nil|love|{'|'.join(HOURS)})\b", _score),
    phrase(MIXED, mixed),
    phrase(FRACTION, fraction_in_figures),
    phrase(rf"(?i)\b(?P<many>an?|{_NUMBER})[\s-](?:(?P<unit>{_LENGTHS})s?\s)?and[\s-]an?[\s-](?P<half>half|quarter)\b"
           r"(?:[\s-](?P<scale>million|billion|trillion)\b)?", _and_a_half, " half", "-half", "quarter"),
    phrase(rf"(?i)\b(?P<many>half(?:\sa)?|a|the|{_NUMBER})[\s-]dozen\b", _dozen, "dozen"),
    phrase(rf"(?i)\b(?P<many>an?|{_NUMBER})[\s-](?P<part>{'|'.join(_ORDER)})\b"
           r"(?!\s(?:time|day|year|place|person|party|quarter|floor|term|round))", _fraction, *_PARTS),
    phrase(rf"(?i)\b(?P<many>{_SMALL})\s(?:in|out\sof)\s(?:every\s)?(?P<of>{_SMALL})\b"
           r"(?![.,:]?[0-9]|-|\s(?:years|months|weeks|days|hours|minutes|games|matches))", _in_so_many),
    phrase(r"(?<=\w[\s-])(?P<roman>[IVX]{2,}|[VX])(?![\w'’-])", roman_numeral),
)  # fmt: skip
"""In the order in which they are looked for."""
