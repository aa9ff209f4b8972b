"""The frame that every dialog stands in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A framed question with a title and a line of hints; its answer is None when the user goes back."""

    TITLE_TEXT: ClassVar[str] = ""
    HINT: ClassVar[str] = "Enter: yes · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back")]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="frame", can_focus=False):
            yield Static(self.TITLE_TEXT, id="title", markup=False)
            yield from self.body()
            yield Static(self.HINT, id="hint", markup=False)

    def body(self) -> Iterable[Widget]:
        """What the question consists of."""
        return ()

    def action_back(self) -> None:
        self.dismiss(None)
