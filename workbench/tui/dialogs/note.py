"""A note on a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from workbench.text import clean
from workbench.tui.dialogs.dialog import Dialog


class NoteDialog(Dialog[str]):
    """The answer is the note; empty takes it away."""

    TITLE_TEXT = "Note on this paragraph"
    HINT = "Ctrl+S or Esc: keep it · empty: no note"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,ctrl+enter", "back", "Keep")]

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note

    def body(self) -> Iterable[Widget]:
        yield TextArea(self._note, id="note")

    def action_back(self) -> None:
        self.dismiss(clean(self.query_one(TextArea).text).strip())
