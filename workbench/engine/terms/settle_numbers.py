"""One or several: which number a term gets in a draft, from the German and from the package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.engine.protocol import Abilities
from workbench.engine.terms.candidate import Candidate, Climb, gain, judged
from workbench.engine.terms.forms import both_numbers
from workbench.engine.terms.in_place import with_form
from workbench.engine.terms.number import SURE, plural_evidence
from workbench.glossary import TermHit
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class _Other:
    """A draft with one of its terms, the `number`th, in the other number.

    `evidence`: how far the German speaks for that.
    """

    item: Climb
    number: int
    hit: TermHit
    place: Span
    form: str
    evidence: float

    @property
    def english(self) -> str:
        return with_form(self.item.source, self.hit, self.item.best.english, self.place, self.form)


def settle_numbers(climbs: Sequence[Climb], able: Abilities) -> None:
    """Give each term that was brought in the number that the German and the package together find likelier.

    A term that the package wrote by itself becomes a plural where the German leaves no doubt that it is one.

    The German alone often leaves it open (`der Wähler`, `den Soldaten`); the package knows what suits the verb, but
    has hardly seen the rare word it was given. The evidence of the German is added to the logarithm of how much
    likelier the package finds the one draft than the other; where the German leaves no doubt the package is not
    asked.
    """
    better = _likelier([other for item in climbs for other in _others(item)], able)
    for other in sorted(better, key=lambda other: other.place, reverse=True):
        item, before = other.item, other.item.best
        changed = judged(item.source, item.hits, other.english, "put in", before)
        if gain(changed) >= gain(before):
            ways = tuple("put in" if at == other.number else way for at, way in enumerate(changed.ways))
            item.best = replace(changed, ways=ways, score=before.score)


def _likelier(others: Sequence[_Other], able: Abilities) -> list[_Other]:
    """Those in whose other number the term is likelier, the package asked where the German leaves it open."""
    better = [other for other in others if other.evidence >= SURE]
    open_ = [other for other in others if abs(other.evidence) < SURE]
    drafts = [(other.item.source, english) for other in open_ for english in (other.item.best.english, other.english)]
    likely = _likelihoods(drafts, able)
    better += [
        other for other, now, then in zip(open_, likely[::2], likely[1::2], strict=True) if then + other.evidence > now
    ]
    return better


def _others(item: Climb) -> Iterator[_Other]:
    best: Candidate = item.best
    for number, (hit, place, way) in enumerate(zip(item.hits, best.places, best.ways, strict=True)):
        one, several = both_numbers(hit)
        if place is None or one == several:
            continue
        written = best.english[place.start : place.end].casefold()
        evidence = plural_evidence(item.source, hit)
        if way == "free" and evidence < SURE:
            continue
        if written in (one.casefold(), f"{one}s".casefold()) and written != several.casefold():  # “head of states”, too
            yield _Other(item, number, hit, place, several, evidence)
        elif written == several.casefold():
            yield _Other(item, number, hit, place, one, -evidence)


def _likelihoods(drafts: Sequence[tuple[str, str]], able: Abilities) -> list[float]:
    """How likely the package finds each (German, English): log-probabilities, summed over the pieces."""
    found = able.scores.likelihoods([german for german, _ in drafts], [english for _, english in drafts])
    return [likelihood.total for likelihood in found]
