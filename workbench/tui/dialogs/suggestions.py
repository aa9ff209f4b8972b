"""What a misspelt word may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.text.words import Suggestion
from workbench.tui import door
from workbench.tui.dialogs.dialog import Dialog, digits

KNOWN = ""
"""The answer that the word is right, and goes into the project's list."""


class SuggestionsDialog(Dialog[str]):
    """The answer is the word that was chosen, or KNOWN."""

    HINT = "l: the word is right · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"pick({number})", show=False) for number in range(1, 9)),
        Binding("l", "know", show=False),
    ]

    def __init__(self, word: str, found: Future[Sequence[Suggestion]]) -> None:
        super().__init__()
        self._word, self._future = word, found
        self._found: Sequence[Suggestion] = ()
        self.prepared = False

    @property
    def title_text(self) -> str:
        return f"“{self._word}” is no English word"

    def body(self) -> Iterable[Widget]:
        yield Static("Looking …", id="looking", markup=False)
        yield OptionList()

    @work
    async def on_mount(self) -> None:
        try:
            self._found = await door.result(self, self._future)
        finally:
            self.prepared = True
        looking, listed = self.query_one("#looking", Static), self.query_one(OptionList)
        looking.update("Nothing in the dictionaries is like it.")
        looking.display = not self._found
        listed.add_options(_line(number, each) for number, each in enumerate(self._found, 1))
        listed.add_option(Option(Text.assemble(("l ", "dim"), f"“{self._word}” is right: into the project's list")))
        listed.highlighted = 0
        if self._found:
            keys = f"{digits(len(self._found), 8)}, or ↑ ↓ and Enter: put it in · {self.HINT}"
            self.query_one("#hint", Static).update(keys)
        self.set_focus(listed)

    def action_pick(self, number: int) -> None:
        if number <= len(self._found):
            self.dismiss(self._found[number - 1].word)

    def action_know(self) -> None:
        self.dismiss(KNOWN)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        at = event.option_index
        self.dismiss(self._found[at].word if at < len(self._found) else KNOWN)


def _line(number: int, each: Suggestion) -> Option:
    where = "" if each.source == "dictionary" else f"  {each.source}"
    return Option(Text.assemble((f"{number} ", "dim"), (each.word, "bold"), (where, "dim")))
