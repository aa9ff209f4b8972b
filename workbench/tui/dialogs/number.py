"""Asking for a paragraph's number."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from workbench.tui.dialogs.dialog import Dialog


class NumberDialog(Dialog[int]):
    """The answer is a number from 1 to `most`."""

    TITLE_TEXT = "Go to paragraph"
    HINT = "Enter: go there · Esc: back"

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def body(self) -> Iterable[Widget]:
        yield Input(placeholder=f"1 to {self._most:,}", id="number", restrict=r"[0-9]*", max_length=9)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Submitted)
    def _go(self, event: Input.Submitted) -> None:
        number = int(event.value or 0)
        if 1 <= number <= self._most:
            self.dismiss(number)
        else:
            self.query_one(Input).value = ""
            self.tell(f"There is no paragraph {number:,}: type a number from 1 to {self._most:,}.")
