"""Tables of figures as files for spreadsheets: CSV and XLSX (by openpyxl), figures as numbers."""

from __future__ import annotations

import csv as csv_format
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.export.xlsx import undated
from workbench.formats.formulas import as_text
from workbench.text import clean_line

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is called (at most 31 characters), its head, its rows. None is an empty cell."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def csv(table: Table) -> bytes:
    """UTF-8 with a byte order mark, commas, a full stop in fractions.

    A text that a spreadsheet would run as a formula has an apostrophe before it.
    """
    made = io.StringIO(newline="")
    writer = csv_format.writer(made, lineterminator="\r\n")
    writer.writerow(table.head)
    writer.writerows([_guarded(value) for value in row] for row in table.rows)
    return b"\xef\xbb\xbf" + made.getvalue().encode("utf-8", "surrogatepass")


def xlsx(tables: Sequence[Table]) -> bytes:
    """A sheet a table, its head in place, with filters; no cell is a formula. The same tables give the same bytes."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.active)
    for table in tables:
        _fill(workbook.create_sheet(table.name), table)
    workbook.properties.creator = "workbench"
    packed = io.BytesIO()
    workbook.save(packed)
    return undated(packed.getvalue())


def _guarded(value: Value) -> Value:
    return as_text(clean_line(value)) if isinstance(value, str) else value


def _fill(sheet: Any, table: Table) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate((table.head, *table.rows), start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, clean_line(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"
            cell.font = Font(bold=number == 1)
            if isinstance(value, float):
                cell.number_format = "0.0"
    for column, name in enumerate(table.head, start=1):
        texts = (str(row[column - 1]) for row in table.rows if row[column - 1] is not None)
        sheet.column_dimensions[get_column_letter(column)].width = min(50, 3 + max(map(len, (name, *texts))))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.head))}{1 + len(table.rows)}"
