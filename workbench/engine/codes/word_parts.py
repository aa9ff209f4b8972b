"""A part of a German word in the English for that word: the 2 of `H2O`, the `Euro` of `Eurogruppe`, an initial."""

from __future__ import annotations

import re

from workbench.text import Span

_OPENING = "\"'“„‘‚«»(‹›[¿¡ "
_LEAST = 2
"""Letters of a word's beginning or end by which its rest is found; one letter is no evidence."""


def whole_words(text: str, part: Span) -> Span:
    """A stretch with all of the words that its ends lie in; the stretch itself where it cuts none.

    >>> whole_words("Spuren von H2O", Span(12, 13))
    Span(start=11, end=14)
    """
    start, end = part
    if start == end:
        cut = 0 < start < len(text) and _in_word(text[start - 1]) and _in_word(text[start])
        if not cut:
            return part
    while 0 < start < len(text) and _in_word(text[start - 1]) and _in_word(text[start]):
        start -= 1
    while 0 < end < len(text) and _in_word(text[end - 1]) and _in_word(text[end]):
        end += 1
    return Span(start, end)


def is_initial(text: str, part: Span) -> bool:
    """Whether a stretch is the first letter of a text and no word by itself, as a page sets it large."""
    letter = text[slice(*part)].lstrip(_OPENING)
    before, after = text[: part.start].strip(_OPENING), text[part.end : part.end + 1]
    return len(letter) == 1 and letter.isalpha() and not before and bool(after) and _in_word(after)


def initial(text: str) -> Span:
    """The first letter of a text, with the marks before it left out; empty in a text that begins with none."""
    at = len(text) - len(text.lstrip(_OPENING))
    return Span(at, at + 1) if text[at : at + 1].isalnum() else Span(0, 0)


def part_of(german: tuple[str, str, str], english: str) -> Span | None:
    """Where a part of a German word is in the English for the word; None where the letters do not tell.

    `german`: the letters of the word before the part, the part, and those after it. The part is where its letters stand
    as they are; else it is what is left, where the letters before and after it do.

    >>> part_of(("H", "2", "O"), "H2O")
    Span(start=1, end=2)
    >>> part_of(("Euro", "gruppe", ""), "the Eurogroup")
    Span(start=8, end=13)
    """
    before, part, after = german
    for left, right in ((before[-1:], after[:1]), ("", "")):
        found = _alone(_pattern(part, left, right, before, after), english)
        if found:
            return found
    if any(0 < len(side) < _LEAST for side in (before, after)):
        return None
    rest = rf"(?<!\w){re.escape(before)}[\s-]*(\w.*?)[\s-]*{re.escape(after)}(?!\w)"
    return _alone(re.compile(rest if after else rest.replace("*?)", "*)"), re.IGNORECASE), english)


def _pattern(part: str, left: str, right: str, before: str, after: str) -> re.Pattern[str]:
    """The part's letters between these; at the beginning or the end of a word where the German's are."""
    loose = bool(before and after) and not left
    starts = rf"(?<={re.escape(left)})" if left else r"(?<!\w)" if loose or not before else ""
    ends = rf"(?={re.escape(right)})" if right else r"(?!\w)" if loose or not after else ""
    return re.compile(f"{starts}({re.escape(part)}){ends}", re.IGNORECASE)


def _alone(pattern: re.Pattern[str], english: str) -> Span | None:
    """The one place of a pattern's group."""
    found = [Span(*one.span(1)) for one in pattern.finditer(english)]
    return found[0] if len(found) == 1 else None


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
