"""Words of a term that are said again beside it: “the organization of the CSTO”, “the Wagner Group of the Wagner”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from workbench.engine.alignment import word_spans
from workbench.engine.protocol import Abilities
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.terms.candidate import Climb, gain, judged, spelt
from workbench.engine.terms.kept import Links
from workbench.engine.terms.look import looks
from workbench.glossary import TermHit
from workbench.text import Span

_LINK = re.compile(r" (?:(?:of|for|in) (?:the )?)?", re.IGNORECASE)
_DETERMINED = re.compile(r"(?:^|[^\w\s]\s*|\b(?:the|of|by|for|from|in|with|to|and)\s)$", re.IGNORECASE)
"""What may stand before a word that goes: with an adjective, or a or an, it would leave these behind."""


def without_words_again(climbs: Sequence[Climb], able: Abilities) -> None:
    """Take out what stands beside a term, says one of its words again and stands for no other German word."""
    doubtful = [item for item in climbs if _has_term_of_words(item) and any(_again(item))]
    for item, look in zip(doubtful, looks(doubtful, able), strict=True):
        for hit, word, cut in list(_again(item)):
            if not _stands_for(item, hit, word, look.links):
                continue
            before = item.best
            english = before.english[: cut.start] + before.english[cut.end :]
            if cut.start == 0:
                english = english[:1].upper() + english[1:]
            changed = judged(item.source, item.hits, english, "put in", before)
            if gain(changed) >= gain(before):
                item.best = replace(changed, score=before.score)
                break  # the other places are others now


def _has_term_of_words(item: Climb) -> bool:
    """Whether a term of several words is in: only of such a one a word may be said again."""
    places = (place for place in item.best.places if place)
    return any(len(item.best.english[slice(*place)].split()) > 1 for place in places)


def _again(item: Climb) -> Iterator[tuple[TermHit, Span, Span]]:
    """Each word beside a term that is one of its words, too, and what would be cut with it."""
    english = item.best.english
    found = [(hit, place) for hit, place in zip(item.hits, item.best.places, strict=True) if place]
    held = [place for _, place in found]
    words = [word for word in word_spans(english) if not word.meets(*held) and _is_content(english, word)]
    for (hit, place), word in product(found, words):
        own = {spelt(one) for one in english[slice(*place)].split()}
        cut = _cut(english, word, place)
        if cut and len(own) > 1 and spelt(english[slice(*word)]) in own:
            yield hit, word, cut


def _is_content(english: str, word: Span) -> bool:
    return english[slice(*word)].lower() not in ENGLISH_SMALL_WORDS


def _cut(english: str, word: Span, place: Span) -> Span | None:
    """What would go with a word beside a place; None where it does not touch it, or is in a phrase of its own."""
    if _LINK.fullmatch(english[place.end : word.start]):
        return Span(place.end, word.end)
    touches = word.end <= place.start and _LINK.fullmatch(english[word.end : place.start])
    return Span(word.start, place.start) if touches and _DETERMINED.search(english[: word.start]) else None


def _stands_for(item: Climb, hit: TermHit, word: Span, links: Links) -> bool:
    """Whether a word stands for a hit's German and for nothing else, such as the same word beside the hit."""
    own = Span(hit.start, hit.end)
    german = [de for de, en in links if en == word]
    said = {item.source[slice(*de)] for de in german}
    again = any(item.source[slice(*de)] in said for de in word_spans(item.source) if not de.meets(own))
    return bool(german) and not again and all(de.meets(own) for de in german)
