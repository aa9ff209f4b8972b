"""A bilingual spreadsheet that came back from a reviewer, from whatever program it was saved in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from workbench.export import xlsx
from workbench.export.cell_text import Roles, inline_of
from workbench.export.returned import Returned, ReturnedSegment
from workbench.export.rows import NOTE, REMARKED, numbers
from workbench.export.spreadsheet import EMPTY, Cell, Line, sheets
from workbench.export.units import Unit
from workbench.formats import CodeRole
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean_line
from workbench.translation import State

_HEAD_WITHIN = 20
"""Rows: a reviewer may have put some above the head."""
_RETURN = re.compile(r"_x000[Dd]_")
"""How a spreadsheet program writes the carriage return of a line that was typed or pasted elsewhere."""
_OWN = frozenset((*xlsx.SHOWN, *xlsx.HIDDEN))
_STATES = frozenset(state.value for state in State)


@dataclass(frozen=True, slots=True)
class _Read:
    """A row of the table, by the names of its columns; `number` is that in the sheet, from 1.

    `names`: the columns that the sheet has; `others`: the cells of columns that are not the program's own.
    """

    number: int
    cells: Mapping[str, Cell]
    others: tuple[tuple[str, Cell], ...]
    names: frozenset[str]

    def __getitem__(self, name: str) -> Cell:
        return self.cells.get(name, EMPTY)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not any(cell.text or cell.comment for cell in (*self.cells.values(), *(cell for _, cell in self.others)))


@dataclass(frozen=True, slots=True)
class _Table:
    """The table of a spreadsheet. `title`: the article's name; `beside`: what is told of cells that are not in it."""

    title: str
    names: frozenset[str]
    rows: list[_Read]
    beside: tuple[str, ...]


def read_returned_xlsx(data: bytes, where: Path) -> Returned:
    """What a bilingual XLSX says now: the English of each row, whatever order the rows are in, and what was remarked.

    Comments on cells, lines that were put into the notes, and what stands in columns that were added, are comments.
    Rows without an id are segments without one, told as a remark. Raises WorkbenchError for what is no spreadsheet, is
    damaged or locked, or has no columns named German and English.
    """
    table = _table(data, where)
    rows = [row for row in table.rows if not row.is_empty]
    remarks = [Problem(where, what, "look at it; it is taken in nowhere") for what in table.beside]
    if xlsx.KEY not in table.names:
        what = "has no ids of segments any more, its hidden columns are gone: paragraphs are found by their German"
        remarks.append(Problem(where, what, "look at what is taken over"))
    else:
        rows = beside_their_own(rows, where, remarks)
        remarks += _remarks(rows, where)
    return Returned(tuple(_segment(row) for row in _once(rows, where, remarks)), tuple(remarks), table.title)


def read_xlsx(data: bytes, where: Path) -> list[Unit]:
    """The rows of such a spreadsheet again, German and English with their codes."""
    rows = _table(data, where).rows
    return [Unit(row[xlsx.KEY].text, _text(row, xlsx.GERMAN), _text(row, xlsx.ENGLISH)) for row in rows]


def _text(row: _Read, name: str) -> Inline:
    """A cell's text with its codes; of a formula and an error what stood there when the file was handed over."""
    before = Inline.parsed(row[xlsx.OLD_GERMAN if name == xlsx.GERMAN else xlsx.OLD_ENGLISH].text)
    pieces = row[name].pieces
    if not _RETURN.search(before.text):  # so these are no letters of the text
        pieces = tuple(replace(piece, text=_RETURN.sub("", piece.text)) for piece in pieces)
    return before if row[name].odd else inline_of(pieces, before, _roles(row))


def _table(data: bytes, where: Path) -> _Table:
    """The table of the first sheet that has columns for German and English."""
    title, found = sheets(data, where)
    for sheet, lines in found.items():
        for number in sorted(lines)[:_HEAD_WITHIN]:
            names = {column: cell.text for column, cell in lines[number].items()}
            if {xlsx.GERMAN, xlsx.ENGLISH} <= set(names.values()):
                rows = [_read(key, line, names) for key, line in lines.items() if key > number]
                above = {key: line for key, line in lines.items() if key < number}
                others = {name: one for name, one in found.items() if name not in (sheet, xlsx.ABOUT)}
                beside = (*_written("above the table", above), *_of_sheets(others))
                return _Table(title, frozenset(names.values()), rows, beside)
    what = f"has no columns named {xlsx.GERMAN} and {xlsx.ENGLISH}"
    raise WorkbenchError(Problem(where, what, "give the file that was handed over, with the names of its columns"))


def _of_sheets(found: Mapping[str, Mapping[int, Line]]) -> Iterator[str]:
    for name, lines in found.items():
        yield from _written(f"in the sheet “{clean_line(name)[:40]}”", lines)


def _written(there: str, lines: Mapping[int, Line]) -> Iterator[str]:
    """What is told of cells that are none of the table's."""
    words = [clean_line(cell.text or cell.comment) for line in lines.values() for cell in line.values()]
    if words:
        more = f" and {len(words) - 3:,} more cells" if len(words) > 3 else ""
        yield f"has something {there}: “{'; '.join(words[:3])[:200]}”{more}"


def _read(number: int, line: Line, names: Mapping[int, str]) -> _Read:
    own: dict[str, Cell] = {}
    for column, cell in line.items():
        if names.get(column) in _OWN:
            own.setdefault(names[column], cell)
    others = tuple((names.get(column, ""), cell) for column, cell in line.items() if names.get(column) not in _OWN)
    return _Read(number, own, others, frozenset(names.values()))


# Rows whose hidden cells are others'

_TOLD_BY = (
    ((xlsx.OLD_GERMAN, xlsx.OLD_ENGLISH, xlsx.KEY), (xlsx.GERMAN, xlsx.ENGLISH, xlsx.KEY)),
    ((xlsx.OLD_GERMAN, xlsx.OLD_ENGLISH), (xlsx.GERMAN, xlsx.ENGLISH)),
    ((xlsx.OLD_GERMAN, xlsx.KEY), (xlsx.GERMAN, xlsx.KEY)),
    ((xlsx.OLD_GERMAN,), (xlsx.GERMAN,)),
)
"""Which columns tell that a row's hidden cells belong to what is seen, the surest first."""


def beside_their_own(rows: Sequence[_Read], where: Path, remarks: list[Problem]) -> list[_Read]:
    """The rows with the hidden cells that are theirs, where a reviewer sorted the columns that are seen without them.

    They are found by their German; of equal paragraphs by the English that they had, else a row keeps its own. One
    whose German is none that was handed over keeps its hidden cells only if no other row has them.
    """
    if not any(row[xlsx.KEY].text and row[xlsx.GERMAN].text and _has_other_german(row) for row in rows):
        return list(rows)
    mine = _paired(rows)
    taken = {one.number for one in mine.values()}
    moved = [row.number - 1 for row in rows if mine.get(row.number, row) is not row]
    if moved:
        what = f"row {numbers(moved)}: sorted without the hidden columns: the German tells which paragraph it is"
        remarks.append(Problem(where, what, "look at what is taken over"))
    return [_with_hidden(row, mine.get(row.number, None if row.number in taken else row)) for row in rows]


def _paired(rows: Sequence[_Read]) -> dict[int, _Read]:
    """For each row, by its number, that whose hidden cells belong to it; none where nothing tells it."""
    free = {row.number: row for row in rows if row[xlsx.KEY].text}
    mine: dict[int, _Read] = {}
    for old, seen in _TOLD_BY:
        found: dict[tuple[tuple[str, ...], ...], deque[_Read]] = defaultdict(deque)
        for row in free.values():
            found[_words_in(row, old)].append(row)
        for row in (row for row in rows if row.number not in mine):
            if several := found.get(_words_in(row, seen)):
                mine[row.number] = several.popleft()
                del free[mine[row.number].number]
    return mine


def _words_in(row: _Read, names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_words(row[name].text)) for name in names)


def _with_hidden(row: _Read, hidden: _Read | None) -> _Read:
    if hidden is row:
        return row
    own = {name: cell for name, cell in row.cells.items() if name not in xlsx.HIDDEN}
    kept = hidden.cells.items() if hidden is not None else ()
    return replace(row, cells=own | {name: cell for name, cell in kept if name in xlsx.HIDDEN})


def _segment(row: _Read) -> ReturnedSegment:
    known = bool(row[xlsx.KEY].text)
    return ReturnedSegment(
        id=row[xlsx.KEY].text,
        target=_text(row, xlsx.ENGLISH),
        exported=Inline.parsed(row[xlsx.OLD_ENGLISH].text) if known and xlsx.OLD_ENGLISH in row.names else None,
        comments=_comments(row),
        reviewed=_marked(row[xlsx.STATE].text.casefold(), row[xlsx.OLD_STATE].text),
        source=_text(row, xlsx.GERMAN).text,
    )


def _marked(state: str, before: str) -> bool | None:
    """What a reviewer marked by choosing another state than there was; that it was reviewed, where none is known."""
    reviewed = state == State.REVIEWED.value
    if state not in _STATES or state == before:
        return None
    return reviewed or (False if before == State.REVIEWED.value else None)


def _roles(row: _Read) -> Roles:
    named = (word.partition("=") for word in row[xlsx.CODES].text.split())
    roles: Mapping[str, CodeRole] = {role: role for role in get_args(CodeRole)}
    return {key: roles[role] for key, _, role in named if role in roles}


def _comments(row: _Read) -> tuple[str, ...]:
    """What the reviewer wrote beside a paragraph: in comments, in the notes, in columns of their own."""
    found = [_added(row[xlsx.NOTES].text, row[xlsx.OLD_NOTES].text) if xlsx.OLD_NOTES in row.names else _notes(row)]
    found += [cell.comment for cell in (*row.cells.values(), *(cell for _, cell in row.others))]
    found += [f"{name}: {cell.text}" if name and cell.text else cell.text for name, cell in row.others]
    state = row[xlsx.STATE].text
    found.append(f"{xlsx.STATE}: {state}" if state and state.casefold() not in _STATES else "")
    found.append(f"{xlsx.ENGLISH}: {row[xlsx.ENGLISH].text}" if row[xlsx.ENGLISH].odd else "")
    return tuple(filter(None, found))


def _notes(row: _Read) -> str:
    """The notes where nothing tells what stood there before: the translator's own, which the paragraph has, too."""
    lines = row[xlsx.NOTES].text.split("\n")
    return "\n".join(line.removeprefix(NOTE) for line in lines if not line.startswith(REMARKED))


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
            lambda row: bool(row[xlsx.KEY].text) and _has_other_german(row),
            "the German is another than it was",
            "the German is not taken over; change it in the source file",
        ),
    )
    remarks = []
    for is_so, what, mend in told:
        if found := [row.number - 1 for row in rows if is_so(row)]:
            remarks.append(Problem(where, f"row {numbers(found)}: {what}", mend))
    return remarks


def _has_other_german(row: _Read) -> bool:
    return _words(row[xlsx.GERMAN].text) != _words(row[xlsx.OLD_GERMAN].text)


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
