"""What marks say: the shares of drafts kept, mended and thrown away, old and new, and how sure that is."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

KINDS = ("keep", "mend", "throw")
_DRAWN = 10_000
_NORMAL = 1.96


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of one reading: what was said of its old draft and of its new one."""

    sentence: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with the ends of its 95 % interval."""

    figure: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{100 * self.figure:5.1f} % ({100 * self.low:.1f} to {100 * self.high:.1f})"


def share(number: int, of: int) -> Interval:
    """A share with its interval by Wilson (1927). `of` is not 0."""
    part, spread = number / of, _NORMAL**2 / of
    middle = (part + spread / 2) / (1 + spread)
    half = _NORMAL * sqrt(part * (1 - part) / of + spread / (4 * of)) / (1 + spread)
    return Interval(part, max(0.0, middle - half), min(1.0, middle + half))


def difference(sentences: Sequence[tuple[float, float]], seed: int = 1) -> Interval:
    """New less old of the mean over sentences, with its interval: the sentences drawn again (Efron 1979).

    Old and new of a sentence stay together, so what is hard in both does not count.
    """
    draw, changes = random.Random(seed), [new - old for old, new in sentences]
    means = sorted(sum(draw.choices(changes, k=len(changes))) / len(changes) for _ in range(_DRAWN))
    return Interval(sum(changes) / len(changes), means[int(0.025 * _DRAWN)], means[int(0.975 * _DRAWN) - 1])


def counted(readings: Sequence[Sequence[Judged]]) -> Iterator[str]:
    """The lines of the table. Of several readings together a sentence counts once, with the mean of its marks."""
    for number, reading in enumerate(readings, 1):
        yield f"reading {number}: {len(reading)} sentences"
        for kind in KINDS:
            old, new = (sum(getattr(one, side) == kind for one in reading) for side in ("old", "new"))
            yield f"  {kind:6} old {share(old, len(reading))}   new {share(new, len(reading))}"
    if len(readings) > 1:
        yield f"together: {len(readings)} readings"
    for kind in KINDS:
        shares = _shares(readings, kind)
        old, new = (sum(one[side] for one in shares) / len(shares) for side in (0, 1))
        yield f"  {kind:6} old {100 * old:5.1f} %   new {100 * new:5.1f} %   new less old {difference(shares)}"
    for (one, first), (other, second) in combinations(enumerate(readings, 1), 2):
        alike = [
            getattr(a, side) == getattr(b, side) for a, b in zip(first, second, strict=True) for side in ("old", "new")
        ]
        yield f"readings {one} and {other} say the same of {100 * sum(alike) / len(alike):.1f} % of the drafts"


def _shares(readings: Sequence[Sequence[Judged]], kind: str) -> list[tuple[float, float]]:
    """For each sentence the share of readings that mark its old draft so, and its new one."""
    marks: dict[int, list[Judged]] = {}
    for reading in readings:
        for one in reading:
            marks.setdefault(one.sentence, []).append(one)
    return [
        (sum(one.old == kind for one in some) / len(some), sum(one.new == kind for one in some) / len(some))
        for some in marks.values()
    ]
