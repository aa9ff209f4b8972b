"""A workbook that is read: which of its columns are German and English, and a paragraph for each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from workbench.formats.document import Paragraph
from workbench.formats.table import look
from workbench.formats.table.cell_text import FIXED, beside, is_text
from workbench.formats.table.columns import Columns, by_heads, chosen, letters, split_sheet, there_already
from workbench.formats.table.rich_text import plain_text, read_rich
from workbench.formats.table.sheet import Cells, ReadSheet, text_element
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

_SAMPLE, _WIDEST = 20, 200

SheetT = TypeVar("SheetT", bound=ReadSheet)


@dataclass(frozen=True, slots=True)
class Book(Generic[SheetT]):
    """The sheets of a workbook, and the elements of the texts that their cells share."""

    where: Path
    sheets: Sequence[SheetT]
    shared: Sequence[Any]

    def looks(self) -> Iterator[look.Sheet]:
        """What the sheets that have words look like."""
        with_text = (sheet for sheet in self.sheets if self._has_text(sheet))
        return (look.look_of(sheet.name, self._first_rows(sheet)[1]) for sheet in with_text)

    def paragraphs(self, choice: str, told: list[Problem]) -> Iterator[Paragraph]:
        """A paragraph for each cell with words in the German columns; what is to be told goes to `told` meanwhile.

        `choice`: the columns as the user chose them. Raises WorkbenchError where nothing tells which column is German.
        """
        found = list(self._chosen(choice))
        is_first = True
        for sheet, columns, start in found:
            left = others = taken = 0
            for row, cells in self._rows(sheet, columns, start):
                if not _is_free(sheet, columns, row, cells):
                    left += 1
                    continue
                paragraph = self._paragraph(sheet, columns, row, cells, first=is_first)
                others += self._has_other(columns, cells)
                taken += paragraph.given is not None
                is_first = False
                yield paragraph
            told += _remarks(sheet, columns, left, (taken, others), self.where)
        for sheet in self.sheets:
            if all(sheet is not one for one, _, _ in found) and self._has_text(sheet):
                name = clean_line(sheet.name)[:40]
                what = f"the sheet “{name}” is not translated: its head names no German column, or another was chosen"
                told.append(Problem(self.where, what, "give its column the title de, if it is to be translated"))

    def _said(self, cells: Cells, column: int) -> str:
        """The text of a cell; empty for what is none."""
        cell = cells.get(column)
        element = None if cell is None else text_element(cell, self.shared)
        return "" if element is None else plain_text(element)

    def _first_rows(self, sheet: SheetT) -> tuple[list[int], list[list[str]]]:
        """The numbers of the first rows that have text, and what they say."""
        filled, rows = [], []
        for row, cells in sheet.lines():
            said = [self._said(cells, column) for column in range(min(max(cells) + 1, _WIDEST))]
            if any(text.strip() for text in said):
                filled.append(row)
                rows.append(said)
            if len(rows) == _SAMPLE:
                break
        return filled, rows

    def _chosen(self, choice: str) -> Iterator[tuple[SheetT, Columns, int]]:
        """The sheets that are translated, their columns, and the row after their heads. Raises WorkbenchError."""
        if choice:
            name, columns = split_sheet(choice)
            sheet = self._named(name)
            filled, rows = self._first_rows(sheet)
            picked = chosen(rows, columns, self.where)
            yield sheet, picked, picked.start(filled)
            return
        found = [(sheet, columns, start) for sheet in self.sheets for start, columns in self._by_head(sheet)]
        if not found:
            sheet = next((one for one in self.sheets if self._has_text(one)), self._named(""))
            place = f"in the sheet “{clean_line(sheet.name)[:40]}”, "
            chosen(self._first_rows(sheet)[1], "", self.where, sheet=place)
        yield from found

    def _named(self, name: str) -> SheetT:
        """The sheet of this name, or the first one. Raises WorkbenchError where there is none."""
        for sheet in self.sheets:
            if name in ("", sheet.name):
                return sheet
        there = ", ".join(f"“{clean_line(one.name)[:30]}”" for one in self.sheets[:12]) or "none"
        what = f"there is no sheet “{clean_line(name)[:40]}”, but {there}"
        raise WorkbenchError(Problem(self.where, what, "name one of them"))

    def _by_head(self, sheet: SheetT) -> Iterator[tuple[int, Columns]]:
        filled, rows = self._first_rows(sheet)
        columns = by_heads(rows)
        if columns is not None:
            yield columns.start(filled), columns

    def _rows(self, sheet: SheetT, columns: Columns, start: int) -> Iterator[tuple[int, Cells]]:
        """The rows whose German cell has words."""
        for row, cells in sheet.lines():
            if row >= start and row not in sheet.heads and is_text(self._said(cells, columns.german)):
                yield row, cells

    def _has_other(self, columns: Columns, cells: Cells) -> bool:
        """Whether there is something that is no text where English will be written beside the German."""
        cell = cells.get(columns.english) if columns.english != columns.german else None
        return cell is not None and cell.find("{*}v") is not None and text_element(cell, self.shared) is None

    def _has_text(self, sheet: SheetT) -> bool:
        """Whether any cell of a sheet has words."""
        return any(is_text(self._said(cells, column)) for _, cells in sheet.lines() for column in cells)

    def _paragraph(self, sheet: SheetT, columns: Columns, row: int, cells: Cells, *, first: bool) -> Paragraph:
        source, markup = read_rich(text_element(cells[columns.german], self.shared))
        place = f"{sheet.name}!{letters(columns.german)}{row}"
        if columns.english != columns.german:
            place += f">{letters(columns.english)}{row}"
        there = cells.get(columns.english) if columns.english != columns.german else None
        its = None if there is None else text_element(there, self.shared)
        given, markup = (None, markup) if its is None else beside(source, markup, *read_rich(its))
        return Paragraph(
            source.text, "" if first else "\n\n", "cell", source.codes, markup, place=place, fixed=FIXED, given=given,
            given_state="translated" if given else "new",
        )  # fmt: skip


def _is_free(sheet: ReadSheet, columns: Columns, row: int, cells: Cells) -> bool:
    """Whether English may be written in a row: there is no formula, and no merged cell over it."""
    cell = cells.get(columns.english)
    formula = cell is not None and cell.find("{*}f") is not None
    return not formula and not sheet.covered.has(columns.english, row)


def _remarks(sheet: ReadSheet, columns: Columns, left: int, there: tuple[int, int], where: Path) -> Iterator[Problem]:
    name = f"in the sheet “{clean_line(sheet.name)[:40]}”"
    if left:
        what = f"{name}, left in German since English would be under a merged cell or over a formula: {left:,}"
        yield Problem(where, what, "choose another column with --into")
    yield from there_already(*there, f"{name}, column {letters(columns.english)}", where)
