"""Choosing which column of a table is German, and which one gets the English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.problem import WorkbenchError
from workbench.project.tables import Column, Sheet, Table
from workbench.text import printable_line
from workbench.tui.dialogs.dialog import Dialog

_INDENT, _WIDEST = 13, 54
"""Cells: before what a column holds, and what is shown of it."""


class ColumnsDialog(Dialog[str]):
    """The answer is the setting that was taken (`B > C`). `take` remembers it; what that raises is shown."""

    TITLE_TEXT = "Which column is German?"
    HINT = "↑ ↓ · d: German here · e: English here · Enter: take them · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "german", "German"),
        Binding("e", "english", "English"),
        Binding("tab", "sheet(1)", "Next sheet", priority=True),
        Binding("shift+tab", "sheet(-1)", "Previous sheet", priority=True),
        Binding("enter", "take", "Take", priority=True),
    ]

    def __init__(self, table: Table, take: Callable[[str], None]) -> None:
        super().__init__()
        self._table, self._take = table, take
        self._at = next((at for at, one in enumerate(table.sheets) if one.chosen(table.chosen)), 0)
        self._german: int | None = None
        self._english: int | None = None
        self._guess()

    def body(self) -> Iterable[Widget]:
        yield Static("", id="sheet", markup=False)
        yield OptionList(id="columns")

    def on_mount(self) -> None:
        self._show(self._german or 0)

    @property
    def _sheet(self) -> Sheet:
        return self._table.sheets[self._at]

    def _guess(self) -> None:
        """Begin with the columns that are meant now: as they were chosen, else as the head of the sheet says."""
        guess = self._sheet.chosen(self._table.chosen)
        self._german = guess.german if guess else None
        self._english = guess.english if guess and guess.english != guess.german else None

    def _show(self, current: int) -> None:
        count, name = len(self._table.sheets), printable_line(self._sheet.name)
        told = [printable_line(self._table.name)]
        if name:
            told.append(f"sheet “{name}”" + f", {self._at + 1} of {count} (Tab: the next)" * (count > 1))
        if self._table.chosen:
            told.append(f"now: {printable_line(self._table.chosen)}")
        self.query_one("#sheet", Static).update(" · ".join(told))
        columns = self.query_one(OptionList)
        columns.clear_options()
        columns.add_options(Option(self._line(at, one)) for at, one in enumerate(self._sheet.columns))
        columns.highlighted = current

    def _line(self, at: int, column: Column) -> Text:
        line = Text.assemble((f"{column.letter:<3}", "bold"), self._mark(at), _cut(column.head))
        for cell in column.cells:
            line.append(f"\n{' ' * _INDENT}{_cut(cell)}", "dim")
        return line

    def _mark(self, at: int) -> tuple[str, str]:
        """What a column is, in words: colours are not everywhere."""
        german, english = at == self._german, at == self._english
        word = "German" if german else "English" if english else ""
        return f"{word:<{_INDENT - 3}}", "bold"

    @property
    def _current(self) -> int:
        return self.query_one(OptionList).highlighted or 0

    def action_german(self) -> None:
        self._german = self._current
        if self._english == self._german:
            self._english = None
        self._chosen()

    def action_english(self) -> None:
        self._english = None if self._current == self._german else self._current
        self._chosen()

    def _chosen(self) -> None:
        into = self._english is None and self._german is not None
        self.tell("The English takes the German's place; e puts it into another column." * into, bad=False)
        self._show(self._current)

    def action_sheet(self, by: int) -> None:
        self._at = (self._at + by) % len(self._table.sheets)
        self._guess()
        self.tell("")
        self._show(self._german or 0)

    def action_take(self) -> None:
        if self._german is None:
            self.tell("Go to the German column, and press d.")
            return
        choice = self._sheet.choice(self._german, self._german if self._english is None else self._english)
        try:
            self._take(choice)
        except WorkbenchError as error:
            self.tell(str(error))
        else:
            self.dismiss(choice)


def _cut(text: str) -> str:
    return text if cell_len(text) <= _WIDEST else f"{set_cell_size(text, _WIDEST - 1).rstrip()}…"
