"""A note on a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from workbench.project import wants_original
from workbench.text import clean
from workbench.tui.dialogs.dialog import Dialog


class NoteDialog(Dialog[str]):
    """The answer is the note; empty takes it away. `left`: told what stands there when the user goes back."""

    TITLE_TEXT = "Note on this paragraph"
    HINT = "Enter: keep · Ctrl+J: new line · Esc: back · empty: no note"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,ctrl+enter", "keep", "Keep")]

    def __init__(self, note: str, left: Callable[[str], None] = lambda _: None) -> None:
        super().__init__()
        self._note, self._left = note, left

    def body(self) -> Iterable[Widget]:
        yield NoteText(self._note, id="note")

    def on_mount(self) -> None:
        """Go on behind what stands there; “Original wanted” is a mark only as a line of its own."""
        note = self.query_one(TextArea)
        if wants_original(self._note) and note.document.line_count == 1:
            note.insert("\n", note.document.end)
        note.move_cursor(note.document.end)

    def action_keep(self) -> None:
        self.dismiss(clean(self.query_one(TextArea).text).strip())

    def leave(self) -> None:
        """Tell what was typed."""
        self._left(clean(self.query_one(TextArea).text).strip())

    def action_back(self) -> None:
        self.leave()
        self.dismiss(None)


class NoteText(TextArea):
    """The note as it is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.keep", show=False),
        Binding("ctrl+j,shift+enter,alt+enter", "line_break", show=False),
        Binding("ctrl+a", "select_all", show=False),
    ]

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default()

    def action_line_break(self) -> None:
        self.insert("\n")
