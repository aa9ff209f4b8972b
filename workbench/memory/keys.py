"""What pairs are looked up by: the hash of a whole text, and the keys of its words.

German words are looked up as they are written (case aside), because a match is measured so; that one index also finds
their other forms is the work of `forms.py`. English words are looked up by what their forms have in common.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from hashlib import blake2b
from typing import Literal

from workbench.memory.english_base import base
from workbench.memory.words import FIGURE, WORD, is_figure, tokens_of
from workbench.text import Inline

Language = Literal["de", "en"]
MOST_KNOWN = 30_000
"""Words of a language whose keys are kept in RAM, of 250 bytes each: nine of ten in a text are among them."""
CODE = 1
"""Raised by hand where another key would come out: an index made with another one is made anew."""


@lru_cache(maxsize=64)
def exact_key(text: str) -> int:
    """A signed 64-bit hash of a German text, blanks and autocorrection aside: the same wherever and whenever it stands.

    Codes do not count. Texts that have the same key are alike to 100 %, but for their codes.
    """
    return hashed("\x1f".join(tokens_of(text)))


def content_key(source: Inline, target: Inline) -> int:
    """A signed 64-bit hash of a paragraph and its English, with the codes: what `Memory.contents` tells of it."""
    return hashed(f"{source.shown()}\x1e{target.shown()}")


def hashed(text: str) -> int:
    """A signed 64-bit hash of a text, the same in every process."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


@lru_cache(maxsize=MOST_KNOWN)
def word_key(word: str) -> int:
    """The 32-bit key of a case-folded word."""
    return _key(word)


def _key(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little")


FIGURE_KEY = word_key(FIGURE)
"""The key of every text that has a figure."""


def german_keys(words: list[str]) -> set[int]:
    """The keys of the words of a German text, case-folded, and of its figures."""
    keys = set(map(word_key, words))
    if any(map(is_figure, words)):
        keys.add(FIGURE_KEY)
    return keys


def english_keys(words: list[str]) -> set[int]:
    """The keys of the words of an English text, case-folded: one for all forms of a word."""
    return set(map(_english_key, words))


@lru_cache(maxsize=MOST_KNOWN)
def _english_key(word: str) -> int:
    return _key(base(word))


def weights(words: list[str]) -> Counter[int]:
    """How often a German text has what each key stands for; of figures what they are does not matter.

    A text that shares some of these keys has at most so many words in common with this one.
    """
    return Counter(FIGURE_KEY if is_figure(word) else word_key(word) for word in words)


def words_in(text: str) -> list[str]:
    """The words and figures of a text, case-folded."""
    return WORD.findall(text.casefold())
