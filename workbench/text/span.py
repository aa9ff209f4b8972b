"""Places in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character offsets, `text[start:end]`."""

    start: int
    end: int

    def meets(self, *others: Span) -> bool:
        """Whether it has a character in common with one of the others."""
        return any(self.start < other.end and other.start < self.end for other in others)
