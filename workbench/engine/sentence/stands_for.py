"""Whether some word of an English may stand for a German word: by its figures, its letters, or the dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from workbench.dictionary import Meaning, look_up
from workbench.dictionary.compounds import parts_of
from workbench.dictionary.english_forms import english_forms
from workbench.engine.sentence.function_words import is_english_function_word
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.problem import WorkbenchError
from workbench.text.number_words import ENGLISH_CARDINALS, GERMAN_CARDINALS

_ALIKE = 70.0
"""Percent of likeness from which words are of one origin (Präsident, president)."""
_SHORTEST = 4
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_NO_DIGIT = re.compile(r"\D")
_FIGURES = {word: str(value) for words in (GERMAN_CARDINALS, ENGLISH_CARDINALS) for word, value in words.items()}


class EnglishWords:
    """The words of one English."""

    def __init__(self, english: str) -> None:
        self._words = frozenset(_WORD.findall(english.lower()))
        self._long = [word for word in self._words if len(word) >= _SHORTEST]
        self._figures = frozenset(figure for word in self._words if (figure := _figure(word)))

    def may_say(self, german: str) -> bool:
        """Whether one of them may stand for a German word, however loosely: what it tells is that none does.

        A part of a compound stands for all of it.
        """
        low = german.lower()
        figure = _figure(low)
        if figure and figure in self._figures:
            return True
        if german[0].isdigit():
            return False
        return self._is_like(low) or self.has_meaning_of(german)

    def has_meaning_of(self, german: str) -> bool:
        """Whether one of them is, by the dictionary, an English for a German word or a part of it."""
        return any(self._has(word) for word in english_of(german))

    def _is_like(self, low: str) -> bool:
        from rapidfuzz import fuzz, process

        if low in self._words:
            return True
        return len(low) >= _SHORTEST and bool(
            process.extractOne(low, self._long, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        )

    def _has(self, english: str) -> bool:
        """Whether the word, or one with its stem, is there: increase, increasing."""
        return english in self._words or any(_share_a_stem(english, word) for word in self._long)


@lru_cache(maxsize=5_000)
def english_of(german: str) -> frozenset[str]:
    """The English words, in all forms, that the dictionary has for a German word or for the parts of a compound.

    None where the dictionary's files are damaged: drafts are made all the same, and `workbench doctor` tells of it.
    """
    with suppress(WorkbenchError):
        return frozenset(word for meaning in _meanings(german) for word in _words_of(meaning))
    return frozenset()


def _meanings(german: str) -> Iterator[Meaning]:
    yield from look_up(german)
    if german[0].isupper():
        yield from look_up(german.lower())
    for parts in parts_of(german) if len(german) >= 2 * _SHORTEST else ():
        yield from parts.first_meanings
        yield from parts.second_meanings


def _words_of(meaning: Meaning) -> Iterator[str]:
    is_verb = meaning.kind == "verb" and not meaning.is_form
    for form in english_forms(meaning.english, "verb", meaning.parts) if is_verb else (meaning.english,):
        for word in _WORD.findall(form.lower()):
            if not is_english_function_word(word) and word not in ENGLISH_SMALL_WORDS:
                yield word


def _figure(word: str) -> str:
    return _FIGURES.get(word) or _NO_DIGIT.sub("", word)


def _share_a_stem(one: str, other: str) -> bool:
    if one[:_SHORTEST] != other[:_SHORTEST]:
        return False
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same >= _SHORTEST and same >= 0.55 * max(len(one), len(other))
