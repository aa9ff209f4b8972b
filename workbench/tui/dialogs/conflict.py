"""The record on disk was changed by another program while work here is not saved."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static

from workbench.tui.dialogs.dialog import Dialog


class ConflictDialog(Dialog[bool]):
    """The answer is True to go on with the work here, False to take up what is on disk."""

    TITLE_TEXT = "The translation was changed on disk"
    HINT = "↑ ↓ Enter: choose · Esc: decide later"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def body(self) -> Iterable[Widget]:
        yield Static(f"Another program changed or deleted {self._name}, or its article.", markup=False)
        yield Static("Nothing is lost: the other one is put aside as a file.", classes="quiet", markup=False)
        yield OptionList("Take up what is on disk", "Go on with the work here, and save it")

    @on(OptionList.OptionSelected)
    def _decide(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index == 1)
