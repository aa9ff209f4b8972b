"""Spreadsheets (XLSX) in and out, by openpyxl."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.columns import Columns, named_columns
from workbench.glossary.exchange.concept import Concept, Told
from workbench.glossary.exchange.heading import OWN_HEADER, Row, has_names
from workbench.glossary.exchange.rows import SEPARATOR, concepts_of
from workbench.glossary.exchange.written import Written
from workbench.glossary.exchange.xlsx_merged import MergedCells
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line
from workbench.text.counted import counted

_MOST_UNPACKED = 200_000_000
_MOST_ROWS, _MOST_COLUMNS = 200_000, 60
_WIDTHS = (34, 34, 34, 30, 30, 14, 8, 60)
_ENTITIES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_DAMAGED = "open it in a spreadsheet program and save it as .xlsx"
_VALUELESS = re.compile(rb"<f[ >][^<]*</f>(?:<v ?/>|<v></v>)?</c>")
_SAVED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def is_package(data: bytes) -> bool:
    """Whether these bytes are a zip file, as every XLSX is."""
    return data.startswith(b"PK\x03\x04")


def read_xlsx(data: bytes, swap: bool, told: Told) -> Iterator[Concept]:
    """The rows of the first sheet whose columns are named German and English, else of the first that is not hidden.

    Of a formula the value that was saved with it is read. Raises WorkbenchError for what is no XLSX, unpacks to more
    than 200 MB, or declares entities.
    """
    tables = _tables(data, told)
    named = (title for title, rows in tables.items() if has_names(rows))
    filled = (title for title, rows in tables.items() if rows)
    title = next(named, "") or next(filled, "")
    others = [name for name, rows in tables.items() if rows and name != title]
    if others:
        told.notes.append(f"sheet '{title}'; not read: {', '.join(others)[:200]}")
    return concepts_of(tables.get(title, []), swap, told)


def _tables(data: bytes, told: Told) -> dict[str, list[Row]]:
    """The rows of each sheet that is not hidden, by its title; of all where all are."""
    from openpyxl import load_workbook

    try:
        _must_be_safe(data, told)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's, of what it does not read: validations, drawings
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"] or workbook.worksheets
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return {sheet.title: _rows(sheet, _merged(sheet, package), told) for sheet in sheets}
    except WorkbenchError:
        raise
    except Exception:  # zipfile and openpyxl raise whatever their parsers do
        raise WorkbenchError(Problem(told.where, "is a damaged spreadsheet", _DAMAGED)) from None


def _must_be_safe(data: bytes, told: Told) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if "xl/workbook.xml" not in package.namelist():
            what = "is a zip file, but no XLSX spreadsheet"
            raise WorkbenchError(Problem(told.where, what, "save the spreadsheet as .xlsx"))
        if sum(part.file_size for part in parts) > _MOST_UNPACKED:
            what = f"unpacks to more than {_MOST_UNPACKED // 1_000_000} MB"
            raise WorkbenchError(Problem(told.where, what, "copy the columns with the terms into a new spreadsheet"))
        for part in parts:
            _must_be_plain(part.filename, package.read(part), told)


def _must_be_plain(name: str, content: bytes, told: Told) -> None:
    """No part may declare entities; formulas whose value was not saved with them are told."""
    if name.endswith((".xml", ".rels")) and any(mark in content for mark in _ENTITIES):
        what = f"declares XML entities in {clean_line(name)[:60]}, which no spreadsheet does"
        raise WorkbenchError(Problem(told.where, what, "do not trust this file"))
    formulas = len(_VALUELESS.findall(content)) if name.startswith("xl/worksheets/") else 0
    if formulas:
        told.notes.append(
            f"{counted(formulas, 'formula')} without a saved value, read as empty: "
            "open the file in a spreadsheet program and save it"
        )


def _merged(sheet: Any, package: zipfile.ZipFile) -> MergedCells:
    """The merged cells of a sheet, which openpyxl does not tell where it reads row by row."""
    path = getattr(sheet, "_worksheet_path", "")
    return MergedCells(package.read(path) if path in package.namelist() else b"")


def _rows(sheet: Any, merged: MergedCells, told: Told) -> list[Row]:
    """The rows of a sheet that have something in them."""
    rows: list[Row] = []
    columns: Columns | None = None
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS), 1):
        if number > _MOST_ROWS:
            told.problem(
                number, f"sheet '{sheet.title}' has more than {_MOST_ROWS:,} rows", "split it: the rest is not read"
            )
            break
        used = {column.place for column in columns.read} if columns else {0, 1}
        texts = [_text(cell, number, told if place in used else None) for place, cell in enumerate(cells)]
        merged.fill(number, texts)
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            rows.append(Row(number, tuple(texts)))
            columns = columns or named_columns(texts)
    return rows


def _text(cell: Any, row: int, told: Told | None) -> str:
    """A cell as text. What a spreadsheet has made of a word – a date, an error – is no term, which may be told.

    A text that only looks like an error (`#N/A`, typed as text) is one.
    """
    value: object = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        if told:
            told.count(row, "cell has an error value", "read as empty; correct its formula", str(value))
        return ""
    if isinstance(value, (datetime, date, time, timedelta)):
        if told:
            told.count(row, "cell has a date, not a text", "read as empty; type it with ' before it", str(value))
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def write_xlsx(entries: Sequence[Entry]) -> Written:
    """A sheet with a row for each entry; several forms in one cell are parted by `|`.

    Every cell is a text, whatever it begins with, so that no term is taken for a formula.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Glossary")
    sheet.freeze_panes = "A2"
    for place, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)

    def cell(text: str, *, head: bool = False) -> Any:
        made = WriteOnlyCell(sheet, value=text)
        made.data_type, made.number_format, made.alignment = "s", "@", wrapped
        if head:
            made.font = bold
        return made

    sheet.append([cell(name, head=True) for name in OWN_HEADER])
    for entry in entries:
        sheet.append([cell(text) if text else None for text in _cells(entry)])
    packed = io.BytesIO()
    workbook.save(packed)
    return Written(_undated(packed.getvalue()), _parted(entries))


def _cells(entry: Entry) -> tuple[str, ...]:
    kind = "" if entry.kind == "term" else entry.kind
    case = "" if entry.case == "any" else entry.case
    lists = (SEPARATOR.join(forms) for forms in (entry.de, (entry.en,), (entry.first,), entry.also, entry.avoid))
    return (*lists, kind, case, entry.note)


def _parted(entries: Sequence[Entry]) -> tuple[str, ...]:
    forms = [form for e in entries for form in (*e.de, *e.accepted, *e.avoid) if "|" in form or ";" in form]
    return (
        (f"the | or ; in {counted(len(forms), 'form')} ('{forms[0]}'), which comes back as several",) if forms else ()
    )


def _undated(packed: bytes) -> bytes:
    """The same package without the time of writing: two exports of one glossary are the same file."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, _SAVED.sub(rb"\g<1>2000-01-01T00:00:00Z", source.read(name)))
    return again.getvalue()
