"""The list of entries: German, English, kind, marks and uses on one line each, and the heads of these columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from workbench.glossary import Entry
from workbench.project.terms.listing import Order
from workbench.tui.widgets.rows import Look, RowList

HEADS: tuple[tuple[Order | None, str], ...] = (
    ("German", "German"),
    ("English", "English"),
    ("kind", "Kind"),
    (None, "Has"),
    ("uses", "Uses"),
)
MARKS = {"first": "1", "also": "+", "avoid": "-", "case": "=", "note": "n"}
"""One character each for what an entry has besides German and English."""


class Widths(NamedTuple):
    """Cells of each column; one blank stands between two."""

    german: int
    english: int
    kind: int
    marks: int
    uses: int


def widths(width: int) -> Widths:
    """The columns in a list `width` cells wide."""
    kind, marks, uses = (12 if width >= 76 else 6), len(MARKS), 5
    rest = max(2, width - kind - marks - uses - 5)
    return Widths((rest + 1) // 2, rest // 2, kind, marks, uses)


def fitted(text: str, width: int) -> str:
    """The text in so many cells, with … where something is cut off."""
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"


class EntryRows:
    """The entries shown. `uses` gives the count of an entry, None as long as it is not known."""

    def __init__(self, uses: Callable[[Entry], int | None]) -> None:
        self.entries: Sequence[Entry] = ()
        self._uses = uses

    def __len__(self) -> int:
        return len(self.entries)

    def height(self, index: int, width: int) -> int:
        return 1

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        entry, columns = self.entries[index], widths(width)
        uses = self._uses(entry)
        cells = (
            (", ".join(entry.de), columns.german, ""),
            (entry.en, columns.english, "strong"),
            (entry.kind, columns.kind, "dim"),
            (marks_of(entry), columns.marks, "dim"),
        )
        line = [Segment(fitted(text, cells) + " ", look(style)) for text, cells, style in cells]
        count = "…" if uses is None else str(uses)
        return [[*line, Segment(count.rjust(columns.uses), look("" if uses else "dim"))]]


def marks_of(entry: Entry) -> str:
    """What an entry has besides German and English, a fixed place for each mark."""
    has = {
        "first": entry.first,
        "also": entry.also,
        "avoid": entry.avoid,
        "case": entry.case == "exact",
        "note": entry.note,
    }
    return "".join(mark if has[field] else " " for field, mark in MARKS.items())


class Heads(Widget):
    """The columns' names over the list; a click on one orders by it."""

    class Clicked(Message):
        """The user wants this order."""

        def __init__(self, order: Order) -> None:
            super().__init__()
            self.order = order

    def __init__(self) -> None:
        super().__init__(id="heads")
        self._order: Order = "file"

    def show(self, order: Order) -> None:
        """Mark the column that the entries are ordered by."""
        self._order = order
        self.refresh()

    def _columns(self) -> Widths:
        return widths(self.size.width - RowList.POINTER - 1)

    def render(self) -> Text:
        line = Text(" " * RowList.POINTER, no_wrap=True)
        for (order, name), width in zip(HEADS, self._columns(), strict=True):
            here = order == self._order
            title = name + ("↓" if order == "uses" else "↑") if here else name
            cell = title.rjust(width) if order == "uses" else fitted(title, width) + " "
            line.append(cell, Style(bold=here))
        return line

    def on_click(self, event: events.Click) -> None:
        edge = RowList.POINTER
        for (order, _), width in zip(HEADS, self._columns(), strict=True):
            edge += width + 1
            if event.x < edge:
                if order:
                    self.post_message(self.Clicked(order))
                return
