"""Which paragraphs of a document are shown, and where: the one place where a row is the paragraph that stands in it.

Rows and paragraphs are counted from 0. Nothing that is shown goes, or changes its place among the others, before
another `Shown` is made: a list under somebody's hands stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """The paragraphs that are shown, of `count`: all of them, or those that were `wanted`, in their order.

    `besides`: those among them that were not wanted, but gone to.
    """

    count: int
    paragraphs: Sequence[int]
    besides: frozenset[int] = frozenset()

    @classmethod
    def all_of(cls, count: int) -> Shown:
        """Every paragraph of a document."""
        return cls(count, range(count))

    @classmethod
    def only(cls, count: int, wanted: Iterable[int]) -> Shown:
        """Those that are wanted, as far as the document has them."""
        return cls(count, tuple(sorted({index for index in wanted if 0 <= index < count})))

    def __len__(self) -> int:
        return len(self.paragraphs)

    def __contains__(self, paragraph: object) -> bool:
        return isinstance(paragraph, int) and self.row(paragraph) is not None

    @property
    def narrowed(self) -> bool:
        """Whether some are not shown."""
        return len(self.paragraphs) < self.count

    def row(self, paragraph: int) -> int | None:
        """The row that a paragraph stands in; None where it is not shown."""
        at = self.row_from(paragraph)
        return at if at < len(self.paragraphs) and self.paragraphs[at] == paragraph else None

    def row_from(self, paragraph: int) -> int:
        """The row of a paragraph, or of the first one after it that is shown; the number of rows where none is."""
        return bisect_left(self.paragraphs, paragraph)

    def step(self, paragraph: int, by: int) -> int:
        """The paragraph so many rows on (back, below 0) from one, which may be hidden; the first or last at the end."""
        at = self.row_from(paragraph)
        if by > 0 and self.row(paragraph) is None:
            by -= 1
        return self.paragraphs[min(max(0, at + by), len(self.paragraphs) - 1)] if self.paragraphs else 0

    def nearest(self, paragraph: int) -> int:
        """A paragraph itself where it is shown, else the first one after it, else the last."""
        return self.step(paragraph, 0) if self.paragraphs else 0

    def around(self, paragraph: int) -> Iterator[int]:
        """What is shown, from the one after a paragraph on, round the end."""
        after = self.row_from(paragraph + 1)
        yield from (self.paragraphs[row] for row in (*range(after, len(self.paragraphs)), *range(after)))

    def with_besides(self, paragraph: int) -> Shown:
        """With one more, in its place among the others."""
        if paragraph in self or not 0 <= paragraph < self.count:
            return self
        at = self.row_from(paragraph)
        more = (*self.paragraphs[:at], paragraph, *self.paragraphs[at:])
        return Shown(self.count, more, self.besides | {paragraph})
