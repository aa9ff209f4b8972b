"""The two columns: German left, English right, drawn on demand, so that ten thousand paragraphs are no load."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.keys import MOVES, bindings
from workbench.tui.laid_out import LaidOut
from workbench.tui.paging import further
from workbench.tui.row import MARK_LOOKS, QUIET_LOOKS, Mark, Row
from workbench.tui.segments import styled
from workbench.tui.shown import Shown
from workbench.tui.wrapping import height as height_of
from workbench.tui.wrapping import wrap

SIGNS = 6
"""Cells left of the German besides the number: the bar, bookmark, state, finding, note, a blank."""
BAR = "▌"
"""Beside every line of the current paragraph."""
DRAWN = 100
"""Paragraphs kept as they were drawn."""


class Columns(NamedTuple):
    """Where the columns lie: first cell and width of each."""

    german: int
    german_width: int
    english: int
    english_width: int


class PairsView(ScrollView, can_focus=True):
    """The document's paragraphs, or some of them. Knows no translation: it asks `row(index)` for what is in sight.

    Everything here is told by the paragraph's index in the document, whatever is hidden. One that is hidden and becomes
    the current one is shown from then on (see `Shown`).
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = MARK_LOOKS | {
        "pairs--pointer",
        "pairs--number",
        "pairs--rule",
        "pairs--amiss",
        "pairs--done",
        "pairs--error",
        "pairs--warning",
        "pairs--german",
        "pairs--new",
        "pairs--draft",
        "pairs--translated",
        "pairs--reviewed",
        "pairs--skipped",
        "pairs--current",
    }
    BINDINGS: ClassVar[list[BindingType]] = bindings(MOVES, of_desk=True)
    current: reactive[int] = reactive(0, init=False)

    class Moved(Message):
        """The user is at another paragraph; `passing`: a row or a page on from the one before."""

        def __init__(self, index: int, *, passing: bool = False) -> None:
            super().__init__()
            self.index, self.passing = index, passing

    class Stepped(Message):
        """The user went to another paragraph by a key or a click here; nothing was done to one."""

    class Opened(Message):
        """The user clicked into a cell: edit there. `english` tells which column; `offset` is in its text."""

        def __init__(self, index: int, english: bool, offset: int) -> None:
            super().__init__()
            self.index, self.english, self.offset = index, english, offset

    def __init__(self, row: Callable[[int], Row], texts: Callable[[int], tuple[str, str]]) -> None:
        super().__init__(id="pairs")
        self._row, self._texts = row, texts
        self._laid = LaidOut(Shown.all_of(0), self._height)
        self._measured: Columns | None = None
        self._drawn: dict[int, list[Strip]] = {}
        self._open: tuple[int, int] | None = None
        self._passing = False

    # What is shown

    @property
    def shown(self) -> Shown:
        """Which of the document's paragraphs are shown."""
        return self._laid.shown

    def show(self, shown: Shown, current: int = 0) -> None:
        """Show these paragraphs of a document, with the pointer at one of them, or at the next one that is shown."""
        self._open = None
        self._drawn.clear()
        self._laid = LaidOut(shown, self._height)
        self.measure()
        self.set_reactive(PairsView.current, shown.nearest(current))
        self.bring_into_view()
        self.call_after_refresh(self.bring_into_view)  # the first time there is nothing to scroll yet

    def measure(self) -> None:
        """Find out every paragraph's height again (new document, new width)."""
        self._drawn.clear()
        self._measured = self.columns
        self._laid.measure()
        self._place()

    def update(self, indexes: Collection[int]) -> None:
        """Draw these paragraphs again; their text or state has changed. What is hidden stays so."""
        for index in indexes:
            self._drawn.pop(index, None)
        if self._laid.update(indexes):
            self._place()
        else:
            self._refresh_rows(indexes)

    def _refresh_rows(self, indexes: Collection[int]) -> None:
        """Have what is in sight of these paragraphs drawn again."""
        seen = self.in_sight()
        for index in indexes:
            if index in seen:
                self.refresh_lines(self._laid.top(index), self._laid.height(index))

    def open_row(self, index: int, height: int) -> None:
        """Give paragraph `index` room for editors `height` lines high, and show it where that is news."""
        before, self._open = self._open, (index, height)
        self.update([index])
        if before != self._open and index == self.current:
            self.bring_into_view()

    def close_row(self) -> None:
        """Draw the open paragraph like any other again."""
        if self._open:
            index, self._open = self._open[0], None
            self.update([index])

    def _height(self, index: int) -> int:
        columns = self._measured or self.columns
        german, english = self._texts(index)
        height = max(height_of(german, columns.german_width), height_of(english, columns.english_width))
        if self._open and self._open[0] == index:
            height = self._open[1]
        return height + 1

    def _place(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._laid.end)
        self.refresh()

    # Geometry

    @property
    def columns(self) -> Columns:
        """The columns at the present width: equal, with a rule of three cells between."""
        gutter = SIGNS + self._digits
        room = max(20, self.scrollable_content_region.width - gutter - 3 - 1)
        german = room // 2
        return Columns(gutter, german, gutter + german + 3, room - german)

    @property
    def _digits(self) -> int:
        return max(2, len(str(self.shown.count)))

    def top_of(self, index: int) -> int:
        """The first line of a paragraph, counted from the top of the window; negative when above it."""
        return self._laid.top(index) - self.scroll_offset.y

    def in_sight(self) -> Sequence[int]:
        """The indexes of the paragraphs in the window now. Any thread may ask."""
        first = self.scroll_offset.y
        return self._laid.between(first, first + max(0, self.size.height - 1))

    def bring_into_view(self) -> None:
        """Scroll so that the current paragraph is seen, its beginning first."""
        top, height, window = self._laid.top(self.current), self._laid.height(self.current), self.size.height
        y = self.scroll_offset.y
        if top < y or height > window:
            self.scroll_to(y=top, animate=False)
        elif top + height > y + window:
            self.scroll_to(y=top + height - window, animate=False)

    # What the user does

    def action_step(self, by: int) -> None:
        self._go(self.shown.step(self.current, by), passing=True)

    def action_page(self, by: int) -> None:
        top, y = self._laid.top(self.current), self.scroll_offset.y
        if lines := further(top, self._laid.height(self.current), y, self.size.height, by):
            self.scroll_to(y=y + lines, animate=False)
            return
        line = top + by * max(1, self.size.height - 2)
        target = self._laid.at(line)
        self._go(target if target != self.current else self.shown.step(self.current, by), passing=True)

    def action_edge(self, last: int) -> None:
        self._go(self.shown.nearest(self.shown.count if last else 0))

    def _go(self, index: int, *, passing: bool = False) -> None:
        self.post_message(self.Stepped())  # first: what is told of the paragraph that is come to stays
        self._passing = passing
        self.current = index
        self._passing = False

    def validate_current(self, index: int) -> int:
        return min(max(0, index), max(0, self.shown.count - 1))

    def watch_current(self, before: int, now: int) -> None:
        for index in (before, now):
            self._drawn.pop(index, None)
        y = self.scroll_offset.y
        if now not in self.shown:
            self._laid.show_besides(now)
            self._place()
        self.bring_into_view()
        if self.scroll_offset.y == y:
            self._refresh_rows((before, now))
        self.post_message(self.Moved(self.current, passing=self._passing))

    def on_resize(self) -> None:
        if self.columns != self._measured:
            self.measure()
        self.bring_into_view()

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        if line >= self._laid.end:
            return
        index = self._laid.at(line)
        self._go(index)
        columns = self.columns
        if event.x >= columns.german:
            english = event.x >= columns.english
            self.post_message(self.Opened(index, english, self._offset_at(index, line, event.x, english)))

    def _offset_at(self, index: int, line: int, x: int, english: bool) -> int:
        columns = self.columns
        text = self._texts(index)[english]
        lines = wrap(text, columns.english_width if english else columns.german_width)
        row = line - self._laid.top(index)
        if row >= len(lines):
            return len(text)
        return min(lines[row].start + x - (columns.english if english else columns.german), lines[row].end)

    # Drawing

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if line >= self._laid.end:
            return Strip.blank(width, self.rich_style)
        index = self._laid.at(line)
        if index not in self._drawn:
            if len(self._drawn) > DRAWN:
                self._drawn.clear()
            self._drawn[index] = self._draw(self._row(index), index == self.current, self._laid.height(index))
        return self._drawn[index][line - self._laid.top(index)]

    def _draw(self, row: Row, current: bool, height: int) -> list[Strip]:
        columns, width = self.columns, self.scrollable_content_region.width
        below = self.rich_style + self._look("pairs--rule")
        ground = self.rich_style + (self._look("pairs--current") if current else Style())
        rule = ground + self._look("pairs--pointer" if current else "pairs--rule")
        german_look, english_look = ground + self._look("pairs--german"), ground + self._look(row.look)
        if current:
            english_look += Style(color=ground.color)
        german = self._column(row.german, columns.german_width, row.german_marks, german_look, current)
        english = self._column(row.english, columns.english_width, row.english_marks, english_look, current)
        strips = []
        for line in range(height - 1):
            left = german[line] if line < len(german) else [Segment(" " * columns.german_width, ground)]
            right = english[line] if line < len(english) else [Segment(" " * columns.english_width, ground)]
            head = self._head(row if not line else None, current, ground)
            strips.append(Strip([*head, *left, Segment(" │ ", rule), *right]).adjust_cell_length(width, ground))
        between = [Segment(" " * (columns.english - 2), self.rich_style), Segment("│", below)]
        strips.append(Strip(between).adjust_cell_length(width, self.rich_style))
        return strips

    def _head(self, row: Row | None, current: bool, ground: Style) -> list[Segment]:
        """The gutter of a paragraph's first line, or of another one of its lines."""
        bar = Segment(BAR if current else " ", ground + self._look("pairs--pointer"))
        if row is None:
            return [bar, Segment(" " * (self.columns.german - 1), ground)]
        strong = Style(bold=True) if current else Style()
        number = ground + (strong if current else self._look("pairs--number"))
        state = ground + self._look("pairs--done" if row.look == "pairs--reviewed" else "pairs--number") + strong
        return [
            bar,
            Segment(f"{row.number:>{self._digits}}{row.bookmark}", number),
            Segment(row.sign, state),
            Segment(row.finding, ground + self._look(row.finding_look) + strong),
            Segment(f"{row.note} ", ground + self._look("pairs--number") + strong),
        ]

    def _column(
        self, text: str, width: int, marks: tuple[Mark, ...], base: Style, current: bool
    ) -> list[list[Segment]]:
        shown = marks if current else [Mark(m.span, QUIET_LOOKS[m.look]) for m in marks if m.look in QUIET_LOOKS]
        looks = [(mark.span, self._look(mark.look)) for mark in shown]
        return [styled(text, span, width, looks, base) for span in wrap(text, width)]

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def notify_style_update(self) -> None:
        """Themes change the colours: nothing drawn before counts."""
        super().notify_style_update()
        self._drawn.clear()
