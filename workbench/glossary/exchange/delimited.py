"""Text tables: tab-separated (OmegaT) and comma- or semicolon-separated (DeepL, Google, spreadsheets)."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress

from workbench.formats.decoding import decode
from workbench.glossary.exchange.columns import named_columns
from workbench.glossary.exchange.concept import Concept, Told
from workbench.glossary.exchange.formulas import from_text
from workbench.glossary.exchange.heading import Row
from workbench.glossary.exchange.long_table import long_columns
from workbench.glossary.exchange.rows import concepts_of
from workbench.problem import Problem, WorkbenchError
from workbench.text.counted import counted

_CODING = re.compile(rb"\A(?:\xef\xbb\xbf)?#[^\r\n]*?coding:\s*([\w.-]+)")
_CHARSET = re.compile(r"(?:utf|iso8859|cp\d|mac-|koi8|ascii)")
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LINE = re.compile(r"\r\n|\n|\r")
_NAMES = {"\t": "tabs", ",": "commas", ";": "semicolons", "|": "vertical bars (|)"}
_SEPARATOR_SAID = re.compile(r"sep=([,;|\t])[ \t]*(?:\r\n|\n|\r|\Z)", re.IGNORECASE)
_SAMPLE = 200
_QUOTED_BY_A_SPREADSHEET = re.compile(r'"((?:[^"]|"")*""(?:[^"]|"")*)"')


def begun_by_omegat(data: bytes) -> bool:
    """Whether a file begins with the line that OmegaT gives a glossary, which says its encoding."""
    return _CODING.match(data) is not None


def read_tabs(data: bytes, swap: bool, told: Told) -> Iterator[Concept]:
    """OmegaT's table: source, target and comment, parted by tabs; lines that begin with # are comments.

    The encoding is what `coding:` in the first line says, else as `decode` finds it. In a file that OmegaT began
    nothing is quoted; else a cell is unquoted that a spreadsheet has quoted. Raises WorkbenchError for what is no text.
    """
    text = _text(data, told)
    omegats = begun_by_omegat(data)
    rows = [Row(n, _plain(line)) for n, line in enumerate(_LINE.split(text), 1)] if omegats else _tab_rows(text)
    comments = sum(_is_comment(row) and len(row.cells) > 1 for row in rows)
    if comments:
        told.notes.append(f"not read: {counted(comments, 'line')} beginning with #, as comments do in OmegaT")
    terms = [row for row in rows if not _is_comment(row)]
    if omegats and not any(cell.strip() for row in terms for cell in row.cells):
        told.may_be_empty = True
        told.notes.append("a glossary of OmegaT that has no terms yet")
    return concepts_of(terms, swap, told, in_order=omegats)


def read_table(data: bytes, swap: bool, told: Told) -> Iterator[Concept]:
    """A table parted by commas, semicolons, tabs or `|`, whichever its rows have in common; quoted as in CSV.

    Encodings as in `read_tabs`. Raises WorkbenchError for what is no text, for lines that nothing parts, and for
    quotation marks that do not close.
    """
    text = _text(data, told)
    said = _SEPARATOR_SAID.match(text)
    if said:  # a line for Excel alone
        text = text[said.end() :]
    delimiter = said[1] if said else _delimiter(text)
    if not delimiter:
        _tell_undivided(text, told)
        return iter(())
    told.notes.append(f"parted by {_NAMES[delimiter]}")
    rows = _tab_rows(text) if delimiter == "\t" else _csv_rows(text, delimiter, told)
    above = 1 if said else 0
    return concepts_of([Row(row.line + above, row.cells) for row in rows], swap, told)


def _tell_undivided(text: str, told: Told) -> None:
    """Raises WorkbenchError for a table of one column, unless there is nothing in it."""
    if not text.strip():
        return
    first = next(line for line in _LINE.split(text) if line.strip())
    if first.startswith("msgid ") or "\nmsgid " in text:
        raise WorkbenchError(Problem(told.where, "is a PO file", "export the glossary as CSV or TBX"))
    what = f"nothing parts its lines into columns – no tab, comma, semicolon or | (first line: '{first[:40]}')"
    raise WorkbenchError(Problem(told.where, what, "save it as CSV, German and English in a column each"))


def _is_comment(row: Row) -> bool:
    return row.cells[0].startswith("#")


def _text(data: bytes, told: Told) -> str:
    coding = _CODING.match(data)
    if coding and not data.startswith(_BYTE_ORDER_MARKS):
        return _decoded_as(data, coding[1].decode("ascii", "replace"), told)
    text, remark = decode(data, told.where)
    if remark:
        told.notes.append(f"{f'line {remark.line:,}: ' if remark.line else ''}{remark.what} – {remark.mend}")
    return text


def _decoded_as(data: bytes, coding: str, told: Told) -> str:
    try:
        if not _CHARSET.match(codecs.lookup(coding).name):
            raise LookupError
        return data.decode(coding)
    except (LookupError, UnicodeError):
        what = f"its first line says that it is {coding}, but it cannot be read so"
        raise WorkbenchError(Problem(told.where, what, "save it as UTF-8 and correct the line", 1)) from None


def _plain(line: str) -> tuple[str, ...]:
    return tuple(line.split("\t"))


def _tab_rows(text: str) -> list[Row]:
    """The rows of a table parted by tabs: as CSV has them where quotation marks hold a tab or a line break together."""
    rows = [Row(number, _unquoted(line)) for number, line in enumerate(_LINE.split(text), 1)]
    if any(cell.startswith('"') and (len(cell) == 1 or not cell.endswith('"')) for row in rows for cell in row.cells):
        with suppress(_QuotingError):
            quoted = list(_read_csv(text, "\t"))
            if any("\t" in cell or "\n" in cell or "\r" in cell for row in quoted for cell in row.cells):
                return quoted
    return rows


def _unquoted(line: str) -> tuple[str, ...]:
    return tuple(
        from_text(quoted[1].replace('""', '"') if (quoted := _QUOTED_BY_A_SPREADSHEET.fullmatch(cell)) else cell)
        for cell in _plain(line)
    )


def _csv_rows(text: str, delimiter: str, told: Told) -> Iterator[Row]:
    try:
        yield from _read_csv(text, delimiter)
    except _QuotingError as error:
        what = "a quotation mark does not close, or stands alone in a quoted cell"
        if "field limit" in str(error):
            what = f"a cell has more than {csv.field_size_limit():,} characters, or a quotation mark does not close"
        mend = 'write " twice in a cell that is between quotation marks'
        raise WorkbenchError(Problem(told.where, what, mend, error.line)) from None


class _QuotingError(Exception):
    """The quotation marks of a row make no sense; `line` is where it begins."""

    def __init__(self, line: int, error: csv.Error) -> None:
        super().__init__(str(error))
        self.line = line


def _read_csv(text: str, delimiter: str) -> Iterator[Row]:
    """The rows of a table, each with its first line. Raises _QuotingError."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple(map(from_text, cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _QuotingError(line, error) from None


def _delimiter(text: str) -> str:
    """What parts the cells: that by which the first row names columns (memoQ has semicolons in its cells, too).

    Else it is that by which most of the first rows have two that are filled, or two at all; "" where none has two.
    """
    lines = [line[:1_000] for line in _LINE.split(text[: _SAMPLE * 1_000]) if line.strip()][:_SAMPLE]
    for line in lines[:1]:
        named = {d: columns for d in _NAMES if (columns := named_columns(_loosely(line, d)))}
        if named:
            return max(named, key=lambda delimiter: len(named[delimiter].read))
        if by_term := [d for d in _NAMES if long_columns(_loosely(line, d))]:
            return by_term[0]

    def pairs(delimiter: str) -> tuple[int, int]:
        rows = [line.split(delimiter) if delimiter == "\t" else _loosely(line, delimiter) for line in lines]
        parted = [row for row in rows if len(row) > 1]
        return sum(bool(row[0].strip() and row[1].strip()) for row in parted), len(parted)

    found = max(_NAMES, key=pairs)
    return found if pairs(found)[1] else ""


def _loosely(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])
