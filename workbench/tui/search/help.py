"""The keys of the search screen, and how patterns and replacements are written."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.help import key_table, scroll_by_keys
from workbench.tui.keys import spelt
from workbench.tui.search.keys import SEARCH

_PATTERNS = """\
Patterns are regular expressions: \\d a figure, \\w a letter or figure, \\b the end of a word, . any sign, + one or
more, * any number, (a|b) one of two, ^ and $ the ends of a line. \\ before a sign: the sign itself, as in \\( or \\.
In the replacement $1 or \\1 is the first group in brackets. `workbench help finding` tells the rest."""


class SearchHelp(Dialog[None]):
    """Keys, patterns."""

    TITLE_TEXT = "Search: keys"
    HINT = "↑ ↓ PgUp PgDn: scroll · Esc: back"

    def body(self) -> Iterable[Widget]:
        moves = ("↑ ↓ PgUp PgDn Home End", "move in the list; Enter goes to the place")
        yield Static(key_table([moves, *((spelt(key), key.about) for key in SEARCH)]))
        yield Static(_PATTERNS, markup=False)

    def on_mount(self) -> None:
        scroll_by_keys(self)
