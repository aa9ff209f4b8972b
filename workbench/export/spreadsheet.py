"""A spreadsheet that came from outside, opened with care: the filled cells of each sheet, their texts and comments."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from workbench.export.cell_text import Piece, merged
from workbench.formats import CodeRole, container, safe_xml
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean, clean_line

_KIND = "spreadsheet (.xlsx)"
_LARGEST_PART = 60_000_000
_MOST_CELLS = 1_000_000
_NOBODY = "None"
"""What openpyxl makes of an author without a name."""
_ADDRESS = "linkid=870924"
"""Ends what Excel writes before a comment with replies, for programs that know only notes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `pieces`: its text as it is set; `comment`: what stands beside it; `odd`: a formula or an error."""

    pieces: tuple[Piece, ...] = ()
    comment: str = ""
    odd: bool = False

    @property
    def text(self) -> str:
        """Its text, clean, without blanks at its ends."""
        return "".join(piece.text for piece in self.pieces).strip()


EMPTY = Cell()
Line = Mapping[int, Cell]
"""The filled cells of a row, by their column (from 1)."""


def sheets(data: bytes, where: Path) -> tuple[str, dict[str, dict[int, dict[int, Cell]]]]:
    """The title of a spreadsheet, and the filled rows of every sheet, by its name and the row's number (from 1).

    Raises WorkbenchError for what is no spreadsheet, is damaged or locked, declares entities, or is too large.
    """
    _must_be_safe(data, where)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's, of what it does not read: validations, drawings
            workbook = load_workbook(io.BytesIO(data), rich_text=True, keep_links=False, keep_vba=False)
        title = clean_line(str(workbook.properties.title or ""))
        return title, {sheet.title: _rows(sheet) for sheet in workbook.worksheets}
    except Exception:  # openpyxl raises whatever its parsers do
        what = "is a damaged spreadsheet"
        raise WorkbenchError(Problem(where, what, "open it in a spreadsheet program and save it as .xlsx")) from None


def _must_be_safe(data: bytes, where: Path) -> None:
    package = container.opened(data, where, _KIND)
    if "xl/workbook.xml" not in package.names:
        raise WorkbenchError(Problem(where, f"is no {_KIND}", f"open it in its program and save it as a {_KIND}"))
    cells = 0
    for name in package.names:
        if name.endswith((".xml", ".rels", ".vml")):
            part = package.read(name)
            cells += part.count(b"<c ") if name.startswith("xl/worksheets/") else 0
            if len(part) > _LARGEST_PART or cells > _MOST_CELLS:
                what = f"is too large (more than {_MOST_CELLS:,} cells, or {_LARGEST_PART // 1_000_000} MB in one part)"
                raise WorkbenchError(Problem(where, what, "take out what is not the translation"))
            if not name.endswith(".vml"):
                safe_xml.parsed(part, where, name)


def _rows(sheet: Any) -> dict[int, dict[int, Cell]]:
    """Only the cells that are there: to ask for those between them would make every one."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        if cell.value is not None or cell.comment:
            rows.setdefault(row, {})[column] = _cell(cell)
    return rows


def _cell(cell: Any) -> Cell:
    comment = _comment(cell.comment) if cell.comment else ""
    if cell.data_type in ("f", "e"):
        return Cell((Piece(str(cell.value)),), comment, odd=True)
    base = _look(cell.font)
    value = cell.value
    parts = [(str(part), _look(part.font, base) if hasattr(part, "font") else base) for part in _parts(value)]
    return Cell(_stripped([Piece(clean(text), look) for text, look in parts]), comment)


def _parts(value: Any) -> Iterator[Any]:
    """The stretches of a cell's value, each set in one way."""
    if value is None:
        return
    if isinstance(value, list):  # openpyxl's CellRichText
        yield from value
    elif isinstance(value, float) and value.is_integer():
        yield str(int(value))
    elif isinstance(value, (datetime, date, time, timedelta)):
        yield str(value).removesuffix(" 00:00:00")
    else:
        yield str(value)


def _look(font: Any, base: frozenset[CodeRole] = frozenset()) -> frozenset[CodeRole]:
    """How a font sets text; what a stretch's font does not say is as in its cell."""
    if font is None:
        return base
    said: tuple[tuple[CodeRole, bool | None], ...] = (("bold", font.b), ("italic", font.i), ("strike", font.strike))
    return frozenset(role for role, on in said if on)


def _stripped(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Without blanks at the ends of the whole."""
    if len(pieces) == 1:  # nearly all cells of a long table
        text = pieces[0].text.strip()
        return (Piece(text, pieces[0].look),) if text else ()
    found = list(merged(pieces))
    while found and not found[0].text.strip():
        del found[0]
    while found and not found[-1].text.strip():
        del found[-1]
    if found:
        found[0] = Piece(found[0].text.lstrip(), found[0].look)
        found[-1] = Piece(found[-1].text.rstrip(), found[-1].look)
    return merged(found)


def _comment(comment: Any) -> str:
    """A comment with who wrote it, where that is told, and without what Excel tells older programs."""
    text, author = clean(str(comment.text or "")), clean(str(comment.author or "")).strip()
    if author.startswith("tc=") and _ADDRESS in text:
        lines = text.partition(_ADDRESS)[2].split("\n")
        text = "\n".join(line.strip() for line in lines if line.startswith((" ", "\t")))
        return text.strip()
    author = "" if author == _NOBODY else author
    said = text.strip().removeprefix(f"{author}:").strip() if author else text.strip()
    return f"{author}: {said}" if author and said else said
