"""The pairs of a table that is text (CSV, TSV): one column is German, one English; read line by line, however large."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from workbench.files import opened_regular
from workbench.formats.decoding import kind_of
from workbench.formats.table.columns import by_head
from workbench.memory.exchange.encoding import HEAD, begun, errors_of, mended
from workbench.memory.exchange.own_rows import OWN_HEAD, pair_of_row
from workbench.memory.exchange.parted_rows import Row, parted_rows
from workbench.memory.exchange.report import Reason, Report
from workbench.memory.exchange.tmx import Progress, fit, no_progress
from workbench.memory.exchange.turned import TURNED, must_be_german
from workbench.memory.pair import Pair
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean_line

_LONGEST_LINE = 200_000
_SAMPLE = 200
_HEAD_WITHIN = 5
_DELIMITERS = (";", ",", "\t", "|")
_ESCAPED = re.compile(r"\\([\\tnr])")
_PLAIN = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}
_LONG_LINE: Reason = (
    f"1 line is longer than {_LONGEST_LINE:,} characters, and is left out",
    f"{{}} lines are longer than {_LONGEST_LINE:,} characters, and are left out",
    "look how they were made",
)
_TOO_SHORT: Reason = (
    "1 row has no two columns, and is left out",
    "{} rows have no two columns, and are left out",
    "look how the columns are parted",
)


def table_pairs(path: Path, report: Report, *, swap: bool = False, progress: Progress = no_progress) -> Iterator[Pair]:
    """The pairs of a table, one by one; what is left out is told to `report`.

    The head names the columns (`de`, `German`, `Quelle` … and `en`, `English`, `Ziel` …); without one the first is
    German and the second English, with `swap` the other way round. A table that this program wrote gives the pairs that
    it was written from; others are unreviewed. Raises WorkbenchError for what is no text, has no two columns, or is not
    German where that should be.
    """
    with opened_regular(path) as raw:
        size = max(raw.seek(0, io.SEEK_END), 1)
        raw.seek(0)
        head = raw.read(HEAD)
        if kind := kind_of(head):
            raise WorkbenchError(Problem(path, f"is {kind}, no table of text", "save it as CSV or TSV (UTF-8)"))
        skip, encoding = begun(head, report)
        raw.seek(skip)
        text = io.TextIOWrapper(raw, encoding=encoding, errors=errors_of(encoding), newline="")
        rows = _rows(text, encoding, path.suffix.lower() == ".csv", report)
        for at, pair in enumerate(_pairs(rows, swap, report)):
            if at % 1_000 == 0:
                progress(min(raw.tell() / size, 1.0))
            yield pair
        text.detach()
    progress(1.0)


def _pairs(rows: Iterator[Row], swap: bool, report: Report) -> Iterator[Pair]:
    first = list(islice(rows, _SAMPLE))
    if not first:
        raise WorkbenchError(Problem(report.where, "has no rows in it", "take another file"))
    if tuple(first[0][1]) == OWN_HEAD:
        yield from _own(chain(first[1:], rows), report)
        return
    german, english, below = _columns(first, swap, report)
    said, written = ("\n".join(cells[at] for _, cells in first[below:] if at < len(cells)) for at in (german, english))
    must_be_german(said, written, report.where, TURNED)
    for line, cells in chain(first[below:], rows):
        report.units += 1
        if max(german, english) >= len(cells):
            report.leave(line, _TOO_SHORT)
            continue
        source, target = (Inline(clean_line(cells[at])) for at in (german, english))
        if fit(source, target, line, report):
            report.pairs += 1
            yield Pair(source, target, trust="unreviewed")


def _own(rows: Iterator[Row], report: Report) -> Iterator[Pair]:
    for line, cells in rows:
        report.units += 1
        pair = pair_of_row([_ESCAPED.sub(lambda found: _PLAIN[found[1]], cell) for cell in cells])
        if pair is None:
            report.leave(line, _TOO_SHORT)
        elif fit(pair.source, pair.target, line, report):
            report.pairs += 1
            yield pair


def _columns(first: Sequence[Row], swap: bool, report: Report) -> tuple[int, int, int]:
    """The German and the English column (from 0), and how many rows end with the head. Raises WorkbenchError."""
    for at, (line, cells) in enumerate(first[:_HEAD_WITHIN], 1):
        found = by_head(cells)
        if found and found.english != found.german:
            report.note(f"columns: {clean_line(cells[found.german])[:40]}, {clean_line(cells[found.english])[:40]}")
            return found.german, found.english, at
        if found:
            mend = "name the English column in the first line, too: en"
            raise WorkbenchError(Problem(report.where, "has a German column, and no English one", mend, line))
    if max(len(cells) for _, cells in first) < 2:
        mend = "give a table with German and English, parted by tabs, commas or semicolons"
        raise WorkbenchError(Problem(report.where, "has one column only", mend))
    english = "the columns have no names: the first is taken as English, the second as German"
    german = "the columns have no names: the first is taken as German, the second as English"
    report.note(english if swap else german)
    return (1, 0, 0) if swap else (0, 1, 0)


def _rows(text: TextIO, encoding: str, is_csv: bool, report: Report) -> Iterator[Row]:
    """The rows that have anything in them."""
    lines = _lines(text, encoding, report)
    first = list(islice(lines, _SAMPLE))
    delimiter = _delimiter([line for _, line in first]) if is_csv else "\t"
    every = chain(first, lines)
    is_own = bool(first) and first[0][1].rstrip("\r\n") == "\t".join(OWN_HEAD)
    rows = _as_written(every) if is_own else parted_rows(every, delimiter, report)
    return (row for row in rows if any(cell.strip() for cell in row[1]))


def _lines(text: TextIO, encoding: str, report: Report) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; one that is too long is left out."""
    number, is_too_long = 1, False
    while line := text.readline(_LONGEST_LINE):
        ends = line.endswith(("\n", "\r"))
        if is_too_long or (not ends and len(line) == _LONGEST_LINE):
            if not is_too_long:
                report.leave(number, _LONG_LINE)
            is_too_long = not ends
        else:
            yield number, mended(line, encoding, number, report).replace("\0", "")
        number += ends


def _as_written(lines: Iterator[tuple[int, str]]) -> Iterator[Row]:
    """Cells between tabs, as this program writes them."""
    for number, line in lines:
        yield number, line.rstrip("\r\n").split("\t")


def _delimiter(lines: Sequence[str]) -> str:
    """What gives most of the first lines the same number of cells, two or more."""

    def regular(delimiter: str) -> tuple[int, int]:
        sizes = [len(cells) for cells in csv.reader(lines[:40], delimiter=delimiter, strict=False) if cells]
        usual = max(set(sizes), key=sizes.count, default=0)
        return (sizes.count(usual), usual) if usual > 1 else (0, 0)

    named = next((one for one in _DELIMITERS if lines and by_head(next(csv.reader(lines[:1], delimiter=one), []))), "")
    return named if named and named in lines[0] else max(_DELIMITERS, key=regular)
