"""Adding, changing and removing entries of `glossary.yaml` so that every byte a person wrote elsewhere stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from workbench.glossary.entry import Entry
from workbench.glossary.file.checked import checked
from workbench.glossary.file.given import given, stay
from workbench.glossary.file.item_edit import edited, own_end
from workbench.glossary.file.lock import WAIT
from workbench.glossary.file.opened import OpenedFile, change
from workbench.glossary.file.refusing import refuse_contradiction
from workbench.glossary.file.yaml_file import Item, at_line
from workbench.glossary.file.yaml_items import chunks
from workbench.glossary.file.yaml_places import NotEditableError, line_start
from workbench.glossary.file.yaml_write import addition
from workbench.glossary.progress import Progress, quietly
from workbench.problem import Problem, WorkbenchError

_BLANK = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_END = re.compile(r"(?:\r\n|\n|\r)\Z")

Choose = Callable[[tuple[Entry, ...]], Entry]
"""Picks one of the entries in force; raises WorkbenchError if the one that is meant is not there."""


def add_entry(path: Path, entry: Entry, wait: float = WAIT, progress: Progress = quietly) -> Entry:
    """Append an entry to a glossary file, which is created if it is missing; all that stands there stays.

    Returns the entry as it was written, with its line; then the file is on the disk (see `write_atomically`). Raises
    WorkbenchError, the file untouched: if the entry is no valid one, if it contradicts another (with the line: one of
    its German forms is there, or the English of one is avoided by the other), if somebody else has the file's lock for
    more than `wait` seconds (see `glossary_lock`), or if the file cannot be read or written. Problems in other entries
    are no hindrance.
    """
    return change(path, adding(path, entry), wait, progress)


def replace_entry(path: Path, old: Entry, new: Entry, wait: float = WAIT, progress: Progress = quietly) -> Entry:
    """Change an entry of a glossary file where it stands.

    Only the values that differ are rewritten, in the style they have; comments, order, quoting and every other line
    stay. `old` is the entry as it was read, `line` included; if it stands elsewhere by then, it is found by its
    content. Returns the entry as it is now; then the file is on the disk. Raises WorkbenchError, the file untouched:
    if `old` is no longer there, if `new` is no valid entry or contradicts another (with the line), or if the entry is
    written in a way that cannot be changed in place, if the lock is not free (see `add_entry`), or the file cannot be
    read or written.
    """
    return change(path, replacing(path, old, new), wait, progress)


def remove_entry(path: Path, old: Entry | Choose, wait: float = WAIT, progress: Progress = quietly) -> Entry:
    """Take an entry out of a glossary file, with the comments on its lines and those right under it, if indented.

    Where blank lines would meet, one goes too. `old` may be a function that picks one of the entries that are in force
    at that moment. Returns the entry that was taken out, with the line it had; what is written and what is raised: see
    `replace_entry`.
    """
    return change(path, removing(old), wait, progress)


Edit = Callable[[OpenedFile], tuple[str, Entry]]
"""What `change` is given: makes the file's new text, and tells the entry that it is about."""


def adding(path: Path, entry: Entry) -> Edit:
    """What `add_entry` does. Raises WorkbenchError if the entry is no valid one."""
    new = checked(path, entry)
    return lambda file: _added(file, new)


def replacing(path: Path, old: Entry, new: Entry) -> Edit:
    """What `replace_entry` does. Raises WorkbenchError if `new` is no valid entry."""
    wanted = checked(path, new)
    return lambda file: _replaced(file, old, wanted)


def removing(old: Entry | Choose) -> Edit:
    """What `remove_entry` does."""
    return lambda file: _removed(file, old(file.in_force) if callable(old) else old)


def _added(file: OpenedFile, new: Entry) -> tuple[str, Entry]:
    stray = next((item.chunk for item in file.items if item.chunk.stray), None)
    if stray:
        mend = "begin each entry with '- de: …', then add again"
        raise WorkbenchError(Problem(file.path, "line belongs to no entry", mend, stray.line))
    refuse_contradiction(file, new, None)
    text = file.text + addition(file.text, new)
    there = given(text, file.items, len(file.items))
    if not there or at_line(there, 0) != new:
        what = f"'{new.de[0]}' cannot be added: the end of the file is broken"
        last = file.items[-1].chunk.line if file.items else None
        raise WorkbenchError(Problem(file.path, what, "mend the last entry", last))
    return text, there


def _replaced(file: OpenedFile, old: Entry, new: Entry) -> tuple[str, Entry]:
    number = _place(file, old)
    here = file.entry(number)
    if at_line(here, 0) == new:
        return file.text, here
    refuse_contradiction(file, new, number)
    chunk = file.items[number].chunk
    for keep in (True, False):
        with suppress(NotEditableError):
            item = edited(file.text[chunk.start : chunk.end], here, new, keep)
            text = file.text[: chunk.start] + item + file.text[chunk.end :]
            there = given(text, _without(file.items, number), number)
            if there and at_line(there, 0) == new:
                return text, there
    raise WorkbenchError(_by_hand(file.path, here, "changed"))


def _removed(file: OpenedFile, old: Entry) -> tuple[str, Entry]:
    number = _place(file, old)
    chunk = file.items[number].chunk
    with suppress(NotEditableError):
        end = chunk.start + own_end(file.text[chunk.start : chunk.end])
        text = _joined(file.text[: chunk.start], file.text[end:])
        if stay(list(chunks(text)), _without(file.items, number)):
            return text, file.entry(number)
    raise WorkbenchError(_by_hand(file.path, file.entry(number), "removed"))


def _without(items: list[Item], number: int) -> list[Item]:
    return items[:number] + items[number + 1 :]


def _place(file: OpenedFile, old: Entry) -> int:
    """The number of the item that has the entry. Raises WorkbenchError if it is no longer there."""
    alike = [n for n, entry in enumerate(file.entries) if entry and entry == at_line(old, entry.line)]
    here = [n for n in alike if file.entry(n).line == old.line] or alike
    if len(here) == 1:
        return here[0]
    changed = [entry for entry in file.entries if entry and entry.de[0] == old.de[0]]
    if changed:
        what, mend = f"'{old.de[0]}' was changed in the file meanwhile", "look at it again, then change it"
        raise WorkbenchError(Problem(file.path, what, mend, changed[0].line))
    what, mend = f"'{old.de[0]}' is no longer in the file", "add it again if it is wanted"
    raise WorkbenchError(Problem(file.path, what, mend))


def _by_hand(path: Path, entry: Entry, done: str) -> Problem:
    what = f"'{entry.de[0]}' is written in a way that cannot be {done} here"
    return Problem(path, what, "change it in an editor", entry.line)


def _joined(before: str, after: str) -> str:
    """What stood before an entry and after it; of two blank lines that meet, or one at an end, one goes."""
    end = _END.search(before)
    last = line_start(before, end.start()) if end else 0
    above = bool(end) and not before[last:].strip()
    below = _BLANK.match(after)
    if below and (above or not before):
        return before + after[below.end() :]
    return before[:last] if above and not after else before + after
