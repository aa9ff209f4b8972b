"""Asking for what a key cannot turn: who changed it last, and when; files outside of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from workbench.problem import WorkbenchError
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.search.options import Options

_CHANGED = """\
A name or letters of it, days, or both:
Wilma · today · 2026-11-28 · 2026-11 · 2026-11-03..2026-11-28 · ..2026 · Wilma 2026
Known is what this machine's journal and git tell; empty: no matter who or when."""
_OUTSIDE = """\
A file of any format that is read, or a folder of them with its subfolders. Nothing there is changed;
empty: the articles of the project again."""


class AskDialog(Dialog[Options]):
    """The answer are the options with what was typed. `given`: what stands there; `take` makes them of it."""

    HINT = "Enter: search so · Esc: back"

    def __init__(self, title: str, about: str, given: str, take: Callable[[str], Options]) -> None:
        super().__init__()
        self._title, self._about, self._given, self._take = title, about, given, take

    @property
    def title_text(self) -> str:
        return self._title

    def body(self) -> Iterable[Widget]:
        yield Input(self._given, id="asked", max_length=2_000)
        yield Static(self._about, markup=False)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Submitted)
    def _took(self, event: Input.Submitted) -> None:
        try:
            self.dismiss(self._take(event.value))
        except WorkbenchError as error:
            self.tell(str(error))


def ask_for(what: str, options: Options) -> AskDialog:
    """The question for `changed` or for `outside`."""
    if what == "changed":
        given = options.changed.told if options.changed else ""
        return AskDialog("Changed last by whom, and when", _CHANGED, given, options.other_changed)
    return AskDialog("Outside of the project", _OUTSIDE, options.outside, options.other_outside)
