"""Two versions of a text as edits: which of what differs belongs to some of the words, and the text with that alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from workbench.text import Span

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_GO_ALONG = frozenset(("a", "an", "do", "does", "did"))


@dataclass(frozen=True, slots=True)
class Edit:
    """What is put in the place of a stretch of a text (characters)."""

    cut: Span
    put: str


class Difference(NamedTuple):
    """A stretch of one text, and the stretch of another that stands in its place; one of them may be empty."""

    old: Span
    new: Span


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with these edits, which lie apart and in its order; every character outside of them stays."""
    made, at = "", 0
    for edit in edits:
        made += text[at : edit.cut.start] + edit.put
        at = edit.cut.end
    return made + text[at:]


def places_of(edits: Iterable[Edit]) -> tuple[Span, ...]:
    """Where what was put stands in the edited text."""
    found, grown = [], 0
    for edit in edits:
        start = edit.cut.start + grown
        found.append(Span(start, start + len(edit.put)))
        grown += len(edit.put) - (edit.cut.end - edit.cut.start)
    return tuple(found)


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """Where two texts differ, in whole words and marks and in the order of both (Ratcliff and Obershelp 1988).

    Blanks go with the words: the old text with each stretch replaced is the new one, but for the kind of its blanks.

    >>> [(difference.old, difference.new) for difference in differences("It rains hard.", "It pours.")]
    [(Span(start=3, end=13), Span(start=3, end=8))]
    """
    before, after = _tokens(old), _tokens(new)
    matcher = SequenceMatcher(None, [old[slice(*one)] for one in before], [new[slice(*one)] for one in after], False)
    found = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            cut, put = _between(before, start, end, old), _between(after, new_start, new_end, new)
            found.append(_without_same_blanks(old, new, cut, put))
    return tuple(found)


def belonging(old: str, new: str, cuts: Sequence[Span], puts: Sequence[Span]) -> tuple[Edit, ...]:
    """Of what makes the new text of the old one the edits that touch one of these words of the old, or of the new."""
    return tuple(
        Edit(one.old, new[slice(*one.new)])
        for one in differences(old, new)
        if _touches(one.old, cuts) or _touches(one.new, puts)
    )


def joined(edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
    """The edits in the order of the text, each once; None where two of them are in each other's way."""
    found: list[Edit] = []
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: (edit.cut, edit.put)):
        if found and (edit.cut.start < found[-1].cut.end or edit.cut == found[-1].cut):
            return None
        found.append(edit)
    return tuple(found)


def words_beyond(text: str, edits: Iterable[Edit], cuts: Sequence[Span], puts: Sequence[str]) -> int:
    """How many words the edits take out or put in besides those of the cuts, and those that were to be put.

    Words that go with others do not count: a or an, and the “do” of a “not”.
    """
    cut = sum(
        not _touches(Span(*word.span()), cuts) and word[0].casefold() not in _GO_ALONG
        for edit in edits
        for word in _WORD.finditer(text, edit.cut.start, edit.cut.end)
    )
    wanted = _GO_ALONG | {word.casefold() for put in puts for word in _WORD.findall(put)}
    return cut + sum(word.casefold() not in wanted for edit in edits for word in _WORD.findall(edit.put))


def _touches(place: Span, others: Iterable[Span]) -> bool:
    return any(place.start < other.end and other.start < place.end for other in others)


def _tokens(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


def _between(tokens: Sequence[Span], start: int, end: int, text: str) -> Span:
    """What stands between the token before `start` and that at `end`, the blanks with it."""
    return Span(tokens[start - 1].end if start else 0, tokens[end].start if end < len(tokens) else len(text))


def _without_same_blanks(old: str, new: str, cut: Span, put: Span) -> Difference:
    (a, b), (c, d) = cut, put
    while a < b and c < d and old[a].isspace() and old[a] == new[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1].isspace() and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    return Difference(Span(a, b), Span(c, d))


def words_in(text: str, place: Span) -> Iterator[Span]:
    """The words of a stretch of a text."""
    return (Span(*word.span()) for word in _WORD.finditer(text, place.start, place.end))
