"""A list whose rows are drawn when they come into sight, so that twenty thousand entries are no load."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.text import Span
from workbench.tui.keys import MOVES, bindings
from workbench.tui.paging import further
from workbench.tui.segments import styled
from workbench.tui.wrapping import wrap

Look = Callable[[str], Style]
"""The style of one of LOOKS, without the name's `rows--`, on the row's ground."""

INDENT = 5
"""Cells before a text that has its language before it."""
DRAWN = 500
"""Rows kept as they were drawn."""
LOOKS = ("current", "pointer", "dim", "strong", "good", "bad", "warn", "hit", "place", "forbidden", "cut", "put")


class Rows(Protocol):
    """What a list shows. Widths and heights are in cells and lines; the first two cells are the list's own."""

    def __len__(self) -> int:
        """How many rows there are."""

    def height(self, index: int, width: int) -> int:
        """How many lines a row needs."""

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        """A row's lines; what is wider than `width` is cut off."""


class RowList(ScrollView, can_focus=True):
    """Rows of any height, one of which is the current one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{look}" for look in LOOKS}
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(MOVES),
        Binding("enter", "choose", "Choose", show=False),
    ]
    POINTER = 2
    current: reactive[int] = reactive(0, init=False)

    class OfRows(Message):
        """Something happened in a list of rows."""

        def __init__(self, rows: RowList) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.rows

    class Moved(OfRows):
        """Another row is the current one, or the rows are others."""

    class Stepped(OfRows):
        """The user went to another row by a key or a click here."""

    class Chosen(OfRows):
        """The user pressed Enter on the current row, or clicked on it once more."""

    def __init__(self, rows: Rows, id: str) -> None:
        super().__init__(id=id)
        self._rows = rows
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._measured = 0
        self._drawn: dict[int, list[Strip]] = {}
        self._just_entered = False

    # What is shown

    def show(self, current: int = 0) -> None:
        """The rows are others: show them, with the pointer at one of them."""
        self._measure()
        self.set_reactive(RowList.current, self.validate_current(current))
        self.bring_into_view()
        self.refresh()
        self.post_message(self.Moved(self))

    def grow(self) -> None:
        """Rows were added at the end: show them too, from the same place."""
        self._measure(since=len(self._heights))
        self.refresh()

    def draw_again(self, rows: Iterable[int] | None = None) -> None:
        """The rows, or these alone, have other contents, but the same heights."""
        if rows is None:
            self._drawn.clear()
        else:
            for row in rows:
                self._drawn.pop(row, None)
        self.refresh()

    def _measure(self, since: int = 0) -> None:
        width = self._row_width
        if width != self._measured:
            since, self._measured = 0, width
        self._drawn.clear()
        self._heights[since:] = [self._rows.height(index, width) for index in range(since, len(self._rows))]
        self._tops = [0, *accumulate(self._heights)]
        self.virtual_size = Size(self.scrollable_content_region.width, self._tops[-1])

    @property
    def _row_width(self) -> int:
        return max(1, self.scrollable_content_region.width - self.POINTER)

    def on_resize(self) -> None:
        if self._row_width != self._measured:
            self._measure()
        self.bring_into_view()

    def bring_into_view(self) -> None:
        """Scroll so that the current row is seen, its beginning first."""
        if self._heights:
            top, height, window = self._tops[self.current], self._heights[self.current], self.size.height
            if top < self.scroll_offset.y or height > window:
                self.scroll_to(y=top, animate=False)
            elif top + height > self.scroll_offset.y + window:
                self.scroll_to(y=top + height - window, animate=False)

    @property
    def current_lines(self) -> tuple[int, int]:
        """Where the current row begins, in lines from the upper edge, and how many of its lines there is room for."""
        if not self._heights:
            return 0, 1
        return self._tops[self.current] - self.scroll_offset.y, min(self._heights[self.current], self.size.height)

    # What the user does

    def action_step(self, by: int) -> None:
        self._go(self.current + by)

    def action_page(self, by: int) -> None:
        if self._heights and not self._read_on(by):
            target = self._at(self._tops[self.current] + by * max(1, self.size.height - 1))
            self._go(target if target != self.current else self.current + by)

    def _read_on(self, by: int) -> bool:
        """Show more of the current row, where it is higher than the window; whether there was more."""
        y, window = self.scroll_offset.y, self.size.height
        lines = further(self._tops[self.current], self._heights[self.current], y, window, by)
        self.scroll_to(y=y + lines, animate=False)
        return lines != 0

    def action_edge(self, last: int) -> None:
        self._go(len(self._heights) - 1 if last else 0)

    def _go(self, index: int) -> None:
        self.current = index
        self.post_message(self.Stepped(self))

    def action_choose(self) -> None:
        if self._heights:
            self.post_message(self.Chosen(self))

    def validate_current(self, index: int) -> int:
        return min(max(0, index), max(0, len(self._heights) - 1))

    def watch_current(self, before: int, current: int) -> None:
        self.bring_into_view()
        self.draw_again((before, current))
        self.post_message(self.Moved(self))

    def on_focus(self) -> None:
        self._just_entered = True

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        if line < self._tops[-1]:
            index = self._at(line)
            if index == self.current and not self._just_entered:
                self.action_choose()
            self._just_entered = False
            self._go(index)

    def _at(self, line: int) -> int:
        return min(max(0, bisect_right(self._tops, line) - 1), len(self._heights) - 1)

    # Drawing

    def render_line(self, y: int) -> Strip:
        line, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if line >= self._tops[-1]:
            return Strip.blank(width, self.rich_style)
        index = self._at(line)
        if index not in self._drawn:
            if len(self._drawn) > DRAWN:
                self._drawn.clear()
            self._drawn[index] = self._draw(index, width)
        return self._drawn[index][line - self._tops[index]]

    def _draw(self, index: int, width: int) -> list[Strip]:
        current = index == self.current
        ground = self.rich_style + (self._look("current") if current else Style())
        measured = self._measured  # while the window changes its size, the heights are those of the width before
        lines = self._rows.lines(index, measured, lambda name: ground + self._look(name) if name else ground)
        pointer = ground + self._look("pointer" if self.has_focus else "dim")
        head = Segment("▌ " if current else "  ", pointer)
        return [Strip([head, *line]).adjust_cell_length(width, ground) for line in lines]

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.draw_again()

    def notify_style_update(self) -> None:
        """Themes change the colours: nothing drawn before counts."""
        super().notify_style_update()
        self._drawn.clear()

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"rows--{name}", partial=True)


def labelled(label: str, text: str, width: int, looks: list[tuple[Span, Style]], look: Look) -> list[list[Segment]]:
    """A text broken into lines, with its language before the first."""
    lines = []
    for number, span in enumerate(wrap(text, width - INDENT)):
        head = Segment(f"  {label} " if not number else " " * INDENT, look("dim"))
        lines.append([head, *styled(text, span, 0, looks, look(""))])
    return lines
