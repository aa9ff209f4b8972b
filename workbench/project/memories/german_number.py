"""What a German figure is as a number, and how it says so: 3,5 Millionen, 35.000, drei, dritten, 1990er."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from workbench.checks.figures import Figure
from workbench.text.number_words import GERMAN_CARDINALS, GERMAN_ORDINAL_STEMS, GERMAN_SCALES

_ARTICLES = frozenset({"ein", "eine", "einer", "einen", "einem", "eines"})
_GERMAN_DIGITS = re.compile(
    r"(?P<number>\d{1,3}(?P<group>[.’'\s])\d{3}(?:(?P=group)\d{3})*(?:,\d+)?|\d+(?:,\d+)?)(?P<rest>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class GermanNumber:
    """A number as it is written: `mantissa` times `scale`; `rest`: what else the word says (`er` of 1990er)."""

    mantissa: Decimal
    scale: int = 1
    in_words: bool = False
    grouped: bool = False
    rest: str = ""

    @property
    def value(self) -> Decimal:
        """What it comes to."""
        return self.mantissa * self.scale


def german_number(figure: Figure) -> GermanNumber | None:
    """The number; None where the figure is none, or of a kind that is not known here."""
    if found := _GERMAN_DIGITS.fullmatch(figure.text):
        return _in_digits(figure, found)
    word, *more = re.split(r"[\s-]+", figure.text.lower())
    scale = GERMAN_SCALES.get(more[0]) if len(more) == 1 else None
    if more and scale is None:
        return None
    value = 1 if word in _ARTICLES else GERMAN_CARDINALS.get(word)
    if value is not None:
        return GermanNumber(Decimal(value), scale or 1, in_words=True)
    return None if more else _ordinal(word)


def _in_digits(figure: Figure, found: re.Match[str]) -> GermanNumber:
    number, group = found["number"], found["group"]
    rest = found["rest"].strip(" -\u00a0").lower()
    mantissa = Decimal((number.replace(group, "") if group else number).replace(",", "."))
    is_scale = figure.scale > 1 and GERMAN_SCALES.get(rest.rstrip(".")) == figure.scale
    return GermanNumber(mantissa, figure.scale if is_scale else 1, grouped=bool(group), rest="" if is_scale else rest)


def _ordinal(word: str) -> GermanNumber | None:
    stem = max((stem for stem in GERMAN_ORDINAL_STEMS if word.startswith(stem)), key=len, default="")
    ending = word[len(stem) :]
    if not stem or ending not in ("e", "en", "er", "es", "em", "ens"):
        return None
    return GermanNumber(Decimal(GERMAN_ORDINAL_STEMS[stem]), in_words=True, rest=f"th {ending}")
