"""The help screen: what the signs mean, and every key."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from textual.widget import Widget
from textual.widgets import Static

from workbench.project import State
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.keys import DESK, MOVES, PANEL, spelt
from workbench.tui.view import SIGNS


class HelpScreen(Dialog[None]):
    """Keys and signs."""

    TITLE_TEXT = "Keys"
    HINT = "Esc: back · Ctrl+P: all commands, and themes · mouse: click to edit, wheel to scroll"

    def body(self) -> Iterable[Widget]:
        table = Table(box=None, show_header=False, padding=(0, 1))
        for key in (*MOVES, *DESK, *PANEL):
            table.add_row(spelt(key), key.about)
        yield Static(table, id="keys")
        signs = "   ".join(f"{SIGNS[state]} {state}" for state in State)
        yield Static(f"Signs:  {signs}   ✗ error   ! warning   n note", markup=False)
