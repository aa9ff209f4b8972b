"""Where in a draft a missing term belongs: the English words that look at its German."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.engine.alignment import word_weights
from workbench.engine.candidate import Climb
from workbench.engine.decoder import Decoder
from workbench.engine.forms import required_form
from workbench.engine.put_in import fit_article, undoubled
from workbench.engine.wordlists import ENGLISH_AROUND_NOUNS
from workbench.glossary import TermHit
from workbench.text import Span

# At how many places a draft is cut.
CUTS = 4
# An English word stands for a German one when this much of its attention lies there.
LOOKED = 0.3


@dataclass(frozen=True, slots=True)
class Look:
    """Where in the best draft of a sentence its missing terms may belong, by attention."""

    item: Climb
    words: tuple[Span, ...]
    weights: tuple[tuple[float, ...], ...]
    """For each missing hit, how much each English word looked at its German."""

    def _missing(self) -> list[TermHit]:
        return [hit for hit, place in zip(self.item.hits, self.item.best.places, strict=True) if place is None]

    def _is_free(self, span: Span) -> bool:
        held = [place for place in self.item.best.places if place]
        return all(span.end <= place.start or place.end <= span.start for place in held)

    def places(self) -> list[tuple[TermHit, Span]]:
        """For each missing hit the run of English words that looked at its German more than elsewhere."""
        found = []
        for hit, weights in zip(self._missing(), self.weights, strict=True):
            free = [weight if self._is_free(span) else 0.0 for weight, span in zip(weights, self.words, strict=True)]
            top = max(range(len(free)), key=free.__getitem__, default=-1)
            if top < 0 or free[top] < LOOKED:
                continue
            first = last = top
            while first > 0 and free[first - 1] >= LOOKED and self._touch(first - 1):
                first -= 1
            while last + 1 < len(free) and free[last + 1] >= LOOKED and self._touch(last):
                last += 1
            found += [(hit, span) for span in self._runs(first, last, top)]
        return found

    def _runs(self, first: int, last: int, top: int) -> list[Span]:
        """The run of words, the same without small words at its ends, and the word that looked most."""
        inner, outer = first, last
        while inner < top and self._is_small(inner):
            inner += 1
        while outer > top and self._is_small(outer):
            outer -= 1
        ends = dict.fromkeys([(inner, outer), (first, last), (top, top)])
        return [Span(self.words[start].start, self.words[end].end) for start, end in ends]

    def _is_small(self, at: int) -> bool:
        return self.item.best.english[self.words[at].start : self.words[at].end].lower() in ENGLISH_AROUND_NOUNS

    def _touch(self, at: int) -> bool:
        """Whether only a space or hyphen parts a word from the next."""
        return self.item.best.english[self.words[at].end : self.words[at + 1].start] in (" ", "-")

    def prefixes(self) -> list[str]:
        """The best draft up to each likely place of a missing term, and the term."""
        prefixes = []
        english = self.item.best.english
        for hit, weights in zip(self._missing(), self.weights, strict=True):
            form = required_form(self.item.source, hit)
            ranked = sorted(zip(weights, self.words, strict=True), reverse=True)[:CUTS]
            for before in (
                english[: span.start] for weight, span in ranked if weight > LOOKED / 4 and self._is_free(span)
            ):
                written = form[:1].upper() + form[1:] if not before.strip(" \"'") else form
                prefixes.append(undoubled(fit_article(before, written), written, ""))
        return prefixes


def looks(climbs: Sequence[Climb], decoder: Decoder) -> list[Look]:
    """What the words of each best draft looked at, with one forced pass over all."""
    sources = decoder.tokens.encode([item.source for item in climbs])
    targets = decoder.tokens.encode([item.best.english for item in climbs])
    looks = []
    for item, attention in zip(climbs, decoder.attention(sources, targets), strict=True):
        german, english, weights = word_weights(decoder.tokens, item.source, item.best.english, attention)
        missing = [hit for hit, place in zip(item.hits, item.best.places, strict=True) if place is None]
        columns = [
            [at for at, word in enumerate(german) if word.start < hit.end and hit.start < word.end] for hit in missing
        ]
        looks.append(
            Look(
                item,
                english,
                tuple(tuple(sum(line[at] for at in some) for line in weights) for some in columns),
            )
        )
    return looks
