"""Choosing which of the glossary's terms is put at the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.tui.dialogs.dialog import Dialog, digits


class ChooseTermDialog(Dialog[str]):
    """The answer is the English that was chosen. `terms`: German and English of each, the likeliest first."""

    TITLE_TEXT = "Which term?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"pick({number})", show=False) for number in range(1, 10)
    ]

    def __init__(self, terms: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._terms = terms

    @property
    def hint(self) -> str:
        return f"{digits(len(self._terms))}, or ↑ ↓ and Enter: put it at the cursor · Esc: back"

    def body(self) -> Iterable[Widget]:
        lines = (
            Text.assemble((f"{number} ", "dim"), (english, "bold"), (f"  {german}", "dim"))
            for number, (german, english) in enumerate(self._terms, start=1)
        )
        yield OptionList(*(Option(line) for line in lines))

    def action_pick(self, number: int) -> None:
        if number <= len(self._terms):
            self.dismiss(self._terms[number - 1][1])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._terms[event.option_index][1])
