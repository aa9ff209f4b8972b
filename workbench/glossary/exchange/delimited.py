"""Text tables: tab-separated (OmegaT) and comma- or semicolon-separated (DeepL, Google, spreadsheets)."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from workbench.formats.decoding import decode
from workbench.glossary.exchange.columns import named_columns
from workbench.glossary.exchange.concept import Concept, Told, number_of
from workbench.glossary.exchange.formulas import from_text
from workbench.glossary.exchange.iate import iate_rows, is_iate
from workbench.glossary.exchange.rows import Row, concepts_of
from workbench.problem import Problem, WorkbenchError

_CODING = re.compile(rb"\A(?:\xef\xbb\xbf)?#[^\r\n]*?coding:\s*([\w.-]+)")
_CHARSET = re.compile(r"(?:utf|iso8859|cp\d|mac-|koi8|ascii)")
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LINE = re.compile(r"\r\n|\n|\r")
_NAMES = {"\t": "tabs", ",": "commas", ";": "semicolons"}
_SAMPLE = 200
_QUOTED_BY_A_SPREADSHEET = re.compile(r'"((?:[^"]|"")*""(?:[^"]|"")*)"')


def read_tabs(data: bytes, swap: bool, told: Told) -> Iterator[Concept]:
    """OmegaT's table: source, target and comment, parted by tabs; lines that begin with # are comments.

    The encoding is what `coding:` in the first line says, else UTF-8, UTF-16 with a byte order mark, or Windows-1252.
    Nothing is quoted; only a cell whose quotation marks a spreadsheet has doubled is unquoted, in a file that OmegaT
    did not begin. Raises WorkbenchError for what is no text.
    """
    lines = _LINE.split(_text(data, told))
    comments = sum(line.startswith("#") and "\t" in line for line in lines)
    if comments:
        told.notes.append(f"not read: {number_of(comments, 'line')} beginning with #, as comments do in OmegaT")
    cells = _plain if _CODING.match(data) else _unquoted
    rows = [Row(number, cells(line)) for number, line in enumerate(lines, 1) if not line.startswith("#")]
    return concepts_of(rows, swap, told)


def read_table(data: bytes, swap: bool, told: Told) -> Iterator[Concept]:
    """A table parted by commas, semicolons or tabs, whichever its rows have in common; quoted as in CSV.

    Encodings as in `read_tabs`. Raises WorkbenchError for what is no text and for quotation marks that do not close.
    """
    text = _text(data, told)
    if is_iate(text.partition("\n")[0]):
        told.notes.append("IATE's export; read are its terms and domains")
        return concepts_of(iate_rows(text.splitlines(), told), swap, told)
    delimiter = _delimiter(text)
    told.notes.append(f"parted by {_NAMES[delimiter]}")
    if delimiter == "\t":
        rows = [Row(number, _unquoted(line)) for number, line in enumerate(_LINE.split(text), 1)]
    else:
        rows = list(_csv_rows(text, delimiter, told))
    return concepts_of(rows, swap, told)


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


def _unquoted(line: str) -> tuple[str, ...]:
    return tuple(
        from_text(quoted[1].replace('""', '"') if (quoted := _QUOTED_BY_A_SPREADSHEET.fullmatch(cell)) else cell)
        for cell in _plain(line)
    )


def _csv_rows(text: str, delimiter: str, told: Told) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple(map(from_text, cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        what = "a quotation mark does not close, or stands alone in a quoted cell"
        if "field limit" in str(error):
            what = f"a cell has more than {csv.field_size_limit():,} characters, or a quotation mark does not close"
        mend = 'write " twice in a cell that is between quotation marks'
        raise WorkbenchError(Problem(told.where, what, mend, line)) from None


def _delimiter(text: str) -> str:
    """What parts the cells: that by which the first row names columns (memoQ has semicolons in its cells, too).

    Else it is that by which most of the first rows have two that are filled, or two at all.
    """
    lines = [line[:1_000] for line in _LINE.split(text[: _SAMPLE * 1_000]) if line.strip()][:_SAMPLE]
    for line in lines[:1]:
        named = {d: columns for d in _NAMES if (columns := named_columns(_loosely(line, d)))}
        if named:
            return max(named, key=lambda delimiter: len(named[delimiter].read))

    def pairs(delimiter: str) -> tuple[int, int]:
        rows = [line.split(delimiter) if delimiter == "\t" else _loosely(line, delimiter) for line in lines]
        parted = [row for row in rows if len(row) > 1]
        return sum(bool(row[0].strip() and row[1].strip()) for row in parted), len(parted)

    return max(("\t", ",", ";"), key=pairs)


def _loosely(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])
