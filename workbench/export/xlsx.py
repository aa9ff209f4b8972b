"""Both languages as a spreadsheet (XLSX), by openpyxl: for who likes to sort, filter and correct in cells."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any

from workbench.export.cell_text import SET, Piece, Roles, pieces_of
from workbench.export.delivery import Delivery
from workbench.export.rows import Row, progress, rows
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean, clean_line
from workbench.translation import State

MOST = 32_767
"""Characters that a cell can hold; Excel cuts off what is longer."""
SHEET, ABOUT = "Translation", "About"
NUMBER, GERMAN, ENGLISH, STATE, NOTES, FINDINGS, TERMS = SHOWN = (
    "No.",
    "German",
    "English",
    "State",
    "Notes",
    "Findings",
    "Terms",
)
KEY, OLD_GERMAN, OLD_ENGLISH, OLD_STATE, OLD_NOTES, CODES = HIDDEN = (
    "Segment id",
    "German as handed over",
    "English as handed over",
    "State as handed over",
    "Notes as handed over",
    "Codes",
)
"""The names of the columns; those that are hidden are what a file that comes back is read by."""

_WIDTHS = (5, 52, 52, 11, 26, 26, 20)
_LINE, _HIGHEST = 15.0, 405.0
"""Points: the height of a line, and the most that Excel lets a row have."""
_FONT = ("Calibri", 11.0)
_GREY, _OPEN, _BAND, _HEAD = "FF6B6B6B", "FF8A4B00", "FFF2F2F2", "FFE8E8E8"
_CUT = " … (cut: a cell holds no more)"
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_RUN = re.compile(r"[=+\-@'\t]")
_FIXED = re.compile(rb'(<row [^>]*?) customHeight="1"')
_SAVED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def bilingual(delivery: Delivery) -> bytes:
    """A row a paragraph: number, German, English, state (chosen from a list), notes, findings, terms.

    The head stays in place and has filters, lines are wrapped, it prints on A4. Bold, italic and struck out are such;
    other codes are marks (`⟨2⟩Quelle⟨/2⟩`). No cell is a formula, whatever it begins with. Raises WorkbenchError for a
    paragraph that is longer than a cell can be.
    """
    from openpyxl import Workbook

    record = delivery.record
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = SHEET
    cells = _Cells(sheet)
    for column, name in enumerate((*SHOWN, *HIDDEN), 1):
        cells.put(1, column, [Piece(name)], cells.head)
    table = rows(delivery)
    for line, row in enumerate(table, 2):
        _write(cells, line, row, clean_line(record.source))
    _arrange(sheet, 1 + len(table))
    about = workbook.create_sheet(ABOUT)
    about.column_dimensions["A"].width = 100
    other = _Cells(about)
    for number, told in enumerate(_about(clean_line(record.source), progress(delivery)), 1):
        other.put(number, 1, [Piece(told)], other.plain)
    workbook.properties.title, workbook.properties.creator = clean_line(record.source)[:255], "workbench"
    packed = io.BytesIO()
    workbook.save(packed)
    return undated(packed.getvalue())


def roles_of(row: Row) -> Roles:
    """What the codes of a row are."""
    return {one.id: one.role for one in row.markup}


def size(text: str) -> int:
    """The length of a text as Excel counts it: pictures and rare letters are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _about(source: str, progress: str) -> tuple[str, ...]:
    return (
        f"{source}: German and English",
        progress,
        "Correct the English where it stands. State: choose reviewed where it is good.",
        "Write remarks into Notes, or as comments on a cell. Rows may be sorted and filtered.",
        "⟨2⟩ … ⟨/2⟩ and ⟨3/⟩ are links, footnote marks, images and the like: keep them at their words.",
        "The hidden columns are needed when the file comes back.",
    )


class _Cells:
    """The cells of a sheet, and the looks that they share."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self.plain = self._look()
        self.grey = self._look(color=_GREY)
        self.open = self._look(color=_OPEN, bold=True)
        self.skipped = self._look(_BAND, color=_GREY)
        self.head = self._look(_HEAD, bold=True)

    def _look(self, ground: str = "", **font: Any) -> Any:
        """A look, put together once: openpyxl takes long to find it among the others of the workbook."""
        from openpyxl.cell import Cell
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        model = Cell(self._sheet)
        model.font = Font(*_FONT, **font)
        model.alignment = Alignment(wrap_text=True, vertical="top")
        line = Side("thin", color="FFD5D7DB")
        model.border = Border(bottom=line, right=line)
        if ground:
            model.fill = PatternFill("solid", fgColor=ground)
        return model._style

    def put(self, row: int, column: int, pieces: Sequence[Piece], look: Any) -> None:
        """Write a cell: a text, whatever it looks like."""
        cell = self._sheet.cell(row, column)
        cell._style = copy(look)
        text = "".join(piece.text for piece in pieces)
        if not text:
            return
        cell.value = _rich(pieces) if any(piece.look for piece in pieces) else _escaped(text)
        cell.data_type = "s"
        if _RUN.match(text):
            cell.quotePrefix = True  # typed into, it stays a text

    def height(self, row: int, points: float) -> None:
        """Give a row its height."""
        self._sheet.row_dimensions[row].height = points


def _rich(pieces: Iterable[Piece]) -> Any:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    blocks = []
    for piece in pieces:
        look = {name: role in piece.look or None for name, role in zip(("b", "i", "strike"), SET, strict=True)}
        font = InlineFont(rFont=_FONT[0], sz=_FONT[1], **look)
        blocks.append(TextBlock(font, _escaped(piece.text)) if piece.look else _escaped(piece.text))
    return CellRichText(blocks)


def _escaped(text: str) -> str:
    """`_x000D_` in a cell is a line break; as these letters it is `_x005F_x000D_` (ECMA-376, 22.4.2.4)."""
    return _ESCAPE.sub("_x005F_", text)


def _write(cells: _Cells, line: int, row: Row, source: str) -> None:
    roles, skipped = roles_of(row), row.state is State.SKIPPED
    german, english = row.source, Inline("") if skipped else row.target
    terms = dict.fromkeys(f"{row.german[t.span.start : t.span.end]} = {clean_line(t.says)}" for t in row.german_terms)
    notes, findings = _lines_of(row.remarks), _lines_of(row.findings)
    plain = cells.skipped if skipped else cells.plain
    quiet = cells.skipped if skipped else cells.grey
    shown: list[tuple[Sequence[Piece], Any]] = [
        ([Piece(str(row.number))], quiet),
        (pieces_of(german, roles), plain),
        (pieces_of(english, roles), plain),
        ([Piece(row.state.value)], cells.open if row.is_open else quiet),
        ([Piece(notes)], plain),
        ([Piece(findings)], plain),
        ([Piece(_lines_of(terms))], quiet),
    ]
    codes = " ".join(f"{key}={role}" for key, role in roles.items())
    kept = (row.id, german.shown(), english.shown(), row.state.value, notes, codes)
    shown += [([Piece(text)], cells.plain) for text in kept]
    texts = ["".join(piece.text for piece in pieces) for pieces, _ in shown]
    if max(map(size, texts)) > MOST:
        what = f"paragraph {row.number} is longer than a spreadsheet's cell can be ({MOST:,} characters)"
        mend = "cut the paragraph in two, or hand it over as csv, tsv or xliff"
        raise WorkbenchError(Problem(source, what, mend))
    for column, (pieces, look) in enumerate(shown, 1):
        cells.put(line, column, pieces, look)
    lines = max(map(_lines, texts, _WIDTHS))
    cells.height(line, min(lines * _LINE, _HIGHEST))


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes in a column so many digits wide."""
    return sum(1 + int(size(line) * 1.05) // width for line in text.split("\n"))


def _lines_of(told: Iterable[str]) -> str:
    """What is told, a line each; what a cell cannot hold is cut off."""
    text = "\n".join(clean(one).strip() for one in told)
    if size(text) <= MOST:
        return text
    kept = text[: MOST - len(_CUT)]
    while size(kept) > MOST - len(_CUT):
        kept = kept[: -(size(kept) - MOST + len(_CUT))]
    return kept + _CUT


def _arrange(sheet: Any, last: int) -> None:
    """Widths, the head that stays, filters, the list of states, and how it prints."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for place, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for place in range(len(SHOWN) + 1, len(SHOWN) + len(HIDDEN) + 1):
        sheet.column_dimensions[get_column_letter(place)].hidden = True
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(SHOWN) + len(HIDDEN))}{last}"
    if last > 1:
        states = ",".join(state.value for state in State)
        choice = DataValidation(type="list", formula1=f'"{states}"', allow_blank=True, showErrorMessage=True)
        choice.errorTitle, choice.error = "State", f"Choose one of {states.replace(',', ', ')}."
        letter = get_column_letter(SHOWN.index(STATE) + 1)
        choice.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(choice)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "&P / &N"


def undated(packed: bytes) -> bytes:
    """The same package without the time of writing: two exports of one record are the same file.

    Its rows have a height, which programs that do not reckon it need, and may grow when somebody types into them.
    """
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            undated = _SAVED.sub(rb"\g<1>2000-01-01T00:00:00Z", source.read(name))
            target.writestr(member, _FIXED.sub(rb"\1", undated))
    return again.getvalue()
