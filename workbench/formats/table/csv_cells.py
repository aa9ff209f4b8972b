"""The cells of a CSV file (RFC 4180) as they stand in it: all but those that are written stay byte for byte."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.problem import Problem, WorkbenchError
from workbench.text.span import Span

DELIMITERS = (",", ";", "\t", "|")
NONE = "\x1f"
"""What parts nothing: of a file that is one column, whatever stands in its lines."""
_SEPARATOR = re.compile(r"sep=([,;|\t])[ \t]*(?:\r\n|\n|\r|\Z)", re.IGNORECASE)
_MOST_CELLS = 2_000_000
_SAMPLE = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: where it stands, with its quotation marks if it has them, and what it says."""

    span: Span
    value: str
    quoted: bool = False


Row = tuple[Cell, ...]


def rows_of(text: str, where: Path, *, tabs: bool = False) -> tuple[list[Row], str]:
    """The rows of a file, and what parts its cells: what a first line `sep=;` says, or what fits its first rows.

    Raises WorkbenchError where a quotation mark does not close, with its line.
    """
    said = _SEPARATOR.match(text)
    start = said.end() if said else 0
    delimiter = said[1] if said else "\t" if tabs and "\t" in text[:10_000] else _delimiter(text, where)
    return _rows(text, start, delimiter, where), delimiter


def written(value: str, cell: Cell | None, delimiter: str) -> str:
    """A value as the file has to write it: in quotation marks where the cell has some, or needs them now."""
    parting = DELIMITERS if delimiter == NONE else (delimiter,)
    needed = any(sign in value for sign in (*parting, '"', "\n", "\r")) or value != value.strip()
    if needed or (cell is not None and cell.quoted):
        doubled = value.replace('"', '""')
        return f'"{doubled}"'
    return value


def _delimiter(text: str, where: Path) -> str:
    """What gives the first rows most cells, and all of them as many; else what parts the first row, or nothing."""
    head = text.lstrip().partition("\n")[0]
    best, most = max(DELIMITERS, key=head.count), (0.0, 0)
    best = best if best in head else NONE
    for delimiter in DELIMITERS:
        try:
            rows = _rows(text, 0, delimiter, where, most=_SAMPLE)
        except WorkbenchError:
            continue
        sizes = [len(row) for row in rows if any(cell.value.strip() for cell in row)]
        usual = max(set(sizes), key=sizes.count, default=0)
        if usual > 1 and (found := (sizes.count(usual) / len(sizes), usual)) > most:
            best, most = delimiter, found
    return best


def _rows(text: str, start: int, delimiter: str, where: Path, most: int = 10_000_000) -> list[Row]:
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    rows: list[Row] = []
    cells: list[Cell] = []
    at, count = start, 0
    while at < len(text) and len(rows) < most:
        cell = _quoted(text, at, where) if text.startswith('"', at) else None
        if cell is None or not _ends(text, cell.span.end, delimiter):
            found = plain.match(text, at)
            assert found is not None
            cell = Cell(Span(at, found.end()), found[0])
        cells.append(cell)
        count += 1
        if count > _MOST_CELLS:
            raise WorkbenchError(Problem(where, f"has more than {_MOST_CELLS:,} cells", "split it into several files"))
        at = cell.span.end
        if text.startswith(delimiter, at):
            at += len(delimiter)
            if at < len(text):
                continue
            cells.append(Cell(Span(at, at), ""))
        rows.append(tuple(cells))
        cells = []
        at += 2 if text.startswith("\r\n", at) else 1
    return rows


def _ends(text: str, at: int, delimiter: str) -> bool:
    return at == len(text) or text[at] in "\r\n" or text.startswith(delimiter, at)


def _quoted(text: str, start: int, where: Path) -> Cell | None:
    """A cell in quotation marks, in which one that is written twice is one. Raises WorkbenchError where none closes."""
    at = start + 1
    while True:
        end = text.find('"', at)
        if end < 0:
            line = text.count("\n", 0, start) + 1
            what = "a quotation mark does not close"
            raise WorkbenchError(Problem(where, what, 'write " twice within a cell in quotation marks', line))
        if not text.startswith('"', end + 1):
            return Cell(Span(start, end + 1), text[start + 1 : end].replace('""', '"'), quoted=True)
        at = end + 2


def first_rows(rows: Sequence[Row]) -> tuple[list[int], list[list[str]]]:
    """The numbers of the first rows that are not empty, and what they say."""
    filled = [at for at, row in enumerate(rows) if any(cell.value.strip() for cell in row)][:_SAMPLE]
    return filled, [[cell.value for cell in rows[at]] for at in filled]
