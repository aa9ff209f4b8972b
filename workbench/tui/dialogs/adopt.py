"""An article has a new name, and the work on it lies under the old one."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static

from workbench.tui.dialogs.dialog import Dialog


class AdoptDialog(Dialog[bool]):
    """The answer is True to take the work over, False to begin anew."""

    TITLE_TEXT = "This article was translated under another name"
    HINT = "↑ ↓ Enter: choose · Esc: decide later"

    def __init__(self, record: str, worked: int, reviewed: int) -> None:
        super().__init__()
        self._told = (
            f"{record} has work for {worked} of its paragraphs, {reviewed} of them reviewed; its own article is gone."
        )

    def body(self) -> Iterable[Widget]:
        yield Static(self._told, markup=False)
        yield OptionList("Take the work over", "Begin anew; the old record stays where it is")

    @on(OptionList.OptionSelected)
    def _decide(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index == 0)
