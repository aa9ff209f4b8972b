"""Two documents being aligned: what was found, what a person makes of it, and how each step is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.memory.aligning import Bead, Judge, Known, Line, Sentence, Table, aligned
from workbench.memory.aligning.table import Side as SideName
from workbench.problem import Problem, WorkbenchError
from workbench.project.aligning.documents import Side, read_both

__all__ = ["Judge", "Line", "Sentence", "SideName", "Table", "Work", "align"]

UNLIKE = 0.25
"""Where a smaller share of the sentences than this is in pairs that are not in doubt, the two are no translation."""


class Work:
    """The alignment of two documents, with everything that was done to it.

    `table` is as it is now; `at` the line where the last act was. `spelt`: the tag of its English, empty where nothing
    says which. `judge` and `known` are asked when a part of it is aligned anew.
    """

    def __init__(
        self,
        german: Side,
        english: Side,
        table: Table,
        *,
        judge: Judge | None = None,
        known: Known | None = None,
        spelt: str = "",
    ) -> None:
        self.german, self.english = german, english
        self.table = table
        self.spelt = spelt
        self._judge, self._known = judge, known or Known()
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

    def anew(self, at: int) -> Table:
        """The table with the lines after one aligned anew, up to the next on which somebody has decided.

        What stands before and after stays. It takes as long as the first time did for so many sentences; nothing is
        another by that: `do` takes it.
        """
        table = self.table
        lines = table.undecided_after(at)
        beads = [line.bead for line in table.lines[lines]]
        if not beads:
            return table
        i, j = beads[0].german, beads[0].english
        german = table.german[i : beads[-1].german_end]
        english = sorted(table.english[j : beads[-1].english_end], key=lambda one: one.number)
        found = aligned(german, english, self._judge, known=self._known)
        return table.with_beads(lines, [_moved(bead, i, j) for bead in found], english)

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
        return sum(line.to_look_at for line in self.table.lines)

    @property
    def unlike(self) -> Problem | None:
        """That hardly anything in the two belongs together, if so."""
        sentences = len(self.table.german) + len(self.table.english)
        sure = (line.bead.shape for line in self.table.lines if line.bead.is_pair and not line.in_doubt)
        if self.changed or sum(map(sum, sure)) >= UNLIKE * sentences:
            return None
        what = f"hardly a sentence of it belongs to {self.german.path.name}"
        return Problem(self.english.path, what, "look whether these are the right files")


def align(german: Path, english: Path, judge: Judge | None, known: Known | None = None, spelling: str = "") -> Work:
    """Read two documents and align them. `judge`: scores doubtful pairs; `known`: what is known of sentences before.

    `spelling`: how English is spelt here, for a document that does not tell.
    Raises WorkbenchError for what cannot be read or aligned (see `read_both`).
    """
    from workbench.project.aligning.spelt import spelt

    ours, theirs = read_both(german, english)
    judge = _asked_once(judge) if judge else None
    beads = aligned(ours.sentences, theirs.sentences, judge, known=known or Known())
    table = Table(ours.sentences, theirs.sentences, tuple(map(Line, beads)))
    tag = spelt((one.text for one in theirs.sentences), spelling)
    return Work(ours, theirs, table, judge=judge, known=known, spelt=tag)


def _asked_once(judge: Judge) -> Judge:
    """The same, asked about each pair once."""
    known: dict[tuple[str, str], float] = {}

    def asked(pairs: Sequence[tuple[str, str]]) -> list[float]:
        new = [pair for pair in dict.fromkeys(pairs) if pair not in known]
        if new:
            known.update(zip(new, judge(new), strict=True))
        return [known[pair] for pair in pairs]

    return asked


def _moved(bead: Bead, german: int, english: int) -> Bead:
    """A bead so many sentences further on."""
    return Bead(
        bead.german + german,
        bead.german_end + german,
        bead.english + english,
        bead.english_end + english,
        bead.sure,
        bead.crossed,
    )


def must_be_alike(work: Work) -> None:
    """Raises WorkbenchError where hardly anything in the two documents belongs together."""
    if work.unlike is not None:
        raise WorkbenchError(work.unlike)
