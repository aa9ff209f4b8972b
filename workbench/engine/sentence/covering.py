"""Of the drafts of a sentence, one that lost nothing of the German, where the first has; or has less wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.engine.protocol import Hypothesis
from workbench.engine.sentence.defects import defects, is_spoilt
from workbench.engine.sentence.invented import invented
from workbench.engine.sentence.losses import words_lost

NEXT_BEST = 4
"""How many drafts of a sentence are looked at: what a beam of four has costs a hundredth more than the best alone."""
WIDE = 16
"""How many where all of these lost something. Of 8, 12 and 16 the last found most (lines 1–700 of wmt16)."""
A_WORD = 0.05
"""How much less likely, a piece in the mean, a draft may be for each word of the German that it has more."""


class Covering(NamedTuple):
    """A draft, and how many words of the German it lost."""

    draft: Hypothesis
    lost: int

    @property
    def worth(self) -> float:
        """How likely it is, less what it lost."""
        return self.draft.score - A_WORD * self.lost


def best_covering(german: str, drafts: Sequence[Hypothesis]) -> Covering:
    """The first of the drafts of a sentence; where it lost something, that of the others which lost the least.

    One with more that is wrong with it than the first, or with more words that no English list knows, is never taken;
    nor is one whose engine does not tell what it looked at.
    """
    first = drafts[0]
    least = _lost(german, first) if len(drafts) > 1 else 0
    if not least:
        return Covering(first, 0)
    best, than = first, _faults(german, first)
    for draft in drafts[1:]:
        if draft.attention and _is_no_worse(_faults(german, draft), than):
            number = _lost(german, draft)
            best, least = (draft, number) if number < least else (best, least)
    return Covering(best, least)


def fuller(german: str, before: Covering, drafts: Sequence[Hypothesis]) -> Hypothesis:
    """Of more drafts of a sentence that which is worth most and lost less than the one before; else that one.

    None with more that is wrong with it, as in `best_covering`. (What a package likes best is often too short:
    Stahlberg and Byrne, “On NMT Search Errors and Model Errors: Cat Got Your Tongue?”, EMNLP 2019.)
    """
    than = _faults(german, before.draft)
    whole = [Covering(draft, _lost(german, draft)) for draft in drafts if draft.attention]
    better = [one for one in whole if one.lost < before.lost and _is_no_worse(_faults(german, one.draft), than)]
    return max([before, *better], key=lambda one: one.worth).draft


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
