"""Figures of several words in German: `zwei Drittel`, `3:1`, `ein halbes Dutzend`, `0800/6888000`, `Ludwig XIV.`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from workbench.checks.figures.figure import Figure, Told, plain, share
from workbench.checks.figures.german_times import GERMAN_TIMES
from workbench.checks.figures.german_words import ARTICLES
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
from workbench.text import Span
from workbench.text.number_words import GERMAN_CARDINALS, GERMAN_ORDINAL_STEMS

_PARTS = {"hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9,
          "zehntel": 10, "zwanzigstel": 20, "hundertstel": 100, "tausendstel": 1000}  # fmt: skip
_ONE = ARTICLES | {"das", "dem", "der", "die", "des", "zum", "im", "letzte"}
_ENDINGS = re.compile(r"(?:e[nrsm]?)$")


def _count(word: str) -> int | None:
    """How many a word or numeral says: an article says one."""
    lower = word.lower()
    return 1 if lower in _ONE else int(word) if word.isdigit() else GERMAN_CARDINALS.get(lower)


def _score(match: re.Match[str]) -> Sequence[Figure]:
    return score(match, int(match["one"]), int(match["other"]))


def _dozen(match: re.Match[str]) -> Sequence[Figure]:
    many = match["many"].lower()
    count = Decimal("0.5") if many.startswith("halbe") else _count(many)
    if not count:
        return ()
    told: Told = "changed" if count <= 1 else "alone"
    return [Figure(Span(*match.span()), match[0], frozenset({plain(Decimal(count) * 12)}), told, kind="word")]


def _fraction(match: re.Match[str]) -> Sequence[Figure]:
    count = _count(match["many"])
    if not count:
        return ()
    return fraction(match, count, _PARTS[match["part"].lower()], "changed" if count == 1 else "alone")


def _every(match: re.Match[str]) -> Sequence[Figure]:
    """`jeder Dritte`, `jede fünfte Frau`."""
    word = match["which"]
    number = int(word[:-1]) if word[:1].isdigit() else GERMAN_ORDINAL_STEMS.get(_ENDINGS.sub("", word.lower()))
    if not number or number < 2:
        return ()
    readings = frozenset(share(1, number) | {plain(number)})
    return [Figure(Span(*match.span("which")), word, readings, "changed", kind="word")]


def _all_day(match: re.Match[str]) -> Sequence[Figure]:
    return [Figure(Span(*match.span()), match[0], frozenset({"24", "7", "q24/7"}), "never", kind="word")]


GERMAN_PHRASES = (
    *GERMAN_TIMES,
    phrase(r"(?i)\brund\sum\sdie\sUhr\b", _all_day),
    phrase(TELEPHONE, telephone_number),
    phrase(r"(?<![\w.,:/])(?P<one>[0-9]{1,3})\s?:\s?(?P<other>[0-9]{1,3})(?![\w:/]|[.,][0-9])", _score),
    phrase(MIXED, mixed),
    phrase(FRACTION, fraction_in_figures),
    phrase(r"\b(?P<many>\w+)\sDutzend\b", _dozen, " Dutzend"),
    phrase(rf"(?i)\b(?P<many>\w+)[\s-](?P<part>{'|'.join(_PARTS)})n?s?\b", _fraction, "tel", "älfte"),
    phrase(r"(?i)\bjede[rsnm]?\s(?P<which>[0-9]+\.|[^\W\d_]+te[rsnm]?)(?!\w)", _every),
    phrase(r"(?<=\w[\s-])(?P<roman>[IVX]+)(?![\w'’-])", roman_numeral),
)
"""In the order in which they are looked for."""
