"""Which file came back from the reviewer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from workbench.text import printable_line
from workbench.tui.dialogs.dialog import Dialog


class ReturnedFileDialog(Dialog[Path]):
    """The answer is the file. `found`: files that it may be, the newest first, and what each is called here."""

    TITLE_TEXT = "Which file came back?"
    HINT = "Type or paste its path, Enter · ↓ Enter: one of these · Esc: back"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "list", "The files", show=False)]

    def __init__(self, found: Sequence[tuple[Path, str]], suffixes: str) -> None:
        super().__init__()
        self._found, self._suffixes = found, suffixes

    def body(self) -> Iterable[Widget]:
        yield Input(placeholder=f"path of the file ({self._suffixes})", id="path")
        if self._found:
            yield Static("In this project:", classes="quiet", markup=False)
            yield OptionList(*(Option(printable_line(name)) for _, name in self._found))

    def action_list(self) -> None:
        for files in self.query(OptionList):
            self.set_focus(files)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        typed = event.value.strip().strip("'\"")
        if typed:
            self.dismiss(Path(typed).expanduser())
        else:
            self.tell("Type or paste the path of the file.")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index][0])
