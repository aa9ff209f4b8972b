"""What became of a file that pairs were taken from: how much was taken, and why the rest was left."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from workbench.problem import Problem

Reason = tuple[str, str, str]
"""Why something was left: what is said of one of it, what of several, and what to do about it."""


@dataclass(slots=True)
class Report:
    """What became of a file. `units`: how many it has; `pairs`: how many came of them; `notes`: how it was read, with
    nothing left out."""

    where: Path
    units: int = 0
    pairs: int = 0
    notes: list[str] = field(default_factory=list)
    _left: dict[Reason, tuple[int, int]] = field(default_factory=dict)

    def leave(self, line: int, reason: Reason, often: int = 1) -> None:
        """Something was left at a line (from 1): `1 unit has no English – …`, `{} units have no English – …`.

        It is told once for each reason, with how often and the first line.
        """
        number, first = self._left.get(reason, (0, line))
        self._left[reason] = number + often, first

    def note(self, text: str) -> None:
        """How the file was read; each text once."""
        if text not in self.notes:
            self.notes.append(text)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was left, in the order of its first lines: one line for each reason."""
        found = sorted(self._left.items(), key=lambda one: one[1][1])
        return tuple(
            Problem(self.where, one if number == 1 else several.format(f"{number:,}"), mend, line or None)
            for (one, several, mend), (number, line) in found
        )

    @property
    def left(self) -> int:
        """How much was left."""
        return sum(number for number, _ in self._left.values())
