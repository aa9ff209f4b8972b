"""What a table looks like, for who chooses its columns: its sheets, their first rows, what their heads say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.formats.table.columns import Columns, by_heads, chosen, letters, split_sheet
from workbench.problem import WorkbenchError
from workbench.text.clean import clean_line

_SHOWN = 3
_LETTERS = re.compile(r"[A-Za-z]{1,3}")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its letter, what stands at its head (empty where nothing does), and its first cells below."""

    letter: str
    head: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; a table that is text has one without a name. `guess`: the columns that its head names, if it does."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    guess: Columns | None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from the first to the last that has anything in it."""
        width = max((at + 1 for row in self.rows for at, cell in enumerate(row) if cell), default=0)
        return tuple(self._column(at) for at in range(width))

    def _column(self, at: int) -> Column:
        said = [row[at] if at < len(row) else "" for row in self.rows]
        head = self.guess.head if self.guess else 1
        below = tuple(cell for cell in said[head:] if cell)[:_SHOWN]
        return Column(letters(at), said[head - 1] if said and head else "", below)

    def chosen(self, choice: str) -> Columns | None:
        """The columns that a setting means here; what the head says where there is none, None for another sheet's."""
        name, columns = split_sheet(choice) if self.name else ("", choice)
        if not choice or name not in ("", self.name):
            return None if choice else self.guess
        try:
            return chosen(self.rows, columns, Path())
        except WorkbenchError:  # the table was changed since
            return None

    def choice(self, german: int, english: int) -> str:
        """The setting that means these columns (from 0): `B > C`, `Tabelle2!B`."""
        columns = self._name(german) if german == english else f"{self._name(german)} > {self._name(english)}"
        if not self.name:
            return columns
        return f"'{self.name}'!{columns}" if re.search(r"[!>]", self.name) else f"{self.name}!{columns}"

    def _name(self, at: int) -> str:
        """A column's letter; where another column has that for a title, its own title."""
        letter = letters(at)
        others = {cell.casefold() for row in self.rows for cell in row if _LETTERS.fullmatch(cell)}
        title = self._column(at).head
        return title if letter.casefold() in others and title and ">" not in title else letter


def look_of(name: str, rows: Sequence[Sequence[str]]) -> Sheet:
    """A sheet with these first rows that are not empty."""
    said = tuple(tuple(clean_line(cell) for cell in row) for row in rows)
    return Sheet(name, said, by_heads(rows))
