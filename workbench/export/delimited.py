"""Both languages as CSV (RFC 4180), for spreadsheets too, and as TSV for programs that read line by line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from workbench.export.delivery import Delivery
from workbench.export.rows import Row, rows
from workbench.export.units import Unit
from workbench.glossary.exchange.formulas import as_text, from_text
from workbench.text import Inline, clean
from workbench.translation import State

COLUMNS = ("number", "id", "source", "target", "state", "notes", "findings")
"""The first line of both. translate-toolkit and other programs know most of these names."""

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_TABLE = str.maketrans(_ESCAPES)
_ESCAPED = re.compile(r"\\([\\tnr])")
_PLAIN = {escape[1]: plain for plain, escape in _ESCAPES.items()}


def bilingual_csv(delivery: Delivery) -> bytes:
    """A line a paragraph: UTF-8 with a byte order mark, commas, every cell in quotation marks where it has to be.

    Codes are written into the texts (`⟨1⟩neue⟨/1⟩`). A cell that a spreadsheet would run as a formula has an apostrophe
    before it. What is skipped is told in its state, and has no English.
    """
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(delivery):
        writer.writerow([as_text(cell) for cell in _cells(row)])
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def bilingual_tsv(delivery: Delivery) -> bytes:
    r"""A line a paragraph: UTF-8, tabs between cells, no quotation marks.

    `\t`, `\n`, `\r` and `\\` in a cell stand for a tab, line breaks and a backslash. Nothing else is changed
    in a cell: what begins with `=` does so here, too.
    """
    lines = ["\t".join(COLUMNS), *("\t".join(escaped(cell) for cell in _cells(row)) for row in rows(delivery))]
    return ("\n".join(lines) + "\n").encode()


def escaped(cell: str) -> str:
    r"""A cell as a TSV has it: `\t`, `\n`, `\r` and `\\` for what stands between cells and lines."""
    return cell.translate(_TABLE)


def read_csv(data: bytes) -> list[Unit]:
    """The lines of such a CSV again."""
    csv.field_size_limit(100_000_000)
    lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return list(_units([from_text(cell) for cell in line] for line in lines))


def read_tsv(data: bytes) -> list[Unit]:
    """The lines of such a TSV again."""
    lines = data.decode().split("\n")[:-1]
    return list(_units([_ESCAPED.sub(lambda m: _PLAIN[m[1]], cell) for cell in line.split("\t")] for line in lines))


def _cells(row: Row) -> tuple[str, ...]:
    english = "" if row.state is State.SKIPPED else row.target.shown()
    notes, findings = ("\n".join(clean(text).strip() for text in told) for told in (row.remarks, row.findings))
    return (str(row.number), row.id, row.source.shown(), english, row.state.value, notes, findings)


def _units(lines: Iterator[list[str]]) -> Iterator[Unit]:
    next(lines)
    for _, key, source, target, *_ in lines:
        yield Unit(key, Inline.parsed(source), Inline.parsed(target))
