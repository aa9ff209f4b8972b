"""An allowed form that hides what is wrong: “the merchandise group Wagner”, or a “president” who is somebody else.

`die Söldnergruppe Wagner` is met by an allowed “Wagner”, but the words beside it are its German's, too; `der Präsident
und die Staatschefs` (heads of state, also: president) by the president, while something else stands for Staatschefs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.engine.alignment import word_spans
from workbench.engine.protocol import Abilities
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.terms.candidate import Climb, gain, judged
from workbench.engine.terms.forms import both_numbers
from workbench.engine.terms.in_place import put_form
from workbench.engine.terms.kept import Links
from workbench.engine.terms.look import looks
from workbench.glossary import TermHit
from workbench.text import Span

_TOUCH = frozenset({" ", "-"})
_GOES_ON = re.compile(r"-?\w")


def whole_forms(climbs: Sequence[Climb], able: Abilities) -> None:
    """Put the preferred form over an allowed one and the words beside it that stand for the same German.

    Or in the place of those that do, where the allowed one stands for another German word. Only sentences are looked at
    that have a form with fewer words than the preferred one, or another word for a term; names of persons are as short
    as they like.
    """
    doubtful = [item for item in climbs if any(_doubtful(item))]
    for item, look in zip(doubtful, looks(doubtful, able), strict=True):
        for hit, place in _doubtful(item):
            whole = _whole(item.best.english, hit, place, look.links)
            if whole == place:
                continue
            before = item.best
            english = put_form(item.source, hit, before.english, whole)
            changed = judged(item.source, item.hits, english, "put in", before)
            if gain(changed) >= gain(before):
                item.best = replace(changed, score=before.score)
                break  # the other places are others now


def _doubtful(item: Climb) -> Iterator[tuple[TermHit, Span]]:
    """The hits whose place has a form with fewer words than the preferred one, or another word for a term."""
    for hit, place in zip(item.hits, item.best.places, strict=True):
        if place is None or hit.entry.kind == "person" or _GOES_ON.match(item.source, hit.end):
            continue
        text = item.best.english[slice(*place)]
        other = text.casefold() not in {form.casefold() for form in both_numbers(hit)}
        if _length(text) < _length(hit.entry.en) or (hit.entry.kind == "term" and hit.surface[:1].isupper() and other):
            yield hit, place


def _whole(english: str, hit: TermHit, place: Span, links: Links) -> Span:
    """A place with the words that touch it and stand for the hit's German alone.

    The place of these, where what the place has stands for another German word.
    """
    german = Span(hit.start, hit.end)
    others = {en for de, en in links if not de.meets(german)}
    own = {en for de, en in links if de.meets(german)} - others
    words = [en for en in sorted(own) if not en.meets(place) and _is_content(english, en)]
    if words and _stand_for(place, links) <= others:
        place = words[0]
    return _joined(english, words, place)


def _stand_for(place: Span, links: Links) -> set[Span]:
    """The words of a place that stand for any German; the place itself where none does."""
    return {en for _, en in links if en.meets(place)} or {place}


def _joined(english: str, words: Sequence[Span], place: Span) -> Span:
    """A place with the words that touch it."""
    for word in words:
        if word.start >= place.end and english[place.end : word.start] in _TOUCH:
            place = Span(place.start, word.end)
    for word in reversed(words):
        if word.end <= place.start and english[word.end : place.start] in _TOUCH:
            place = Span(word.start, place.end)
    return place


def _is_content(english: str, word: Span) -> bool:
    return english[slice(*word)].lower() not in ENGLISH_SMALL_WORDS


def _length(form: str) -> int:
    return len(word_spans(form))
