"""Reading and writing CSV and TSV: one column is German, one gets the English, all else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from workbench.formats.decoding import decode
from workbench.formats.document import Document, Paragraph
from workbench.formats.encoded import encoded_like
from workbench.formats.filter import Target
from workbench.formats.formulas import as_text, from_text
from workbench.formats.languages import BRITISH, English
from workbench.formats.markup import written as with_codes
from workbench.formats.table import csv_cells
from workbench.formats.table.cell_text import FIXED, as_written, beside, is_text, read_cell, with_breaks
from workbench.formats.table.columns import Columns, chosen, letters, number, there_already
from workbench.formats.table.csv_cells import Cell, Row, first_rows, rows_of
from workbench.formats.table.look import Sheet, look_of
from workbench.problem import Problem, WorkbenchError
from workbench.text.inline import Inline

_PLACE = re.compile(r"([A-Z]+)(\d+)(?:>([A-Z]+)\d+)?")
_BREAK = re.compile(r"\r\n|\n|\r")


class CsvFilter:
    """Reads and writes tables that are text. `choice`: the columns as the user chose them (`B > C`)."""

    suffixes = (".csv", ".tsv")
    largest = 20_000_000

    def __init__(self, choice: str = "") -> None:
        self._choice = choice

    def choosing(self, choice: str) -> CsvFilter:
        """The same for other columns."""
        return CsvFilter(choice)

    def sheets(self, data: bytes, where: Path) -> tuple[Sheet, ...]:
        """What the table looks like, for who chooses its columns. Raises WorkbenchError for what is no text."""
        rows, _ = rows_of(decode(data, where).text, where, tabs=where.suffix.lower() == ".tsv")
        return (look_of("", first_rows(rows)[1]),)

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes: a paragraph for each cell of the German column that has words.

        Raises WorkbenchError for what is no text, and where nothing tells which column is German.
        """
        decoded = decode(data, where)
        rows, _ = rows_of(decoded.text, where, tabs=where.suffix.lower() == ".tsv")
        filled, sample = first_rows(rows)
        columns = chosen(sample, self._choice, where)
        start = columns.start(filled)
        cells = [(at, row) for at, row in enumerate(rows) if at >= start and _german(row, columns)]
        paragraphs = tuple(_paragraphs(cells, columns))
        taken = sum(paragraph.given is not None for paragraph in paragraphs)
        remarks = (*filter(None, (decoded.remark,)), *there_already(taken, 0, _column(columns), where))
        return Document(where.name, paragraphs, remarks=remarks, original=data)

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The file with English in the column for it. A cell whose English is left out is empty, if it is that of the
        German, and stays as it is elsewhere.
        """
        where = Path(document.name)
        if not document.original:
            raise WorkbenchError(Problem(where, "the source file is not at hand", "put it back into sources/"))
        text = decode(document.original, where).text
        rows, delimiter = rows_of(text, where, tabs=where.suffix.lower() == ".tsv")
        made, done = [], 0
        for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
            at, german, english = _place(paragraph.place)
            words = _words(paragraph, target.get(key), in_place=german == english)
            if words is None:
                continue
            words = words.replace("\n", _break_in(rows[at][german].value))
            start, end, content = _put(rows[at], english, words, delimiter)
            made += [text[done:start], content]
            done = end
        return encoded_like("".join(made) + text[done:], document.original, text)

    def read_back(self, data: bytes, where: Path, document: Document, target: Target) -> Document:
        """What a file that was written has in the places for the English."""
        rows, _ = rows_of(decode(data, where).text, where, tabs=where.suffix.lower() == ".tsv")
        found = []
        for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
            at, _, english = _place(paragraph.place)
            row = rows[at] if at < len(rows) else ()
            if key in target and english < len(row):
                found.append(as_written(*read_cell(from_text(row[english].value)), target[key]))
        return Document(where.name, tuple(found))


def _german(row: Row, columns: Columns) -> bool:
    return columns.german < len(row) and is_text(row[columns.german].value)


def _paragraphs(cells: list[tuple[int, Row]], columns: Columns) -> Iterator[Paragraph]:
    before = ""
    for at, row in cells:
        source, markup = read_cell(from_text(row[columns.german].value))
        place = f"{letters(columns.german)}{at + 1}"
        if columns.english != columns.german:
            place += f">{letters(columns.english)}{at + 1}"
        given = None
        if columns.german != columns.english < len(row):
            given, markup = beside(source, markup, *read_cell(from_text(row[columns.english].value)))
        yield Paragraph(
            source.text, before, "cell", source.codes, markup, place=place, fixed=FIXED, given=given,
            given_state="translated" if given else "new",
        )  # fmt: skip
        before = "\n\n"


def _place(place: str) -> tuple[int, int, int]:
    """The row, the German and the English column (from 0) of a paragraph's place."""
    found = _PLACE.fullmatch(place)
    assert found is not None
    german = number(found[1])
    return int(found[2]) - 1, german, number(found[3]) if found[3] else german


def _words(paragraph: Paragraph, words: Inline | None, *, in_place: bool) -> str | None:
    """What is to be written; None where the cell stays as it is."""
    if words is None:
        return "" if in_place else None
    if words == (paragraph.source if in_place else paragraph.given):
        return None
    made = with_codes(with_breaks(words), paragraph.markup)
    return as_text(re.sub(r"(?:(?<! ) +)?\n *", "\n", made))


def _put(row: Row, column: int, value: str, delimiter: str) -> tuple[int, int, str]:
    """What to write where, so that a cell of a row has this value; a row that is too short gets more cells."""
    if column < len(row):
        cell: Cell = row[column]
        return cell.span.start, cell.span.end, csv_cells.written(value, cell, delimiter)
    end = row[-1].span.end
    return end, end, delimiter * (column - len(row) + 1) + csv_cells.written(value, None, delimiter)


def _break_in(value: str) -> str:
    """How a cell ends its lines; spreadsheets do it otherwise than the rows of the file."""
    found = _BREAK.search(value)
    return found[0] if found else "\n"


def _column(columns: Columns) -> str:
    return f"column {letters(columns.english)}"
