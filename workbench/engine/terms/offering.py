"""New drafts of sentences on the ladder: judged, scored, and kept where they are better and have lost nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.engine.draft import Way
from workbench.engine.protocol import Abilities, Likelihood
from workbench.engine.terms.candidate import Candidate, Climb, gain, is_sound, judged, rank
from workbench.engine.terms.clauses import CLAUSE
from workbench.engine.terms.in_place import with_article
from workbench.engine.terms.kept import NOTHING, Loss
from workbench.engine.terms.look import looks
from workbench.engine.terms.put_in import put_in

# How much worse (mean log-probability per piece under the unmarked German, the terms' own pieces not counted)
# a draft with more terms may be than the free one. Looked at on 1,309 sentences of wmt16 with one to three terms
# of their reference each (benchmarks/terms_in_drafts.py): of 578 drafts that got terms 569 lost less than 0.3 and
# gained 6 to 13 chrF in the mean, 12 of these got worse; five lost up to 0.5, none of them worse; of four that lost
# more one got worse. Hardly a draft comes so far: a term is put in only where the words looked at its German.
MARGIN = 0.5
Offered = tuple[Climb, str, Way]
"""A sentence, an English for it, and how that was made."""
Draft = tuple[Climb, Candidate]
# What the piece after a term can cost at most.
LEAST_AFTER = -2.0
# In a sentence with fewer words each piece beside a term counts for more, so a term in its place may cost more there.
FEW_WORDS = 10


def offer(drafts: Iterable[Offered], able: Abilities, *, at_any_cost: bool = False, best_first: bool = False) -> None:
    """Judge new drafts, as they are and with names put right, and keep what is better and has lost nothing.

    Those with the most terms of a sentence come first; the others are looked at only where none of these will do.
    They are scored where two of them compete, or one with the best so far; and in a short sentence, where a piece
    counts for much. (Of one alone it made another draft for 4 of 536 sentences of wmt16 with terms, two of them short.)
    `at_any_cost`: whatever the score says of them, short or not. `best_first`: those of a sentence come in the order of
    their scores: the first that will do is taken, if it has more terms.
    """
    waiting = list(_fresh(drafts))
    while waiting:
        foremost, waiting = _parted(waiting, in_order=best_first)
        rivals = _rivals(foremost, short=not at_any_cost)
        alone = [
            (item, replace(draft, score=item.free.score, as_free=True))
            for item, draft in foremost
            if id(item) not in rivals
        ]
        others = [(item, draft) for item, draft in foremost if id(item) in rivals]
        scored = _scored(others, able)
        good = [
            (item, draft) for item, draft in scored if at_any_cost or draft.score - item.free.score >= -_margin(draft)
        ]
        _choose([*alone, *good], able)


def _margin(candidate: Candidate) -> float:
    """How much worse a draft may be: MARGIN, up to twice as much in a short sentence with terms put in their places."""
    if candidate.decoded:
        return MARGIN
    return MARGIN * min(2.0, max(1.0, FEW_WORDS / len(candidate.english.split())))


def _parted(drafts: Sequence[Draft], *, in_order: bool) -> tuple[list[Draft], list[Draft]]:
    """The drafts with the most terms of each sentence, and the others, but not with fewer than its best.

    `in_order`: of these the first, and none with as many as its best.
    """
    least = 1 if in_order else 0
    open_ = [(item, draft) for item, draft in drafts if gain(draft) >= gain(item.best) + least]
    most: dict[int, tuple[int, Candidate]] = {}
    for item, draft in open_:
        if id(item) not in most or gain(draft) > most[id(item)][0]:
            most[id(item)] = gain(draft), draft
    foremost: list[Draft] = []
    others: list[Draft] = []
    for item, draft in open_:
        number, first = most[id(item)]
        is_foremost = draft is first if in_order else gain(draft) == number
        (foremost if is_foremost else others).append((item, draft))
    return foremost, others


def _rivals(drafts: Sequence[Draft], *, short: bool) -> set[int]:
    """The sentences that have several of these drafts, or a best one with as many terms; `short`: and short ones."""
    times = Counter(id(item) for item, _ in drafts)
    return {
        id(item)
        for item, draft in drafts
        if times[id(item)] > 1 or gain(draft) <= gain(item.best) or (short and len(draft.english.split()) <= FEW_WORDS)
    }


def _choose(drafts: Sequence[Draft], able: Abilities) -> None:
    """Of each sentence the best of these scored drafts that has lost nothing; the others are not looked at."""
    waiting = sorted(drafts, key=lambda pair: pair[1].score, reverse=True)
    while waiting := [(item, draft) for item, draft in waiting if rank(draft) > rank(item.best)]:
        first = {id(item): (item, draft) for item, draft in reversed(waiting)}
        for (item, draft), loss in zip(first.values(), _losses(list(first.values()), able), strict=True):
            _keep(item, draft, loss)
        waiting = [(item, draft) for item, draft in waiting if draft is not first[id(item)][1]]


def _fresh(drafts: Iterable[Offered]) -> Iterator[Draft]:
    """Of these drafts and their variants those that are sound and new."""
    for item, english, way in drafts:
        for candidate in _variants(item, english, way):
            if candidate.english not in item.tried and is_sound(item, candidate):
                item.tried.add(candidate.english)
                yield item, candidate


def _keep(item: Climb, candidate: Candidate, loss: Loss) -> None:
    """Take a draft for the best where it is better and has lost nothing.

    For the second, where it has lost no name and no clause.
    """
    if loss == NOTHING and rank(candidate) > rank(item.best):
        item.best = candidate
    elif not loss.names and loss.words < CLAUSE and rank(candidate) > rank(item.second or item.best):
        item.second = candidate


def _losses(drafts: Sequence[Draft], able: Abilities) -> list[Loss]:
    """What each draft has lost of the free one; which words of it stand for which is asked where that may be so."""
    losses = [item.standing.loss(draft.english, draft.places) if item.standing else NOTHING for item, draft in drafts]
    doubtful = [(at, *drafts[at]) for at, loss in enumerate(losses) if loss != NOTHING and drafts[at][1].decoded]
    seen = looks([item.at(draft) for _, item, draft in doubtful], able)
    for (at, item, draft), look in zip(doubtful, seen, strict=True):
        losses[at] = item.standing.loss(draft.english, draft.places, look.links) if item.standing else NOTHING
    return losses


def _variants(item: Climb, english: str, way: Way) -> list[Candidate]:
    plain = judged(item.source, item.hits, english, way, item.free)
    mended = put_in(item.source, item.hits, english, item.standing.elsewhere() if item.standing else ())
    if mended == english:
        return [plain]
    return [plain, judged(item.source, item.hits, mended, "put in", plain)]


def _scored(drafts: Sequence[Draft], able: Abilities) -> list[Draft]:
    """The drafts with their scores; the free drafts they are compared with are scored with them where that is to do."""
    free = [item for item in dict(drafts) if not item.scored]
    scores = _scores([*drafts, *((item, item.free) for item in free)], able)
    for item, score in zip(free, scores[len(drafts) :], strict=True):
        item.score_free(score)
    return [(item, replace(draft, score=score)) for (item, draft), score in zip(drafts, scores, strict=False)]


def _scores(drafts: Sequence[Draft], able: Abilities) -> list[float]:
    """Mean log-probability per piece under the unmarked German; pieces of terms in place do not count.

    A required form is often one the package would never write (ODKB → CSTO): its own improbability says
    nothing about the sentence. Nor does that of the article it asks for, and little that of the piece after it:
    behind half a word the package does not know it expects the other half.
    """
    if not drafts:
        return []
    found = able.scores.likelihoods([item.source for item, _ in drafts], [candidate.english for _, candidate in drafts])
    return [_mean_score(candidate, likelihood) for (_, candidate), likelihood in zip(drafts, found, strict=True)]


def _mean_score(draft: Candidate, likelihood: Likelihood) -> float:
    held = [with_article(draft.english, place) for place in draft.places if place]
    inside = [span.meets(*held) for span in likelihood.spans]
    counted = [
        max(value, LEAST_AFTER) if at and inside[at - 1] else value
        for at, value in enumerate(likelihood.values)
        if at >= len(inside) or not inside[at]
    ]
    return sum(counted) / max(1, len(counted))
