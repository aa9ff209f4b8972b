"""New drafts of sentences on the ladder: judged, scored, and kept where they are better and have lost nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.engine.draft import Way
from workbench.engine.protocol import Abilities
from workbench.engine.terms.candidate import Candidate, Climb, is_sound, judged, rank, start
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
# What the piece after a term can cost at most.
LEAST_AFTER = -2.0


def offer(drafts: Iterable[tuple[Climb, str, Way]], able: Abilities, *, at_any_cost: bool = False) -> None:
    """Judge new drafts, as they are and with names put right, and keep what is better and has lost nothing.

    `at_any_cost`: whatever the score says of them.
    """
    fresh = list(_fresh(drafts))
    least = float("-inf") if at_any_cost else -MARGIN
    better = [
        (item, replace(candidate, score=score))
        for (item, candidate), score in zip(fresh, _scores(fresh, able), strict=True)
        if score - item.free.score >= least
    ]
    better = [(item, candidate) for item, candidate in better if rank(candidate) > rank(item.best)]
    for (item, candidate), loss in zip(better, _losses(better, able), strict=True):
        _keep(item, candidate, loss)


def _fresh(drafts: Iterable[tuple[Climb, str, Way]]) -> Iterator[tuple[Climb, Candidate]]:
    """Of these drafts and their variants those that are sound and new."""
    for item, english, way in drafts:
        for candidate in _variants(item, english, way):
            if candidate.english not in item.tried and is_sound(item, candidate):
                item.tried.add(candidate.english)
                yield item, candidate


def _keep(item: Climb, candidate: Candidate, loss: Loss) -> None:
    """Take a draft for the best where it is better and has lost nothing, for the second where it has lost no name."""
    if loss == NOTHING and rank(candidate) > rank(item.best):
        item.best = candidate
    elif not loss.names and rank(candidate) > rank(item.second or item.best):
        item.second = candidate


def _losses(drafts: Sequence[tuple[Climb, Candidate]], able: Abilities) -> list[Loss]:
    """What each draft has lost of the free one; which words of it stand for which is asked where that may be so."""
    losses = [item.standing.loss(draft.english, draft.places) if item.standing else NOTHING for item, draft in drafts]
    doubtful = [
        (at, *drafts[at]) for at, loss in enumerate(losses) if loss != NOTHING and _is_decoded_anew(drafts[at][1])
    ]
    seen = looks([start(item.source, item.hits, draft.english) for _, item, draft in doubtful], able)
    for (at, item, draft), look in zip(doubtful, seen, strict=True):
        losses[at] = item.standing.loss(draft.english, draft.places, look.links) if item.standing else NOTHING
    return losses


def _is_decoded_anew(draft: Candidate) -> bool:
    return not set(draft.ways) <= {"free", "put in", "missing"}


def _variants(item: Climb, english: str, way: Way) -> list[Candidate]:
    plain = judged(item.source, item.hits, english, way, item.free)
    mended = put_in(item.source, item.hits, english, item.standing.elsewhere() if item.standing else ())
    if mended == english:
        return [plain]
    return [plain, judged(item.source, item.hits, mended, "put in", plain)]


def score_free(climbs: Sequence[Climb], able: Abilities) -> None:
    """Score the free drafts: others are compared with these."""
    scores = _scores([(item, item.free) for item in climbs], able)
    for item, score in zip(climbs, scores, strict=True):
        free = item.free
        item.free = item.best = Candidate(free.english, free.places, free.ways, free.forbidden, score)
        item.tried.add(free.english)


def _scores(drafts: Sequence[tuple[Climb, Candidate]], able: Abilities) -> list[float]:
    """Mean log-probability per piece under the unmarked German; pieces of terms in place do not count.

    A required form is often one the package would never write (ODKB → CSTO): its own improbability says
    nothing about the sentence. Nor does that of the article it asks for, and little that of the piece after it:
    behind half a word the package does not know it expects the other half.
    """
    found = able.scores.likelihoods([item.source for item, _ in drafts], [candidate.english for _, candidate in drafts])
    scores = []
    for (_, candidate), likelihood in zip(drafts, found, strict=True):
        held = [with_article(candidate.english, place) for place in candidate.places if place]
        inside = [span.meets(*held) for span in likelihood.spans]
        counted = [
            max(value, LEAST_AFTER) if at and inside[at - 1] else value
            for at, value in enumerate(likelihood.values)
            if at >= len(inside) or not inside[at]
        ]
        scores.append(sum(counted) / max(1, len(counted)))
    return scores
