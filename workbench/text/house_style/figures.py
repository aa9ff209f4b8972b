"""Percentages and large numbers: 12% or 12 per cent; 1,000 or 1 000."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.house_style.use import Use, whole
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.number_words import ENGLISH_CARDINALS
from workbench.text.span import Span

_GAPS = " \u00a0\u202f\u2009"
_PERCENT = lazy_pattern(
    rf"(?P<number>\d[½¼¾]?|[½¼¾])(?P<sign>(?P<gap>[{_GAPS}]?)%|[{_GAPS}-]per[ \u00a0]?cent\b)(?!\w)"
)
_WORDS = "|".join(sorted(ENGLISH_CARDINALS, key=len, reverse=True))
_WORD_PERCENT = lazy_pattern(rf"\b(?:{_WORDS})[ -](?P<sign>per ?cent)\b", re.IGNORECASE)
_LAST = lazy_pattern(r"[\d.,½¼¾]*$")

_COMMAS = lazy_pattern(rf"(?<![\w.,/:#+-])(?<!\d[{_GAPS}])\d{{1,3}}(?:,\d{{3}}){{1,9}}(?![\d%]|,\d|[{_GAPS}]\d)")
_SPACES = lazy_pattern(
    rf"(?<![\w.,/:#+-])(?<!\d[{_GAPS}])[1-9]\d{{0,2}}(?:[{_GAPS}]\d{{3}}){{1,9}}(?!\d|[{_GAPS}]\d|[,:/-]\d)"
)
_PLAIN = lazy_pattern(r"(?<![\w.,/:#+–-])[1-9]\d{3,8}(?![\w%:/–-]|[,.]\d|\s\d)")
_COUNTS = lazy_pattern(
    r"\s(?!(?:in|on|at|by|and|or|to|for|as|is|was|were|with|when|from|after|until|the|per|percent)\b)[a-z]{3,}"
)
_MAY_BE_YEAR, _WAS_YEAR = range(1900, 2101), range(1000, 1900)
_YEAR_BEFORE = lazy_pattern(r"\b(?:in|since|by|until|till|from|year|of|and|to|before|after|around|about)\s$")
_NO_COUNT_BEFORE = lazy_pattern(r"(?:\bno\.?|\d|[.!?,;:]\s[A-Z][\w-]*|\w\s[A-Z][\w-]*)\s$")


def percent(text: str) -> Iterator[Use]:
    """`%`, `per cent` and `percent` behind a figure; behind a number word only how the words are written."""
    for match in _PERCENT.finditer(text):
        number = _LAST.search(text, max(0, match.start("sign") - 20), match.start("sign"))
        told = f"{number[0] if number else ''}{match['sign']}"
        has = _percent_style(match["sign"])
        span = Span(*match.span("sign"))
        forms = {"12%": "%", "12 %": "\u00a0%", "12 per cent": " per cent", "12 percent": " percent"}
        yield whole("percent", span, told, frozenset({has}), forms)
    for match in _WORD_PERCENT.finditer(text) if "cent" in text else ():
        has = _percent_style(match["sign"])
        forms = {"12 per cent": "per cent", "12 percent": "percent"}
        yield whole("percent", Span(*match.span("sign")), match[0], frozenset({has, "12%", "12 %"}), forms)


def _percent_style(sign: str) -> str:
    if sign.endswith("%"):
        return "12%" if sign == "%" else "12 %"
    return "12 percent" if "percent" in sign.lower() else "12 per cent"


def thousands(text: str) -> Iterator[Use]:
    """Numbers from 1,000; without a mark only what surely counts something (5000 soldiers, but no years).

    Not beside another number, with which one in spaces would be read as one.
    """
    for match in _COMMAS.finditer(text):
        small = len(match[0]) == 5
        yield _large(match, frozenset({"1,000"} if small else {"1,000", "1000"}))
    for match in _SPACES.finditer(text):
        if " " not in match[0] or _COUNTS.match(text, match.end()):
            yield _large(match, frozenset({"1 000"}))
    for match in _PLAIN.finditer(text):
        if _counts(text, match):
            yield _large(match, frozenset({"1000"} if len(match[0]) == 4 else ()))


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a number without marks is one that counts: money, or before a small word; no year, no Boeing 7400."""
    if text[match.start() - 1 : match.start()] in tuple("€$£"):
        return True
    if int(match[0]) in _MAY_BE_YEAR or not _COUNTS.match(text, match.end()):
        return False
    where = text, max(0, match.start() - 24), match.start()
    return not _NO_COUNT_BEFORE.search(*where) and not (int(match[0]) in _WAS_YEAR and _YEAR_BEFORE.search(*where))


def _large(match: re.Match[str], accepted: frozenset[str]) -> Use:
    value = int(re.sub(r"\D", "", match[0]))
    commas = f"{value:,}"
    forms = {"1,000": commas, "1 000": commas.replace(",", "\u00a0"), "1000": str(value) if value < 10_000 else commas}
    return whole("thousands", Span(*match.span()), match[0], accepted, forms)
