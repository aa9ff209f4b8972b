"""Drafts that were decoded anew: whether they still say all that the drafts said whose place they take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.engine.protocol import Abilities
from workbench.engine.sentence.losses import words_lost
from workbench.engine.terms.candidate import KEPT_WORDS
from workbench.engine.words.case import Case, looks


def without_loss(before: Sequence[Case], anew: Sequence[Case], able: Abilities) -> list[Case | None]:
    """Those of the drafts decoded anew that lost no more of the German than the drafts before; None for the others.

    Much shorter than these they may not be either: not all that is lost can be told. What both looked at is asked in
    one pass where they do not tell it, and goes with the drafts that stay.
    """
    told = iter(_told([*before, *anew], able))
    olds, news = [next(told) for _ in before], [next(told) for _ in anew]
    return [
        new if _lost(new) <= _lost(old) and _is_long_enough(new.english, old.english) else None
        for old, new in zip(olds, news, strict=True)
    ]


def _is_long_enough(english: str, before: str) -> bool:
    return len(english.split()) >= KEPT_WORDS * len(before.split()) - 1


def _told(cases: Sequence[Case], able: Abilities) -> Iterator[Case]:
    """The cases whose drafts all tell what they looked at."""
    for case, looked in zip(cases, looks(cases, able), strict=True):
        yield replace(case, draft=replace(case.draft, attention=looked))


def _lost(case: Case) -> int:
    return words_lost(case.german, case.english, case.draft.attention)
