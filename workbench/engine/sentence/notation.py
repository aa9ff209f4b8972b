"""Figures that stand alone (in the cell of a table), from German into English notation."""

from __future__ import annotations

import re

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(r"(?<![\d.])(0?[1-9]|[12]\d|3[01])\.\s?(0?[1-9]|1[0-2])\.\s?(\d{4})(?![\d.])")
_NUMBER = re.compile(r"(?<![\d.,:/])([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\d:/]|[.,]\d)")
_LARGE = re.compile(r"([^\w]*\d[\d.,]*)\s?(Mio|Mrd|Tsd)\.?")
_LARGE_WORDS = {"mi": "million", "mr": "billion", "ts": "thousand"}
_PER_CENT = re.compile(r"(?<=\d)\s+(?=[%‰])")


def in_english(text: str) -> str | None:
    """A text that is figures only (with Mio. or Mrd. behind them, perhaps) in English notation; None for any other.

    A date is written out, since 1.5. is not the fifth of January.

    >>> [in_english(cell) for cell in ("48.000", "12,5 %", "1.5.2025", "−3,2", "1,2 Mio.", "3:1", "1/6")]
    ['48,000', '12.5%', '1 May 2025', '−3.2', '1.2 million', '3:1', '1/6']
    """
    large = _LARGE.fullmatch(text)
    if large:
        return f"{in_english(large[1])} {_LARGE_WORDS[large[2][0:2].lower()]}"
    if any(letter.isalpha() for letter in text):
        return None
    return _figures(text)


def _figures(figures: str) -> str:
    dated = _DATE.sub(lambda found: f"{int(found[1])} {_MONTHS[int(found[2]) - 1]} {found[3]}", figures)
    if dated != figures:
        return dated
    return _PER_CENT.sub("", _NUMBER.sub(_number, figures))


def _number(found: re.Match[str]) -> str:
    whole = found[1].replace(".", ",")
    return f"{whole}.{found[2]}" if found[2] else whole
