"""Places in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character offsets, `text[start:end]`."""

    start: int
    end: int

    def meets(self, *others: Span) -> bool:
        """Whether it has a character in common with one of the others."""
        start, end = self
        for begin, stop in others:  # noqa: SIM110 asked so often that a generator would be felt
            if start < stop and begin < end:
                return True
        return False
