"""Marks as they are typed: straight quotes, hyphens for dashes and three dots become what a house style has.

Nothing before the last few letters is ever changed, and where the English is code, an address or a placeholder nothing
is. What may be an apostrophe or a closing mark is one: ’ is both.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.text.house_style.style import HouseStyle
from workbench.text.inline import MARK
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.placeables import placeables
from workbench.text.span import Span

_MARKS = frozenset("\"'. ")
"""Letters that may become something else; others only after hyphens, or after what may be an apostrophe."""
_OPENS_AFTER = frozenset(" \t\n([{/“‘¿¡«„")
_DASHES = frozenset("—–-")
"""A mark after one of these opens, or closes what was broken off: “But I—”."""
_SPACED = lazy_pattern(r"(?<=[^\s\-–—])(?P<dash> --? )$")
_DOUBLED = lazy_pattern(r"(?<=[\w.,!?;:)”’%])(?<!-)--(?P<next>[^\W_]|[ \"'(])$")
_CUT_OFF = lazy_pattern(r"(?<![\w’'])‘(?P<rest>\d0s|(?i:em|til|tis|twas|cause|n’)[ ,.;:!?])$")
"""Words that begin with an apostrophe, which looked like a quotation: ’90s, ’em."""
_TAG_OR_FIELD = lazy_pattern(r"</?[A-Za-z][^<>\n]*$|[{][^{}\s]*$|\[\[\w*$|(?<!\w)-{1,2}\w[\w-]*=?$|%\($")
_RUN = lazy_pattern(r"\S*$")
_STYLED = lazy_pattern(r"[“”‘’]")
_LONGEST = 4_000
"""Characters before the cursor that are looked at."""
_NEAR = 300
"""Characters before and behind it that tell whether a letter is one of an address or of code."""
_NO_PROSE = frozenset({"address", "e-mail", "handle", "hashtag", "code", "file", "placeholder", "tag", "entity"})


class Typed(NamedTuple):
    """What stands in the place of the last letters: `back` of them, the one just typed with them."""

    back: int
    put: str


def typed(text: str, at: int, style: HouseStyle) -> Typed | None:
    """What the letter before `at`, which was just typed, and perhaps some before it become; None where they stay.

    `text` may have the private characters of codes in it: these are never among the letters that are replaced.

    >>> from workbench.text.house_style.style import NO_STYLE
    >>> [typed(text, len(text), NO_STYLE) for text in ('He said "', "don'", "Kyiv - ")]
    [Typed(back=1, put='“'), Typed(back=1, put='’'), Typed(back=3, put=' – ')]
    """
    before = text[max(0, at - _LONGEST) : at]
    letter = before[-1:]
    if letter not in _MARKS and before[-2:-1] != "-" and "‘" not in before[-8:]:
        return None
    found = _mark(before, style)
    return found if found and is_prose(text, at) else None


def _mark(before: str, style: HouseStyle) -> Typed | None:
    if cut := _CUT_OFF.search(before):
        return Typed(len(cut["rest"]) + 1, f"’{cut['rest']}")
    dashed = _dash(before, style)
    if before[-1] in "\"'":
        if dashed:
            return _dash_and_quote(before, dashed, style)
        mark = _quote(before, style)
        return Typed(1, mark) if mark else None
    if dashed:
        return dashed
    three = before.endswith("...") and not before.endswith("....")
    return Typed(3, "…") if three and style.ellipsis == "…" else None


def _dash_and_quote(before: str, dashed: Typed, style: HouseStyle) -> Typed:
    """A dash with a mark behind it, which closes what is open: “But I –”."""
    start, dash = before[: -dashed.back], dashed.put[:-1]
    if _open_marks(MARK.sub("", start)):
        dash = dash.rstrip()
    return Typed(dashed.back, dash + (_quote(start + dash + before[-1], style) or before[-1]))


def _dash(before: str, style: HouseStyle) -> Typed | None:
    """The style's dash for ` - `, ` -- ` and for `--` between words; between figures it is a range."""
    dash = dash_of(style)
    if spaced := _SPACED.search(before):
        return Typed(len(spaced["dash"]), dash)
    if doubled := _DOUBLED.search(before):
        following = doubled["next"]
        is_range = before[-4:-3].isdigit() and following.isdigit()
        return Typed(3, ("–" if is_range else dash) + following.strip(" "))
    return None


def dash_of(style: HouseStyle) -> str:
    """The dash between two parts of a sentence, with its blanks: as it is set, else as the spelling's country has it.

    Guides with American or Oxford spelling have a long one without blanks (The Chicago Manual of Style, New Hart's
    Rules), British newspapers a short one with blanks.
    """
    if style.dashes:
        return style.dashes[1:-1]
    return "—" if style.spelling in ("american", "oxford") else " – "


def _quote(before: str, style: HouseStyle) -> str | None:
    """The mark for a straight one at the end of a text; None where it stays: inches, minutes of arc."""
    letter, text = before[-1], MARK.sub("", before[:-1])
    is_open = _open_marks(text)
    last = text[-1:]
    if not last or last in _OPENS_AFTER or (last in _DASHES and not is_open):
        if letter == "'":
            return "‘"
        outer, inner = ("‘", "“") if style.quotes == "single" else ("“", "‘")
        return inner if is_open[-1:] == [outer] else outer
    if letter == "'":
        return "’"
    if not is_open:
        return None if last.isdigit() else _closing(style)
    return "”" if is_open[-1] == "“" else "’"


def _closing(style: HouseStyle) -> str:
    return "’" if style.quotes == "single" else "”"


def _open_marks(text: str) -> list[str]:
    """The marks that are open at the end of a text, outermost first."""
    is_open: list[str] = []
    for found in _STYLED.finditer(text):
        mark, at = found.group(), found.start()
        inside_word = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
        if mark in "“‘":
            is_open.append(mark)
        elif mark == "”" and "“" in is_open:
            del is_open[len(is_open) - 1 - is_open[::-1].index("“") :]
        elif mark == "’" and is_open[-1:] == ["‘"] and not inside_word:
            is_open.pop()
    return is_open


def is_prose(text: str, at: int) -> bool:
    """Whether the letter before a place is none of code, an address, a file's name, a tag or a placeholder."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if line.count("`") % 2 or _TAG_OR_FIELD.search(line[:-1]):
        return False
    run = _RUN.search(line[-_NEAR:-1])
    if run and ("://" in run[0] or run[0].lower().startswith("www.")) and line[-1] in "-.'":
        return False
    start = max(0, at - _NEAR)
    place = Span(at - 1 - start, at - start)
    near = text[start : at + _NEAR]
    return not any(found.kind in _NO_PROSE and found.span.meets(place) for found in placeables(near))
