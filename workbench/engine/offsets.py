"""Where the places of a text are in another that was made of it, and back: of a draft's German before it is drafted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.text import Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """What stands in another text for stretches of this one; all else is in both, letter for letter.

    `pieces`: each stretch of this text (in order, none meets another), and how many characters stand there in the
    other. Places are character offsets, half-open.
    """

    pieces: tuple[tuple[Span, int], ...] = ()

    def there(self, span: Span) -> Span:
        """Where a stretch of this text is in the other; one that ends in a piece has all of that.

        >>> OffsetMap(((Span(4, 7), 0), (Span(8, 12), 0))).there(Span(7, 8))  # die <b>A</b> → die A
        Span(start=4, end=5)
        """
        return _moved(span, self._both())

    def back(self, span: Span) -> Span:
        """Where a stretch of the other text is in this one; one that ends in a piece has all of that.

        What stands in this text alone is outside where it lies at an end of the stretch.

        >>> OffsetMap(((Span(4, 7), 0), (Span(8, 12), 0))).back(Span(0, 5))
        Span(start=0, end=8)
        """
        return _moved(span, ((new, old) for old, new in self._both()))

    def _both(self) -> Iterator[tuple[Span, Span]]:
        """The pieces in both texts."""
        by = 0
        for old, size in self.pieces:
            yield old, Span(old.start + by, old.start + by + size)
            by += size - (old.end - old.start)


THE_SAME = OffsetMap()
"""Of a text to itself."""


def _moved(span: Span, pieces: Iterable[tuple[Span, Span]]) -> Span:
    start, end = span
    for here, there in pieces:
        if here.end <= span.start:
            start = there.end + span.start - here.end
        elif here.start <= span.start:
            start = there.start
        if here.end <= span.end and here.start < span.end:
            end = there.end + span.end - here.end
        elif here.start < span.end:
            end = there.end
    return Span(start, max(start, end))
