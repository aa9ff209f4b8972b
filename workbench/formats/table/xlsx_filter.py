"""Reading and writing XLSX: one column of each sheet is German, one gets the English, all else stays as it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, BinaryIO

from workbench.formats.container import MOST_BYTES, Container, opened
from workbench.formats.document import Document, Paragraph
from workbench.formats.filter import Target
from workbench.formats.languages import BRITISH, English
from workbench.formats.large_container import opened_large
from workbench.formats.safe_xml import written
from workbench.formats.stream import Progress, Stream
from workbench.formats.table import look
from workbench.formats.table.book import Book
from workbench.formats.table.cell_text import as_written
from workbench.formats.table.columns import letters, number
from workbench.formats.table.rich_text import read_rich, write_rich
from workbench.formats.table.sheet import Sheet, cell_at, shared_texts, sheets_of, text_element
from workbench.formats.table.streamed import streamed_book
from workbench.problem import Problem, WorkbenchError
from workbench.text.inline import Inline

_KIND = "spreadsheet (.xlsx)"
_PLACE = re.compile(r"(.*)!([A-Z]+)(\d+)(?:>([A-Z]+)\d+)?", re.DOTALL)


class XlsxFilter:
    """Reads and writes workbooks. `choice`: the columns as the user chose them (`B > C`, `Tabelle2!B > C`).

    `otherwise`: the columns of a workbook of which no head names any.
    """

    suffixes = (".xlsx",)
    largest = MOST_BYTES

    def __init__(self, choice: str = "", otherwise: str = "") -> None:
        self._choice, self._otherwise = choice, otherwise

    def choosing(self, choice: str) -> XlsxFilter:
        """The same for other columns."""
        return XlsxFilter(choice)

    def sheets(self, data: bytes, where: Path) -> tuple[look.Sheet, ...]:
        """What the sheets that have words look like, for who chooses columns. Raises WorkbenchError for no workbook."""
        return tuple(_book(opened(data, where, _KIND)).looks())

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes: a paragraph for each cell with words in the German column of a sheet.

        Raises WorkbenchError for what is no workbook, and where nothing tells which column is German.
        """
        found = self._found(_book(opened(data, where, _KIND)))
        paragraphs = tuple(found.paragraphs)
        return Document(where.name, paragraphs, remarks=tuple(found.remarks), original=data)

    def stream(self, file: BinaryIO, where: Path, progress: Progress) -> Stream:
        """See `Streams`."""
        return self._found(streamed_book(opened_large(file, where, _KIND, progress)))

    def _found(self, book: Book[Any]) -> Stream:
        choice = self._choice
        if self._otherwise and not any(sheet.guess for sheet in book.looks()):
            choice = self._otherwise
        told: list[Problem] = []
        return Stream(book.paragraphs(choice, told), told)

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The file with English in the cells for it. A cell whose English is left out is empty, if it is that of the
        German, and stays as it is elsewhere.
        """
        where = Path(document.name)
        if not document.original:
            raise WorkbenchError(Problem(where, "the source file is not at hand", "put it back into sources/"))
        package = opened(document.original, where, _KIND)
        book = _book(package)
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
        parts = {part: written(sheet.root, like=package.read(part)) for part, sheet in changed.items()}
        return package.written(parts) if parts else document.original

    def read_back(self, data: bytes, where: Path, document: Document, target: Target) -> Document:
        """What a file that was written has in the cells for the English."""
        book = _book(opened(data, where, _KIND))
        sheets = {sheet.name: sheet for sheet in book.sheets}
        found = []
        for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
            name, _, row, english = _place(paragraph.place)
            cell = sheets[name].rows.get(row, {}).get(english) if name in sheets else None
            element = None if cell is None or key not in target else text_element(cell, book.shared)
            if element is not None:
                found.append(as_written(*read_rich(element), target[key]))
        return Document(where.name, tuple(found))


def _book(package: Container) -> Book[Sheet]:
    return Book(package.where, sheets_of(package), shared_texts(package))


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
