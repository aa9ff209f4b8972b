"""The frame that every dialog stands in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A question in a frame that has its title; below it, always in sight, a problem if there is one, and the keys.

    The answer is None when the user goes back.
    """

    TITLE_TEXT: ClassVar[str] = ""
    HINT: ClassVar[str] = "Enter: yes · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back")]

    def compose(self) -> ComposeResult:
        with Vertical(id="frame") as frame:
            frame.border_title = Content(self.title_text)
            with _Content(id="content", can_focus=False):
                yield from self.body()
            with Vertical(id="foot"):
                yield Static("", id="problem", markup=False)
                yield Static(self.HINT, id="hint", markup=False)

    @property
    def title_text(self) -> str:
        """What stands in the frame's upper edge."""
        return self.TITLE_TEXT

    def body(self) -> Iterable[Widget]:
        """What the question consists of."""
        return ()

    def tell(self, text: str, *, bad: bool = True) -> None:
        """Say what is wrong (or under way) in the one place for it, over the keys; empty takes it away."""
        problem = self.query_one("#problem", Static)
        problem.set_class(bad, "-bad")
        problem.update(f"✗ {text}" if bad and text else text)
        problem.display = bool(text)

    def action_back(self) -> None:
        self.dismiss(None)


class _Content(VerticalScroll):
    """The question; the field that is typed in stays in sight, however little room a problem leaves for it."""

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_field)

    def _show_field(self) -> None:
        field = self.screen.focused
        if field is not None and field is not self:
            field.scroll_visible(animate=False)
