"""Capitals changed in a stretch of English: small letters, a capital for each word, capitals throughout."""

from __future__ import annotations

from collections.abc import Callable

from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span

_WORD = lazy_pattern(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_UNIT = lazy_pattern(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_BETWEEN = lazy_pattern(r"[^\S\n]|[-–—/,;:“”‘’\"'()\U000f1000-\U000f9fff]")


def next_case(words: str) -> str:
    """The words in the next of three ways: lower → Capital → UPPER → lower; another way goes to lower first.

    A letter that would become two (ß) stays, so that nothing moves.

    >>> [next_case(words) for words in ("the dnipro", "The Dnipro", "THE DNIPRO", "the Dnipro")]
    ['The Dnipro', 'THE DNIPRO', 'the dnipro', 'the dnipro']
    """
    ways = [_each(words, str.lower), _WORD.sub(lambda word: _capital(word[0]), words), _each(words, str.upper)]
    at = next((number for number, way in enumerate(ways) if way == words), len(ways) - 1)
    following = (*ways[at + 1 :], *ways[: at + 1])
    return next((way for way in following if way != words), words)


def _each(words: str, change: Callable[[str], str]) -> str:
    return "".join(new if len(new := change(letter)) == 1 else letter for letter in words)


def _capital(word: str) -> str:
    return _each(word[0], str.upper) + _each(word[1:], str.lower)


def word_at(text: str, at: int) -> Span | None:
    """The word that a place is in, or at the end or beginning of; None where there is none."""
    return next((Span(*word.span()) for word in _UNIT.finditer(text) if word.start() <= at <= word.end()), None)


def swapped(text: str, at: int) -> tuple[Span, str] | None:
    """The stretch from the word at a place to the end of the next one, and how it is with the two swapped.

    What stands between them stays between them: punctuation, codes. None where there are no two words in one line.

    >>> swapped("is only there", 4)
    (Span(start=3, end=13), 'there only')
    """
    words = [Span(*word.span()) for word in _UNIT.finditer(text)]
    first = next((number for number, word in enumerate(words) if word.end >= at), None)
    if first is None or first + 1 >= len(words):
        return None
    one, other = words[first], words[first + 1]
    between = text[one.end : other.start]
    if len(_BETWEEN.sub("", between)) or not between:
        return None
    return Span(one.start, other.end), text[other.start : other.end] + between + text[one.start : one.end]
