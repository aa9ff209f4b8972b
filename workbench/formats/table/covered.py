"""Which cells of a sheet are hidden beneath merged ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

Area = tuple[int, int, int, int]
"""Left column, top row, right column, bottom row."""


@dataclass(slots=True)
class Covered:
    """The merged cells of a sheet."""

    areas: Sequence[Area] = ()
    _stretches: dict[int, tuple[list[int], list[int]]] = field(default_factory=dict)

    def has(self, column: int, row: int) -> bool:
        """Whether a cell lies beneath a merged one: in it, and not its first cell.

        >>> covered = Covered([(0, 1, 1, 2)])
        >>> [covered.has(*cell) for cell in ((0, 1), (0, 2), (1, 1), (2, 1), (1, 3))]
        [False, True, True, False, False]
        """
        if not self.areas:
            return False
        if column not in self._stretches:
            self._stretches[column] = self._of(column)
        tops, bottoms = self._stretches[column]
        at = bisect_right(tops, row) - 1
        return at >= 0 and row <= bottoms[at]

    def _of(self, column: int) -> tuple[list[int], list[int]]:
        """The stretches of rows that are covered in a column: their first and their last rows, none in another."""
        own = sorted(
            (top + (left == column), bottom) for left, top, right, bottom in self.areas if left <= column <= right
        )
        tops: list[int] = []
        bottoms: list[int] = []
        for top, bottom in own:
            if bottoms and top <= bottoms[-1]:
                bottoms[-1] = max(bottoms[-1], bottom)
            elif top <= bottom:
                tops.append(top)
                bottoms.append(bottom)
        return tops, bottoms
