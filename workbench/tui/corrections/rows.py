"""The list of corrections: what stood there and what stands there now, how often, and where for example."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style

from workbench.project.learning.learnt import Learnt, Pair
from workbench.text import Span, clean_line
from workbench.tui.search.rows import excerpt
from workbench.tui.widgets.rows import Look, labelled

EXAMPLES = 2
"""Places that are shown of a correction."""


class CorrectionRows:
    """Corrections, the most frequent first."""

    def __init__(self) -> None:
        self.learnt: Sequence[Learnt] = ()

    def __len__(self) -> int:
        return len(self.learnt)

    def height(self, index: int, width: int) -> int:
        return len(self.lines(index, width, lambda _: Style()))

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        one = self.learnt[index]
        lines = [
            [
                Segment(f"{one.count:>3} × ", look("strong")),
                Segment(f"{clean_line(one.german)}: ", look("")),
                Segment(clean_line(" / ".join(one.drafted)), look("forbidden")),
                Segment(" → ", look("dim")),
                Segment(clean_line(one.accepted), look("good")),
                Segment(f"  changes line {one.there.line}" if one.there else "", look("dim")),
            ]
        ]
        for pair in one.pairs[:EXAMPLES]:
            lines += _example(one, pair, width, look)
        return lines


def _example(one: Learnt, pair: Pair, width: int, look: Look) -> list[list[Segment]]:
    place = f"     {clean_line(pair.document)} ¶{pair.paragraph + 1}"
    lines = [[Segment(place, look("dim"))]]
    for label, text, words in (("DE", pair.german, one.german), ("EN", pair.accepted, one.accepted)):
        at = max(0, text.find(words))
        places = [Span(at, at + len(words))] * (words in text)
        shown, there = excerpt(text, places, at)
        lines += labelled(label, shown, width, [(span, look("place")) for span in there], look)
    return lines
