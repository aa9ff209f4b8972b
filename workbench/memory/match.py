"""A pair of a memory that is like a text: by how much, and what was taken off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.memory.pair import Pair
from workbench.memory.similarity import SAME, Likeness

BANDS = (101, 100, 95, 85, 75, 70, 50)
"""The lower edges of the trade's bands, in percent (memoQ 9, OmegaT 6: 101, 100, 95–99, 85–94, 75–84; Trados begins at
70)."""
MOST_TAKEN_OFF = 30
"""Percent that all penalties of a match together may come to."""

Penalty = Callable[[Pair], tuple[int, str]]
"""What is taken off a match with this pair, in percent, and for what (“aligned”): (0, "") for nothing."""

_OF_TRUST = {"reviewed": (0, ""), "unreviewed": (5, "unreviewed"), "aligned": (3, "aligned")}


@dataclass(frozen=True, slots=True)
class Match:
    """A pair that is like a text. `memory`: the name of the memory it is in, "" for the project's own.

    `percent`: how like, penalties taken off; `penalty`: what was taken off; `why`: for what (“aligned”). `likeness`:
    what differs.
    """

    pair: Pair
    percent: int
    memory: str = ""
    penalty: int = 0
    why: str = ""
    likeness: Likeness = SAME


def band(percent: int) -> int:
    """The lower edge of the band that a percentage is in; 0 below all of them.

    >>> [band(percent) for percent in (101, 99, 84, 70, 49)]
    [101, 95, 75, 70, 0]
    """
    return next((edge for edge in BANDS if percent >= edge), 0)


def of_trust(pair: Pair) -> tuple[int, str]:
    """The `Penalty` that every memory has: 5 % off what nobody reviewed, 3 % off what only a program aligned."""
    return _OF_TRUST[pair.trust]
