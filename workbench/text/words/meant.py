"""What a misspelt word was probably meant to be."""

from __future__ import annotations

import string
from collections.abc import Iterator
from functools import lru_cache

from workbench.text.words.dictionary import Dialect, alike, has

MOST = 3
"""Proposals."""


@lru_cache(maxsize=1_000)
def meant(word: str, dialect: Dialect = "both") -> tuple[str, ...]:
    """Words that a word in no dictionary may have been meant to be, the likeliest first; at most three.

    Words one letter away (another, one more, one less, two changed round), else what Hunspell proposes. That takes up
    to a second: for whoever asks for it, never at a key.
    """
    near = dict.fromkeys(form for form in one_letter_away(word) if has(form, dialect))
    found = near or dict.fromkeys(form.replace("’", "'") for form in alike(word, dialect))
    return tuple(form for form in found if form != word)[:MOST]


def one_letter_away(word: str) -> Iterator[str]:
    """The words that one slip of the keys makes of another: first two letters changed round, then one doubled or lost.

    >>> "batalion" in one_letter_away("battalion"), "form" in one_letter_away("from")
    (True, True)
    """
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (front + rest[1] + rest[0] + rest[2:] for front, rest in cuts[:-2])
    yield from (front + rest[1:] for front, rest in cuts[:-1])
    for letter in string.ascii_lowercase:
        yield from (front + letter + rest for front, rest in cuts)
        yield from (front + letter + rest[1:] for front, rest in cuts[:-1])
