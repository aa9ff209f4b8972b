"""Two documents being aligned: what was found, what a person makes of it, and how each step is taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbench.memory.aligning import Judge, Line, Sentence, Table, aligned
from workbench.memory.aligning.table import Side as SideName
from workbench.problem import Problem, WorkbenchError
from workbench.project.aligning.documents import Side, place_of, read_both
from workbench.project.engines import Engines
from workbench.project.settings.settings import read_settings

__all__ = ["Judge", "Line", "Sentence", "SideName", "Table", "Work", "align", "package_judge"]

UNLIKE = 0.25
"""Where a smaller share of the sentences than this is in pairs that are not in doubt, the two are no translation."""


class Work:
    """The alignment of two documents, with everything that was done to it.

    `table` is as it is now; `at` the line where the last act was.
    """

    def __init__(self, german: Side, english: Side, table: Table) -> None:
        self.german, self.english = german, english
        self.table = table
        self.at = 0
        self._done: list[tuple[Table, int]] = []
        self._undone: list[tuple[Table, int]] = []

    def do(self, act: Callable[[Table], Table], at: int) -> bool:
        """Make something else of the table, at a line; whether anything is another then."""
        made = act(self.table)
        if made == self.table:
            return False
        self._done.append((self.table, at))
        self._undone.clear()
        self.table, self.at = made, at
        return True

    def undo(self) -> bool:
        """Take the last act back; whether there was one."""
        return self._step(self._done, self._undone)

    def redo(self) -> bool:
        """Do again what was taken back last; whether there was anything."""
        return self._step(self._undone, self._done)

    def _step(self, from_: list[tuple[Table, int]], to: list[tuple[Table, int]]) -> bool:
        if not from_:
            return False
        table, at = from_.pop()
        to.append((self.table, at))
        self.table, self.at = table, min(at, len(table.lines) - 1)
        return True

    @property
    def changed(self) -> bool:
        """Whether a person has done anything that was not taken back."""
        return bool(self._done)

    @property
    def pairs(self) -> int:
        """How many pairs there are."""
        return sum(line.is_pair for line in self.table.lines)

    @property
    def accepted(self) -> int:
        """How many of them a person has looked at."""
        return sum(line.is_pair and line.accepted for line in self.table.lines)

    @property
    def doubts(self) -> int:
        """How many lines are to be looked at."""
        return sum(line.in_doubt for line in self.table.lines)

    @property
    def theme(self) -> str:
        """The theme of the project that the German is an article of; empty where it is that of none."""
        place = place_of(self.german.path)
        return read_settings(place[0].root).settings.theme if place else ""

    @property
    def unlike(self) -> Problem | None:
        """That hardly anything in the two belongs together, if so."""
        sentences = len(self.table.german) + len(self.table.english)
        sure = (line.bead.shape for line in self.table.lines if line.bead.is_pair and not line.in_doubt)
        if self.changed or sum(map(sum, sure)) >= UNLIKE * sentences:
            return None
        what = f"hardly a sentence of it belongs to {self.german.path.name}"
        return Problem(self.english.path, what, "look whether these are the right files")


def align(german: Path, english: Path, judge: Judge | None) -> Work:
    """Read two documents and align them. `judge`: scores doubtful pairs.

    Raises WorkbenchError for what cannot be read or aligned (see `read_both`).
    """
    ours, theirs = read_both(german, english)
    beads = aligned(ours.sentences, theirs.sentences, judge)
    return Work(ours, theirs, Table(ours.sentences, theirs.sentences, tuple(map(Line, beads))))


def package_judge(chosen: str = "") -> Judge | None:
    """What scores pairs: the package of this id, or the built-in one; None where it is gone or cannot be loaded."""
    try:
        return Engines(lambda: chosen).drafter.likely
    except WorkbenchError:
        return None


def must_be_alike(work: Work) -> None:
    """Raises WorkbenchError where hardly anything in the two documents belongs together."""
    if work.unlike is not None:
        raise WorkbenchError(work.unlike)
