"""A bilingual spreadsheet as it is handed over, and as a reviewer or LibreOffice leaves it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.delivery_material import delivery
from workbench.export import render
from workbench.export.returned import Returned
from workbench.export.returned_xlsx import read_returned_xlsx
from workbench.export.xlsx import HIDDEN, SHOWN
from workbench.translation import TranslationRecord

HERE = Path("gipfel.de-en.xlsx")
COLUMN = {name: place for place, name in enumerate((*SHOWN, *HIDDEN), 1)}
NEEDS_LIBREOFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")


def made(record: TranslationRecord) -> bytes:
    return render(delivery(record), "xlsx", "bilingual")


def sheet_of(record: TranslationRecord) -> Any:
    return load_workbook(io.BytesIO(made(record)), rich_text=True)["Translation"]


def edited(record: TranslationRecord, edit: Callable[[Any], None]) -> bytes:
    """The spreadsheet of a record as a reviewer leaves it, who changes its sheet by `edit`."""
    workbook = load_workbook(io.BytesIO(made(record)), rich_text=True)
    edit(workbook["Translation"])
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def back(record: TranslationRecord, edit: Callable[[Any], None]) -> Returned:
    return read_returned_xlsx(edited(record, edit), HERE)


def put(sheet: Any, row: int, name: str, value: object) -> None:
    sheet.cell(row, COLUMN[name]).value = value


def by_libreoffice(data: bytes, to: str, folder: Path) -> Path:
    file = folder / "a.xlsx"
    file.write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to]
    subprocess.run([*command, "--outdir", str(folder / "out"), str(file)], check=True, capture_output=True, timeout=120)
    return folder / "out" / f"a.{to}"


# What stands in it
