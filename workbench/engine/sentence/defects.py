"""What is wrong with a draft by the look of it: empty, a loop, words said again, German copied, a “not” or a figure
lost."""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.engine.sentence.function_words import is_german_function_word
from workbench.engine.sentence.units import german_share
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.text.denial import denial, may_deny
from workbench.text.number_words import ENGLISH_CARDINALS, GERMAN_CARDINALS

_LOOP = re.compile(r"(?<!\w)(\S+(?: \S+){0,5}?)(?:,? \1){2,}(?!\w)", re.IGNORECASE)
_STUTTER = re.compile(r"(\w{2,6})\1{2,}", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_SMALL = {word: str(value) for word, value in GERMAN_CARDINALS.items() if 1 < value <= 100 or value == 1000}
# So many words twice anywhere are words said again; two or three only if they follow each other at once.
_AGAIN = 4
_NEAR = 3
_STEP_BY_STEP = re.compile(r"\b(\w+) (?:after|by|for|to) \1\b")
_WORD_OR_STOP = re.compile(r"\w+(?:[.,'’-]\w+)*|[^\w\s]")
_LONG, _SHORTEST = 4, 3
_DERIVED = re.compile(
    r"(?:ung(?:s|en)?|(?:heit|keit|schaft)(?:en|s)?|(?:lich|isch)(?:e[mnrs]?)?|ier(?:t|te|ten|en|ens)?)$"
)


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


def is_said_near_again(english: str) -> bool:
    """Whether a word of some weight comes again at most three words on: “the conflict in Ukraine conflict”.

    In a phrase such as “step by step” it does not count.

    >>> is_said_near_again("reaching 500 dollars and 600 euros"), is_said_near_again("a window of window where")
    (False, True)
    """
    words = _WORD_OR_STOP.findall(_STEP_BY_STEP.sub(r"\1", english.lower()))
    return any(
        len(word) >= _LONG and word not in ENGLISH_SMALL_WORDS and word in _until_stop(words[at + 1 : at + 1 + _NEAR])
        for at, word in enumerate(words)
    )


def _until_stop(words: list[str]) -> list[str]:
    stop = next((at for at, word in enumerate(words) if not word[0].isalnum()), len(words))
    return words[:stop]


def figures_kept(german: str, english: str) -> int:
    """How many of the German's figures the English has."""
    present, wanted = _figures(english), _figures(german)
    return sum(figure in present for figure in wanted)


def defects(german: str, english: str) -> int:
    """How much is wrong with a draft, 0 for nothing.

    Empty, looped, German copied, a “not” of which nothing is left, far too long or short, words said again that the
    German says once (a single one near by, too), a figure lost, or a number, in figures or words, that the German does
    not have.
    """
    if not any(letter.isalnum() for letter in english):
        return _EMPTY
    return sum(weight for is_wrong, weight in _DEFECTS if is_wrong(german, english))


def is_spoilt(german: str, english: str) -> bool:
    """Whether a draft is of no use as it is: empty, looped, German, or without the German's “not”."""
    if not any(letter.isalnum() for letter in english):
        return True
    return any(weight >= _GRAVE and is_wrong(german, english) for is_wrong, weight in _DEFECTS)


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


def _says_near_again(german: str, english: str) -> bool:
    """The German may say it twice in two forms, or as a part of a compound: Muskelzellen und Zellen."""
    return is_said_near_again(english) and not _has_like_words(german)


def _has_like_words(german: str) -> bool:
    words = [word for word in _WORD.findall(german.lower()) if not is_german_function_word(word)]
    grams = [_grams(_DERIVED.sub("", word)) for word in words]
    return any(grams[at] & late for at in range(len(grams)) for late in grams[at + 1 : at + 1 + 2 * _NEAR])


def _grams(word: str) -> set[str]:
    """Five letters in a row each; a short word as it is."""
    return {word[at : at + _LONG + 1] for at in range(max(1, len(word) - _LONG))} if len(word) >= _SHORTEST else set()


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


_EMPTY, _GRAVE = 4, 2
_DEFECTS: tuple[tuple[Callable[[str, str], bool], int], ...] = (
    (_loops, 2),
    (_copies_german, 2),
    (_loses_a_not, 2),
    (_has_another_length, 1),
    (_says_again, 1),
    (_says_near_again, 1),
    (_loses_a_figure, 1),
    (_invents_a_number, 1),
)
"""What can be wrong with a draft of some German, and how much that counts."""
