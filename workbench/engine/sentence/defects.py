"""What is wrong with a draft by the look of it: empty, a loop, words said again, German copied, a “not” or a figure
lost."""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.engine.sentence.units import german_share
from workbench.text.denial import denial, may_deny
from workbench.text.number_words import ENGLISH_CARDINALS, GERMAN_CARDINALS

_LOOP = re.compile(r"(?<!\w)(\S+(?: \S+){0,5}?)(?:,? \1){2,}(?!\w)", re.IGNORECASE)
_STUTTER = re.compile(r"(\w{2,6})\1{2,}", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_SMALL = {word: str(value) for word, value in GERMAN_CARDINALS.items() if 1 < value <= 100 or value == 1000}
# So many words twice anywhere are words said again; two or three only if they follow each other at once.
_AGAIN = 4


def is_looped(english: str) -> bool:
    """Whether words (or a word's letters) come three times in a row."""
    return _LOOP.search(english) is not None or _STUTTER.search(english) is not None


def is_said_again(text: str) -> bool:
    """Whether four words come twice in a text, or two or three twice in a row (“to 30,000 to 30,000”)."""
    words = _WORD.findall(text.lower())
    runs = [tuple(words[at : at + _AGAIN]) for at in range(len(words) - _AGAIN + 1)]
    if len(set(runs)) < len(runs):
        return True
    return any(
        words[at : at + size] == words[at + size : at + 2 * size]
        for size in range(2, _AGAIN)
        for at in range(len(words) - 2 * size + 1)
    )


def figures_kept(german: str, english: str) -> int:
    """How many of the German's figures the English has."""
    present, wanted = _figures(english), _figures(german)
    return sum(figure in present for figure in wanted)


def defects(german: str, english: str) -> int:
    """How much is wrong with a draft, 0 for nothing.

    Empty, looped, German copied, a “not” of which nothing is left, far too long or short, words said again that the
    German says once, a figure lost, or a number, in figures or words, that the German does not have.
    """
    if not any(letter.isalnum() for letter in english):
        return _EMPTY
    return sum(weight for is_wrong, weight in _DEFECTS if is_wrong(german, english))


def _loops(german: str, english: str) -> bool:
    return is_looped(english) and not is_looped(german)


def _copies_german(german: str, english: str) -> bool:
    return german_share(english) > 0.2 or (english == german and german_share(german) > 0.1)


def _loses_a_not(german: str, english: str) -> bool:
    return denial(german) is not None and not may_deny(english)


def _has_another_length(german: str, english: str) -> bool:
    words, written = len(german.split()), len(english.split())
    return written > 2.5 * words + 8 or written < 0.3 * words - 2


def _says_again(german: str, english: str) -> bool:
    return is_said_again(english) and not is_said_again(german)


def _loses_a_figure(german: str, english: str) -> bool:
    return figures_kept(german, english) < len(_figures(german))


def _invents_a_number(german: str, english: str) -> bool:
    words = re.findall(r"[a-z]+", english.lower())
    said = {*_figures(english), *(str(ENGLISH_CARDINALS[word]) for word in words if word in ENGLISH_CARDINALS)}
    said -= {"0", "1", *_figures(german)}
    low = german.lower()
    return bool(said - {value for word, value in _SMALL.items() if word in low}) if said else False


def _figures(text: str) -> list[str]:
    return re.sub(r"\D", " ", re.sub(r"(?<=\d)[.,](?=\d)", "", text)).split()


_EMPTY = 4
_DEFECTS: tuple[tuple[Callable[[str, str], bool], int], ...] = (
    (_loops, 2),
    (_copies_german, 2),
    (_loses_a_not, 2),
    (_has_another_length, 1),
    (_says_again, 1),
    (_loses_a_figure, 1),
    (_invents_a_number, 1),
)
"""What can be wrong with a draft of some German, and how much that counts."""
