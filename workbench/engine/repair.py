"""A fuzzy match of a memory repaired: the English of the German words that differ drafted, the rest as it was.

The German words that are others are found by a word diff, the English words that stand for them by word alignment.
Several Englishes of the whole sentence are drafted: the draft as the glossary wants it, the next best ones, and what
the package goes on with behind the match's English up to the change. Of what differs between the match's English and
each of them only that is taken over which belongs to the words that are others. Which way is best says the package's
score of the whole sentence, less something for each word of the match that went besides (after Ortega, Forcada and
Sánchez-Martínez, “Fuzzy-match repair guided by quality estimation”, IEEE TPAMI 44(3), 2022, whose repairs are made by
any translator and chosen by an estimate of their quality).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.engine.cache import DraftCache
from workbench.engine.drafter import Drafter
from workbench.engine.halves import OF_REPAIRS
from workbench.engine.repairs.edits import Edit, differences, edited, places_of, words_beyond, words_in
from workbench.engine.repairs.versions import Change, Known, Version, Versions
from workbench.engine.repairs.ways import Edits, ways, word_for_word
from workbench.engine.sentence.defects import defects, figures_kept
from workbench.engine.sentence.losses import words_lost
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.terms.places import forbidden, placed
from workbench.glossary import TermHit
from workbench.text import Span

__all__ = ["LONGEST", "Edit", "Known", "Repaired", "differences", "repaired"]

STAYING = 0.35
"""What each word of the match that goes, or comes, without need takes off a repair's mean log-probability."""
LONGEST = 1_000
"""Characters of the German, and of the match's English, from which on it would take too long, and come to little."""
MOST_CHANGES = 4
"""A match of which more stretches differ is not repaired."""
MOST_TRIED = 20
"""Repairs of one match that are scored, those first that change the fewest words without need."""
MOST_LOOKED_AT = 3
"""Of the best of them the first is taken that lost no more of the German than the match has."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair comes to: the edits of the match's English, in its order, and the English that these make.

    `score`, `before`: the mean log-probability of a part that the package gives to it, and to the match as it was.
    """

    english: str
    edits: tuple[Edit, ...]
    score: float
    before: float

    @property
    def places(self) -> tuple[Span, ...]:
        """Where what was put in stands; of what was only taken out an empty place."""
        return places_of(self.edits)


def repaired(
    german: str, known: Known, hits: Sequence[TermHit], draft: str, drafter: Drafter, cache: DraftCache
) -> Repaired | None:
    """The match's English made that of `german` (a sentence), with as little changed as can be.

    `hits`: the glossary's terms in the German; `draft`: its draft with these. Alignments are kept in the `cache`.
    None where nothing could be repaired, where the package does not find the outcome likelier than the match as it is,
    and where a term, a figure or anything else would be worse by it. Opens the model; takes as long as a few drafts.
    """
    try:
        versions = Versions(german, known, drafter, cache)
        if not 0 < len(versions.changes) <= MOST_CHANGES:
            return None
        return _Match(german, known.english, hits, versions.changes, drafter).repaired(versions, draft)
    except OF_REPAIRS:
        return None


@dataclass(frozen=True, slots=True)
class _Match:
    """A match's English that is to be that of another German."""

    german: str
    english: str
    hits: Sequence[TermHit]
    changes: Sequence[Change]
    drafter: Drafter

    def repaired(self, versions: Versions, draft: str) -> Repaired | None:
        drafted = list(versions.drafted(draft))
        tried = list(ways(self.english, self.changes, drafted))
        for change, version in versions.with_verbs(drafted):
            tried += word_for_word(self.english, (change,), version)
        beyond = {edits: self._beyond(edits, drafted) for edits in tried}
        fits = [edits for edits in sorted(beyond, key=lambda edits: beyond[edits]) if self._keeps(edits)]
        return self._best(fits[:MOST_TRIED], beyond)

    def _beyond(self, edits: Edits, versions: Sequence[Version]) -> int:
        puts = [version.english[slice(*put)] for version in versions for put in version.puts]
        return words_beyond(self.english, edits, [change.cut for change in self.changes], puts)

    def _keeps(self, edits: Edits) -> bool:
        """Whether the terms of what is new are in, none is lost that was there, and nothing else has become worse."""
        before, after = self.english, edited(self.english, edits)
        gone = sum(len(list(words_in(before, edit.cut))) for edit in edits)
        if after == before or 2 * gone > len(list(words_in(before, Span(0, len(before))))) or not before.strip():
            return False  # what keeps less than half of the match is a draft
        was, now = placed(self.german, self.hits, before), placed(self.german, self.hits, after)
        for hit, old, new in zip(self.hits, was, now, strict=True):
            is_new = any(Span(hit.start, hit.end).meets(change.new) for change in self.changes)
            if new is None and (is_new or old is not None):
                return False
        if len(forbidden(self.hits, after)) > len(forbidden(self.hits, before)):
            return False
        german = plain_marks(self.german)
        return figures_kept(german, after) >= figures_kept(german, before) and (
            defects(german, plain_marks(after)) <= defects(german, plain_marks(before))
        )

    def _best(self, tried: Sequence[Edits], beyond: dict[Edits, int]) -> Repaired | None:
        """The repair that the package likes most, what went without need taken off; none that it likes less than the
        match."""
        if not tried:
            return None
        texts = [self.english, *(edited(self.english, edits) for edits in tried)]
        before, *scores = self._means(texts)
        better = [at for at, score in enumerate(scores) if score > before]
        better.sort(key=lambda at: scores[at] - STAYING * beyond[tried[at]], reverse=True)
        better = better[:MOST_LOOKED_AT]
        if not better:
            return None
        least, *lost = self._lost([self.english, *(texts[at + 1] for at in better)])
        for at, gone in zip(better, lost, strict=True):
            if gone <= least:
                return Repaired(texts[at + 1], tried[at], scores[at], before)
        return None

    def _means(self, englishes: Sequence[str]) -> list[float]:
        """The mean log-probability of each English's parts."""
        germans = [plain_marks(self.german)] * len(englishes)
        found = self.drafter.abilities.scores.likelihoods(germans, [*map(plain_marks, englishes)])
        return [one.total / max(1, len(one.values)) for one in found]

    def _lost(self, englishes: Sequence[str]) -> list[int]:
        """How many words of the German each English has lost."""
        german, plain = plain_marks(self.german), [*map(plain_marks, englishes)]
        looked = self.drafter.abilities.aligns.attention([german] * len(plain), plain)
        return [words_lost(german, english, one) for english, one in zip(plain, looked, strict=True)]
