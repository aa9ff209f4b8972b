"""What the screen for aligning asks: the name of a memory or of a file, whether to leave; and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from workbench.problem import WorkbenchError
from workbench.text import clean_line
from workbench.tui.aligning.keys import ALIGN
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.help import key_table, scroll_by_keys
from workbench.tui.keymap import USUAL, KeyMap
from workbench.tui.keys import spelt


class NameDialog(Dialog[str]):
    """A field for a name; `keep` does what was asked with it, and the answer is what it says of that.

    What goes wrong is told over the keys, and the field stays.
    """

    HINT = "Enter: keep · Esc: back"

    def __init__(self, title: str, about: str, name: str, keep: Callable[[str], str]) -> None:
        super().__init__()
        self._title, self._about, self._name, self._keep = title, about, name, keep

    @property
    def title_text(self) -> str:
        return self._title

    def body(self) -> Iterable[Widget]:
        yield Static(self._about, markup=False)
        yield Input(self._name, id="name", select_on_focus=False)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        name = clean_line(event.value)
        if not name:
            self.tell("a name is wanted")
            return
        try:
            self.dismiss(self._keep(name))
        except WorkbenchError as error:
            self.tell(str(error))


class LeaveDialog(Dialog[bool]):
    """Whether to leave though what was done has not been kept."""

    TITLE_TEXT = "Leave"
    HINT = "y: leave, what was done is gone · Esc: stay"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("y,enter", "yes", "Leave")]

    def body(self) -> Iterable[Widget]:
        ways = "m takes it into a memory, R makes the record, w writes a file"
        yield Static(f"What was done last has not been kept: {ways}.", markup=False)

    def action_yes(self) -> None:
        self.dismiss(True)


class AlignHelp(Dialog[None]):
    """Keys and signs."""

    TITLE_TEXT = "Aligning: keys"
    HINT = "↑ ↓ PgUp PgDn: scroll · Esc: back"

    def __init__(self, keys: KeyMap = USUAL) -> None:
        super().__init__()
        self._keys = keys

    def body(self) -> Iterable[Widget]:
        signs = "✓ accepted   ? look at it   ⇅ crossed, it seems   – dropped"
        marks = "¶ a paragraph begins   ‖ between sentences   — nothing there"
        yield Static(f"{signs}\n{marks}\n", markup=False)
        yield Static(key_table((spelt(key), key.about) for key in (*ALIGN, *self._keys.beside(ALIGN))))

    def on_mount(self) -> None:
        scroll_by_keys(self)
