"""The English of the open paragraph, to write in."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from workbench.text import Code, Span, clean
from workbench.text.inline import MARK, mark_of
from workbench.tui.codes import missing
from workbench.tui.widgets.cells import Cell, quiet

WRITING: list[BindingType] = [
    quiet("backspace", "delete_left"),
    quiet("delete", "delete_right"),
    quiet("ctrl+w,ctrl+backspace,alt+backspace", "delete_word_left"),
    quiet("ctrl+delete,alt+delete", "delete_word_right"),
    quiet("ctrl+k", "delete_to_end_of_line_or_delete_line"),
    quiet("ctrl+x,super+x", "cut"),
    quiet("ctrl+v,super+v", "paste"),
    quiet("ctrl+z,super+z", "undo"),
    quiet("ctrl+y,super+y", "redo"),
    quiet("ctrl+j,shift+enter", "line_break"),
    quiet("enter", "screen.accept"),
    quiet("ctrl+r", "put_code"),
    quiet("ctrl+u", "clear_codes"),
]
"""Ctrl+J is what a terminal, tmux too, sends for a line feed; Shift+Enter reaches few programs."""


class EnglishEditor(Cell):
    """The English of the open paragraph. Undo past its own beginning goes on through the document's steps."""

    BINDINGS: ClassVar[list[BindingType]] = WRITING

    class Exhausted(Message):
        """Nothing is left to undo (or redo) in this cell."""

        def __init__(self, redo: bool) -> None:
            super().__init__()
            self.redo = redo

    def __init__(self) -> None:
        super().__init__(read_only=False, id="english")
        self.wanted: tuple[Code, ...] = ()
        """The codes of the German."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and not self.choosing_a_word:  # a binding, not a letter: done, on to the next
            event.prevent_default()

    def action_line_break(self) -> None:
        """A new line inside the paragraph."""
        self.write("\n")

    def write(self, text: str) -> None:
        """Put text in the place of the selection, as if it were typed."""
        if not self.read_only and (done := self._replace_via_keyboard(text, *self.selection)):
            self.move_cursor(done.end_location)

    def action_put_code(self) -> None:
        """Put the next code that is missing at the cursor: a pair around what is selected, a half on its side of it."""
        if self.read_only:
            return
        codes = missing(self.wanted, self.inline.codes)
        if not codes:
            self.notify("The English has every code of the German.")
            return
        start, end = self.selected_place
        chosen = self.text[start:end]
        before = "".join(mark_of(code) for code in codes if code.kind != "close")
        after = "".join(mark_of(code) for code in codes if code.kind == "close")
        self.write(before + chosen + after)
        if before and after and not chosen:
            self.action_cursor_left()

    def action_clear_codes(self) -> None:
        """Take away the codes in what is selected, or all of them where nothing is."""
        start, end = self.selected_place
        if start == end:
            start, end = 0, len(self.text)
        if MARK.search(self.text[start:end]):
            self.select_place(Span(start, end))
            self.write(MARK.sub("", self.text[start:end]))

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
        self.write(clean(event.text))
