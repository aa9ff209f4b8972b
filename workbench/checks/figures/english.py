"""Finding the figures of an English text: `35,000`, `23.5bn`, `26th`, `2.30pm`, `twenty-one`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from workbench.checks.figures.english_phrases import ENGLISH_PHRASES
from workbench.checks.figures.english_times import open_time
from workbench.checks.figures.figure import (
    FRACTIONS,
    NO_READINGS,
    Figure,
    Kind,
    Told,
    decade,
    plain,
    share,
    spread_scale,
    times,
    within_century,
    without_addresses,
)
from workbench.checks.figures.kin import ENGLISH_KIN
from workbench.checks.figures.phrases import read_phrases
from workbench.checks.figures.units import measured
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.number_words import (
    ENGLISH_CARDINALS,
    ENGLISH_MONTHS,
    ENGLISH_ORDINALS,
    ENGLISH_SCALES,
    ENGLISH_WEEKDAYS,
)

_TOKEN = lazy_pattern(
    r"""
    (?P<word>[^\W\d_]+)
    |(?=[0-9½¼¾⅓⅔])(?:
        (?<=[0-9a-z]m)[23](?![0-9])
        |(?<![0-9])(?<![0-9][.,])(?P<comma>[0-9]+,(?:[0-9]{1,2}|[0-9]{4,}))(?![0-9,])
            (?:[\s-]*(?P<many>Mio|Mrd|Tsd|hundred|thousand|million|billion|trillion|mn|mln|bn|bln|tn|m)\b)?
        |(?<![0-9])(?<![0-9][.,])
            (?P<number>[0-9]{1,3}(?:(?P<group>[,’\s])[0-9]{3}(?:(?P=group)[0-9]{3})*)(?![0-9])(?:\.[0-9]+)?
            |[0-9]+(?:\.[0-9]+)?)
            (?:(?P<decade>s\b)|(?:st|nd|rd|th)\b
            |[\s-]*(?P<scale>hundred|thousand|million|billion|trillion|Mio|Mrd|Tsd|mn|mln|bn|bln|tn|[kKmMbB](?![\w²³]))\b)?
        |(?P<rest>[0-9]+)
        |(?P<fraction>[½¼¾⅓⅔])
    )
    """,
    re.VERBOSE,
)
_OF = lazy_pattern(r"(?:\sof)?(?:\sa)?\s(thousand|million|billion|trillion)s?\b")
_PARTS_OF = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "tens": Decimal(10), "hundreds": Decimal(100)}
"""Words that make a number with what follows: `half a million`, `tens of thousands`."""
_JOINTS = lazy_pattern(r"\s*(?:to|and|or|–|—|-|/|,)\s*[$€£]?")
_BETWEEN_WORDS = lazy_pattern(r"-|\s+")
_BETWEEN_HUNDREDS = lazy_pattern(r"-|\s+(?:and\s+)?")
_MINUS = lazy_pattern(r"(?:(?<![\w)\]])[-−–]\s?[$€£]?|\b(?:[Mm]inus|[Nn]egative)\s)$")
_CENTURY = lazy_pattern(r"\scenturies|\scentury")
_NOT_ONLY_MONTHS = ("May", "March", "Jan", "Mar")
_MONTH_NAME = lazy_pattern(
    r"(?i)(?:in|of|since|until|by|from|to|and|or|for|during|last|next|this|late|early|mid|before|after|between)[\s-]$"
    r"|[(–-]$"
)
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
            "eighties": 80, "nineties": 90}  # fmt: skip


def english_figures(text: str) -> list[Figure]:
    """The figures of an English text, in order."""
    figures, text = read_phrases(without_addresses(text), ENGLISH_PHRASES)
    words: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        word = match["word"]
        counts = word is not None and _counts(word.lower())
        if words and not (counts and _joined(words[-1], match, text)):
            if word == "and":
                continue
            figures.append(_signed(_spelt(words, text), text))
            words = []
        if counts:
            words.append(match)
        elif word is None:
            figures.append(_signed(_figure(match, text), text))
        else:
            figures += _near_number(match, text)
    if words:
        figures.append(_spelt(words, text))
    figures.sort(key=lambda figure: figure.span)
    return spread_scale(measured(figures, text, german=False), text, _JOINTS)


@lru_cache(maxsize=20_000)
def _counts(word: str) -> bool:
    """Whether a word can be part of a number written out."""
    return word in ENGLISH_CARDINALS or word in ENGLISH_ORDINALS or (len(word) > 3 and word in ENGLISH_SCALES)


def _joined(word: re.Match[str], following: re.Match[str], text: str) -> bool:
    """Whether two number words are parts of one number: `two hundred and ten`, but not `two and ten`."""
    before, after = _value(word["word"].lower()), _value(following["word"].lower())
    if before < 13 and after < 100:
        return False  # `one two` are two numbers, `nineteen eighty-four` is one
    hundreds = 100 <= before < 10**6
    between = _BETWEEN_HUNDREDS if hundreds else _BETWEEN_WORDS
    return between.fullmatch(text, word.end(), following.start()) is not None


def _figure(match: re.Match[str], text: str) -> Figure:
    """The figure of one token that has digits."""
    span = Span(*match.span())
    if match["number"]:
        return _number(match, text, span)
    if match["fraction"]:
        one, _, many = FRACTIONS[match["fraction"]].partition("/")
        value = Decimal(one) / Decimal(many or 1)
        return Figure(span, match[0], frozenset({plain(value), *share(value, 1)}), "never")
    if match["comma"]:  # `2,15`: no English number, and so both of its parts
        parts = {plain(int(part)) for part in match["comma"].split(",")}
        scale = ENGLISH_SCALES[match["many"].lower()] if match["many"] else 1
        return Figure(span, match[0], frozenset(parts), scale=scale)
    if match["rest"]:
        return Figure(span, match[0], frozenset({plain(int(match[0]))}))
    return Figure(span, match[0], NO_READINGS, "never")


def _number(match: re.Match[str], text: str, span: Span) -> Figure:
    digits = match["number"]
    scale = ENGLISH_SCALES[match["scale"].lower()] if match["scale"] else 1
    value = Decimal(re.sub(r"[,’\s]", "", digits))
    readings = {plain(value * scale)} | within_century(text, span.start, digits)
    if match["scale"] and len(match["scale"]) == 1:
        readings.add(plain(value))
    if match["group"] and match["group"].isspace():
        readings.update(plain(Decimal(part)) for part in digits.split())
    offers: set[str] = set()
    if digits.isdigit():
        readings |= _of_whole(match, text)
        offers = open_time(int(digits), 0) if len(digits) < 3 else set()
    elif re.fullmatch(r"[0-9]{1,2}\.[0-5][0-9]", digits):
        hour, minute = map(int, digits.split("."))
        readings |= times(hour, minute)
        offers = open_time(hour, minute)
    told: Told = "changed" if text[span.start - 1 : span.start].isalpha() else "alone"  # CO2, BBC4
    return Figure(span, match[0], frozenset(readings), told, scale=scale, offers=frozenset(readings | offers))


def _of_whole(match: re.Match[str], text: str) -> set[str]:
    """What else a whole number means: a decade (`90s`), the years of a century (`19th century`)."""
    digits = match["number"]
    readings = decade(digits) if match["decade"] else set()
    return readings | {plain((int(digits) - 1) * 100)} if _CENTURY.match(text, match.end()) else readings


def _signed(figure: Figure, text: str) -> Figure:
    before = text[max(0, figure.span.start - 9) : figure.span.start]
    return replace(figure, negative=True) if _MINUS.search(before) else figure


def _near_number(match: re.Match[str], text: str) -> Sequence[Figure]:
    """A month, a day of the week, `both`, `half`; `half a million` is 500,000."""
    word = match["word"]
    readings, kind, told = _kin(word)
    if not readings:
        return ()
    if word in _NOT_ONLY_MONTHS and not _MONTH_NAME.search(text[max(0, match.start() - 9) : match.start()]):
        told = "never"
    if part := _PARTS_OF.get(word.lower()):
        of = _OF.match(text, match.end())
        readings |= {plain(int(ENGLISH_SCALES[of[1]] * part))} if of else set()
    return [Figure(Span(*match.span()), word, readings, told, kind=kind)]


def _spelt(words: list[re.Match[str]], text: str) -> Figure:
    """One figure for number words in a row (`two hundred and fifty`), with the parts' values as well."""
    values = [_value(match["word"].lower()) for match in words]
    span, total = Span(words[0].start(), words[-1].end()), _sum(values)
    readings = {plain(total)} | {plain(value) for value in values if value < 1000}
    if len(values) > 1 and 13 <= values[0] <= 20 and 10 <= _sum(values[1:]) < 100:
        readings.add(plain(values[0] * 100 + _sum(values[1:])))
    ordinal = words[-1]["word"].lower() in ENGLISH_ORDINALS
    if ordinal and _CENTURY.match(text, span.end):
        readings.add(plain((total - 1) * 100))
    cardinal = words[0]["word"].lower() in ENGLISH_CARDINALS
    return Figure(span, text[slice(*span)], frozenset(readings), _told(values, total, cardinal, ordinal), kind="word")


def _told(values: Sequence[int], total: int, cardinal: bool, ordinal: bool) -> Told:
    """Whether a number in words is told when the German lacks it: English often says one and two, and second."""
    if (len(values) == 1 and cardinal and 3 <= total <= 12) or (values[-1] >= 10**6 and len(values) > 1):
        return "alone"
    return "changed" if total > (2 if ordinal else 12) and (ordinal or cardinal) else "never"


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
    return ENGLISH_ORDINALS[word] if word in ENGLISH_ORDINALS else ENGLISH_SCALES[word]


@lru_cache(maxsize=20_000)
def _kin(word: str) -> tuple[frozenset[str], Kind, Told]:
    """What a word near to a number can mean: months, days, `both`, `half`, `noon`, `nineties`."""
    lower = word.lower()
    if word[0].isupper() and (month := ENGLISH_MONTHS.get(lower)):
        return frozenset({f"m{month}"}), "month", "changed"
    if word[0].isupper() and (day := ENGLISH_WEEKDAYS.get(lower)):
        return frozenset({f"w{day}"}), "weekday", "changed"
    if tens := _DECADES.get(lower):
        return frozenset(decade(str(tens))), "word", "never"
    kin = ENGLISH_KIN.get(lower)
    if kin is None and lower.endswith(("thirds", "fifths", "sixths", "eighths", "tenths", "ninths")):
        kin = frozenset({plain(ENGLISH_ORDINALS[lower[:-1]])})
    return kin or NO_READINGS, "word", "never"
