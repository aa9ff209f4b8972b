"""Handing over: which document, in which format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static

from workbench.export import FORMATS, numbers
from workbench.tui.dialogs.dialog import Dialog


class ExportDialog(Dialog[tuple[str, str]]):
    """The answer is (format, "english" or "bilingual")."""

    TITLE_TEXT = "Hand over"
    CHOICES = tuple((what, to) for what in ("english", "bilingual") for to, one in FORMATS.items() if what in one.holds)
    HINT = "↑ ↓ Enter: write it into exports/ · Esc: back"

    def __init__(self, unreviewed: Sequence[int]) -> None:
        super().__init__()
        self._unreviewed = unreviewed

    def body(self) -> Iterable[Widget]:
        if self._unreviewed:
            count = len(self._unreviewed)
            verb = "s are" if count > 1 else " is"
            which = numbers(self._unreviewed, most=12)
            yield Static(
                f"! {count} paragraph{verb} not reviewed, and marked so; a TMX leaves them out: {which}",
                classes="warning",
                markup=False,
            )
        yield OptionList(*(f"{what.capitalize():<10} .{to:<5} {FORMATS[to].about}" for what, to in self.CHOICES))

    @on(OptionList.OptionSelected)
    def _export(self, event: OptionList.OptionSelected) -> None:
        what, to = self.CHOICES[event.option_index]
        self.dismiss((to, what))
