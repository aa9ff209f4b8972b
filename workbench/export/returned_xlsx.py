"""A bilingual spreadsheet that came back from a reviewer, from whatever program it was saved in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

from workbench.export import xlsx
from workbench.export.cell_text import Roles, inline_of
from workbench.export.returned import Returned, ReturnedSegment
from workbench.export.rows import numbers
from workbench.export.spreadsheet import EMPTY, Cell, Line, sheets
from workbench.export.units import Unit
from workbench.formats import CodeRole
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline
from workbench.translation import State

_HEAD_WITHIN = 20
"""Rows: a reviewer may have put some above the head."""
_RETURN = re.compile(r"_x000[Dd]_")
"""How a spreadsheet program writes the carriage return of a line that was typed or pasted elsewhere."""
_OWN = frozenset((*xlsx.SHOWN, *xlsx.HIDDEN))
_STATES = frozenset(state.value for state in State)


@dataclass(frozen=True, slots=True)
class _Read:
    """A row of the table, by the names of its columns; `number` is that in the sheet, from 1."""

    number: int
    cells: Mapping[str, Cell]
    others: tuple[tuple[str, Cell], ...]

    def __getitem__(self, name: str) -> Cell:
        return self.cells.get(name, EMPTY)


def read_returned_xlsx(data: bytes, where: Path) -> Returned:
    """What a bilingual XLSX says now: the English of each row, whatever order the rows are in, and what was remarked.

    Comments on cells, lines that were put into the notes, and what stands in columns that were added, are comments.
    Rows without an id are segments without one, told as a remark. Raises WorkbenchError for what is no spreadsheet, is
    damaged or locked, or has no columns named German and English.
    """
    title, head, table = _table(data, where)
    rows = [row for row in table if any(row[name].text for name in (xlsx.KEY, xlsx.GERMAN, xlsx.ENGLISH, xlsx.NOTES))]
    if xlsx.KEY not in head:
        what = "has no ids of segments any more, its hidden columns are gone: paragraphs are found by their German"
        remarks = [Problem(where, what, "look at what is taken over")]
    else:
        remarks = _remarks(rows, where)
    return Returned(tuple(_segment(row) for row in _once(rows, where, remarks)), tuple(remarks), title)


def read_xlsx(data: bytes, where: Path) -> list[Unit]:
    """The rows of such a spreadsheet again, German and English with their codes."""
    _, _, table = _table(data, where)
    return [Unit(row[xlsx.KEY].text, _text(row, xlsx.GERMAN), _text(row, xlsx.ENGLISH)) for row in table]


def _text(row: _Read, name: str) -> Inline:
    """A cell's text with its codes; of a formula and an error what stood there when the file was handed over."""
    before = Inline.parsed(row[xlsx.OLD_GERMAN if name == xlsx.GERMAN else xlsx.OLD_ENGLISH].text)
    pieces = row[name].pieces
    if not _RETURN.search(before.text):  # so these are no letters of the text
        pieces = tuple(replace(piece, text=_RETURN.sub("", piece.text)) for piece in pieces)
    return before if row[name].odd else inline_of(pieces, before, _roles(row))


def _table(data: bytes, where: Path) -> tuple[str, frozenset[str], list[_Read]]:
    """The article's name, the names of the columns, the rows below them: of the first sheet with German and English."""
    title, found = sheets(data, where)
    for lines in found.values():
        for number in sorted(lines)[:_HEAD_WITHIN]:
            names = {column: cell.text for column, cell in lines[number].items()}
            if {xlsx.GERMAN, xlsx.ENGLISH} <= set(names.values()):
                below = [_read(key, line, names) for key, line in lines.items() if key > number]
                return title, frozenset(names.values()), below
    what = f"has no columns named {xlsx.GERMAN} and {xlsx.ENGLISH}"
    raise WorkbenchError(Problem(where, what, "give the file that was handed over, with the names of its columns"))


def _read(number: int, line: Line, names: Mapping[int, str]) -> _Read:
    own: dict[str, Cell] = {}
    for column, cell in line.items():
        if names.get(column) in _OWN:
            own.setdefault(names[column], cell)
    others = tuple((names.get(column, ""), cell) for column, cell in line.items() if names.get(column) not in _OWN)
    return _Read(number, own, others)


def _segment(row: _Read) -> ReturnedSegment:
    known = bool(row[xlsx.KEY].text)
    exported = Inline.parsed(row[xlsx.OLD_ENGLISH].text)
    state = row[xlsx.STATE].text.casefold()
    return ReturnedSegment(
        id=row[xlsx.KEY].text,
        target=_text(row, xlsx.ENGLISH),
        exported=exported if known else None,
        comments=_comments(row),
        reviewed=state == State.REVIEWED.value if state in _STATES else None,
        source=_text(row, xlsx.GERMAN).text,
    )


def _roles(row: _Read) -> Roles:
    named = (word.partition("=") for word in row[xlsx.CODES].text.split())
    return {key: cast(CodeRole, role) for key, _, role in named if role in get_args(CodeRole)}


def _comments(row: _Read) -> tuple[str, ...]:
    """What the reviewer wrote beside a paragraph: in comments, in the notes, in columns of their own."""
    found = [_added(row[xlsx.NOTES].text, row[xlsx.OLD_NOTES].text)]
    found += [cell.comment for cell in (*row.cells.values(), *(cell for _, cell in row.others))]
    found += [f"{name}: {cell.text}" if name and cell.text else cell.text for name, cell in row.others]
    state = row[xlsx.STATE].text
    found.append(f"{xlsx.STATE}: {state}" if state and state.casefold() not in _STATES else "")
    found.append(f"{xlsx.ENGLISH}: {row[xlsx.ENGLISH].text}" if row[xlsx.ENGLISH].odd else "")
    return tuple(filter(None, found))


def _added(notes: str, before: str) -> str:
    """The lines of the notes that were not there before."""
    there = Counter(before.split("\n"))
    added = []
    for line in notes.split("\n"):
        if there[line]:
            there[line] -= 1
        elif line.strip():
            added.append(line.strip())
    return "\n".join(added)


def _remarks(rows: Sequence[_Read], where: Path) -> list[Problem]:
    told: tuple[tuple[Callable[[_Read], bool], str, str], ...] = (
        (
            lambda row: not row[xlsx.KEY].text,
            "no id of a segment, so the row was added or typed over",
            "look where its English belongs",
        ),
        (
            lambda row: row[xlsx.ENGLISH].odd,
            "the English is a formula or an error: left as it was, and told as a comment",
            "type it with ' before it",
        ),
        (
            lambda row: bool(row[xlsx.KEY].text) and _words(row[xlsx.GERMAN].text) != _words(row[xlsx.OLD_GERMAN].text),
            "the German is another than it was",
            "the German is not taken over; change it in the source file",
        ),
    )
    remarks = []
    for is_so, what, mend in told:
        if found := [row.number - 1 for row in rows if is_so(row)]:
            remarks.append(Problem(where, f"row {numbers(found)}: {what}", mend))
    return remarks


def _words(text: str) -> list[str]:
    """The words of a cell; codes do not count: which of them are marks, the cell's formatting decides."""
    return Inline.parsed(text).text.split()


def _once(rows: Sequence[_Read], where: Path, remarks: list[Problem]) -> list[_Read]:
    """The rows, of those with one id the first that was changed; where several were, the others are told."""
    found: dict[str, _Read] = {}
    alone, doubled = [], []
    for row in rows:
        key = row[xlsx.KEY].text
        if not key:
            alone.append(row)
        elif key not in found or (_same(found[key]) and not _same(row)):
            found[key] = row
        elif not _same(row) and row[xlsx.ENGLISH].text != found[key][xlsx.ENGLISH].text:
            doubled.append(row.number - 1)
    if doubled:
        what = f"row {numbers(doubled)}: a copy of another row, with other English: not read"
        remarks.append(Problem(where, what, "put what is wanted into one of them"))
    return sorted((*found.values(), *alone), key=lambda row: row.number)


def _same(row: _Read) -> bool:
    segment = _segment(row)
    return segment.target == segment.exported and not segment.comments
