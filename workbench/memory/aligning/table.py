"""The beads of two documents as a person goes through them: joined, split, moved, crossed, dropped, accepted.

Nothing here changes: each act makes another table. Lines are counted from 0. Whatever is done, every sentence of both
sides is in exactly one line, in order; `crossed` alone changes the order of the English.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.memory.aligning.bead import Bead, Sentence
from workbench.memory.aligning.matching import DOUBT

Side = Literal["german", "english"]
_MOST_CROSSED = 4
"""Lines in which two and two sentences may stand."""


@dataclass(frozen=True, slots=True)
class Line:
    """A bead, and what was decided on it: `dropped`, it is no pair; `accepted`, a person has looked at it."""

    bead: Bead
    dropped: bool = False
    accepted: bool = False

    @property
    def is_pair(self) -> bool:
        """Whether it is taken for a pair."""
        return self.bead.is_pair and not self.dropped

    @property
    def in_doubt(self) -> bool:
        """Whether somebody should look at it: nobody has, and words and lengths do not bear it out."""
        return not self.decided and self.bead.sure < DOUBT

    @property
    def decided(self) -> bool:
        """Whether a person has said what it is."""
        return self.accepted or self.dropped

    @property
    def may_cross(self) -> bool:
        """Whether its two sentences on either side seem to stand in another order, and nobody has looked."""
        return self.bead.crossed and not self.decided

    @property
    def to_look_at(self) -> bool:
        """Whether it is in doubt, or may be crossed."""
        return self.in_doubt or self.may_cross


@dataclass(frozen=True)
class Table:
    """The sentences of both sides, and the lines in which they stand."""

    german: tuple[Sentence, ...]
    english: tuple[Sentence, ...]
    lines: tuple[Line, ...]

    def german_of(self, line: Line) -> tuple[Sentence, ...]:
        """The German sentences of a line."""
        return self.german[line.bead.german : line.bead.german_end]

    def english_of(self, line: Line) -> tuple[Sentence, ...]:
        """The English sentences of a line."""
        return self.english[line.bead.english : line.bead.english_end]

    def joined(self, at: int) -> Table:
        """A line and the one after it are one; the same table where there is none."""
        if at + 1 >= len(self.lines):
            return self
        first, last = self.lines[at].bead, self.lines[at + 1].bead
        return self._put(at, 2, [Bead(first.german, last.german_end, first.english, last.english_end)])

    def split(self, at: int) -> Table:
        """The first sentence of a line, on each side where it has several, stands by itself; of a pair, each side.

        The same table where the line has one sentence.
        """
        bead = self.lines[at].bead
        many, much = bead.shape
        if many + much < 2:
            return self
        if (many, much) == (1, 1):
            cut = bead.german_end, bead.english
        else:
            cut = bead.german + min(many, 1), bead.english + min(much, 1)
        first = Bead(bead.german, cut[0], bead.english, cut[1])
        return self._put(at, 1, [first, Bead(cut[0], bead.german_end, cut[1], bead.english_end)])

    def crossed(self, at: int) -> Table:
        """Two sentences on either side, in this line or in it and those after it, stand for each other crosswise.

        Each pair is a line then, in the German's order. The same table where there are not just two and two.
        """
        for many in range(1, _MOST_CROSSED + 1):
            beads = [line.bead for line in self.lines[at : at + many]]
            first, last = beads[0], beads[-1]
            i, j = first.german, first.english
            if (last.german_end - i, last.english_end - j) == (2, 2):
                english = (*self.english[:j], self.english[j + 1], self.english[j], *self.english[j + 2 :])
                pairs = Bead(i, i + 1, j, j + 1), Bead(i + 1, i + 2, j + 1, j + 2)
                return replace(self, english=english)._put(at, many, pairs)
        return self

    def undecided_after(self, at: int) -> slice:
        """The lines after one up to the next on which a person has decided."""
        places = range(at + 1, len(self.lines))
        return slice(at + 1, next((place for place in places if self.lines[place].decided), len(self.lines)))

    def with_beads(self, lines: slice, beads: Iterable[Bead], english: Sequence[Sentence]) -> Table:
        """Other beads in the place of lines, as sure as they are. `english`: their sentences, in their order."""
        first = self.lines[lines.start].bead.english
        sentences = (*self.english[:first], *english, *self.english[first + len(english) :])
        made = (*self.lines[: lines.start], *map(Line, beads), *self.lines[lines.stop :])
        return replace(self, english=sentences, lines=made)

    def moved_down(self, at: int, side: Side) -> Table:
        """The last sentence that a line has on one side goes to the line after it, or makes one at the end.

        A line that has nothing left is gone. The same table where there is nothing to move.
        """
        bead = self.lines[at].bead
        end = bead.german_end if side == "german" else bead.english_end
        start = bead.german if side == "german" else bead.english
        if end == start:
            return self
        if at + 1 == len(self.lines):
            here = _with_end(bead, side, end - 1)
            there = Bead(here.german_end, bead.german_end, here.english_end, bead.english_end)
            return self if here.shape == (0, 0) else self._put(at, 1, [here, there])
        return self._put(at, 2, [_with_end(bead, side, end - 1), _with_start(self.lines[at + 1].bead, side, end - 1)])

    def moved_up(self, at: int, side: Side) -> Table:
        """The first sentence that the next line has on one side comes to this one.

        The same table where the next line has none there.
        """
        if at + 1 >= len(self.lines):
            return self
        bead, after = self.lines[at].bead, self.lines[at + 1].bead
        start, end = (after.german, after.german_end) if side == "german" else (after.english, after.english_end)
        if start == end:
            return self
        return self._put(at, 2, [_with_end(bead, side, start + 1), _with_start(after, side, start + 1)])

    def dropped(self, at: int) -> Table:
        """A line is no pair; dropped again, it is one."""
        line = self.lines[at]
        return self._decided({at: replace(line, dropped=not line.dropped, accepted=False)})

    def accepted(self, at: int) -> Table:
        """A person has looked at a line, and it is right."""
        return self._decided({at: replace(self.lines[at], accepted=True, dropped=False)})

    def accepted_sure(self) -> Table:
        """All pairs that nobody has to look at are accepted."""
        sure = {at: line for at, line in enumerate(self.lines) if line.is_pair and not line.to_look_at}
        return self._decided({at: replace(line, accepted=True) for at, line in sure.items()})

    def next_doubt(self, at: int, step: int = 1) -> int | None:
        """The next line to look at after one, or with -1 the one before it; None where there is none."""
        places = range(at + 1, len(self.lines)) if step > 0 else range(at - 1, -1, -1)
        return next((place for place in places if self.lines[place].to_look_at), None)

    def _decided(self, new: dict[int, Line]) -> Table:
        return replace(self, lines=tuple(new.get(at, line) for at, line in enumerate(self.lines)))

    def _put(self, at: int, many: int, beads: Iterable[Bead]) -> Table:
        """Other beads in the place of lines; what a person made is as sure as can be."""
        made = (bead._replace(sure=float(bead.is_pair), crossed=False) for bead in beads if bead.shape != (0, 0))
        return replace(self, lines=(*self.lines[:at], *map(Line, made), *self.lines[at + many :]))


def _with_end(bead: Bead, side: Side, end: int) -> Bead:
    return bead._replace(german_end=end) if side == "german" else bead._replace(english_end=end)


def _with_start(bead: Bead, side: Side, start: int) -> Bead:
    return bead._replace(german=start) if side == "german" else bead._replace(english=start)
