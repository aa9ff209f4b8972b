"""How terms that a free draft lacks get into it: one function a rung, each over all sentences still unmet.

The rungs, from the one that changes the least to the one that changes the most: garbled names put right; the
term in the place of the words that stand for it; the marked source; n-best, with the terms in their places;
cut, force, continue. At last one or several is settled. A term is never pushed in where the rest of the sentence
gets worse than MARGIN, nor where no word looks at its German: then it is missing, and the checks will say so.
(Ways to terms in machine translation: Post and Vilar 2018; Bogoychev and Chen 2023; CTranslate2 has no
constrained search, so nothing here needs one.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.engine.candidate import Candidate, Climb, is_sound, judged, rank, start
from workbench.engine.decoder import Decoder
from workbench.engine.draft import Way
from workbench.engine.forms import marked_source
from workbench.engine.in_place import put_form, undoubled, with_article
from workbench.engine.look import Look, looks
from workbench.engine.put_in import put_in
from workbench.engine.settle_numbers import settle_numbers

# How much worse (mean log-probability per piece under the unmarked German, the terms' own pieces not counted)
# a draft with more terms may be than the free one. Looked at on 1,309 sentences of wmt16 with one to three terms
# of their reference each (benchmarks/terms_in_drafts.py): of 578 drafts that got terms 569 lost less than 0.3 and
# gained 6 to 13 chrF in the mean, 12 of these got worse; five lost up to 0.5, none of them worse; of four that lost
# more one got worse. Hardly a draft comes so far: a term is put in only where the words looked at its German.
MARGIN = 0.5
# A draft that lost more than this is tried again on the next rung.
DOUBT = 0.2
# What the piece after a term can cost at most.
LEAST_AFTER = -2.0
# How many next best drafts are looked at.
N_BEST = 8
# In how many of each the terms are put.
PLACED = 2


def climb(climbs: Sequence[Climb], decoder: Decoder, markers: tuple[str, str] | None) -> None:
    """Bring the terms into every sentence that lacks one, then settle numbers; `best` of each is the outcome."""
    if waiting := _unmet(climbs):
        _score_free(waiting, decoder)
        by_name(waiting, decoder)
        by_place(_open(waiting), decoder)
        if markers:
            by_marker(_open(waiting), decoder, markers)
        by_n_best(_unmet(waiting), decoder, markers)
        by_prefix(_unmet(waiting), decoder, markers)
    settle_numbers(climbs, decoder)


def by_name(climbs: Sequence[Climb], decoder: Decoder) -> None:
    """The free draft with German, forbidden or garbled names put right, whatever the score says of the new name."""
    _offer([(item, item.best.english, "free") for item in climbs], decoder, at_any_cost=True)


def by_place(climbs: Sequence[Climb], decoder: Decoder) -> None:
    """The term in the place of the English words that look at its German; the rest of the draft stays."""
    for lacking in _rounds(climbs):
        looked = looks(lacking, decoder)
        before = [item.best for item in lacking]
        _put(looked, decoder)
        unchanged = [look for look, best in zip(looked, before, strict=True) if look.item.best is best]
        _put(unchanged, decoder, narrow=True)


def _put(looked: Sequence[Look], decoder: Decoder, *, narrow: bool = False) -> None:
    """Offer each draft with one of its missing terms in its place, in every way there is."""
    drafts: list[tuple[Climb, str, Way]] = [
        (look.item, put_form(look.item.source, hit, look.item.best.english, span), "put in")
        for look in looked
        for hit, span in look.places(narrow=narrow)
    ]
    _offer(drafts, decoder)


def by_marker(climbs: Sequence[Climb], decoder: Decoder, markers: tuple[str, str]) -> None:
    """Drafts of the source with markers for what the free draft lacks: a term that is right needs none."""
    sources = [_marked(item, markers, item.free) for item in climbs]
    drafts = decoder.best(decoder.tokens.encode(sources))
    _offer(
        [(item, decoder.text(draft.pieces), "marker") for item, draft in zip(climbs, drafts, strict=True)],
        decoder,
    )


def by_n_best(climbs: Sequence[Climb], decoder: Decoder, markers: tuple[str, str] | None) -> None:
    """The next best drafts of the plain source, and of the source with markers for all terms.

    First as they are; where none has all terms, then the best of them with the terms in their places: what the
    free draft dropped or misread is often there.
    """
    drafts = _several(climbs, decoder, markers)
    _offer([(item, english, "n-best") for item, some in drafts for english in some], decoder)
    lacking = [(item, english) for item, some in drafts if item.unmet for english in some[:PLACED]]
    looked = looks([start(item.source, item.hits, english) for item, english in lacking], decoder)
    _offer([(item, look.filled(), "n-best") for (item, _), look in zip(lacking, looked, strict=True)], decoder)


def _several(
    climbs: Sequence[Climb], decoder: Decoder, markers: tuple[str, str] | None
) -> list[tuple[Climb, list[str]]]:
    """The N_BEST drafts of each plain source, then, where there are markers, of each source with them."""
    asked = [(item, item.source) for item in climbs]
    if markers:
        asked += [(item, marked_source(item.source, item.hits, markers)) for item in climbs]
    several = decoder.several(decoder.tokens.encode([source for _, source in asked]), N_BEST)
    return [
        (item, [decoder.text(draft.pieces) for draft in found]) for (item, _), found in zip(asked, several, strict=True)
    ]


def by_prefix(climbs: Sequence[Climb], decoder: Decoder, markers: tuple[str, str] | None) -> None:
    """Cut where attention finds a missing term, force the term, decode the rest again."""
    for lacking in _rounds(climbs):
        forced = [
            (item, prefix)
            for item, looked in zip(lacking, looks(lacking, decoder), strict=True)
            for prefix in looked.prefixes()
        ]
        sources = [_marked(item, markers, item.best) if markers else item.source for item, _ in forced]
        drafts = decoder.continued(
            decoder.tokens.encode(sources), decoder.tokens.encode([prefix for _, prefix in forced])
        )
        _offer(
            [
                (item, _joined(prefix, decoder.text(draft.pieces)), "prefix")
                for (item, prefix), draft in zip(forced, drafts, strict=True)
            ],
            decoder,
        )


def _rounds(climbs: Sequence[Climb]) -> Iterator[list[Climb]]:
    """Those that lack a term, once for each of their terms, as long as the round before changed their draft.

    On the same draft everything would come out the same.
    """
    going = list(climbs)
    for number in range(max((len(item.hits) for item in climbs), default=0)):
        lacking = [item for item in going if None in item.best.places and number < len(item.hits)]
        before = [item.best for item in lacking]
        yield lacking
        going = [item for item, best in zip(lacking, before, strict=True) if item.best is not best]


def _marked(item: Climb, markers: tuple[str, str], draft: Candidate) -> str:
    """The source with markers for the terms this draft lacks."""
    missing = [hit for hit, place in zip(item.hits, draft.places, strict=True) if place is None]
    return marked_source(item.source, missing, markers)


def _joined(prefix: str, english: str) -> str:
    """The continued draft, without words of the term that the model wrote a second time."""
    if not english.startswith(prefix):
        return english
    words = prefix.split()
    last = " ".join(words[-1:])
    return undoubled(prefix[: len(prefix) - len(last)], last, english[len(prefix) :])


def _offer(drafts: Iterable[tuple[Climb, str, Way]], decoder: Decoder, *, at_any_cost: bool = False) -> None:
    """Judge new drafts, as they are and with names put right, and keep what is better."""
    fresh: list[tuple[Climb, Candidate]] = []
    for item, english, way in drafts:
        for candidate in _variants(item, english, way):
            if candidate.english not in item.tried and is_sound(item, candidate):
                item.tried.add(candidate.english)
                fresh.append((item, candidate))
    for (item, candidate), score in zip(fresh, _scores(fresh, decoder), strict=True):
        scored = Candidate(candidate.english, candidate.places, candidate.ways, candidate.forbidden, score)
        if (at_any_cost or score >= item.free.score - MARGIN) and rank(scored) > rank(item.best):
            item.best = scored


def _variants(item: Climb, english: str, way: Way) -> list[Candidate]:
    plain = judged(item.source, item.hits, english, way, item.free)
    mended = put_in(item.source, item.hits, english)
    if mended == english:
        return [plain]
    return [plain, judged(item.source, item.hits, mended, "put in", plain)]


def _score_free(climbs: Sequence[Climb], decoder: Decoder) -> None:
    scores = _scores([(item, item.free) for item in climbs], decoder)
    for item, score in zip(climbs, scores, strict=True):
        free = item.free
        item.free = item.best = Candidate(free.english, free.places, free.ways, free.forbidden, score)
        item.tried.add(free.english)


def _scores(drafts: Sequence[tuple[Climb, Candidate]], decoder: Decoder) -> list[float]:
    """Mean log-probability per piece under the unmarked German; pieces of terms in place do not count.

    A required form is often one the package would never write (ODKB → CSTO): its own improbability says
    nothing about the sentence. Nor does that of the article it asks for, and little that of the piece after it:
    behind half a word the package does not know it expects the other half.
    """
    sources = decoder.tokens.encode([item.source for item, _ in drafts])
    targets = decoder.tokens.encode([candidate.english for _, candidate in drafts])
    scores = []
    for (_, candidate), pieces, log_probabilities in zip(
        drafts, targets, decoder.log_probabilities(sources, targets), strict=True
    ):
        held = [with_article(candidate.english, place) for place in candidate.places if place]
        spans = decoder.tokens.spans(candidate.english, pieces)
        inside = [span.meets(*held) for span in spans]
        counted = [
            max(value, LEAST_AFTER) if at and inside[at - 1] else value
            for at, value in enumerate(log_probabilities)
            if at >= len(spans) or not inside[at]
        ]
        scores.append(sum(counted) / max(1, len(counted)))
    return scores


def _open(climbs: Sequence[Climb]) -> list[Climb]:
    """Those that lack a term, and those that paid for it so much that a better draft is worth a try."""
    return [item for item in climbs if item.unmet or item.best.score < item.free.score - DOUBT]


def _unmet(climbs: Sequence[Climb]) -> list[Climb]:
    return [item for item in climbs if item.unmet]
