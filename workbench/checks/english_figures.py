"""Finding the figures of an English text: `35,000`, `23.5bn`, `26th`, `2.30pm`, `twenty-one`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from workbench.checks.figures import (
    FRACTIONS,
    Figure,
    decade,
    plain,
    spread_scale,
    times,
    within_century,
    without_addresses,
)
from workbench.text import Span
from workbench.text.number_words import ENGLISH_CARDINALS, ENGLISH_KIN, ENGLISH_MONTHS, ENGLISH_ORDINALS

_SCALES = {
    "hundred": 100, "thousand": 10**3, "thousands": 10**3, "k": 10**3, "million": 10**6, "millions": 10**6,
    "m": 10**6, "mn": 10**6, "mln": 10**6, "billion": 10**9, "billions": 10**9, "bn": 10**9, "b": 10**9,
    "bln": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]+)
    |(?=[0-9½¼¾])(?:
        (?<![0-9])(?<![0-9][.,])(?:
            (?P<hour>[0-2]?[0-9])(?:[.:]?(?P<minute>[0-5][0-9]))?\s?(?P<half>[apAP])\.?[mM]\b\.?
            |(?<!:)(?P<clock>[0-2]?[0-9]:[0-5][0-9])(?![0-9:])
            |(?P<zulu>[0-2][0-9][0-5][0-9])(?=\s(?:GMT|CET|CEST|UTC|hours|local)\b)
            |(?<!/)(?P<date>[0-3]?[0-9]/[0-3]?[0-9])(?![0-9])
        )
        |(?<=[0-9a-z]m)[23](?![0-9])
        |(?<![0-9])(?<![0-9][.,])(?P<comma>[0-9]+,(?:[0-9]{1,2}|[0-9]{4,}))(?![0-9,])
        |(?<![0-9])(?<![0-9][.,])
            (?P<number>[0-9]{1,3}(?:(?P<group>[,’\s])[0-9]{3}(?:(?P=group)[0-9]{3})*)(?![0-9])(?:\.[0-9]+)?
            |[0-9]+(?:\.[0-9]+)?)
            (?:(?P<decade>s\b)|(?:st|nd|rd|th)\b
            |[\s-]*(?P<scale>hundred|thousand|million|billion|trillion|mn|mln|bn|bln|tn|[kKmMbB](?![\w²³]))\b)?
        |(?P<rest>[0-9]+)
        |(?P<fraction>[½¼¾])
    )
    """,
    re.VERBOSE,
)
_HALF_OF = re.compile(r"\sa\s(million|billion|trillion)\b")
_JOINTS = re.compile(r"\s*(?:to|and|or|–|—|-|/|,)\s*[$€£]?")
_BETWEEN_WORDS = re.compile(r"-|\s+")
_BETWEEN_HUNDREDS = re.compile(r"-|\s+(?:and\s+)?")
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
            "eighties": 80, "nineties": 90}  # fmt: skip


def english_figures(text: str) -> list[Figure]:
    """The figures of an English text, in order."""
    text = without_addresses(text)
    figures: list[Figure] = []
    words: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        word = match["word"]
        counts = word is not None and _counts(word.lower())
        if words and not (counts and _joined(words[-1], match, text)):
            if word == "and":
                continue
            figures.append(_spelt(words, text))
            words = []
        if counts:
            words.append(match)
        elif word is None:
            figures += _figures(match, text)
        elif readings := _kin(word):
            figures.append(_near_number(match, text, readings))
    if words:
        figures.append(_spelt(words, text))
    return spread_scale(figures, text, _JOINTS)


@lru_cache(maxsize=20_000)
def _counts(word: str) -> bool:
    """Whether a word can be part of a number written out."""
    return word in ENGLISH_CARDINALS or word in ENGLISH_ORDINALS or (len(word) > 3 and word in _SCALES)


def _joined(word: re.Match[str], following: re.Match[str], text: str) -> bool:
    """Whether two number words are parts of one number: `two hundred and ten`, but not `two and ten`."""
    hundreds = word["word"].lower() in _SCALES
    between = _BETWEEN_HUNDREDS if hundreds else _BETWEEN_WORDS
    return between.fullmatch(text, word.end(), following.start()) is not None


def _figures(match: re.Match[str], text: str) -> Iterable[Figure]:
    """The figures of one token that has digits."""
    return next((read(match, text) for group, read in _READERS.items() if match[group]), ())


def _with_comma(match: re.Match[str], text: str) -> Iterable[Figure]:
    """`2,15`: no English number, and so both of its parts."""
    parts = {plain(int(part)) for part in match[0].split(",")}
    yield Figure(Span(*match.span()), match[0], frozenset({match[0], *parts}))


def _alone(match: re.Match[str], text: str) -> Iterable[Figure]:
    yield Figure(Span(*match.span()), match[0], frozenset({plain(int(match[0]))}))


def _clock(match: re.Match[str], text: str) -> Iterable[Figure]:
    """`14:30`, and its parts."""
    hour, minute = map(int, match["clock"].split(":"))
    yield Figure(Span(*match.span()), match[0], frozenset(times(hour, minute) | {str(hour), str(minute)}))


def _zulu(match: re.Match[str], text: str) -> Iterable[Figure]:
    """`1430 GMT`, which may be a number, too."""
    digits = match["zulu"]
    readings = times(int(digits[:-2]), int(digits[-2:])) | {plain(int(digits))}
    yield Figure(Span(*match.span()), match[0], frozenset(readings))


def _date(match: re.Match[str], text: str) -> Iterable[Figure]:
    """`24/11`: two figures, each a number or a month."""
    for part in re.finditer("[0-9]+", match["date"]):
        place = Span(match.start() + part.start(), match.start() + part.end())
        yield Figure(place, part[0], frozenset({plain(int(part[0])), f"m{int(part[0])}"}))


def _fraction(match: re.Match[str], text: str) -> Iterable[Figure]:
    readings = frozenset({FRACTIONS[match["fraction"]]})
    yield Figure(Span(*match.span()), match[0], readings, asked=False, digits=False)


def _number(match: re.Match[str], text: str) -> Iterable[Figure]:
    span = Span(*match.span())
    digits = match["number"]
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
    whole = Decimal(re.sub(r"[,’\s]", "", digits))
    readings = {plain(whole * scale)} | within_century(text, span.start, digits)
    if match["scale"] and len(match["scale"]) == 1:
        readings.add(plain(whole))
    if match["group"] and match["group"].isspace():
        readings.update(plain(Decimal(part)) for part in digits.split())
    if match["decade"] and digits.isdigit():
        readings |= decade(digits)
    if re.fullmatch(r"[0-9]{1,2}\.[0-9]{2}", digits):
        hour, minute = map(int, digits.split("."))
        readings |= times(hour, minute)
    yield Figure(span, match[0], frozenset(readings), scale=scale)


def _half_day(match: re.Match[str], text: str) -> Iterable[Figure]:
    """`2.30pm`: 14:30, and 2 for the German that says only `zwei Uhr`."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    whole = hour % 12 + (12 if match["half"] in "pP" else 0)
    readings = times(whole, minute) | {str(hour), str(whole)}
    if whole == 0:
        readings |= times(24, minute) | {"24"}
    yield Figure(Span(*match.span()), match[0], frozenset(readings))


_READERS: dict[str, Callable[[re.Match[str], str], Iterable[Figure]]] = {
    "number": _number,
    "comma": _with_comma,
    "rest": _alone,
    "hour": _half_day,
    "clock": _clock,
    "zulu": _zulu,
    "date": _date,
    "fraction": _fraction,
}
"""What reads a token that matched in this group of _TOKEN."""


def _near_number(match: re.Match[str], text: str, readings: frozenset[str]) -> Figure:
    """A month, `both`, `half`; `half a million` is 500,000."""
    if match["word"].lower() == "half" and (whole := _HALF_OF.match(text, match.end())):
        readings |= {plain(_SCALES[whole[1]] // 2)}
    return Figure(Span(*match.span()), match["word"], readings, asked=False, digits=False)


def _spelt(words: list[re.Match[str]], text: str) -> Figure:
    """One figure for number words in a row (`two hundred and fifty`), with the parts' values as well."""
    values = [_value(match["word"].lower()) for match in words]
    span = Span(words[0].start(), words[-1].end())
    readings = {plain(_sum(values))} | {plain(value) for value in values if value < 1000}
    word = words[0]["word"].lower()
    alone = len(words) == 1 and word in ENGLISH_CARDINALS and 3 <= values[0] <= 12
    asked = alone or (values[-1] >= 10**6 and len(values) > 1)
    return Figure(span, text[span.start : span.end], frozenset(readings), asked, digits=False)


def _sum(values: Sequence[int]) -> int:
    """The number that words with these values make in a row: 2, 100, 50 are 250."""
    total, open_ = 0, 0
    for value in values:
        if value == 100:
            open_ = (open_ or 1) * 100
        elif value >= 1000:
            total, open_ = total + (open_ or 1) * value, 0
        else:
            open_ += value
    return total + open_


def _value(word: str) -> int:
    if word in ENGLISH_CARDINALS:
        return ENGLISH_CARDINALS[word]
    return ENGLISH_ORDINALS[word] if word in ENGLISH_ORDINALS else _SCALES[word]


@lru_cache(maxsize=20_000)
def _kin(word: str) -> frozenset[str]:
    """What a word near to a number can mean: months, `both`, `half`, `noon`, `nineties`."""
    lower = word.lower()
    if word[0].isupper() and (month := ENGLISH_MONTHS.get(lower)):
        return frozenset({f"m{month}"})
    if tens := _DECADES.get(lower):
        return frozenset(decade(str(tens)))
    if lower in {"noon", "midday"}:
        return frozenset({"12", "t12:00"})
    if lower == "midnight":
        return frozenset({"0", "24", "t0:00", "t24:00"})
    kin = ENGLISH_KIN.get(lower)
    if kin is None and lower.endswith(("thirds", "fifths", "sixths", "eighths", "tenths", "ninths")):
        kin = plain(ENGLISH_ORDINALS[lower[:-1]])
    return frozenset({kin}) if kin else frozenset()
