"""The two live cells of the open paragraph: the German to select in, the English to write in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from workbench.text import Span, clean
from workbench.tui.row import MARK_LOOKS, Mark


def offset_of(area: TextArea, location: tuple[int, int]) -> int:
    """The character offset of a (line, column) location in the text area's text."""
    line, column = location
    return sum(len(area.document.get_line(i)) + 1 for i in range(line)) + column


def location_of(area: TextArea, offset: int) -> tuple[int, int]:
    """The (line, column) location of a character offset in the text area's text."""
    for line in range(area.document.line_count):
        length = len(area.document.get_line(line))
        if offset <= length:
            return line, offset
        offset -= length + 1
    return area.document.end


class Cell(TextArea):
    """A text area without frame that fills its place in the columns and marks stretches of its text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = MARK_LOOKS

    def __init__(self, *, read_only: bool, id: str) -> None:
        super().__init__(read_only=read_only, id=id, compact=True, max_checkpoints=1_000, highlight_cursor_line=False)
        self._marks: Sequence[Mark] = ()

    class Rewrapped(Message):
        """The text is broken into other lines now: the cell has another width."""

    def on_resize(self) -> None:
        self.post_message(self.Rewrapped())

    def mark(self, marks: Sequence[Mark]) -> None:
        """Draw these stretches in the looks of the columns beside."""
        self._marks = marks
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        start = offset_of(self, (line_index, 0))
        for span, look in self._marks:
            first, last = max(span.start - start, 0), min(span.end - start, len(line))
            if first < last:
                line.stylize(self.get_component_rich_style(look, partial=True), first, last)
        return line

    @property
    def selected_span(self) -> Span:
        """The selection as character offsets, first before last; empty at the cursor when nothing is selected."""
        ends = sorted(offset_of(self, location) for location in self.selection)
        return Span(ends[0], ends[1])

    @property
    def height_needed(self) -> int:
        """Lines that the whole text takes at the present width."""
        return max(1, self.wrapped_document.height)


class GermanReader(Cell):
    """The German of the open paragraph: a cursor and a selection, no writing."""

    def __init__(self) -> None:
        super().__init__(read_only=True, id="german")


class EnglishEditor(Cell):
    """The English of the open paragraph. Undo past its own beginning goes on through the document's steps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z,super+z", "undo", "Undo", show=False),
        Binding("ctrl+y,super+y", "redo", "Redo", show=False),
    ]

    class Exhausted(Message):
        """Nothing is left to undo (or redo) in this cell."""

        def __init__(self, redo: bool) -> None:
            super().__init__()
            self.redo = redo

    def __init__(self) -> None:
        super().__init__(read_only=False, id="english")

    def action_undo(self) -> None:
        if self.history.undo_stack:
            self.undo()
        else:
            self.post_message(self.Exhausted(redo=False))

    def action_redo(self) -> None:
        if self.history.redo_stack:
            self.redo()
        else:
            self.post_message(self.Exhausted(redo=True))

    async def _on_paste(self, event: events.Paste) -> None:
        """Paste without escape sequences and control characters, which the terminal would obey."""
        event.prevent_default()
        event.stop()
        if not self.read_only and (result := self._replace_via_keyboard(clean(event.text), *self.selection)):
            self.move_cursor(result.end_location)
