"""The rows of a table that is text: cells as CSV has them (RFC 4180), and as Excel writes text between tabs."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from workbench.formats.formulas import from_text
from workbench.memory.exchange.report import Reason, Report

Row = tuple[int, list[str]]
"""A row: its line in the file, from 1, and its cells."""

_MOST_LINES = 100
"""Lines that a row may have: a cell in quotation marks may hold line breaks."""
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_BAD_QUOTES: Reason = (
    "1 row has a quotation mark that does not close, and is left out",
    "{} rows have a quotation mark that does not close, and are left out",
    'write " twice within a cell in quotation marks',
)


def parted_rows(lines: Iterator[tuple[int, str]], delimiter: str, report: Report) -> Iterator[Row]:
    """The rows of lines with their numbers.

    A quotation mark that does not close costs its own row, and is told to `report`; between tabs, where a text may
    begin with one, it costs nothing.
    """
    ahead = _Ahead(lines)
    is_tabs, usual = delimiter == "\t", 0
    while (number := ahead.number) is not None:
        cells, taken = _row(ahead, delimiter)
        if taken > 1 and is_tabs and usual != len(cells):
            cells, taken = _of_one_line(ahead.line(0), delimiter), 1
        ahead.drop(taken)
        if not cells:
            report.leave(number, _BAD_QUOTES)
            continue
        usual = usual or len(cells)
        yield number, cells if is_tabs else [from_text(cell) for cell in cells]


class _Ahead:
    """Lines that can be looked at before they are taken."""

    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self._lines, self._ahead = lines, deque[tuple[int, str]]()

    @property
    def number(self) -> int | None:
        """The number of the next line; None at the end."""
        return self._ahead[0][0] if self._reaches(0) else None

    def line(self, place: int) -> str:
        """The text of the next line, or of one behind it."""
        return self._ahead[place][1]

    def following(self) -> Iterator[str]:
        """The texts of the next lines, as many as a row may have."""
        return (self.line(place) for place in range(_MOST_LINES) if self._reaches(place))

    def drop(self, taken: int) -> None:
        """So many lines are done with."""
        for _ in range(taken):
            self._ahead.popleft()

    def _reaches(self, place: int) -> bool:
        self._ahead.extend(islice(self._lines, max(0, place + 1 - len(self._ahead))))
        return place < len(self._ahead)


def _row(ahead: _Ahead, delimiter: str) -> tuple[list[str], int]:
    """The cells of the row that begins with the next line, and how many lines it has; none where quotation marks do
    not close."""
    line = ahead.line(0)
    if '"' not in line:
        return line.rstrip("\r\n").split(delimiter), 1
    reader = csv.reader(ahead.following(), delimiter=delimiter, strict=True)
    try:
        return next(reader), reader.line_num
    except csv.Error:
        return _of_one_line(line, delimiter), 1


def _of_one_line(line: str, delimiter: str) -> list[str]:
    """The cells of a line in which quotation marks stand somehow; none where they do not close."""
    if delimiter == "\t":
        cells = line.rstrip("\r\n").split("\t")
        return [found[1].replace('""', '"') if (found := _QUOTED.fullmatch(cell)) else cell for cell in cells]
    try:
        return [] if line.count('"') % 2 else next(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return []
