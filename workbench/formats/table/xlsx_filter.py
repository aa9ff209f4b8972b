"""Reading and writing XLSX: one column of each sheet is German, one gets the English, all else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.formats.container import MOST_BYTES, Container, opened
from workbench.formats.document import Document, Paragraph
from workbench.formats.filter import Target
from workbench.formats.languages import BRITISH, English
from workbench.formats.safe_xml import written
from workbench.formats.table import look
from workbench.formats.table.cell_text import FIXED, as_written, beside, is_text
from workbench.formats.table.columns import Columns, by_heads, chosen, letters, number, split_sheet, there_already
from workbench.formats.table.rich_text import plain_text, read_rich, write_rich
from workbench.formats.table.sheet import Sheet, cell_at, shared_texts, sheets_of, text_element
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line
from workbench.text.inline import Inline

_SAMPLE, _WIDEST = 20, 200
_KIND = "spreadsheet (.xlsx)"
_PLACE = re.compile(r"(.*)!([A-Z]+)(\d+)(?:>([A-Z]+)\d+)?", re.DOTALL)


class XlsxFilter:
    """Reads and writes workbooks. `choice`: the columns as the user chose them (`B > C`, `Tabelle2!B > C`)."""

    suffixes = (".xlsx",)
    largest = MOST_BYTES

    def __init__(self, choice: str = "") -> None:
        self._choice = choice

    def choosing(self, choice: str) -> XlsxFilter:
        """The same for other columns."""
        return XlsxFilter(choice)

    def sheets(self, data: bytes, where: Path) -> tuple[look.Sheet, ...]:
        """What the sheets that have words look like, for who chooses columns. Raises WorkbenchError for no workbook."""
        book = _Book(opened(data, where, _KIND))
        with_text = (sheet for sheet in book.sheets if book.has_text(sheet))
        return tuple(look.look_of(sheet.name, book.first_rows(sheet)[1]) for sheet in with_text)

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes: a paragraph for each cell with words in the German column of a sheet.

        Raises WorkbenchError for what is no workbook, and where nothing tells which column is German.
        """
        book = _Book(opened(data, where, _KIND))
        found = list(book.chosen(self._choice))
        paragraphs: list[Paragraph] = []
        told: list[Problem] = []
        for sheet, columns, start in found:
            rows = list(book.rows(sheet, columns, start))
            free = [row for row in rows if book.is_free(sheet, columns, row)]
            of_sheet = [
                _paragraph(book, sheet, columns, row, first=not paragraphs and not at) for at, row in enumerate(free)
            ]
            others = sum(book.has_other(sheet, columns, row) for row in free)
            taken = sum(one.given is not None for one in of_sheet)
            told += _remarks(sheet, columns, len(rows) - len(free), (taken, others), where)
            paragraphs += of_sheet
        for sheet in book.sheets:
            if all(sheet is not one for one, _, _ in found) and book.has_text(sheet):
                name = clean_line(sheet.name)[:40]
                what = f"the sheet “{name}” is not translated: its head names no German column, or another was chosen"
                told.append(Problem(where, what, "give its column the title de, if it is to be translated"))
        return Document(where.name, tuple(paragraphs), remarks=tuple(told), original=data)

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The file with English in the cells for it. A cell whose English is left out is empty, if it is that of the
        German, and stays as it is elsewhere.
        """
        where = Path(document.name)
        if not document.original:
            raise WorkbenchError(Problem(where, "the source file is not at hand", "put it back into sources/"))
        book = _Book(opened(document.original, where, _KIND))
        sheets = {sheet.name: sheet for sheet in book.sheets}
        changed: dict[str, Sheet] = {}
        for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
            name, german, row, english = _place(paragraph.place)
            words, in_place = target.get(key), german == english
            if (words is None and not in_place) or words == (paragraph.source if in_place else paragraph.given):
                continue
            sheet = sheets[name]
            changed[sheet.part] = sheet
            like = text_element(sheet.rows[row][german], book.shared)
            old = sheet.rows[row][german]
            cell = cell_at(sheet, english, row, f"{letters(english)}{row}")
            _put(cell, words or Inline(""), paragraph, like, old)
        parts = {part: written(sheet.root, like=book.package.read(part)) for part, sheet in changed.items()}
        return book.package.written(parts) if parts else document.original

    def read_back(self, data: bytes, where: Path, document: Document, target: Target) -> Document:
        """What a file that was written has in the cells for the English."""
        book = _Book(opened(data, where, _KIND))
        sheets = {sheet.name: sheet for sheet in book.sheets}
        found = []
        for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
            name, _, row, english = _place(paragraph.place)
            cell = sheets[name].rows.get(row, {}).get(english) if name in sheets else None
            element = None if cell is None or key not in target else text_element(cell, book.shared)
            if element is not None:
                found.append(as_written(*read_rich(element), target[key]))
        return Document(where.name, tuple(found))


@dataclass(slots=True)
class _Book:
    package: Container
    sheets: list[Sheet]
    shared: list[Any]

    def __init__(self, package: Container) -> None:
        self.package = package
        self.sheets = sheets_of(package)
        self.shared = shared_texts(package)

    def said(self, sheet: Sheet, row: int, column: int) -> str:
        """The text of a cell; empty for what is none."""
        cell = sheet.rows.get(row, {}).get(column)
        element = None if cell is None else text_element(cell, self.shared)
        return "" if element is None else plain_text(element)

    def first_rows(self, sheet: Sheet) -> tuple[list[int], list[list[str]]]:
        """The numbers of the first rows that have text, and what they say."""
        filled, rows = [], []
        for row, cells in sheet.rows.items():
            said = [self.said(sheet, row, column) for column in range(min(max(cells) + 1, _WIDEST))]
            if any(text.strip() for text in said):
                filled.append(row)
                rows.append(said)
            if len(rows) == _SAMPLE:
                break
        return filled, rows

    def chosen(self, choice: str) -> Iterator[tuple[Sheet, Columns, int]]:
        """The sheets that are translated, their columns, and the row after their heads. Raises WorkbenchError."""
        if choice:
            name, columns = split_sheet(choice)
            sheet = self._named(name)
            filled, rows = self.first_rows(sheet)
            picked = chosen(rows, columns, self.package.where)
            yield sheet, picked, picked.start(filled)
            return
        found = [(sheet, columns, start) for sheet in self.sheets for start, columns in self._by_head(sheet)]
        if not found:
            sheet = next((one for one in self.sheets if self.has_text(one)), self._named(""))
            place = f"in the sheet “{clean_line(sheet.name)[:40]}”, "
            chosen(self.first_rows(sheet)[1], "", self.package.where, sheet=place)
        yield from found

    def _named(self, name: str) -> Sheet:
        """The sheet of this name, or the first one. Raises WorkbenchError where there is none."""
        for sheet in self.sheets:
            if name in ("", sheet.name):
                return sheet
        there = ", ".join(f"“{clean_line(one.name)[:30]}”" for one in self.sheets[:12]) or "none"
        what = f"there is no sheet “{clean_line(name)[:40]}”, but {there}"
        raise WorkbenchError(Problem(self.package.where, what, "name one of them"))

    def _by_head(self, sheet: Sheet) -> Iterator[tuple[int, Columns]]:
        filled, rows = self.first_rows(sheet)
        columns = by_heads(rows)
        if columns is not None:
            yield columns.start(filled), columns

    def rows(self, sheet: Sheet, columns: Columns, start: int) -> Iterator[int]:
        """The rows whose German cell has words."""
        for row in sheet.rows:
            if row >= start and row not in sheet.heads and is_text(self.said(sheet, row, columns.german)):
                yield row

    def is_free(self, sheet: Sheet, columns: Columns, row: int) -> bool:
        """Whether English may be written in a row: there is no formula, and no merged cell over it."""
        cell = sheet.rows[row].get(columns.english)
        formula = cell is not None and cell.find("{*}f") is not None
        return not formula and not sheet.is_covered(columns.english, row)

    def has_other(self, sheet: Sheet, columns: Columns, row: int) -> bool:
        """Whether there is something that is no text where English will be written beside the German."""
        cell = sheet.rows[row].get(columns.english) if columns.english != columns.german else None
        return cell is not None and cell.find("{*}v") is not None and text_element(cell, self.shared) is None

    def has_text(self, sheet: Sheet) -> bool:
        """Whether any cell of a sheet has words."""
        return any(is_text(self.said(sheet, row, column)) for row, cells in sheet.rows.items() for column in cells)


def _paragraph(book: _Book, sheet: Sheet, columns: Columns, row: int, *, first: bool) -> Paragraph:
    element = text_element(sheet.rows[row][columns.german], book.shared)
    source, markup = read_rich(element)
    place = f"{sheet.name}!{letters(columns.german)}{row}"
    if columns.english != columns.german:
        place += f">{letters(columns.english)}{row}"
    there = sheet.rows[row].get(columns.english) if columns.english != columns.german else None
    its = None if there is None else text_element(there, book.shared)
    given, markup = (None, markup) if its is None else beside(source, markup, *read_rich(its))
    return Paragraph(
        source.text, "" if first else "\n\n", "cell", source.codes, markup, place=place, fixed=FIXED, given=given,
        given_state="translated" if given else "new",
    )  # fmt: skip


def _place(place: str) -> tuple[str, int, int, int]:
    """The sheet, the German column, the row and the English column of a paragraph's place."""
    found = _PLACE.fullmatch(place)
    assert found is not None
    german = number(found[2])
    return found[1], german, int(found[3]), number(found[4]) if found[4] else german


def _put(cell: Any, words: Inline, paragraph: Paragraph, like: Any, old: Any) -> None:
    """Give a cell other words; a new one gets the formatting of the German one."""
    from lxml import etree

    space = cell.tag.rpartition("}")[0] + "}"
    if cell.get("s") is None and old.get("s") is not None and cell is not old:
        cell.set("s", old.get("s"))
    for child in list(cell):
        if etree.QName(child).localname in ("v", "is"):
            cell.remove(child)
    if not words.text:
        cell.attrib.pop("t", None)
        return
    cell.set("t", "inlineStr")
    holder = etree.Element(f"{space}is")
    cell.insert(0, holder)
    write_rich(holder, words, paragraph.markup, like)


def _remarks(sheet: Sheet, columns: Columns, left: int, there: tuple[int, int], where: Path) -> Iterator[Problem]:
    name = f"in the sheet “{clean_line(sheet.name)[:40]}”"
    if left:
        what = f"{name}, left in German since English would be under a merged cell or over a formula: {left:,}"
        yield Problem(where, what, "choose another column with --into")
    yield from there_already(*there, f"{name}, column {letters(columns.english)}", where)
