"""How every room tells the user that something is wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from workbench.printable import bounded, printable_line


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input: where it is, what it is, and what to do about it.

    `line` counts from 1; None where a line makes no sense (a folder, a missing file).
    """

    where: Path | str
    what: str
    mend: str
    line: int | None = None

    def __str__(self) -> str:
        """`glossary.yaml:12: entry has no 'en' – add the English form`: one line that a terminal can show."""
        where = bounded(str(self.where))
        place = f"{where}:{self.line}" if self.line else where
        return printable_line(f"{place}: {bounded(self.what, 2_000)} – {bounded(self.mend, 2_000)}")

    def within(self, root: Path) -> Problem:
        """The same, with a place in this folder told from there: in a narrow line a long way there hides the rest.

        >>> print(Problem(Path("minsk/sources/a.txt"), "is empty", "write something").within(Path("minsk")))
        sources/a.txt: is empty – write something
        """
        where = Path(self.where)
        inside = isinstance(self.where, Path) and where != root and where.is_relative_to(root)
        return replace(self, where=where.relative_to(root)) if inside else self


class WorkbenchError(Exception):
    """Bad input, told to the user as one line; the faces print it, nothing else catches it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
