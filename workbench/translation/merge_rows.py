"""Which paragraphs of two records belong together, and in which order they stand when both are merged."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import count

from workbench.formats import segment_ids
from workbench.translation.record import ParagraphRecord

Row = tuple[int, ...]
"""Paragraphs by numbers that are the same in all the records that are merged."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs of the merged record that stand between two which all three records have.

    `made`: what stands there; `gone`: what one of the records has there and the merged one has not.
    """

    made: Row
    gone: Row


def numbered(
    base: Sequence[ParagraphRecord], ours: Sequence[ParagraphRecord], theirs: Sequence[ParagraphRecord]
) -> tuple[Row, Row, Row]:
    """The paragraphs of three records by numbers: the same paragraph has the same one in each.

    They belong together by their ids (`segment_ids`), what is left by equal German in order.
    """
    at_ours, at_theirs = _counterparts(ours, base), _counterparts(theirs, base)
    free = count(len(base))
    new = [index for index in range(len(ours)) if index not in at_ours]
    at_ours |= {index: next(free) for index in new}
    rest = [index for index in range(len(theirs)) if index not in at_theirs]
    both = _both_new([theirs[index] for index in rest], [ours[index] for index in new])
    at_theirs |= {index: at_ours[new[both[place]]] if place in both else next(free) for place, index in enumerate(rest)}
    return tuple(range(len(base))), _in_order(at_ours), _in_order(at_theirs)


def _both_new(theirs: Sequence[ParagraphRecord], ours: Sequence[ParagraphRecord]) -> dict[int, int]:
    """Counterparts among what is new on both sides; two that two people added of their own are two."""
    found = _counterparts(theirs, ours)
    return {one: two for one, two in found.items() if theirs[one].part != "inserted" or theirs[one] == ours[two]}


def _in_order(at: dict[int, int]) -> Row:
    return tuple(at[index] for index in range(len(at)))


def _counterparts(side: Sequence[ParagraphRecord], other: Sequence[ParagraphRecord]) -> dict[int, int]:
    """For the paragraphs of one record, by index, the index of the same paragraph in another."""
    there = {key: index for index, key in enumerate(_keys(other))}
    found = {index: there[key] for index, key in enumerate(_keys(side)) if key in there}
    taken = set(found.values())
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for index, paragraph in enumerate(other):
        if index not in taken and paragraph.part != "inserted":
            waiting[paragraph.german].append(index)
    for index, paragraph in enumerate(side):
        if index not in found and paragraph.part != "inserted" and waiting[paragraph.german]:
            found[index] = waiting[paragraph.german].popleft()
    return found


def _keys(paragraphs: Sequence[ParagraphRecord]) -> list[str]:
    """An id for each; one of the translator's own, which has no German, is known by what it was put after."""
    ids = iter(segment_ids([one.source.shown() for one in paragraphs if one.part != "inserted"]))
    keys: list[str] = []
    last, added = "", 0
    for paragraph in paragraphs:
        if paragraph.part == "inserted":
            added += 1
            keys.append(f"{last}+{added}")
        else:
            last, added = next(ids), 0
            keys.append(last)
    return keys


def stretches(base: Row, ours: Row, theirs: Row, own: Set[int], ours_first: bool) -> tuple[Stretch, ...]:
    """The merged row, stretch by stretch: without what either took out, and with what either put in.

    Where both have put something in the place of the same paragraph (cut and joined it differently), the one way stays
    (ours if `ours_first`), with the paragraphs that the other added of his own (`own`) behind those that they follow.
    """
    rows = _Rows(base, (ours, theirs) if ours_first else (theirs, ours), own)
    made: list[tuple[Row, Row]] = []
    used: set[int] = set()
    for of_base, one, other in rows.between():
        row = tuple(number for number in dict.fromkeys(rows.merged(of_base, one, other)) if number not in used)
        used.update(row)
        made.append((row, (*one, *other)))
    return tuple(
        Stretch(row, tuple(number for number in dict.fromkeys(there) if number not in used)) for row, there in made
    )


class _Rows:
    """A row as it was, and as two have it now; of two ways to have it the first one's stays."""

    def __init__(self, base: Row, sides: tuple[Row, Row], own: Set[int]) -> None:
        self._base, self._sides, self._own = base, sides, own
        self._kept = tuple(_kept(base, side) for side in sides)

    def between(self) -> Iterator[tuple[Row, Row, Row]]:
        """The three cut at the paragraphs which stand in all of them in one order; each of these by itself."""
        kept = self._kept[0] & self._kept[1]
        rows = (self._base, *self._sides)
        at = [0, 0, 0]
        for number in self._base:
            if number in kept:
                ends = [row.index(number, begin) for row, begin in zip(rows, at, strict=True)]
                yield _cut(rows, at, ends)
                yield (number,), (number,), (number,)
                at = [end + 1 for end in ends]
        yield _cut(rows, at, [len(row) for row in rows])

    def merged(self, base: Row, one: Row, other: Row) -> Sequence[int]:
        """One of these stretches."""
        put_in = [[n for n in side if n not in kept] for side, kept in zip((one, other), self._kept, strict=True)]
        taken_out = [set(base) - kept for kept in self._kept]
        replaced = [set(side) - self._own for side in put_in]
        if taken_out[0] & taken_out[1] and replaced[0] - replaced[1] and replaced[1] - replaced[0]:
            return _with_added(one, other, self._own)
        places = [_places(side, kept) for side, kept in zip((one, other), self._kept, strict=True)]
        made = [*places[0].get(None, ()), *places[1].get(None, ())]
        for number in base:
            if number in self._kept[0] & self._kept[1]:
                made.append(number)
            made += [*places[0].get(number, ()), *places[1].get(number, ())]
        return made


def _places(side: Row, kept: Set[int]) -> dict[int | None, list[int]]:
    """What was put into a row behind each of the paragraphs that it had before; None: before all of them."""
    places: dict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for number in side:
        if number in kept:
            last = number
        else:
            places[last].append(number)
    return places


def _cut(rows: tuple[Row, Row, Row], at: Sequence[int], ends: Sequence[int]) -> tuple[Row, Row, Row]:
    of_base, one, other = (row[a:b] for row, a, b in zip(rows, at, ends, strict=True))
    return of_base, one, other


def _kept(base: Row, other: Row) -> frozenset[int]:
    """What of a row stands in another in the same order: the most there is."""
    if base == other:
        return frozenset(base)
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(base, other)
    return frozenset(n for block in blocks if block.tag == "equal" for n in base[block.src_start : block.src_end])


def _with_added(row: Row, other: Row, own: Set[int]) -> list[int]:
    """A row, and what another has of its translator's own behind what it follows there."""
    made = list(row)
    before: int | None = None
    for number in other:
        if number in own and number not in made:
            place = made.index(before) + 1 if before in made else len(made) if before is not None else 0
            made.insert(place, number)
        before = number
    return made
