"""Letting a finding stand: which one, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, OptionList

from workbench.project.standing import Told
from workbench.text import clean_line
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.widgets.panel import finding_lines


class LetStandDialog(Dialog[tuple[Told, str | None]]):
    """The answer is a finding and the reason to let it stand; None for the reason takes an earlier one back.

    Those of one term are one in the list, as they are where they are counted.
    """

    TITLE_TEXT = "Let a finding stand"
    HINT = "↑ ↓: which · Enter: let it stand · Ctrl+D: take a reason back · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+d", "take_back", "Take back", priority=True),
        Binding("up", "step(-1)", "Up"),
        Binding("down", "step(1)", "Down"),
    ]

    def __init__(self, findings: Sequence[Told]) -> None:
        super().__init__()
        self._findings = findings

    def body(self) -> Iterable[Widget]:
        options = OptionList(*finding_lines(self._findings))
        options.can_focus = False
        options.highlighted = next((i for i, (f, *_) in enumerate(self._findings) if f.severity != "info"), 0)
        yield options
        yield Input(placeholder="Why it is right here", id="reason")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @property
    def _chosen(self) -> Told:
        return self._findings[self.query_one(OptionList).highlighted or 0]

    def action_step(self, by: int) -> None:
        options = self.query_one(OptionList)
        options.action_cursor_down() if by > 0 else options.action_cursor_up()

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        if reason := clean_line(event.value):
            self.dismiss((self._chosen, reason))
        else:
            self.tell("A reason is needed: whoever reads the record wants to know why.")

    def action_take_back(self) -> None:
        self.dismiss((self._chosen, None))
