"""Which glossary hits of a sentence an English text has, and where."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from workbench.glossary import Entry, TermHit, judge
from workbench.text import Span


def placed(german: str, hits: Sequence[TermHit], english: str) -> tuple[Span | None, ...]:
    """For each hit of a German sentence the place of its term in the English; None where it is missing.

    Each place counts once: two mentions in the German want two in the English, and the `Lukashenko` in
    `Alexander Lukashenko` is not a second mention. Where one place would do for two hits, it goes to the one
    that prefers that form; of a place that another entry's hit has a part of, the rest may do: `CSTO` of
    `Collective Security Treaty Organisation (CSTO)`.
    """
    found: list[Span | None] = [None] * len(hits)
    taken: dict[Span, Entry] = {}
    verdicts = {hit.entry: judge(hit.entry, english).met for hit in hits}
    scale = len(english) / max(1, len(german))
    expected = [hit.start * scale for hit in hits]
    longest_first = sorted(range(len(hits)), key=lambda number: (-len(hits[number].entry.en), hits[number].start))
    for preferred, number in product((True, False), longest_first):
        if found[number] is not None:
            continue
        entry = hits[number].entry
        others = [span for span, owner in taken.items() if owner != entry]
        spans = verdicts[entry]
        if any(span.meets(*others) for span in spans):
            spans = judge(entry, english, others).met
        free = [span for span in spans if not span.meets(*taken)]
        if preferred:
            free = [span for span in free if _is_preferred(entry, english[slice(*span)])]
        if free:
            place = min(free, key=lambda span: abs(span.start - expected[number]))
            found[number], taken[place] = place, entry
    return tuple(found)


def said_again(hits: Sequence[TermHit], places: Sequence[Span | None], english: str) -> int:
    """How often an accepted form stands where no hit has its place: more often than the German says it."""
    held = [place for place in places if place]
    spans = {span for entry in dict.fromkeys(hit.entry for hit in hits) for span in judge(entry, english).met}
    return sum(not span.meets(*held) for span in spans)


def _is_preferred(entry: Entry, english: str) -> bool:
    return english.casefold()[:3] == entry.en.casefold()[:3]


def forbidden(hits: Sequence[TermHit], english: str) -> tuple[tuple[Entry, Span], ...]:
    """The forbidden English forms of the hits' entries, with their places."""
    entries = dict.fromkeys(hit.entry for hit in hits if hit.entry.avoid)
    return tuple((entry, span) for entry in entries for span in judge(entry, english).forbidden)
