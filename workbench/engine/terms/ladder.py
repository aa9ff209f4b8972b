"""How terms that a free draft lacks get into it: one function a rung, each over all sentences still unmet.

The rungs, from the one that changes the least to the one that changes the most: garbled names put right; the
term in the place of the words that stand for it; the marked source; n-best, with the terms in their places;
cut, force, continue. At last one or several is settled. A sentence that has all its terms climbs no further: a term in
its place is final, though a later rung might have cost the rest of the sentence less. It costs MARGIN at most, twice
that in a short sentence; whatever it costs where a German, forbidden or garbled name is put right. None is pushed in
where no word looks at its German: then it is missing, and the checks will say so. Nor at the cost of another German
word's English (`kept.Standing`): a draft that has lost a name or a clause is never taken, one that has lost another
word only where no rung has one that keeps it. A unit with much of both, pieces and missing terms, climbs the first
rungs only, with all its terms at once.
(Ways to terms in machine translation: Post and Vilar 2018; Bogoychev and Chen 2023; CTranslate2 has no
constrained search, so nothing here needs one.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from workbench.engine.draft import Way
from workbench.engine.protocol import Abilities, Hypothesis
from workbench.engine.terms.allowed_forms import whole_forms
from workbench.engine.terms.candidate import Candidate, Climb, gain, judged
from workbench.engine.terms.forms import Marked, marked
from workbench.engine.terms.genitives import with_genitives
from workbench.engine.terms.in_place import put_form, undoubled
from workbench.engine.terms.kept import Standing
from workbench.engine.terms.lead_article import with_lead_article
from workbench.engine.terms.look import Look, looks
from workbench.engine.terms.marked import drafts_with_terms
from workbench.engine.terms.offering import offer
from workbench.engine.terms.own_words import let_be, restored
from workbench.engine.terms.said_twice import without_words_again
from workbench.engine.terms.settle_numbers import settle_numbers
from workbench.engine.terms.stutters import without_stutters
from workbench.glossary import TermHit
from workbench.text import Span

Places = Sequence[Span | None]

# How many drafts of the marked source are offered, those with the most terms.
MARKED = 2
# How many next best drafts are looked at.
N_BEST = 8
# In how many of each the terms are put.
PLACED = 2
# Pieces times missing terms. Of a unit with more each further rung takes as long as its free draft did: the time would
# grow with the square of its length.
MOST_WORK = 200
# The same for next best drafts, and for drafts that are cut and continued, which take several times as long as the free
# one: of 14 units that came so far 5 got their terms then, each of them with less work than this.
MOST_NEXT = 100


def climb(climbs: Sequence[Climb], able: Abilities) -> None:
    """Bring the terms into every sentence that lacks one, then settle numbers; `best` of each is the outcome."""
    in_own_words = let_be(climbs, able)
    if waiting := _unmet(climbs):
        looked = _look_first(waiting, able)
        by_all_places([look for look in looked if _work(look.item, able) > MOST_WORK], able)
        light = [look for look in looked if _work(look.item, able) <= MOST_WORK]
        _climb([look.item for look in light], able)
        _settle_losses(waiting)
    whole_forms(climbs, able)
    without_words_again(climbs, able)
    settle_numbers(climbs, able)
    _settle(climbs, with_genitives)
    _settle(climbs, without_stutters)
    _settle(climbs, with_lead_article)
    restored(in_own_words)


def _climb(climbs: Sequence[Climb], able: Abilities) -> None:
    by_name(climbs, able)
    by_place(_unmet(climbs), able)
    by_marker(_unmet(climbs), able)
    short = [item for item in _unmet(climbs) if _work(item, able) <= MOST_NEXT]
    by_n_best(short, able)
    by_prefix(_unmet(short), able)


def _look_first(climbs: Sequence[Climb], able: Abilities) -> list[Look]:
    """A look at each free draft: what its words stand for is known from then on."""
    looked = looks(climbs, able)
    for look in looked:
        look.item.standing = Standing(look.item.source, look.item.hits, look.item.free.english, look.links)
    return looked


def _work(item: Climb, able: Abilities) -> int:
    return able.engine.size(item.source) * item.best.places.count(None)


def by_name(climbs: Sequence[Climb], able: Abilities) -> None:
    """The free draft with German, forbidden or garbled names put right, whatever the score says of the new name."""
    offer([(item, item.best.english, "free") for item in climbs], able, at_any_cost=True)


def by_all_places(looked: Sequence[Look], able: Abilities) -> None:
    """All terms at once in the places of the English words that look at their German, and names put right."""
    offer([(look.item, look.filled(), "put in") for look in looked], able)


def by_place(climbs: Sequence[Climb], able: Abilities) -> None:
    """The term in the place of the English words that look at its German; the rest of the draft stays."""
    for lacking in _rounds(climbs):
        looked = looks(lacking, able)
        before = [item.best.english for item in lacking]
        _put(looked, able)
        unchanged = [look for look, english in zip(looked, before, strict=True) if look.item.best.english == english]
        _put(unchanged, able, narrow=True)


def _put(looked: Sequence[Look], able: Abilities, *, narrow: bool = False) -> None:
    """Offer each draft with one of its missing terms in its place, in every way there is."""
    drafts: list[tuple[Climb, str, Way]] = [
        (look.item, put_form(look.item.source, hit, look.item.best.english, span), "put in")
        for look in looked
        for hit, span in look.places(narrow=narrow)
    ]
    offer(drafts, able)


def by_marker(climbs: Sequence[Climb], able: Abilities) -> None:
    """Drafts of the source with markers for what the free draft lacks: a term that is right needs none.

    The best and the next, of those that have most of the terms (`marked.drafts_with_terms`). Where it lacks nothing,
    but has a forbidden form, that would be the free draft again.
    """
    if not able.markers:
        return
    lacking = [item for item in climbs if None in item.free.places]
    asked = [(item.source, _lacking(item, item.free)) for item in lacking]
    several = drafts_with_terms(asked, able.engine, able.markers)
    drafts = [(item, draft) for item, some in zip(lacking, several, strict=True) for draft in some[:MARKED]]
    for item, draft in drafts:
        if draft.attention:
            item.attentions.setdefault(draft.english, draft.attention)
    offer([(item, draft.english, "marker") for item, draft in drafts], able, best_first=True)


def by_n_best(climbs: Sequence[Climb], able: Abilities) -> None:
    """The next best drafts of the source with markers for all terms, then of the plain source.

    First as they are; where none has all terms, then the best of them with the terms in their places: what the
    free draft dropped or misread is often there.
    """
    drafts: list[tuple[Climb, list[Hypothesis]]] = []
    if able.markers:
        sources = [(item, marked(item.source, item.hits, able.markers)) for item in climbs]
        drafts = _of_marked(sources, N_BEST, able)
        _offer_next(drafts, able)
    left = _unmet(climbs)
    several = able.engine.translate([item.source for item in left], N_BEST)
    plain = list(zip(left, several, strict=True))
    for item, some in plain:
        item.attentions.update((draft.english, draft.attention) for draft in some if draft.attention)
    _offer_next(plain, able)
    drafts = plain + drafts
    again = [(item, draft.english) for item, some in drafts if item.unmet for draft in some[:PLACED]]
    looked = looks([item.at(judged(item.source, item.hits, english, "n-best")) for item, english in again], able)
    offer([(item, look.filled(), "n-best") for (item, _), look in zip(again, looked, strict=True)], able)


def _of_marked(
    asked: Sequence[tuple[Climb, Marked]], number: int, able: Abilities
) -> list[tuple[Climb, list[Hypothesis]]]:
    """The `number` best drafts of each marked source; what they looked at in the plain one is known from then on."""
    several = able.engine.translate([source.text for _, source in asked], number)
    for (item, source), drafts in zip(asked, several, strict=True):
        for draft in drafts:
            if draft.attention:
                item.attentions.setdefault(draft.english, source.back(draft.attention))
    return [(item, drafts) for (item, _), drafts in zip(asked, several, strict=True)]


def _offer_next(drafts: Sequence[tuple[Climb, Sequence[Hypothesis]]], able: Abilities) -> None:
    offer([(item, draft.english, "n-best") for item, some in drafts for draft in some], able, best_first=True)


def by_prefix(climbs: Sequence[Climb], able: Abilities) -> None:
    """Cut where attention finds a missing term, force the term, decode the rest again."""
    if not able.continues:
        return
    for lacking in _rounds(climbs):
        forced = [
            (item, prefix)
            for item, looked in zip(lacking, looks(lacking, able), strict=True)
            for prefix in looked.prefixes()
        ]
        sources = [_marked(item, able.markers, item.best).text if able.markers else item.source for item, _ in forced]
        drafts = able.continues.continued(sources, [prefix for _, prefix in forced])
        offer(
            [
                (item, _joined(prefix, draft.english), "prefix")
                for (item, prefix), draft in zip(forced, drafts, strict=True)
            ],
            able,
        )


def _rounds(climbs: Sequence[Climb]) -> Iterator[list[Climb]]:
    """Those that lack a term, once for each of their terms, as long as the round before changed their draft.

    On the same draft everything would come out the same.
    """
    going = list(climbs)
    for number in range(max((len(item.hits) for item in climbs), default=0)):
        lacking = [item for item in going if None in item.best.places and number < len(item.hits)]
        before = [item.best.english for item in lacking]
        yield lacking
        going = [item for item, english in zip(lacking, before, strict=True) if item.best.english != english]


def _marked(item: Climb, markers: tuple[str, str], draft: Candidate) -> Marked:
    """The source with markers for the terms this draft lacks."""
    return marked(item.source, _lacking(item, draft), markers)


def _lacking(item: Climb, draft: Candidate) -> list[TermHit]:
    """The terms this draft lacks."""
    return [hit for hit, place in zip(item.hits, draft.places, strict=True) if place is None]


def _joined(prefix: str, english: str) -> str:
    """The continued draft, without words of the term that the model wrote a second time."""
    if not english.startswith(prefix):
        return english
    words = prefix.split()
    last = " ".join(words[-1:])
    return undoubled(prefix[: len(prefix) - len(last)], last, english[len(prefix) :])


def _settle_losses(climbs: Sequence[Climb]) -> None:
    """Take a draft that has lost a word where all that keep it have fewer terms."""
    for item in climbs:
        if item.second and gain(item.second) > gain(item.best):
            item.best = item.second


def _settle(climbs: Sequence[Climb], settled: Callable[[str, Sequence[TermHit], str, Places], str]) -> None:
    """Put something right in each best draft: what `settled` makes of German, hits, English and their places."""
    for item in climbs:
        best = item.best
        english = settled(item.source, item.hits, best.english, best.places)
        changed = judged(item.source, item.hits, english, "put in", best) if english != best.english else best
        if changed is not best and gain(changed) >= gain(best):
            item.best = replace(changed, score=best.score)


def _unmet(climbs: Sequence[Climb]) -> list[Climb]:
    return [item for item in climbs if item.unmet]
