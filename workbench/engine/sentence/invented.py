"""Words of a draft that the package has made up: no English list has them, and the German has not either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.engine.sentence.beginnings import begins_sentence
from workbench.text import Span
from workbench.text.words import Unknown, unknown_words

# Percent of letters in common, by rapidfuzz's ratio, from which on a word with a capital is a name of the German in
# another spelling. Looked at on the drafts and references of wmt16: below it 11 words of the drafts, all made up, and
# none of the references. The first word of a sentence has its capital in any case.
_A_NAME, _A_NAME_FIRST = 60.0, 70.0
# Shorter words with a capital are interjections and abbreviations (Ok, Hmm).
_SHORTEST_CAPITAL = 4
_WORD = re.compile(r"\w+")


def invented(german: str, english: str, held: Sequence[Span] = ()) -> tuple[Unknown, ...]:
    """The words of a draft that neither an English dictionary nor the German has, in text order.

    Words of the German that stand in the draft as they are, inflected names and names in another spelling are none of
    them, nor is what stands at `held` (offsets into the English: terms in their places). Compounds with hyphens are
    looked at part by part. Waits until the English dictionaries are read (`workbench.text.words.read`).

    >>> [word.word for word in invented("Die Sternwarte ist offen.", "The starwatery is open.")]
    ['starwatery']
    """
    found = _invented(german, english)
    return tuple(word for word in found if not word.span.meets(*held)) if held else found


@lru_cache(maxsize=4_000)
def _invented(german: str, english: str) -> tuple[Unknown, ...]:
    unknown = unknown_words(english)
    if not unknown:
        return ()
    low = german.casefold()
    return tuple(
        word
        for word in unknown
        if word.word.casefold() not in low and (word.word[0].islower() or _is_no_name(word, german, english))
    )


def _is_no_name(word: Unknown, german: str, english: str) -> bool:
    from rapidfuzz import fuzz

    if len(word.word) < _SHORTEST_CAPITAL or word.word.isupper():
        return False
    names = [name.casefold() for name in _WORD.findall(german) if name[0].isupper()]
    enough = _A_NAME_FIRST if begins_sentence(english, word.span.start) else _A_NAME
    return all(fuzz.ratio(word.word.casefold(), name) < enough for name in names)
