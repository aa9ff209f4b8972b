"""Finding the figures of a German text: `35.000`, `23,5 Mrd.`, `26. Mai`, `14.30 Uhr`, `drei`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from workbench.checks.figures import (
    FRACTIONS,
    Figure,
    decade,
    plain,
    scaled_readings,
    spread_scale,
    times,
    within_century,
    without_addresses,
)
from workbench.text import Span
from workbench.text.number_words import GERMAN_CARDINALS, GERMAN_KIN, GERMAN_MONTHS, GERMAN_ORDINAL_STEMS

_SCALES = {
    "tausend": 10**3, "tsd": 10**3, "million": 10**6, "millionen": 10**6, "mio": 10**6, "mill": 10**6,
    "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billion": 10**12, "billionen": 10**12,
}  # fmt: skip
_SCALE_WORD = r"(?:[Tt]ausend|Tsd|Million(?:en)?|Mio|Mill|Milliarden?|Mrd|Billion(?:en)?)\b"
_TOKEN = re.compile(
    rf"""
    (?P<word>[^\W\d_]+)
    |(?=[0-9½¼¾])(?:
        (?<![0-9])(?<![0-9][.,])(?:
            (?P<day>[0-3]?[0-9])\.\s?(?P<month>[01]?[0-9])\.(?:\s?(?P<year>[0-9]{{4}}|[0-9]{{2}}\b))?(?![0-9])
            |(?P<hour>[0-2]?[0-9])(?:[.:](?P<minute>[0-5][0-9]))?(?=\s*(?:Uhr|h)\b)
            |(?<!:)(?P<clock>[0-2]?[0-9]:[0-5][0-9])(?![0-9:])
        )
        |(?:(?<![0-9])(?<![0-9][.,])
            (?P<grouped>[0-9]{{1,3}}(?P<group>[.’'\s])[0-9]{{3}}(?:(?P=group)[0-9]{{3}})*(?:,[0-9]+)?)(?![0-9])
            |(?P<number>[0-9]+(?:[.,][0-9]+)?)(?P<decade>er\b)?)
            (?:[\s-]*(?:[$€£]\s?)?(?P<scale>{_SCALE_WORD}))?
        |(?P<fraction>[½¼¾])
    )
    """,
    re.VERBOSE,
)
_WORD_SCALE = re.compile(rf"[\s-]({_SCALE_WORD})")
_HALF_TO = re.compile(r"\s(eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b")
_DAY_LONG = re.compile(r"\sum\sdie\sUhr\b")
_JOINTS = re.compile(r"\s*(?:bis|und|oder|zu|–|-|/|,)\s*")
_DERIVED_TAILS = (
    "jähr", "täg", "mal", "fach", "monat", "stünd", "wöch", "minüt", "sekünd", "köpf", "stell", "teil",
    "seit", "stöck", "geschoss", "prozent", "tür", "bein", "rädr", "spur", "sprach", "kampf", "er",
)  # fmt: skip
_HALVES = re.compile(r"([a-zäöüß]+)einhalb")
_ENDINGS = re.compile(r"(?:e[nrsm]?|ens|el[ns]?)$")
_ARTICLES = frozenset({"ein", "eine", "einer", "einen", "einem", "eines"})
_NOT_ASKED = _ARTICLES | frozenset({"eins", "null", "hundert", "tausend", "zwei"})


def german_figures(text: str) -> list[Figure]:
    """The figures of a German text, in order."""
    text = without_addresses(text)
    figures: list[Figure] = []
    for match in _TOKEN.finditer(text):
        if figures and match.start() < figures[-1].span.end:
            continue  # the `drei` of `halb drei` belongs to the figure before it
        if match["word"]:
            readings, asked = _word(match["word"])
            if readings:
                figures.append(_spelt(match, text, readings, asked))
        else:
            figures += _figures(match, text)
    return spread_scale(figures, text, _JOINTS)


def _figures(match: re.Match[str], text: str) -> Iterator[Figure]:
    """The figures of one token that has digits; a date has up to three."""
    span = Span(*match.span())
    if match["number"] or match["grouped"]:
        yield _number(match, text, span)
    elif match["day"]:
        yield from _date(match)
    elif match["hour"]:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        yield Figure(span, match[0], frozenset(times(hour, minute) | {str(hour), str(hour % 12)}))
    elif match["clock"]:
        hour, minute = map(int, match["clock"].split(":"))
        yield Figure(span, match[0], frozenset(times(hour, minute) | {str(hour), str(minute)}))
    else:
        yield Figure(span, match[0], frozenset({FRACTIONS[match["fraction"]]}), asked=False, digits=False)


def _number(match: re.Match[str], text: str, span: Span) -> Figure:
    digits = match["grouped"] or match["number"]
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
    readings: set[str] = set()
    if match["grouped"]:
        whole = digits.replace(match["group"], "").replace(",", ".")
        if match["group"] == " ":  # DIN writes 10 000; it may also be two figures
            readings.update(plain(Decimal(part)) for part in digits.replace(",", ".").split())
    else:
        whole = digits.replace(",", ".")
        readings |= within_century(text, span.start, digits)
        if "." in digits:
            hour, minute = map(int, digits.split("."))
            readings |= times(hour, minute)
    if match["decade"]:
        readings |= decade(digits)
    readings.add(plain(Decimal(whole) * scale))
    return Figure(span, match[0], frozenset(readings), scale=scale)


def _date(match: re.Match[str]) -> Iterator[Figure]:
    """`26.05.2022` as a day, a month (which English writes as a word) and a year."""
    day, month = match["day"], match["month"]
    yield Figure(Span(*match.span("day")), day, frozenset({plain(int(day))}))
    readings = frozenset({plain(int(month)), f"m{int(month)}"})
    yield Figure(Span(*match.span("month")), month, readings, asked=int(month) > 12)
    if year := match["year"]:
        long = {f"20{year}", f"19{year}"} if len(year) == 2 else set()
        yield Figure(Span(*match.span("year")), year, frozenset({plain(int(year)), *long}))


def _spelt(match: re.Match[str], text: str, readings: frozenset[str], asked: bool) -> Figure:
    """A number word with what belongs to it: `zwei Millionen`, `halb drei`, `rund um die Uhr`."""
    word, end = match["word"], match.end()
    if scaled := _WORD_SCALE.match(text, end):
        scale = _SCALES[scaled[1].lower()]
        larger = scaled_readings(readings, scale)
        span = Span(match.start(), scaled.end())
        written = text[slice(*span)]
        return Figure(span, written, larger, bool(larger), digits=False, scale=scale)
    if word.lower() == "halb" and (full := _HALF_TO.match(text, end)):
        hour = GERMAN_CARDINALS[full[1]] - 1
        readings |= times(hour, 30) | times(hour + 12, 30) | {str(hour), str(hour + 1)}
        end = full.end()
    if word.lower() == "rund":
        readings = frozenset({"24"}) if _DAY_LONG.match(text, end) else frozenset()
    asked = asked and word != "Acht"
    return Figure(Span(match.start(), end), text[match.start() : end], readings, asked, digits=False)


@lru_cache(maxsize=20_000)
def _word(written: str) -> tuple[frozenset[str], bool]:
    """What a word can mean as a figure, and whether it must have its counterpart; most words mean none."""
    word = written.lower()
    if month := GERMAN_MONTHS.get(word):
        return frozenset({f"m{month}"}), False
    value = 1 if word in _ARTICLES else GERMAN_CARDINALS.get(word)
    if value is not None:
        return frozenset({plain(value)}), value <= 12 and word not in _NOT_ASKED
    return _derived(word), False


def _derived(word: str) -> frozenset[str]:
    """What a word made from a number can mean: `zweimal` 2, `dritten` 3, `zweieinhalb` 2.5."""
    if kin := GERMAN_KIN.get(word):
        return frozenset({kin})
    if halves := _HALVES.match(word):
        whole = GERMAN_CARDINALS.get(halves[1])
        return frozenset({plain(Decimal(whole) + Decimal("0.5"))}) if whole is not None else frozenset()
    ordinal = GERMAN_ORDINAL_STEMS.get(_ENDINGS.sub("", word))
    if ordinal is not None:
        return frozenset({plain(ordinal)})
    for end in range(min(len(word) - 1, 40), 2, -1):
        value = GERMAN_CARDINALS.get(word[:end])
        if value is not None and word.startswith(_DERIVED_TAILS, end):
            return frozenset(decade(str(value)) if word.endswith(("er", "ern")) else {plain(value)})
    return frozenset()
