"""Something takes time that cannot go on without it: what is waited for, and a key that stops it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from textual import work
from textual.widget import Widget
from textual.widgets import Static

from workbench.tui.dialogs.dialog import Dialog

Made = TypeVar("Made")


class WaitingDialog(Dialog[Made]):
    """The answer is what `make` gives; None where the user stopped before, or it gave none.

    Other keys than Esc wait for what comes after this dialog (see `workbench.tui.typed_ahead`).
    """

    HINT = "Esc: stop"
    at_once = frozenset({"escape", "ctrl+q"})

    def __init__(self, title: str, told: str, make: Callable[[], Awaitable[Made | None]]) -> None:
        super().__init__()
        self.prepared = False
        self._title, self._told, self._make = title, told, make

    @property
    def title_text(self) -> str:
        return self._title

    def body(self) -> Iterable[Widget]:
        yield Static(self._told, markup=False)

    def on_mount(self) -> None:
        self._wait()

    @work
    async def _wait(self) -> None:
        self.dismiss(await self._make())
