"""Finding the figures of a German text: `35.000`, `23,5 Mrd.`, `26. Mai`, `14.30 Uhr`, `drei`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from workbench.checks.figures.figure import (
    FRACTIONS,
    Figure,
    Told,
    decade,
    plain,
    scaled_readings,
    share,
    spread_scale,
    times,
    within_century,
    without_addresses,
)
from workbench.checks.figures.german_phrases import GERMAN_PHRASES
from workbench.checks.figures.german_words import meaning
from workbench.checks.figures.phrases import read_phrases
from workbench.checks.figures.units import measured
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.number_words import GERMAN_SCALES

_SCALE_WORD = (
    r"(?:[Tt]ausend|Tsd|Million(?:en)?|Mio|Mill|Milliarden?|Mrd|Billion(?:en)?|Bio|Billiarden?|hundert|Hundert)\b"
)
_TOKEN = lazy_pattern(
    rf"""
    (?P<word>[^\W\d_]+)
    |(?=[0-9½¼¾⅓⅔])(?:
        (?:(?<![0-9])(?<![0-9][.,])
            (?P<grouped>[0-9]{{1,3}}(?P<group>[.’'\s])[0-9]{{3}}(?:(?P=group)[0-9]{{3}})*(?:,[0-9]+)?)(?![0-9])
            |(?P<number>[0-9]+(?:[.,][0-9]+)?)(?P<decade>er\b)?)
            (?:[\s-]*(?:[$€£]\s?)?(?P<scale>{_SCALE_WORD})|-?(?P<fold>fach))?
        |(?P<fraction>[½¼¾⅓⅔])
    )
    """,
    re.VERBOSE,
)
_WORD_SCALE = lazy_pattern(rf"[\s-]({_SCALE_WORD})")
_CENTURY = lazy_pattern(r"\.\s?(?:Jahrhundert|Jh)")
_JOINTS = lazy_pattern(r"\s*(?:bis|und|oder|zu|–|-|/|,)\s*(?:zu\s)?")
_MINUS = lazy_pattern(r"(?:(?<![\w)\]])(?<![\w)\]]\s)[-−–]|[=:(]\s?[-−–]|(?<![\w)\]])−|\b[Mm]inus\s)$")


def german_figures(text: str) -> list[Figure]:
    """The figures of a German text, in order."""
    figures, rest = read_phrases(without_addresses(text), GERMAN_PHRASES)
    for match in _TOKEN.finditer(rest):
        if match["word"]:
            figures += _spelt(match, rest)
        else:
            figures.append(_signed(_number(match, rest), rest))
    figures.sort(key=lambda figure: figure.span)
    return spread_scale(measured(figures, rest, german=True), text, _JOINTS)


def _number(match: re.Match[str], text: str) -> Figure:
    span = Span(*match.span())
    if match["fraction"]:
        one, _, many = FRACTIONS[match["fraction"]].partition("/")
        value = Decimal(one) / Decimal(many or 1)
        return Figure(span, match[0], frozenset({plain(value), *share(value, 1)}), "never")
    scale = GERMAN_SCALES[match["scale"].lower()] if match["scale"] else 1
    readings = _grouped(match) if match["grouped"] else _ungrouped(match, text)
    whole = match["grouped"].replace(match["group"], "") if match["grouped"] else match["number"]
    value = Decimal(whole.replace(",", ".")) * scale
    readings |= {plain(value), *(share(value, 1) if match["fold"] else ())}
    told: Told = "changed" if text[span.start - 1 : span.start].isalpha() else "alone"  # CO2, BBC4
    return Figure(span, match[0], frozenset(readings), told, scale=scale)


def _grouped(match: re.Match[str]) -> set[str]:
    """What `10 000`, as DIN writes it, can mean besides: two figures."""
    parts = match["grouped"].replace(",", ".").split()
    return {plain(Decimal(part)) for part in parts} if match["group"].isspace() else set()


def _ungrouped(match: re.Match[str], text: str) -> set[str]:
    """What a number can mean besides: a year, a time of day, a decade, the years of a century."""
    digits = match["number"]
    readings = within_century(text, match.start(), digits)
    if "." in digits and len(digits) < 6:
        hour, minute = map(int, digits.split("."))
        readings |= times(hour, minute)
    if match["decade"]:
        readings |= decade(digits)
    if digits.isdigit() and _CENTURY.match(text, match.end()):
        readings.add(plain((int(digits) - 1) * 100))
    return readings


def _signed(figure: Figure, text: str) -> Figure:
    before = text[max(0, figure.span.start - 8) : figure.span.start]
    minus = _MINUS.search(before)
    return replace(figure, negative=True) if minus and (figure.kind == "digits" or minus[0][0] in "mM") else figure


def _spelt(match: re.Match[str], text: str) -> Iterator[Figure]:
    """A number word with what belongs to it (`zwei Millionen`), if the word is one."""
    word, end = match["word"], match.end()
    readings, told, kind = meaning(word)
    if not readings:
        return
    if word[0].isupper() and text[end : end + 1] == "-" and match.start():
        told = "never"  # a name: Drei-Seen-Halle
    if kind == "word" and (scaled := _WORD_SCALE.match(text, end)):
        yield _times(word, readings, told, Span(match.start(), scaled.end()), scaled)
        return
    yield _signed(Figure(Span(match.start(), end), text[match.start() : end], readings, told, kind), text)


def _times(word: str, readings: frozenset[str], told: Told, span: Span, scaled: re.Match[str]) -> Figure:
    """`zwei Millionen`, `eine halbe Million`; `ein paar Millionen` are no number."""
    scale = GERMAN_SCALES[scaled[1].lower()]
    larger = scaled_readings(readings, scale)
    if not larger or word.lower() == "paar":
        told = "never"
    elif scale >= 10**6:
        told = "alone"
    return Figure(span, scaled.string[slice(*span)], larger, told, kind="word", scale=scale)
