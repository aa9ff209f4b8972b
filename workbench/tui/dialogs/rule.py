"""Choosing what a correction becomes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.project.learning.listening import JustCorrected
from workbench.text import clean_line
from workbench.tui.dialogs.dialog import Dialog

Choice = Literal["change", "entry", "everywhere"]


class RuleDialog(Dialog[Choice]):
    """The answer is what the correction is to become."""

    HINT = "Its number, or ↑ ↓ and Enter · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"pick({number})", show=False) for number in range(1, 4)
    ]

    def __init__(self, just: JustCorrected) -> None:
        super().__init__()
        self._just = just
        self._choices = dict(_choices(just))

    @property
    def title_text(self) -> str:
        one = self._just.corrected
        return clean_line(f"{one.german}: {one.drafted} → {one.accepted}")

    def body(self) -> Iterable[Widget]:
        lines = (
            Text.assemble((f"{number} ", "dim"), told) for number, told in enumerate(self._choices.values(), start=1)
        )
        yield OptionList(*(Option(line) for line in lines))

    def action_pick(self, number: int) -> None:
        if number <= len(self._choices):
            self.dismiss(tuple(self._choices)[number - 1])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(tuple(self._choices)[event.option_index])


def _choices(just: JustCorrected) -> Iterable[tuple[Choice, str]]:
    one, rule = just.corrected, just.rule
    if rule.there is not None:
        there = clean_line(f"{rule.there.de[0]} → {rule.there.en}")
        yield "change", clean_line(f"avoid “{one.drafted}” in the entry that is there: {there}")
    yield "entry", clean_line(f"make an entry: {rule.own.de[0]} → {rule.own.en}")
    yield "everywhere", clean_line(f"put “{one.accepted}” everywhere, where the German has {one.german}")
