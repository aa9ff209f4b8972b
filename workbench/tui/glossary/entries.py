"""The list of entries: German, English, kind, marks and uses on one line each, and the heads of these columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment

from workbench.glossary import Entry
from workbench.project.terms.listing import Order
from workbench.tui.fitting import fitted
from workbench.tui.widgets.heads import Head
from workbench.tui.widgets.rows import Look

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


def heads(width: int) -> tuple[Head[Order], ...]:
    """The heads of these columns."""
    columns = widths(width)
    return (
        Head("German", columns.german, "German", rises=True),
        Head("English", columns.english, "English", rises=True),
        Head("Kind", columns.kind, "kind", rises=True),
        Head("Has", columns.marks),
        Head("Uses", columns.uses, "uses", right=True),
    )


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
