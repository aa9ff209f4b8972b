"""The help screen: every key, by what it is for, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from workbench.project import State
from workbench.text.house_style import PRESETS, HouseStyle
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.keymap import USUAL, KeyMap
from workbench.tui.keys import CELL, DESK, MOVES, PANEL, spelt
from workbench.tui.view import BOOKMARK_SIGN, FINDING_SIGNS, NOTE_SIGN, SIGNS

SIDE_BY_SIDE = 56
"""From this width on (cells) what a key does stands beside it."""


class HelpScreen(Dialog[None]):
    """Keys and signs."""

    TITLE_TEXT = "Keys"
    HINT = "↑ ↓ PgUp PgDn: scroll · Esc: back"

    def __init__(self, style: HouseStyle, keys: KeyMap = USUAL) -> None:
        super().__init__()
        self._style, self._keys = style, keys

    def body(self) -> Iterable[Widget]:
        states = "  ".join(f"{SIGNS[state]} {state}" for state in State)
        yield Static("Signs before a paragraph", classes="head", markup=False)
        yield Static(states, markup=False)
        found = f"{FINDING_SIGNS['error']} wrong   {FINDING_SIGNS['warning']} look at it   {NOTE_SIGN} note"
        found += f"   {BOOKMARK_SIGN} bookmark, beside the number"
        yield Static(f"{found}\n", markup=False)
        yield Static("House style", classes="head", markup=False)
        yield Static(f"{style_told(self._style)}\n", markup=False)
        for title, keys in (("Work", DESK), ("While editing", CELL), ("Going about", MOVES), ("The panel", PANEL)):
            yield Static(title, classes="head", markup=False)
            yield Static(key_table((spelt(key), key.about) for key in self._keys.of(keys)), classes="keys")
        yield Static("With the mouse: click to edit, the wheel scrolls.", markup=False)
        yield Static("Other keys: `keys:` in your own settings, by the names in the palette.", markup=False)

    def on_mount(self) -> None:
        scroll_by_keys(self)


def style_told(style: HouseStyle) -> str:
    """A project's house style as the help page tells it: the guide, and what is set."""
    if not style.is_set:
        return "None is set. `style:` in project.yaml sets one."
    guide = f"{PRESETS[style.name].reference}. " if style.name else ""
    return f"{guide}{style.told}. It stands in project.yaml."


def key_table(rows: Iterable[tuple[str, str]]) -> KeyTable:
    """Keys and what they are for, in two columns; in a narrow window one below the other."""
    return KeyTable(tuple(rows))


class KeyTable:
    """Drawn as wide as it may be."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        self._rows = rows

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width < SIDE_BY_SIDE:
            for keys, about in self._rows:
                yield Text(keys, "bold")
                yield Padding(Text(about), (0, 0, 0, 2))
            return
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(style="bold", no_wrap=True)
        table.add_column()
        for keys, about in self._rows:
            table.add_row(keys, about)
        yield table


def scroll_by_keys(screen: Screen[None]) -> None:
    """Let the keys that scroll go to the page at once."""
    content = screen.query_one("#content")
    content.can_focus = True
    screen.set_focus(content)
