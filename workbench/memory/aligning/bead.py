"""A sentence of a document, and a bead: sentences on both sides that stand for each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.text import Code, Inline

Judge = Callable[[Sequence[tuple[str, str]]], Sequence[float]]
"""How likely a package finds each English for its German: mean log-probability a piece, 0 is best."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands.

    `paragraph`: the one that it is in, from 0; `heading`: whether that is a headline; `number`: which sentence of the
    document it is, from 0; `codes`: those that lie in it.
    """

    text: str
    paragraph: int = 0
    heading: bool = False
    number: int = 0
    codes: tuple[Code, ...] = ()

    @property
    def inline(self) -> Inline:
        """Its text with its codes."""
        return Inline(self.text, self.codes)


class Bead(NamedTuple):
    """Sentences `german` to `german_end` and `english` to `english_end` (from 0, half-open); one side may be empty.

    `sure`: from 0 to 1, how far words and lengths bear it out. `crossed`: of two sentences on either side, whether the
    first seems to stand for the second one of the other side.
    """

    german: int
    german_end: int
    english: int
    english_end: int
    sure: float = 1.0
    crossed: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        """How many sentences on either side."""
        return self.german_end - self.german, self.english_end - self.english

    @property
    def is_pair(self) -> bool:
        """Whether it has sentences on both sides."""
        return all(self.shape)


def whole(beads: Iterable[Bead], german: int, english: int) -> bool:
    """Whether every sentence, of as many on either side, is in exactly one bead, in order."""
    at = (0, 0)
    for bead in beads:
        if (bead.german, bead.english) != at or min(bead.shape) < 0 or bead.shape == (0, 0):
            return False
        at = (bead.german_end, bead.english_end)
    return at == (german, english)
