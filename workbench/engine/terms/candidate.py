"""A draft on the ladder: judged against the glossary hits, and compared with the free draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workbench.engine.draft import Way
from workbench.engine.protocol import Attention, Hypothesis
from workbench.engine.sentence.defects import figures_kept, is_looped
from workbench.engine.terms.clauses import loses_a_clause
from workbench.engine.terms.kept import Standing
from workbench.engine.terms.places import forbidden, placed, said_again
from workbench.glossary import TermHit
from workbench.text import Span

# A draft with terms may have this share of the free draft's words, not fewer: else a clause was dropped.
KEPT_WORDS = 0.8
# “of the … on” between the words of a term go with them.
_SMALL_WORDS_BETWEEN = 1
# How many words beside a term are beside it.
_BESIDE = 6
_WORD = re.compile(r"\w{4,}")
_DECODED_WAYS: frozenset[Way] = frozenset(("marker", "n-best", "prefix"))

# How much likelier a draft is while it is decoded than when it is scored: what the shortlist lacks does not count then.
# Of 65 drafts the mean was 0.06, the middle one 0.05.
DECODED = 0.05


@dataclass(frozen=True, slots=True)
class Candidate:
    """One English for a sentence: where its terms stand, how each came in, and how good the rest is.

    `decoded`: whether the package wrote it anew, from another source or beginning, so that it is more than the free
    draft with terms put in. `as_free`: whether `score` is the free draft's, for want of its own.
    """

    english: str
    places: tuple[Span | None, ...]
    ways: tuple[Way, ...]
    forbidden: int
    score: float = 0.0
    decoded: bool = False
    as_free: bool = False

    @property
    def met(self) -> int:
        """How many of the terms are in."""
        return sum(place is not None for place in self.places)


@dataclass(slots=True, eq=False)
class Climb:
    """A sentence on the ladder. `source` is the prepared German; offsets of `hits` are into it.

    `standing`: what the words of the free draft stand for, from the first look at it on. `second`: the best draft that
    has lost a word which the free one has; taken where no rung has a better one. `scored`: whether the score of the
    free draft is known. `attentions`: what the words of a draft, by its text, looked at, where that is known;
    `carried`: what they may have looked at, by the free draft, of which they differ in a few words.
    """

    source: str
    hits: tuple[TermHit, ...]
    free: Candidate
    best: Candidate
    standing: Standing | None = None
    second: Candidate | None = None
    tried: set[str] = field(default_factory=set)
    scored: bool = False
    attentions: dict[str, Attention] = field(default_factory=dict)
    carried: dict[str, Attention | None] = field(default_factory=dict)

    @property
    def unmet(self) -> bool:
        """Whether a term is missing or a forbidden form stands there."""
        return self.best.met < len(self.hits) or self.best.forbidden > 0

    def score_free(self, score: float) -> None:
        """Set the score of the free draft, which others are compared with, also where another draft had it so far."""
        scored = replace(self.free, score=score)
        if self.best is self.free:
            self.best = scored
        elif self.best.as_free:
            self.best = replace(self.best, score=score)
        if self.second and self.second.as_free:
            self.second = replace(self.second, score=score)
        self.free, self.scored = scored, True

    def at(self, draft: Candidate) -> Climb:
        """The same sentence with another draft, and what is known of its drafts."""
        return Climb(self.source, self.hits, self.free, draft, attentions=self.attentions, carried=self.carried)


def start(source: str, hits: tuple[TermHit, ...], english: str, made: Hypothesis | None = None) -> Climb:
    """A sentence with its free draft, at the foot of the ladder.

    `made`: as the engine made this draft of this very source; what it tells of it is not asked again. But its score is,
    where terms stand in the draft: others are scored without the pieces of theirs.
    """
    free = judged(source, hits, english, "free")
    if made is None or made.english != english:
        return Climb(source, hits, free, free, tried={english})
    free = replace(free, score=made.score - DECODED)
    known = {english: made.attention} if made.attention else {}
    comparable = made.comparable and not free.met
    return Climb(source, hits, free, free, tried={english}, scored=comparable, attentions=known)


def judged(german: str, hits: Sequence[TermHit], english: str, way: Way, before: Candidate | None = None) -> Candidate:
    """A draft judged; terms that `before` had already keep the way they came in there.

    It is `decoded` where its way says so, or `before`, whose words it has but for a few, was.
    """
    places = placed(german, hits, english)
    ways: list[Way] = []
    for number, place in enumerate(places):
        if place is None:
            ways.append("missing")
        elif before and before.places[number] is not None:
            ways.append(before.ways[number])
        else:
            ways.append(way)
    decoded = way in _DECODED_WAYS or (before is not None and before.decoded)
    return Candidate(english, places, tuple(ways), len(forbidden(hits, english)), decoded=decoded)


def rank(candidate: Candidate) -> tuple[int, float]:
    """More terms first, then the better sentence."""
    return gain(candidate), candidate.score


def gain(candidate: Candidate) -> int:
    """Terms that are in, less forbidden forms."""
    return candidate.met - candidate.forbidden


def is_sound(item: Climb, candidate: Candidate) -> bool:
    """No more terms than before is no use; nor is a loop, a dropped clause, a term said twice or a lost number."""
    if gain(candidate) < max(gain(item.best), gain(item.free) + 1):
        return False
    if is_looped(candidate.english) and not is_looped(item.free.english):
        return False
    if _drops_words(item, candidate) or _drops_a_clause(item, candidate) or _says_twice(item, candidate):
        return False
    if said_again(item.hits, candidate.places, candidate.english) > said_again(
        item.hits, item.free.places, item.free.english
    ):
        return False
    if _copied(item.source, candidate) > _copied(item.source, item.free):
        return False
    return figures_kept(item.source, candidate.english) >= figures_kept(item.source, item.free.english)


def _drops_words(item: Climb, candidate: Candidate) -> bool:
    """Whether the rest of the sentence has lost words; a term may be shorter than what stood for its German."""
    put = [
        (hit, place)
        for hit, place, before in zip(item.hits, candidate.places, item.free.places, strict=True)
        if place and not before
    ]
    rest = len(candidate.english.split()) - sum(len(candidate.english[slice(*place)].split()) for _, place in put)
    before = len(item.free.english.split()) - sum(_words_for(item, hit) for hit, _ in put)
    return rest < KEPT_WORDS * before - _SMALL_WORDS_BETWEEN


def _drops_a_clause(item: Climb, candidate: Candidate) -> bool:
    """Whether words that stood together are gone, more than stood for the terms that came in."""
    put = [
        (hit, place)
        for hit, place, before in zip(item.hits, candidate.places, item.free.places, strict=True)
        if place and not before
    ]
    own = [item.standing.own_words(hit) if item.standing else frozenset() for hit, _ in put]
    spare = sum(max(0, len(hit.surface.split()) - len(words)) for (hit, _), words in zip(put, own, strict=True))
    terms = [place for _, place in put]
    return loses_a_clause(item.free.english, candidate.english, terms, frozenset().union(*own), spare)


def _says_twice(item: Climb, candidate: Candidate) -> bool:
    """Whether words that stood for a term's German are left beside the term that has them, too.

    `The organization of the Collective Security Treaty Organisation`.
    """
    if item.standing is None:
        return False
    for hit, place, before in zip(item.hits, candidate.places, item.free.places, strict=True):
        if place and not before:
            said = set(map(spelt, _WORD.findall(candidate.english[slice(*place)])))
            if said & set(map(spelt, item.standing.own_words(hit))) & _beside(candidate, place):
                return True
    return False


def _beside(candidate: Candidate, place: Span) -> set[str]:
    """The words near a place that no term holds."""
    words = [Span(*match.span()) for match in _WORD.finditer(candidate.english)]
    near = [at for at, word in enumerate(words) if word.meets(place)]
    beside = words[max(0, near[0] - _BESIDE) : near[-1] + _BESIDE + 1] if near else []
    held = [one for one in candidate.places if one]
    return {spelt(candidate.english[slice(*word)]) for word in beside if not word.meets(*held)}


def spelt(word: str) -> str:
    """A word in small letters, in one of its spellings, and without a plural's s."""
    return word.casefold().replace("z", "s").rstrip("s")


def _words_for(item: Climb, hit: TermHit) -> int:
    """How many words of the free draft stand for a hit: as many as the German has, or as looked at it."""
    return max(len(hit.surface.split()), item.standing.words_of(hit) if item.standing else 0)


def _copied(german: str, candidate: Candidate) -> int:
    """How many words the English has as the German writes them, those of its terms not counted."""
    words = set(_WORD.findall(german))
    return sum(
        match.group() in words
        for match in _WORD.finditer(candidate.english)
        if not any(place and place.start <= match.start() < place.end for place in candidate.places)
    )
