"""Where in a draft a missing term belongs: the English words that look at its German."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.engine.alignment import aligned_words, word_spans
from workbench.engine.protocol import Abilities, Attention
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.terms.candidate import Climb
from workbench.engine.terms.carried import carried
from workbench.engine.terms.forms import required_form
from workbench.engine.terms.in_place import led, put_form, undoubled
from workbench.engine.terms.kept import Links
from workbench.glossary import TermHit
from workbench.text import Span

_PART_BEFORE, _PART_AFTER = re.compile(r"\w[\w-]*$"), re.compile(r"-?\w[\w-]*")
Weights = Sequence[float]
"""How much each English word looked at one place of the German."""

# At how many places a draft is cut.
CUTS = 4
# An English word stands for a German one when this much of its attention lies there.
LOOKED = 0.25


@dataclass(frozen=True, slots=True)
class Sought:
    """A hit that is missing, and how much each English word looked at its German.

    `parts`: the same for what the hit is written together with, before and after it, if anything is. `others`: how
    much each word looked at that other German word which it looked at most.
    """

    hit: TermHit
    weights: Weights
    parts: tuple[Weights, ...]
    others: Weights

    def stands_apart(self, first: int, last: int) -> bool:
        """Whether other words than this run stand for the other parts of the compound: else they would be lost."""
        outside = [at for at in range(len(self.weights)) if not first <= at <= last]
        return all(any(part[at] >= LOOKED for at in outside) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Look:
    """Where in the best draft of a sentence its missing terms may belong, by attention.

    `links`: which words of the two stand for each other.
    """

    item: Climb
    words: tuple[Span, ...]
    sought: tuple[Sought, ...]
    links: Links

    def places(self, *, narrow: bool = False) -> list[tuple[TermHit, Span]]:
        """For each missing hit the run of English words that looked at its German more than elsewhere.

        No small word alone is such a run: an article or a verb that looks at a noun does not stand for it. Of
        several places for a hit the first is the likeliest. `narrow`: only the word that looked most, where there
        are more.
        """
        return [(sought.hit, span) for sought in self.sought for span in self._places_of(sought, narrow=narrow)]

    def filled(self) -> str:
        """The best draft with every missing term in the place of the run that stands for it, where there is one."""
        english = self.item.best.english
        put: list[Span] = []
        first = dict(reversed(self.places()))
        for hit, span in sorted(first.items(), key=lambda pair: pair[1], reverse=True):
            if not put or span.end <= put[-1].start:
                english = put_form(self.item.source, hit, english, span)
                put.append(span)
        return english

    def prefixes(self) -> list[str]:
        """The best draft up to each likely place of a missing term, and the term.

        Not where a compound's other part would have no word left: decoded again, it may not come back.
        """
        prefixes = []
        english = self.item.best.english
        for sought in self.sought:
            form = required_form(self.item.source, sought.hit)
            ranked = sorted(range(len(self.words)), key=lambda at: (sought.weights[at], self.words[at]), reverse=True)
            likely = [at for at in ranked[:CUTS] if sought.weights[at] >= LOOKED and sought.stands_apart(at, at)]
            cuts = [self.words[at].start for at in likely if self._is_free(self.words[at])]
            prefixes += [undoubled(*led(english[:cut], sought.hit, form), "") for cut in cuts]
        return prefixes

    def _places_of(self, sought: Sought, *, narrow: bool) -> list[Span]:
        weights = self._free_weights(sought)
        content = [at for at in range(len(weights)) if not self._is_small(at)]
        top = max(content, key=weights.__getitem__, default=-1)
        if top < 0 or weights[top] < LOOKED:
            return []
        first, last = self._around(top, weights)
        if not sought.stands_apart(first, last):
            return []
        loses_article = sought.hit.entry.kind in ("person", "place") and not sought.parts
        runs = self._runs(first, last, top, whole=loses_article)
        if not narrow:
            return runs
        return [] if self.words[top] in runs else [self.words[top]]

    def _around(self, top: int, weights: Weights) -> tuple[int, int]:
        """The first and the last word of the stretch around a word in which all looked at the same German."""
        first = last = top
        while first > 0 and weights[first - 1] >= LOOKED and self._touch(first - 1):
            first -= 1
        while last + 1 < len(weights) and weights[last + 1] >= LOOKED and self._touch(last):
            last += 1
        return first, last

    def _free_weights(self, sought: Sought) -> list[float]:
        """The weights of the words that no term holds and that looked at no other German more than at this."""
        elsewhere = (sought.others, *sought.parts)
        return [
            weight if self._is_free(span) and all(other[at] <= weight for other in elsewhere) else 0.0
            for at, (weight, span) in enumerate(zip(sought.weights, self.words, strict=True))
        ]

    def _runs(self, first: int, last: int, top: int, *, whole: bool) -> list[Span]:
        """The run of words without small words at its ends; the `whole` run, too, for persons and places.

        These may lose the article that the German has, but not in a compound: `the Ukraine summit`.
        """
        inner, outer = first, last
        while inner < top and self._is_small(inner):
            inner += 1
        while outer > top and self._is_small(outer):
            outer -= 1
        ends = dict.fromkeys([(inner, outer)] + [(first, last)] * whole)
        return [Span(self.words[start].start, self.words[end].end) for start, end in ends]

    def _is_free(self, span: Span) -> bool:
        return not span.meets(*(place for place in self.item.best.places if place))

    def _is_small(self, at: int) -> bool:
        return self.item.best.english[self.words[at].start : self.words[at].end].lower() in ENGLISH_SMALL_WORDS

    def _touch(self, at: int) -> bool:
        """Whether only a space or hyphen parts a word from the next."""
        return self.item.best.english[self.words[at].end : self.words[at + 1].start] in (" ", "-")


def looks(climbs: Sequence[Climb], able: Abilities) -> list[Look]:
    """What the words of each best draft looked at; asked with one forced pass where it is not known."""
    known = [_known(item) for item in climbs]
    unknown = [item for item, attention in zip(climbs, known, strict=True) if attention is None]
    if unknown:
        asked = able.aligns.attention([item.source for item in unknown], [item.best.english for item in unknown])
        for item, attention in zip(unknown, asked, strict=True):
            item.attentions[item.best.english] = attention
    return [
        _look(item, attention or item.attentions[item.best.english])
        for item, attention in zip(climbs, known, strict=True)
    ]


def _known(item: Climb) -> Attention | None:
    """What the best draft looked at where it was asked before, or differs in a few words from the free one."""
    english, free = item.best.english, item.free.english
    if english in item.attentions or free not in item.attentions or item.best.decoded:
        return item.attentions.get(english)
    if english not in item.carried:
        item.carried[english] = carried(item.attentions[free], free, english)
    return item.carried[english]


def _look(item: Climb, attention: Attention) -> Look:
    german, english = word_spans(item.source), word_spans(item.best.english)

    attention = attention.by_places(english)

    def looked(places: Sequence[Span]) -> tuple[Weights, ...]:
        return _columns(attention.weights(places, english), len(places)) if places else ()

    weights = attention.weights(german, english)
    every = _columns(weights, len(german))
    missing = [hit for hit, place in zip(item.hits, item.best.places, strict=True) if place is None]
    sought = []
    for hit, column in zip(missing, looked([Span(hit.start, hit.end) for hit in missing]), strict=True):
        parts = _parts(item.source, hit)
        whole = [Span(hit.start, hit.end), *parts]
        apart = [row for word, row in zip(german, every, strict=True) if not word.meets(*whole)]
        others = list(map(max, zip(*apart, strict=True))) if apart else [0.0] * len(english)
        sought.append(Sought(hit, column, looked(parts), others))
    return Look(item, english, tuple(sought), aligned_words(german, english, weights))


def _columns(rows: Sequence[Weights], number: int) -> tuple[Weights, ...]:
    """The columns of some rows; empty ones where there is no row."""
    return tuple(zip(*rows, strict=True)) if rows else ((),) * number


def _parts(german: str, hit: TermHit) -> list[Span]:
    """What a hit is written together with: `Gipfel` for the ODKB in ODKB-Gipfel."""
    before = _PART_BEFORE.search(german, 0, hit.start)
    after = _PART_AFTER.match(german, hit.end)
    return [Span(*part.span()) for part in (before, after) if part]
