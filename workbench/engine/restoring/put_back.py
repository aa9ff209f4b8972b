"""Drafts that lost something of their German, and the likeliest fuller English in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities, Hypothesis
from workbench.engine.restoring.short import Short
from workbench.engine.restoring.ways import Way, ways
from workbench.engine.sentence.losses import words_lost
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.words.case import Case
from workbench.text.stands import stands_in

# Tuned on lines 1–750 of wmt16; log-probabilities of whole sentences.
A_WORD, A_DEFECT = 2.0, 3.0
"""How much less likely a fuller English may be for each German word that it has more, and for each defect less."""
A_WORD_GONE = 3.0
"""What each English word of the draft takes off that has nothing like it in the other."""
MARGIN = 3.5
"""How much less likely it may be besides."""
MOST_LOOKED_AT = 4
"""Of the Englishes of a draft the best so many are looked at: what each looked at takes a pass of its own."""
_WORD = re.compile(r"\w+")
_STEM = 4


@dataclass(frozen=True, slots=True)
class Fuller:
    """An English that says more than draft number `at`. `gain`: how much likelier the package finds it, and what it
    has kept and put right; `case` has its mean score. `lost`: how many words of the German it lost all the same."""

    at: int
    case: Case
    gain: float
    lost: int = 0

    def worth(self, before: Short) -> float:
        """The gain with what was brought back; taken is the English from `-MARGIN` on."""
        return self.gain + A_WORD * (before.lost - self.lost)


def put_back(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """The cases; where a draft lost something, a fuller English takes its place that keeps all the rest of it.

    Drafts that do not tell what they looked at stay. Raises what the engine raises where it fails on a sentence.
    """
    found = list(cases)
    numbers = [at for at, case in enumerate(cases) if case.draft.attention and _lost(case)]
    some = [Short(cases[at], looked) for at in numbers if (looked := cases[at].draft.attention)]
    best: dict[int, Fuller] = {}
    for other in fuller(some, able) if some else ():
        short = some[other.at]
        than = best[other.at].worth(short) if other.at in best else -MARGIN
        if other.lost < short.lost and other.worth(short) > than:
            best[other.at] = other
    for at, other in best.items():
        found[numbers[at]] = other.case
    return found


def fuller(some: Sequence[Short], able: Abilities) -> list[Fuller]:
    """The best Englishes for each draft that say more and keep all the rest of it, with what they lost.

    Those are left out that only have a word like a lost one: that may be chance (Tage, stage).
    """
    others = list(_best(_with_gains(some, _that_say_more(some, ways(some, able)), able)))
    texts = [(other.case.german, plain_marks(other.case.english)) for other in others]
    looked = able.aligns.attention([german for german, _ in texts], [english for _, english in texts]) if texts else []
    return [
        replace(
            other,
            case=replace(other.case, draft=replace(other.case.draft, attention=one)),
            lost=words_lost(other.case.german, other.case.english, one),
        )
        for other, one in zip(others, looked, strict=True)
        if some[other.at].is_surely_said(other.case.english, one)
    ]


def gone(before: str, after: str) -> int:
    """How many words of an English, small ones not counted, have nothing in another that begins like them.

    >>> gone("The bridge was closed on Monday.", "The bridges were closed.")
    1
    """
    old, new = (
        {word for word in _WORD.findall(text.lower()) if word not in ENGLISH_SMALL_WORDS} for text in (before, after)
    )
    stems = {word[:_STEM] for word in new}
    return sum(word[:_STEM] not in stems for word in old)


def _lost(case: Case) -> int:
    return words_lost(case.german, case.english, case.draft.attention)


def _that_say_more(some: Sequence[Short], tried: Sequence[Way]) -> list[tuple[int, Case]]:
    found: list[tuple[int, Case]] = []
    for way in tried:
        short = some[way.at]
        other = short.case.with_draft(Hypothesis(way.english, 0.0), *_of(way))
        if short.says_more(way.english) and other.keeps_all_of(short.case):
            found.append((way.at, other))
    return found


def _of(way: Way) -> list[WordOutcome]:
    """The words that were given and stand in the English."""
    return [word for word in way.words if stands_in(word.english, way.english)]


def _with_gains(some: Sequence[Short], found: Sequence[tuple[int, Case]], able: Abilities) -> Iterator[Fuller]:
    asked = sorted({at for at, _ in found})
    both = [*(some[at].case for at in asked), *(case for _, case in found)]
    germans, englishes = [case.german for case in both], [plain_marks(case.english) for case in both]
    likely = able.scores.likelihoods(germans, englishes) if both else []
    now = dict(zip(asked, likely, strict=False))
    for (at, case), one in zip(found, likely[len(asked) :], strict=True):
        draft = some[at].case
        kept = A_DEFECT * (draft.defects - case.defects) - A_WORD_GONE * gone(draft.english, case.english)
        score = one.total / max(1, len(one.values))
        other = replace(case, draft=Hypothesis(case.english, score))
        yield Fuller(at, other, one.total - now[at].total + kept)


def _best(others: Iterator[Fuller]) -> Iterator[Fuller]:
    """Of each draft's Englishes those with the largest gains."""
    by_draft: dict[int, list[Fuller]] = {}
    for other in others:
        by_draft.setdefault(other.at, []).append(other)
    for some in by_draft.values():
        yield from sorted(some, key=lambda other: other.gain, reverse=True)[:MOST_LOOKED_AT]
