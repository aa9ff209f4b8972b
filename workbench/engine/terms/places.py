"""Which glossary hits of a sentence an English text has, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from workbench.glossary import Entry, TermHit, judge
from workbench.text import Span


def placed(german: str, hits: Sequence[TermHit], english: str) -> tuple[Span | None, ...]:
    """For each hit of a German sentence the place of its term in the English; None where it is missing.

    Each place counts once: two mentions in the German want two in the English, and the `Lukashenko` in
    `Alexander Lukashenko` is not a second mention. Where one place would do for two hits, it goes to the one that
    wants that very form (`Belarusian`, and not `Belarusians`), then to one that prefers such a form; of a place that
    another entry's hit has a part of, the rest may do: `CSTO` of `Collective Security Treaty Organisation (CSTO)`.
    """
    return found_places(german, tuple(hits), english)


@lru_cache(maxsize=2_000)
def found_places(german: str, hits: tuple[TermHit, ...], english: str) -> tuple[Span | None, ...]:
    """What `placed` tells: of one draft the same is asked again and again."""
    found: list[Span | None] = [None] * len(hits)
    places = _Places((hit.entry for hit in hits), english)
    scale = len(english) / max(1, len(german))
    expected = [hit.start * scale for hit in hits]
    longest_first = sorted(range(len(hits)), key=lambda number: (-len(hits[number].entry.en), hits[number].start))
    for suits, number in product((_is_same, _is_preferred, _is_any), longest_first):
        if found[number] is not None:
            continue
        entry = hits[number].entry
        free = [span for span in places.free(entry) if suits(entry, english[slice(*span)])]
        if free:
            place = min(free, key=lambda span: abs(span.start - expected[number]))
            places.take(place, entry)
            found[number] = place
    return tuple(found)


class _Places:
    """Where an English text has the terms of some entries, and which of these places are taken."""

    def __init__(self, entries: Iterable[Entry], english: str) -> None:
        self._english = english
        self._met = {entry: judge(entry, english).met for entry in dict.fromkeys(entries)}
        self._taken: dict[Span, Entry] = {}

    def free(self, entry: Entry) -> list[Span]:
        """The places of an entry's term that nothing is in the way of."""
        others = [span for span, owner in self._taken.items() if owner != entry]
        spans = self._met[entry]
        if any(span.meets(*others) for span in spans):
            spans = judge(entry, self._english, others).met
        return [span for span in spans if not span.meets(*self._taken)]

    def take(self, place: Span, entry: Entry) -> None:
        """Give a place to an entry."""
        self._taken[place] = entry


def said_again(hits: Sequence[TermHit], places: Sequence[Span | None], english: str) -> int:
    """How often an accepted form stands where no hit has its place: more often than the German says it."""
    held = [place for place in places if place]
    spans = {span for entry in dict.fromkeys(hit.entry for hit in hits) for span in judge(entry, english).met}
    return sum(not span.meets(*held) for span in spans)


def _is_same(entry: Entry, english: str) -> bool:
    return english.casefold() == entry.en.casefold()


def _is_any(entry: Entry, english: str) -> bool:
    return bool(entry and english)


def _is_preferred(entry: Entry, english: str) -> bool:
    return english.casefold()[:3] == entry.en.casefold()[:3]


def forbidden(hits: Sequence[TermHit], english: str) -> tuple[tuple[Entry, Span], ...]:
    """The forbidden English forms of the hits' entries, with their places."""
    entries = dict.fromkeys(hit.entry for hit in hits if hit.entry.avoid)
    return tuple((entry, span) for entry in entries for span in judge(entry, english).forbidden)
