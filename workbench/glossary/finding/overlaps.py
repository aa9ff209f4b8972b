"""Which of the forms found in a text are the hits, and which gave way."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.glossary.entry import Entry, TermHit
from workbench.glossary.finding.forms import Form
from workbench.glossary.finding.gender import for_both, for_man, for_woman

EXACT, INFLECTED, COMPOUND = range(3)
Sex = Literal["", "woman", "man", "both"]
ALIKE: Sex = ""
_FITTING = {"woman": for_woman, "man": for_man, "both": for_both}
_PAIRED = re.compile(r" (?:und|oder|sowie|bzw\.|beziehungsweise|wie) |/-?")


@dataclass(frozen=True, slots=True)
class Found:
    """A form found at `start:end`; `rank` tells how directly (EXACT, INFLECTED or COMPOUND).

    `sex`: whether it is a feminine of the glossary's word, a masculine, or written for both; else ALIKE.
    """

    form: Form
    start: int
    end: int
    rank: int
    sex: Sex = ALIKE

    @property
    def entry(self) -> Entry:
        """The entry with the English that fits."""
        return _FITTING[self.sex](self.form.meaning) if self.sex else self.form.meaning


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
    won = _paired(sorted(won, key=lambda f: f.start), german)
    gave_way = _gave_way(won, lost)
    return tuple(_hit(f, german, gave_way.get(i, ())) for i, f in enumerate(won))


def _hit(found: Found, german: str, gave_way: tuple[Entry, ...]) -> TermHit:
    entry, kept = found.entry, found.form.entry
    of = None if entry is kept else kept
    return TermHit(entry, found.start, found.end, german[found.start : found.end], gave_way, of)


def _paired(won: Sequence[Found], german: str) -> list[Found]:
    """`Soldatinnen und Soldaten` as one term: a feminine beside the masculine of its entry, one word in English."""
    paired: list[Found] = []
    for f in won:
        before = paired[-1] if paired else None
        if before and _are_a_pair(before, f) and _PAIRED.fullmatch(german, before.end, f.start):
            paired[-1] = Found(f.form, before.start, f.end, INFLECTED, "both")
        else:
            paired.append(f)
    return paired


def _are_a_pair(one: Found, other: Found) -> bool:
    return (
        one.form.entry is other.form.entry
        and {one.sex, other.sex} in ({ALIKE, "woman"}, {ALIKE, "man"})
        and COMPOUND not in (one.rank, other.rank)
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
