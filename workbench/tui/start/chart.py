"""The chart: how many words are in which state, and how alike what is still to be done is, as bars with numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual.widgets import Static

from workbench.project import State
from workbench.project.figures.figures import Figures
from workbench.project.overview.shares import Shares
from workbench.text import clean_line
from workbench.text.counted import counted
from workbench.tui.fitting import fitted
from workbench.tui.view import SIGNS

LABEL, NUMBER, PERCENT = 14, 8, 5
LEAST_BAR = 5
BETWEEN = 3
SIDE_BY_SIDE = 76
"""From this width on (cells) the two halves stand beside one another."""
_BANDS = {
    "repetition here": "repeated here",
    "repetition elsewhere": "from another",
    "none": "no match",
}


class Bar(NamedTuple):
    """A line of the chart: words, of so many."""

    label: str
    words: int
    of: int


class Chart(Static):
    """Draws shares as wide as it is."""

    def __init__(self) -> None:
        super().__init__(id="chart", markup=False)
        self._shares: Shares | None = None

    def show(self, shares: Shares) -> None:
        """Draw these."""
        self._shares = shares
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if self._shares is not None and self.content_size.width:
            self.update(drawn(self._shares, self.content_size.width))


def drawn(shares: Shares, width: int) -> Text:
    """The chart in so many cells: a title, then two halves, beside one another where there is room."""
    lines = [Text(fitted(_title(shares), width).rstrip(), Style(bold=True), no_wrap=True)]
    found = shares.figures
    if found is not None and found.total.german.words:
        halves = (("by state", tuple(_states(found))), ("by match", tuple(_bands(found))))
        lines += _beside(halves, width) if width >= SIDE_BY_SIDE else _below(halves, width)
    return Text("\n").join(lines)


def _title(shares: Shares) -> str:
    name = clean_line(shares.name) if shares.name else "All documents"
    parts = [name]
    if shares.figures is not None:
        german = shares.figures.total.german
        parts.append(f"{counted(german.words, 'word')} in {counted(german.segments, 'sentence')}")
    if shares.unreadable:
        parts.append(f"{shares.unreadable} cannot be read")
    if not shares.complete:
        what = "counting" if shares.figures is None else "looking for matches"
        parts.append(f"{what}: {shares.done} of {shares.of}" if shares.of > 1 else f"{what} …")
    return " · ".join(parts)


def _states(found: Figures) -> Iterator[Bar]:
    whole = found.total.german.words
    for state in (State.REVIEWED, State.TRANSLATED, State.DRAFT, State.NEW):
        yield Bar(f"{SIGNS[state]} {state}", found.total.by_state[state].words, whole)
    if left_out := found.total.by_state[State.SKIPPED].words:
        yield Bar(f"{SIGNS[State.SKIPPED]} left out", left_out, 0)


def _bands(found: Figures) -> Iterator[Bar]:
    whole = found.total.german.words
    for band, count in found.total.bands.items():
        if not count.words:
            continue
        if band == "none" and not found.looked_up:
            yield Bar("to be done", count.words, whole)
        else:
            yield Bar(_BANDS.get(band, band if band == "translated" else f"{band} %"), count.words, whole)


Half = tuple[str, Sequence[Bar]]


def _beside(halves: tuple[Half, Half], width: int) -> list[Text]:
    each = (width - BETWEEN) // 2
    one, other = (list(_half(half, each)) for half in halves)
    blank = Text(" " * each)
    return [
        Text.assemble(a, " " * (each - a.cell_len + BETWEEN), b) for a, b in zip_longest(one, other, fillvalue=blank)
    ]


def _below(halves: tuple[Half, Half], width: int) -> list[Text]:
    return [line for half in halves for line in _half(half, width)]


def _half(half: Half, width: int) -> Iterator[Text]:
    title, bars = half
    cells = max(LEAST_BAR, width - LABEL - NUMBER - PERCENT - 1)
    head = "words".rjust(width - LABEL - PERCENT)
    yield Text(fitted(title, LABEL) + head, Style(dim=True), no_wrap=True)
    for one in bars:
        share = f"{round(100 * one.words / one.of)}%" if one.of else ""
        line = f"{fitted(one.label, LABEL)}{_cells(one, cells)} {one.words:>{NUMBER},}{share:>{PERCENT}}"
        yield Text(line, no_wrap=True)


def _cells(bar: Bar, cells: int) -> str:
    """A bar to half a cell; what there is any of has at least that.

    >>> _cells(Bar("new", 1, 1000), 4), _cells(Bar("new", 5, 8), 4)
    ('▌   ', '██▌ ')
    """
    if not bar.of or not bar.words:
        return " " * cells
    halves = max(1, round(2 * cells * bar.words / bar.of))
    return ("█" * (halves // 2) + "▌" * (halves % 2)).ljust(cells)
