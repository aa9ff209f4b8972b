"""Finding words in the German or the English."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from workbench.text import clean_line
from workbench.tui.dialogs.dialog import Dialog


class FindDialog(Dialog[str]):
    """The answer is what is sought; empty ends the search."""

    TITLE_TEXT = "Find in German and English"
    HINT = "Enter: find, then F3 next, Shift+F3 previous · Esc: back"

    def __init__(self, sought: str) -> None:
        super().__init__()
        self._sought = sought

    def body(self) -> Iterable[Widget]:
        yield Input(self._sought, placeholder="Words, upper or lower case", id="sought")

    @on(Input.Submitted)
    def _find(self, event: Input.Submitted) -> None:
        self.dismiss(clean_line(event.value))
