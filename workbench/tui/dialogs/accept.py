"""Accepting a paragraph that breaks a glossary rule: show the rules, ask for a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from workbench.checks import Finding
from workbench.text import clean_line
from workbench.tui.dialogs.dialog import Dialog


class AcceptDialog(Dialog[str]):
    """The answer is the reason (it may be empty); the override is recorded with the paragraph."""

    TITLE_TEXT = "Accept it all the same?"
    HINT = "Enter: accept, with this reason · Esc: back to the paragraph"

    def __init__(self, broken: Sequence[Finding]) -> None:
        super().__init__()
        self._broken = broken

    def body(self) -> Iterable[Widget]:
        for finding in self._broken:
            yield Static(f"✗ {finding.message}", classes="problem", markup=False)
        yield Input(placeholder="Reason (may stay empty)", id="reason")

    @on(Input.Submitted)
    def _decide(self, event: Input.Submitted) -> None:
        self.dismiss(clean_line(event.value))
