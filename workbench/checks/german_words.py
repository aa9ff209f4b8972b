"""The words of a document's German, by a key under which the English that is spelt like them meets them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from workbench.checks.sounds import likeness_key
from workbench.text import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNLIKE = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "’": "'"})
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-\u2010\u2011][^\W\d_]+)+")
_HYPHEN = re.compile("[-\u2010\u2011]")
_GENITIVE = re.compile(r"(?:'s|s|')$")
_ENDING = re.compile(r"(?:'s|'|e[nrsm]?|s)$")

_SHORTEST_STEM = 4


class GermanWord(NamedTuple):
    """A word of the German, and where it stands."""

    word: str
    span: Span


@lru_cache(maxsize=50_000)
def bare(word: str) -> str:
    """A word without case, accents, umlauts, and an s at its end.

    `Müllers`, `Muller's` and `MUELLER` are one; so are `Straße` and `Strasse`.
    """
    plain = unicodedata.normalize("NFD", word.casefold().translate(_UNLIKE))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for two, one in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        letters = letters.replace(two, one)
    return _GENITIVE.sub("", letters) if len(letters) > 3 else letters


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """The same without a German ending: `Freie`, `Freien`; `Werk`, `Werkes`."""
    letters = bare(word)
    stem = _ENDING.sub("", letters)
    return stem if len(stem) >= _SHORTEST_STEM else letters


@lru_cache(maxsize=5_000)
def german_words(german: str) -> dict[str, GermanWord]:
    """The words of a German text, each where it comes first; compounds also without their hyphens.

    Each word stands there by its key, and as it is without its case (see `bare`).
    """
    found: dict[str, GermanWord] = {}
    for match in _WORD.finditer(german):
        word = GermanWord(match[0], Span(*match.span()))
        found.setdefault(bare(word.word), word)
    for word in tuple(found.values()):
        found.setdefault(key(word.word), word)
    for match in _COMPOUND.finditer(german):
        parts = _HYPHEN.split(match[0])
        for joined in ("".join(parts), *map("".join, pairwise(parts))):
            found.setdefault(bare(joined), GermanWord(joined, Span(*match.span())))
    return found


class Source:
    """The words of all German that has been taken up, paragraph by paragraph."""

    def __init__(self) -> None:
        self._german: dict[int, str] = {}
        self._counts: Counter[str] = Counter()
        self.words: dict[str, str] = {}
        """Each key with a word that has it; no key that is not in the German any more."""
        self.sounds: dict[str, set[str]] = defaultdict(set)
        """These words by what they sound like (see `likeness_key`)."""

    def put(self, index: int, german: str) -> set[str]:
        """Take up a paragraph's German; the keys and sounds of what is new in the document, or gone from it."""
        before, now = german_words(self._german.get(index, "")), german_words(german)
        self._german[index] = german
        if before is now:
            return set()
        self._counts.update(now.keys())
        self._counts.subtract(before.keys())
        new, gone = now.keys() - self.words.keys(), [each for each in before if self._counts[each] <= 0]
        changed = {*new, *gone}
        for each in new:
            self.words[each] = now[each].word
            for sound in _sounds(self.words[each]):
                self.sounds[sound].add(self.words[each])
                changed.add(sound)
        for each in gone:
            word = self.words.pop(each)
            for sound in _sounds(word):
                self.sounds[sound].discard(word)
                changed.add(sound)
            del self._counts[each]
        return changed


def _sounds(word: str) -> set[str]:
    """What a word sounds like, with and without a genitive s."""
    return {likeness_key(word), likeness_key(word.removesuffix("s"))}
