"""German words that stand in an English draft as they are, or half translated: Hallenbad, “the Hallen bath”."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.dictionary import look_up
from workbench.engine.words.case import Case
from workbench.text import Span
from workbench.text.words import unknown_words

_SHORTEST = 4


def copied(case: Case, words: Sequence[Span]) -> dict[Span, Span]:
    """Those of these words of the German that are left in the draft, in whole or in part, and where there.

    A part is a beginning or an end (the Hallen bath, a street laterne). A word that comes twice is left as often as it
    stands there. What English has is none of them: what its lists know (Kindergarten, Angst), and what the dictionary
    gives as an English of the word itself (Dirndl, Landtag).
    """
    strange = [word for word in unknown_words(case.english) if len(word.word) >= _SHORTEST]
    found: dict[Span, Span] = {}
    for left in strange:
        low = left.word.casefold()
        likes = [_likeness(case.german[slice(*word)].casefold(), low) for word in words]
        best = max(likes, default=0)
        for word, like in zip(words, likes, strict=True):
            if best and like == best and word not in found and not _is_english(case.german[slice(*word)], low):
                found[word] = left.span
                break
    return found


def _likeness(german: str, left: str) -> int:
    """How much of a German word a word of the draft is: 3 all, 2 all with an English s, 1 a part, 0 nothing."""
    if german == left:
        return 3
    if german == left.removesuffix("s"):
        return 2
    return int(german.startswith(left) or german.endswith(left))


def _is_english(german: str, left: str) -> bool:
    """Whether the dictionary has a German word as its own English."""
    return any(left in meaning.english.casefold().split() for meaning in look_up(german))
