"""Text as words that can be changed: read, linked to the other language, altered on both sides, written again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.text import Span, clean_line

OPEN, CLOSE = "⟦", "⟧"
"""What stands around a required English term in the German."""

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*(?!\w)|\w+(?:['’]\w+)*|[^\w\s]")
_UNMARKED = str.maketrans({OPEN: "[", CLOSE: "]"})

Links = frozenset[tuple[int, int]]
"""Words that stand for each other: (number of the German token, number of the English token)."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a sign, and whether a space stands before it."""

    text: str
    spaced: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """A German text and its English in tokens, with the links between them."""

    german: tuple[Token, ...]
    english: tuple[Token, ...]
    links: Links


def tidy(text: str) -> str:
    """A text on one line: NFC, nothing invisible (soft hyphens, zero width), plain spaces, no term markers."""
    return clean_line(text).translate(_UNMARKED)


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text; `written` gives the text back (runs of spaces become one)."""
    return tuple(
        Token(match.group(), match.start() > 0 and text[match.start() - 1].isspace()) for match in _TOKEN.finditer(text)
    )


def written(parts: Sequence[Token]) -> tuple[str, tuple[Span, ...]]:
    """The text of these tokens, and the characters of each in it."""
    text = ""
    spans = []
    for part in parts:
        text += " " if part.spaced and text else ""
        spans.append(Span(len(text), len(text) + len(part.text)))
        text += part.text
    return text, tuple(spans)


def linked(german: str, english: str, links: Links = frozenset()) -> Linked:
    """A pair of texts in tokens; links to tokens that are not there are left out."""
    sides = tokens(german), tokens(english)
    inside = frozenset((one, other) for one, other in links if one < len(sides[0]) and other < len(sides[1]))
    return Linked(*sides, inside)


def replaced(pair: Linked, german: Span, english: Span, new: tuple[Token, ...], put: tuple[Token, ...]) -> Linked:
    """The pair with these tokens (spans of token numbers) replaced on both sides.

    All that was put in on one side is linked to all that was put in on the other; links that led from within
    to without are gone.
    """
    grown, put_more = len(new) - (german.end - german.start), len(put) - (english.end - english.start)
    links = {
        (_moved(one, german, grown), _moved(other, english, put_more))
        for one, other in pair.links
        if not german.start <= one < german.end and not english.start <= other < english.end
    }
    links |= {(german.start + one, english.start + other) for one in range(len(new)) for other in range(len(put))}
    return Linked(
        pair.german[: german.start] + new + pair.german[german.end :],
        pair.english[: english.start] + put + pair.english[english.end :],
        frozenset(links),
    )


def joined(pairs: Sequence[Linked]) -> Linked:
    """Several pairs as one paragraph."""
    german: tuple[Token, ...] = ()
    english: tuple[Token, ...] = ()
    links: set[tuple[int, int]] = set()
    for pair in pairs:
        links |= {(one + len(german), other + len(english)) for one, other in pair.links}
        german += (Token(pair.german[0].text, bool(german)), *pair.german[1:])
        english += (Token(pair.english[0].text, bool(english)), *pair.english[1:])
    return Linked(german, english, frozenset(links))


def shouted(pair: Linked) -> Linked:
    """The pair in capitals, as headlines are set."""
    sides = [tuple(Token(part.text.upper(), part.spaced) for part in side) for side in (pair.german, pair.english)]
    return Linked(sides[0], sides[1], pair.links)


def unended(pair: Linked) -> Linked:
    """The pair without its final marks, as titles are; as it is where not both sides end with one."""
    if len(pair.german) < 3 or len(pair.english) < 3 or not {pair.german[-1].text, pair.english[-1].text} <= set(".!?"):
        return pair
    last = len(pair.german) - 1, len(pair.english) - 1
    links = frozenset(link for link in pair.links if link[0] != last[0] and link[1] != last[1])
    return Linked(pair.german[:-1], pair.english[:-1], links)


def without_sharp_s(pair: Linked) -> Linked:
    """The pair with ss for ß in the German, as the Swiss and many keyboards write."""
    german = tuple(Token(part.text.replace("ß", "ss"), part.spaced) for part in pair.german)
    return Linked(german, pair.english, pair.links)


def _moved(token: int, gone: Span, grown: int) -> int:
    return token + grown if token >= gone.end else token
