"""Workbooks for tests, as openpyxl makes them: texts that cells share, rich text, numbers, dates, formulas."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

Value: TypeAlias = str | float | date | CellRichText | None


def workbook(sheets: Mapping[str, Sequence[Sequence[Value]]], merged: Sequence[str] = ()) -> bytes:
    """A workbook with these sheets; the first one has these merged cells, a wide column, a bold one, and a comment."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    first = book.worksheets[0]
    first.column_dimensions["A"].width = 40
    first["A1"].font = Font(bold=True)
    first["A1"].comment = Comment("bitte prüfen", "Lektorat")
    for area in merged:
        first.merge_cells(area)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def rich(*parts: str | tuple[str, str]) -> CellRichText:
    """Rich text: plain stretches, and such as (`b` or `i`, text)."""
    fonts = {"b": InlineFont(b=True), "i": InlineFont(i=True, color="FF0000")}
    return CellRichText(*(part if isinstance(part, str) else TextBlock(fonts[part[0]], part[1]) for part in parts))
