"""A translation memory as a table: TSV for programs and for git, XLSX for people; a pair a row."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from workbench.export.delimited import escaped
from workbench.memory import Pair
from workbench.memory.exchange import OWN_HEAD, row_of
from workbench.problem import Problem, WorkbenchError

MOST_ROWS = 1_000_000
"""Of a sheet; spreadsheets end at 1,048,576."""
_LONGEST_CELL = 32_767
_WIDTHS = (60, 60, 30, 30, 24, 10, 12, 22, 16, 10)


def memory_as_tsv(pairs: Iterable[Pair]) -> Iterator[bytes]:
    r"""The file in pieces, one a pair: UTF-8, tabs between cells, `\t`, `\n`, `\r` and `\\` for what these cannot have.

    `workbench memory import` reads all of it again.
    """
    yield ("\t".join(OWN_HEAD) + "\n").encode()
    for pair in pairs:
        yield ("\t".join(escaped(cell) for cell in row_of(pair)) + "\n").encode()


def memory_as_xlsx(pairs: Iterable[Pair], where: Path) -> Iterator[bytes]:
    """A spreadsheet, in pieces; it is made in a temporary file. Read again it gives the texts, unreviewed.

    Raises WorkbenchError, with `where` named, for a memory of more than a million pairs; OSError.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Memory")
    sheet.freeze_panes = "A2"
    for place, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width

    def cell(text: str) -> Any:
        made = WriteOnlyCell(sheet, value=text[:_LONGEST_CELL])
        made.data_type, made.number_format = "s", "@"  # whatever it begins with, it is no formula
        return made

    sheet.append([cell(name) for name in OWN_HEAD])
    for number, pair in enumerate(pairs):
        if number == MOST_ROWS:
            what = f"has more than {MOST_ROWS:,} pairs, and no spreadsheet has as many rows"
            raise WorkbenchError(Problem(where, what, "write .tmx or .tsv"))
        sheet.append([cell(text) if text else None for text in row_of(pair)])
    with tempfile.TemporaryFile() as file:
        workbook.save(file)
        file.seek(0)
        while piece := file.read(1 << 20):
            yield piece
