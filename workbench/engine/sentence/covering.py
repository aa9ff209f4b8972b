"""Of the drafts of a sentence, one that lost nothing of the German, where the first has; or has less wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.engine.protocol import Hypothesis
from workbench.engine.sentence.defects import defects, is_spoilt
from workbench.engine.sentence.invented import invented
from workbench.engine.sentence.losses import words_lost

NEXT_BEST = 4
"""How many drafts of a sentence are looked at: what a beam of four has costs a hundredth more than the best alone."""


def best_covering(german: str, drafts: Sequence[Hypothesis]) -> Hypothesis:
    """The first of the drafts of a sentence; where it lost something, that of the others which lost the least.

    One with more that is wrong with it than the first, or with more words that no English list knows, is never taken;
    nor is one whose engine does not tell what it looked at.
    """
    first = drafts[0]
    least = _lost(german, first) if len(drafts) > 1 else 0
    if not least:
        return first
    best, than = first, _faults(german, first)
    for draft in drafts[1:]:
        if draft.attention and _is_no_worse(_faults(german, draft), than):
            number = _lost(german, draft)
            best, least = (draft, number) if number < least else (best, least)
    return best


def least_wrong(german: str, drafts: Sequence[Hypothesis]) -> Hypothesis:
    """The draft of a sentence that has the least wrong with it.

    First what spoils a whole draft (it is empty, a loop, German, without the “not”), then all in all: defects, invented
    words, words it lost. Of two that are alike in that, the one with fewer defects, then the first.
    """

    def wrong(draft: Hypothesis) -> tuple[bool, int, int]:
        faults = _faults(german, draft)
        return is_spoilt(german, draft.english), sum(faults) + _lost(german, draft), faults[0]

    return min(drafts, key=wrong)


def _lost(german: str, draft: Hypothesis) -> int:
    """How many words of the German a draft lost; nothing can be told of one without attention."""
    return words_lost(german, draft.english, draft.attention)


def _faults(german: str, draft: Hypothesis) -> tuple[int, int]:
    return defects(german, draft.english), len(invented(german, draft.english))


def _is_no_worse(faults: tuple[int, int], than: tuple[int, int]) -> bool:
    return faults[0] <= than[0] and faults[1] <= than[1]
