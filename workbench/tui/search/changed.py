"""Asking who changed it last, and when, for a search."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from workbench.problem import WorkbenchError
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.search.options import Options

_ABOUT = """\
A name or letters of it, days, or both:
Wilma · today · 2026-11-28 · 2026-11 · 2026-11-03..2026-11-28 · ..2026 · Wilma 2026
Known is what this machine's journal and git tell; empty: no matter who or when."""


class ChangedDialog(Dialog[Options]):
    """The answer are the options with it. `given`: what is asked for until now."""

    TITLE_TEXT = "Changed last by whom, and when"
    HINT = "Enter: search so · Esc: back"

    def __init__(self, given: str, options: Options) -> None:
        super().__init__()
        self._given, self._options = given, options

    def body(self) -> Iterable[Widget]:
        yield Input(self._given, placeholder="Wilma 2026-11", id="changed", max_length=200)
        yield Static(_ABOUT, markup=False)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        try:
            self.dismiss(self._options.other_changed(event.value))
        except WorkbenchError as error:
            self.tell(str(error))
