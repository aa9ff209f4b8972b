"""Where the paragraphs that are shown lie: their heights, one under the other, and which of them is on a line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from workbench.tui.shown import Shown


class LaidOut:
    """The paragraphs of `shown`, each as high as `height` says, in lines from 0. What is hidden has no place.

    Paragraphs are counted from 0 as the document has them, whatever is hidden. Made and changed in one thread; any
    thread may ask.
    """

    def __init__(self, shown: Shown, height: Callable[[int], int]) -> None:
        self.shown = shown
        self._height_of = height
        self._heights: list[int] = []
        self._tops: list[int] = [0]

    def measure(self) -> None:
        """Ask for every height again."""
        self._heights = [self._height_of(paragraph) for paragraph in self.shown.paragraphs]
        self._place()

    def update(self, paragraphs: Iterable[int]) -> bool:
        """Ask for the heights of these again; whether anything lies elsewhere by that."""
        moved = False
        for paragraph in paragraphs:
            row = self.shown.row(paragraph)
            if row is not None and (height := self._height_of(paragraph)) != self._heights[row]:
                self._heights[row] = height
                moved = True
        if moved:
            self._place()
        return moved

    def show_besides(self, paragraph: int) -> None:
        """Show one more, in its place among the others."""
        shown = self.shown.with_besides(paragraph)
        if shown is not self.shown:
            self._heights.insert(shown.row_from(paragraph), self._height_of(paragraph))
            self.shown = shown
            self._place()

    def _place(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0))

    @property
    def end(self) -> int:
        """The first line below the last paragraph."""
        return self._tops[-1]

    def top(self, paragraph: int) -> int:
        """The first line of a paragraph; of one that is hidden the first line of what follows it."""
        return self._tops[min(self.shown.row_from(paragraph), len(self._tops) - 1)]

    def height(self, paragraph: int) -> int:
        """The lines of a paragraph; 0 where it is hidden."""
        row = self.shown.row(paragraph)
        return 0 if row is None else self._heights[row]

    def at(self, line: int) -> int:
        """The paragraph on a line; the first or last one beyond the ends, 0 where there is none."""
        found = self.between(line, line)
        return found[0] if found else 0

    def between(self, first: int, last: int) -> Sequence[int]:
        """The paragraphs from one line to another, both ends and what they only begin or end in among them."""
        paragraphs, tops = self.shown.paragraphs, self._tops
        most = min(len(paragraphs), len(tops) - 1) - 1
        if most < 0:
            return ()
        rows = [min(max(0, bisect_right(tops, line) - 1), most) for line in (first, last)]
        return paragraphs[rows[0] : rows[1] + 1]
