"""The next figure of a German text that its English has not yet, as English writes it and the house style has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.checks.figures import Figure
from workbench.checks.numbers import figures_of_german, lost_figures
from workbench.engine.sentence.notation import in_english
from workbench.project.memories.put_figures import as_english
from workbench.text import Span
from workbench.text.house_style import HouseStyle, in_place

_UNITS = {
    "percent": ("%", r"\s?(?:%|Prozent)"),
    "eur": (" euros", r"\s?(?:€|Euro|EUR)\b|\s?€"),
    "dollar": (" dollars", r"\s?(?:US-)?Dollar\b"),
    "rub": (" roubles", r"\s?Rubel\b"),
    "uah": (" hryvnias", r"\s?(?:Hrywnja|Hrywnjas|Hrywna|Griwna)\b"),
    "km": (" km", r"\s?(?:km|Kilometern?)\b"),
    "m": (" metres", r"\s?(?:m|Metern?)\b"),
    "cm": (" cm", r"\s?(?:cm|Zentimetern?)\b"),
    "kmh": (" km/h", r"\s?(?:km/h|Kilometern? pro Stunde|Stundenkilometern?)"),
    "km2": (" square kilometres", r"\s?(?:km²|Quadratkilometern?)"),
    "m2": (" square metres", r"\s?(?:m²|Quadratmetern?)"),
    "ha": (" hectares", r"\s?(?:ha|Hektar)\b"),
    "kg": (" kg", r"\s?(?:kg|Kilogramm|Kilo)\b"),
    "tonne": (" tonnes", r"\s?(?:t|Tonnen)\b"),
    "hour": (" hours", r"\s?Stunden\b"),
    "minute": (" minutes", r"\s?Minuten\b"),
    "day": (" days", r"\s?Tagen?\b"),
    "week": (" weeks", r"\s?Wochen\b"),
    "month": (" months", r"\s?Monaten?\b"),
    "year": (" years", r"\s?Jahren?\b"),
}
"""What is put behind a figure in English, and what stands behind it in German: only what is surely a unit there."""
_AMERICAN = {" metres": " meters", " square kilometres": " square kilometers", " square metres": " square meters",
             " roubles": " rubles"}  # fmt: skip
_PREPOSED = {"eur": "€", "dollar": "$", "gbp": "£"}
_SIGN_BEHIND = re.compile(r"\s?(?P<sign>[€$£])")
_YEAR = re.compile(r"(?:\.\s?|\s)(?P<year>(?:1[5-9]|20)\d\d)(?!\d)")


class Wanted(NamedTuple):
    """A figure of the German: where it stands with its unit, and what is put into the English for it."""

    german: Span
    english: str


def next_figure(german: str, english: str, at: int, style: HouseStyle) -> Wanted | None:
    """The first figure of the German that the English lacks and that can be written surely; None where there is none.

    `at`: where it will stand in the English (characters): the words around it may decide how a style writes it.
    """
    figures = figures_of_german(german)
    for figure in sorted(lost_figures(german, english), key=lambda one: one.span):
        if (wanted := _wanted(german, figure, figures, style)) is not None:
            text = in_place(english, Span(at, at), wanted.english, style)
            return Wanted(wanted.german, text)
    return None


def _wanted(german: str, figure: Figure, figures: Sequence[Figure], style: HouseStyle) -> Wanted | None:
    """A figure with what belongs to it, in English notation; the style puts the rest right."""
    day_first = style.dates in ("", "9 April 2022")
    words = as_english(figure, clock=style.times, day_first=day_first)
    if words is None:
        words = in_english(figure.text)
    if words is None:
        return None
    end = figure.span.end
    if figure.kind == "date":
        year = _YEAR.match(german, end)
        if year and any(other.kind == "year" and other.span.start == year.start("year") for other in figures):
            return Wanted(Span(figure.span.start, year.end()), f"{words}{' ' if day_first else ', '}{year['year']}")
        return Wanted(figure.span, words)
    return _with_unit(german, figure, words, american=style.spelling == "american")


def _with_unit(german: str, figure: Figure, words: str, *, american: bool) -> Wanted:
    start, end = figure.span
    if figure.negative and not words.startswith(("-", "−")):
        words = f"−{words}"
    sign = _SIGN_BEHIND.match(german, end)
    for unit in sorted(figure.unit):
        if sign and _PREPOSED.get(unit) == sign["sign"]:
            return Wanted(Span(start, sign.end()), f"{sign['sign']}{words}")
        name, behind = _UNITS.get(unit, ("", ""))
        if (
            name
            and not words.endswith("s")
            and (found := re.compile(behind).match(german, end + german.startswith(".", end)))
        ):
            said = _AMERICAN.get(name, name) if american else name
            return Wanted(Span(start, found.end()), words + said)
    return Wanted(figure.span, words)
