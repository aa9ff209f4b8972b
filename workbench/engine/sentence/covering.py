"""Of the drafts of a sentence, one that lost nothing of the German, where the first has."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.engine.draft import Loss
from workbench.engine.protocol import Hypothesis
from workbench.engine.sentence.defects import defects
from workbench.engine.sentence.invented import invented
from workbench.engine.sentence.losses import losses

NEXT_BEST = 4
"""How many drafts of a sentence are looked at: what a beam of four has costs a hundredth more than the best alone."""
_VERB = 3
"""A sentence without a verb has lost as much as this many words."""


def best_covering(german: str, drafts: Sequence[Hypothesis]) -> Hypothesis:
    """The first of the drafts of a sentence; where it lost something, that of the others which lost the least.

    One with more that is wrong with it than the first, or with more words that no English list knows, is never taken;
    nor is one whose engine does not tell what it looked at.
    """
    first = drafts[0]
    if len(drafts) == 1 or not lost_by(german, first):
        return first
    than = _faults(german, first)
    good = [draft for draft in drafts if draft.attention and _is_no_worse(_faults(german, draft), than)]
    return min(good, key=lambda draft: _size(german, lost_by(german, draft)), default=first)


def lost_by(german: str, draft: Hypothesis) -> tuple[Loss, ...]:
    """What a draft lost; nothing can be told of one without attention."""
    return losses(german, draft.english, draft.attention) if draft.attention else ()


def _faults(german: str, draft: Hypothesis) -> tuple[int, int]:
    return defects(german, draft.english), len(invented(german, draft.english))


def _is_no_worse(faults: tuple[int, int], than: tuple[int, int]) -> bool:
    return faults[0] <= than[0] and faults[1] <= than[1]


def _size(german: str, lost: Sequence[Loss]) -> int:
    """How many words were lost."""
    return sum(_VERB if loss.kind == "verb" else len(german[slice(*loss.span)].split()) for loss in lost)
