"""Drafts of sentences without their terms: the package's best, or another of its drafts that has less wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.engine.halves import OF_REPAIRS, in_halves
from workbench.engine.lent import tells
from workbench.engine.protocol import Abilities, Hypothesis
from workbench.engine.sentence.covering import NEXT_BEST, WIDE, Covering, best_covering, fuller, least_wrong
from workbench.engine.sentence.defects import defects

# How many drafts are made of a sentence whose first one has something wrong with it.
_AGAIN_NUMBER = 4

_Drafts = tuple[str, Sequence[Hypothesis]]
"""A German sentence and its drafts, best first."""


def free_drafts(germans: Sequence[str], able: Abilities, *, repairs: bool) -> list[Hypothesis]:
    """A draft of each sentence; the German, with a score of −∞, where that is empty.

    `repairs`: another of its best drafts where the first lost something, of many where all of these did, and drafts
    made anew where something else is wrong with it. Raises what the engine raises where it fails on a sentence.
    """
    if not germans:
        return []
    several = able.engine.translate(germans, NEXT_BEST if repairs and tells(able) else 1)
    made = list(zip(germans, several, strict=True))
    if not repairs:
        return [_or_german(german, drafts[0]) for german, drafts in made]
    covering = in_halves(_covering, made, lambda one: Covering(one[1][0], 0), OF_REPAIRS)
    free = in_halves(
        lambda some: _fuller(some, able),
        list(zip(germans, covering, strict=True)),
        lambda one: one[1].draft,
        OF_REPAIRS,
    )
    again = in_halves(
        lambda some: _again(some, able), list(zip(germans, free, strict=True)), lambda one: one[1], OF_REPAIRS
    )
    return [_or_german(german, draft) for german, draft in zip(germans, again, strict=True)]


def next_best(germans: Sequence[str], able: Abilities) -> list[Hypothesis]:
    """A draft of each sentence as the engine makes it; of one that is there several times its next best each time.

    The German, with a score of −∞, where it has no more. Raises what the engine raises where it fails on a sentence.
    """
    times = Counter(germans)
    made = able.engine.translate(list(times), max(times.values(), default=1)) if times else []
    drafts = {german: iter(some) for german, some in zip(times, made, strict=True)}
    nothing = float("-inf")
    return [_or_german(german, next(drafts[german], Hypothesis("", nothing))) for german in germans]


def _covering(made: Sequence[_Drafts]) -> list[Covering]:
    return [best_covering(german, drafts) for german, drafts in made]


def _fuller(drafted: Sequence[tuple[str, Covering]], able: Abilities) -> list[Hypothesis]:
    """The drafts; where one lost something, a fuller one of a wide beam may take its place.

    Not of one with something else wrong with it: that is made again in any case.
    """
    found = [covering.draft for _, covering in drafted]
    short = [at for at, (german, one) in enumerate(drafted) if one.lost and not defects(german, one.draft.english)]
    several = able.engine.translate([drafted[at][0] for at in short], WIDE) if short else []
    for at, drafts in zip(short, several, strict=True):
        found[at] = fuller(*drafted[at], drafts)
    return found


def _again(drafted: Sequence[tuple[str, Hypothesis]], able: Abilities) -> list[Hypothesis]:
    """The drafts, those with defects decoded once more; what has the least wrong with it takes their place."""
    found = [draft for _, draft in drafted]
    poor = [at for at, (german, draft) in enumerate(drafted) if defects(german, draft.english)]
    several = able.engine.translate([drafted[at][0] for at in poor], _AGAIN_NUMBER, varied=True) if poor else []
    for at, drafts in zip(poor, several, strict=True):
        found[at] = least_wrong(drafted[at][0], [found[at], *drafts])
    return found


def _or_german(german: str, draft: Hypothesis) -> Hypothesis:
    says_something = any(letter.isalnum() for letter in draft.english)
    return draft if says_something else Hypothesis(german, float("-inf"))
