"""The keys of the start screen, and what its signs mean."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.help import key_table, scroll_by_keys
from workbench.tui.keys import spelt
from workbench.tui.start.keys import START
from workbench.tui.start.rows import LEGEND

_MORE = f"""\
The bar is of paragraphs: {LEGEND}. What is left out of the English is in no count.
Findings are errors and warnings, as the desk tells them. “…” is still being counted: what was counted before is kept.
What is shown is looked at again every two seconds; documents that other programs add or take away come and go."""


class StartHelp(Dialog[None]):
    """Keys, signs."""

    TITLE_TEXT = "Documents: keys"
    HINT = "↑ ↓ PgUp PgDn: scroll · Esc: back"

    def body(self) -> Iterable[Widget]:
        moves = ("↑ ↓ PgUp PgDn Home End", "move in the list")
        yield Static(key_table([moves, *((spelt(key), key.about) for key in START)]), classes="keys")
        yield Static(_MORE, markup=False)

    def on_mount(self) -> None:
        scroll_by_keys(self)
