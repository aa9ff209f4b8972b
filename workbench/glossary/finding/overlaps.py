"""Which of the forms found in a text are the hits, and which gave way."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.glossary.entry import Entry, TermHit
from workbench.glossary.finding.forms import Form

EXACT, INFLECTED, COMPOUND = range(3)


@dataclass(frozen=True, slots=True)
class Found:
    """A form found at `start:end`; `rank` tells how directly (EXACT, INFLECTED or COMPOUND)."""

    form: Form
    start: int
    end: int
    rank: int


def hits_of(found: Iterable[Found], german: str) -> tuple[TermHit, ...]:
    """The hits in text order: of forms that overlap the longest, of two alike the more direct, then the first entry.

    The entries of the others are told in the `gave_way` of each hit they overlap.
    """
    best_first = sorted(found, key=lambda f: (f.start - f.end, f.rank, f.form.order, f.start))
    if not best_first:
        return ()
    taken = bytearray(len(german))
    won, lost = [], []
    for f in best_first:
        if taken.find(1, f.start, f.end) < 0:
            taken[f.start : f.end] = b"\x01" * (f.end - f.start)
            won.append(f)
        else:
            lost.append(f)
    won.sort(key=lambda f: f.start)
    gave_way = _gave_way(won, lost)
    return tuple(
        TermHit(f.form.entry, f.start, f.end, german[f.start : f.end], gave_way.get(i, ())) for i, f in enumerate(won)
    )


def _gave_way(won: list[Found], lost: list[Found]) -> dict[int, tuple[Entry, ...]]:
    """For each hit by its index: the entries that were found at its place too, in text order, each once."""
    if not lost:
        return {}
    starts = [f.start for f in won]
    there: dict[int, dict[Entry, None]] = {}
    for f in sorted(lost, key=lambda f: (f.start, f.form.order)):
        i = max(bisect_right(starts, f.start) - 1, 0)
        while i < len(won) and won[i].start < f.end:
            if f.start < won[i].end and f.form.entry != won[i].form.entry:
                there.setdefault(i, {})[f.form.entry] = None
            i += 1
    return {i: tuple(entries) for i, entries in there.items()}
