"""Merging what two people made of one glossary file: entry by entry, with the comments; nothing of any is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from workbench.files import Versions
from workbench.glossary.entry import Entry
from workbench.glossary.file.checked import checked
from workbench.glossary.file.contradictions import claim
from workbench.glossary.file.item_edit import edited
from workbench.glossary.file.yaml_entry import read_item
from workbench.glossary.file.yaml_file import at_line, decoded, items_of
from workbench.glossary.file.yaml_places import NotEditableError
from workbench.problem import Problem, WorkbenchError

_MARK = b"\xef\xbb\xbf"
_Key = tuple[object, int]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Piece:
    """An item of a file: what stands before it (comments, blank lines), its own text, and its entry if it gives one."""

    lead: str
    text: str
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class _Cut:
    """A file in pieces, each known by the first German form of its entry.

    `head`: what stands above a blank line before the first; `tail`: what stands behind the last.
    """

    head: str
    pieces: dict[_Key, _Piece]
    tail: str


def merge_glossaries(both: Versions, path: Path) -> bytes:
    """The glossary file that two people's come to; `path` is named in problems.

    An entry that only one has changed is as he has it, and one that is new on either side comes in. Of an entry that
    both have changed the forms of both are there; where they want another English both entries stay, one under the
    other, which is told as such entries are (the first is in force). What one has removed and the other changed stays.
    Raises WorkbenchError where one of the files is too large, or no UTF-8.
    """
    if both.theirs in (both.ours, both.base):
        return both.ours
    if both.base == both.ours:
        return both.theirs
    windows = b"\r\n" in both.ours
    base, ours, theirs = (_cut(_text(data or b"", path, windows=windows), path) for data in both)
    row = _row(list(base.pieces), list(ours.pieces), list(theirs.pieces))
    text = _three_way(base.head, ours.head, theirs.head, _both_lines)
    for key in row:
        for piece in _merged(base.pieces.get(key), ours.pieces.get(key), theirs.pieces.get(key), path):
            text = _with_end(text, windows=windows) + piece.lead + piece.text
    tail = _three_way(base.tail, ours.tail, theirs.tail, _both_lines)
    data = (_with_end(text, windows=windows) + tail if tail.strip() else text + tail).encode()
    return _MARK + data if both.ours.startswith(_MARK) else data


def _text(data: bytes, path: Path, *, windows: bool) -> str:
    def tell(line: int | None, what: str, mend: str) -> None:
        raise WorkbenchError(Problem(path, what, mend, line))

    text = decoded(data, tell).replace("\r\n", "\n")
    return text.replace("\n", "\r\n") if windows else text


def _cut(text: str, path: Path) -> _Cut:
    def tell(line: int | None, what: str, mend: str) -> None:
        raise WorkbenchError(Problem(path, what, mend, line))

    head = ""
    pieces: dict[_Key, _Piece] = {}
    often: Counter[object] = Counter()
    at = 0
    for item in items_of(text, tell):
        own = text[item.chunk.start : item.chunk.end]
        name: object = claim(item.entry.de[0]) if item.entry else " ".join(own.split())
        often[name] += 1
        lead = text[at : item.chunk.start]
        if not pieces:  # who removes the first entry leaves the head where it is
            head, lead = _parted_at_blank_line(lead)
        pieces[name, often[name]] = _Piece(lead, own, item.entry and at_line(item.entry, 0))
        at = item.chunk.end
    return _Cut(head, pieces, text[at:]) if pieces else _Cut(text, pieces, "")


def _parted_at_blank_line(lead: str) -> tuple[str, str]:
    lines = lead.splitlines(keepends=True)
    at = next((place for place in range(len(lines), 0, -1) if not lines[place - 1].strip()), 0)
    return "".join(lines[:at]), "".join(lines[at:])


def _row(base: Sequence[_Key], ours: Sequence[_Key], theirs: Sequence[_Key]) -> list[_Key]:
    """The keys of all, in our order; what only theirs has stands behind what it follows there, and behind ours."""
    row = list(ours)
    new = set(ours) - set(base) - set(theirs)
    last: _Key | None = None
    for key in theirs:
        if key not in row:
            place = row.index(last) + 1 if last is not None else 0
            while place < len(row) and row[place] in new:
                place += 1
            row.insert(place, key)
        last = key
    return row


def _merged(was: _Piece | None, ours: _Piece | None, theirs: _Piece | None, path: Path) -> list[_Piece]:
    """What an item comes to: nothing, one, or two under one another."""
    if ours is None or theirs is None:
        left = ours or theirs
        is_as_before = left is not None and was is not None and left.text == was.text
        return [] if left is None or is_as_before else [left]
    before = was or _Piece("", "", None)
    lead = _three_way(before.lead, ours.lead, theirs.lead, _both_lines)
    if ours.text in (theirs.text, before.text) or theirs.text == before.text:
        return [_Piece(lead, _three_way(before.text, ours.text, theirs.text, max), None)]
    one = _one_item(before.entry, ours, theirs, path)
    return [_Piece(lead, ours.text, None), replace(theirs, lead="")] if one is None else [_Piece(lead, one, None)]


def _one_item(was: Entry | None, ours: _Piece, theirs: _Piece, path: Path) -> str | None:
    """The text of an item in which the forms of both are; None where they want another English, or it cannot be."""
    if ours.entry is None or theirs.entry is None:
        return None
    entry = _one_entry(was, ours.entry, theirs.entry)
    if entry is None:
        return None
    with suppress(WorkbenchError, NotEditableError):
        entry = checked(path, entry)
        for keep in (True, False):
            text = edited(ours.text, ours.entry, entry, keep)
            if read_item(text).entry == entry:
                return text
    return None


def _one_entry(was: Entry | None, ours: Entry, theirs: Entry) -> Entry | None:
    before = was or Entry((), "")
    if ours.en != theirs.en and before.en not in (ours.en, theirs.en):
        return None
    return Entry(
        de=_forms(before.de, ours.de, theirs.de),
        en=_three_way(before.en, ours.en, theirs.en, min),
        also=_forms(before.also, ours.also, theirs.also),
        avoid=_forms(before.avoid, ours.avoid, theirs.avoid),
        kind=_three_way(before.kind, ours.kind, theirs.kind, lambda *two: min(two, key=lambda kind: kind == "term")),
        note=_three_way(before.note, ours.note, theirs.note, _both_notes),
        case=_three_way(before.case, ours.case, theirs.case, max),
        first=_three_way(before.first, ours.first, theirs.first, max),
    )


def _forms(was: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Without what either took out, with what either put in."""
    both = dict.fromkeys((*ours, *theirs))
    return tuple(form for form in both if form not in was or (form in ours and form in theirs))


def _both_notes(ours: str, theirs: str) -> str:
    return ours if theirs in ours else theirs if ours in theirs else f"{ours}; {theirs}"


def _both_lines(ours: str, theirs: str) -> str:
    there = {line.strip() for line in ours.splitlines()}
    return ours + "".join(
        line for line in theirs.splitlines(keepends=True) if line.strip() and line.strip() not in there
    )


def _three_way(was: _T, ours: _T, theirs: _T, both: Callable[[_T, _T], _T]) -> _T:
    if ours in (was, theirs):
        return theirs
    return ours if theirs == was else both(ours, theirs)


def _with_end(text: str, *, windows: bool) -> str:
    """The text with a line end, if it has none."""
    return text if not text or text.endswith("\n") else text + ("\r\n" if windows else "\n")
