"""Choosing another English: of the rest from the cursor on, or of the whole sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.tui.dialogs.dialog import Dialog, digits

Chosen = tuple[Literal["rest", "whole"], str]


class AlternativesDialog(Dialog[Chosen]):
    """`rests`: what may stand from the cursor on, told first; `wholes`: of the whole sentence; nine in all."""

    TITLE_TEXT = "Other English"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"pick({number})", show=False) for number in range(1, 10)
    ]

    def __init__(self, rests: Sequence[str], wholes: Sequence[str]) -> None:
        super().__init__()
        self._ways: list[Chosen] = [("rest", text) for text in rests]
        self._ways += [("whole", text) for text in wholes]

    @property
    def hint(self) -> str:
        return f"{digits(len(self._ways))}, or ↑ ↓ and Enter: put it in · Esc: back"

    def body(self) -> Iterable[Widget]:
        lines = (
            Text.assemble((f"{number} ", "dim"), "… " if kind == "rest" else "", text.strip())
            for number, (kind, text) in enumerate(self._ways, start=1)
        )
        yield OptionList(*(Option(line) for line in lines))

    def action_pick(self, number: int) -> None:
        if number <= len(self._ways):
            self.dismiss(self._ways[number - 1])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._ways[event.option_index])
