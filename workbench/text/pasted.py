"""English that comes from a PDF or a page, as it is meant: in one line, in single letters, with the style's quotes."""

from __future__ import annotations

from collections.abc import Callable

from workbench.text.house_style.style import HouseStyle
from workbench.text.house_style.typed import typed
from workbench.text.lazy_pattern import lazy_pattern

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SOFT_AT_END = lazy_pattern("\u00ad(?: ?\n ?)?")
_CUT_WORD = lazy_pattern(r"(?<![^\W\d_])(?P<first>[^\W\d_]{1,60}+)[-‐] ?\n ?(?P<second>[a-zß-ÿ]{1,60})")
_BREAK = lazy_pattern(r" ?(?P<breaks>(?:\n ?)+)(?P<point>(?:[•*]|[-–]|\d{1,3}[.)]) )?")
_BLANKS = lazy_pattern(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_GERMAN_QUOTES = lazy_pattern(r"„(?P<words>[^„“”\n]*)“|»(?P<others>[^«»\n]*)«")
_STRAIGHT = lazy_pattern("[\"']")
_MOST_MARKS = 200
"""Straight marks up to which they are made the style's: more are no paragraph, and would keep the screen waiting."""


def pasted(text: str, style: HouseStyle, known: Callable[[str], bool] = lambda word: False) -> str:
    """A text from outside without the line breaks of its page, cut words, joined letters and odd blanks.

    An empty line and the next point of a list begin a new line still. A word that was cut at the end of a line is put
    together where `known` knows it then, and keeps its hyphen otherwise. Straight and German quotation marks become
    the style's; other marks stay.

    >>> from workbench.text.house_style.style import NO_STYLE
    >>> pasted('The ﬁrst\\nof  "many"\\n\\nThen', NO_STYLE)
    'The first of “many”\\nThen'
    """
    text = _BLANKS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _SOFT_AT_END.sub("", text).translate(_LIGATURES)
    text = _CUT_WORD.sub(lambda cut: _together(cut["first"], cut["second"], known), text)
    text = _BREAK.sub(lambda found: _line_break(found["breaks"], found["point"] or ""), text)
    return _quoted(text, style)


def _together(first: str, second: str, known: Callable[[str], bool]) -> str:
    return first + second if known(first + second) else f"{first}-{second}"


def _line_break(breaks: str, point: str) -> str:
    return ("\n" if breaks.count("\n") > 1 or point else " ") + point


def _quoted(text: str, style: HouseStyle) -> str:
    if sum(map(text.count, "\"'„»")) > _MOST_MARKS:
        return text
    text = _GERMAN_QUOTES.sub(lambda found: f'"{found["words"] or found["others"] or ""}"', text)
    made = ""
    at = 0
    for found in _STRAIGHT.finditer(text):
        made += text[at : found.end()]
        at = found.end()
        if new := typed(made, len(made), style):
            made = made[: -new.back] + new.put
    return made + text[at:]
