"""Adding, changing and removing entries of `glossary.yaml` so that every byte a person wrote elsewhere stays."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.glossary.entry import KINDS, Entry
from workbench.glossary.file.contradictions import claim, clashes
from workbench.glossary.file.item_edit import edited, own_end
from workbench.glossary.file.letters import form_fault
from workbench.glossary.file.opened import OpenedFile, ignore, opened
from workbench.glossary.file.yaml_entry import LONGEST_NOTE
from workbench.glossary.file.yaml_file import Item, at_line, in_force, items_of
from workbench.glossary.file.yaml_places import NotEditableError, line_start
from workbench.glossary.file.yaml_write import addition
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

_BLANK = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_END = re.compile(r"(?:\r\n|\n|\r)\Z")


def add_entry(path: Path, entry: Entry) -> None:
    """Append an entry to a glossary file, which is created if it is missing; all that stands there stays.

    On return the file is on the disk (see `write_atomically`). Raises WorkbenchError, the file untouched: if
    the entry is no valid one, if it contradicts another (with the line: one of its German forms is there, or the
    English of one is avoided by the other), or if the file cannot be read or written. Problems in other entries are
    no hindrance.
    """
    new = _checked(path, entry)
    file = opened(path)
    stray = next((item.chunk for item in file.items if item.chunk.stray), None)
    if stray:
        mend = "begin each entry with '- de: …', then add again"
        raise WorkbenchError(Problem(path, "line belongs to no entry", mend, stray.line))
    _refuse_contradiction(file, new, None)
    text = file.text + addition(file.text, new)
    if not _gives(text, file.items, len(file.items), new):
        what = f"'{new.de[0]}' cannot be added: the end of the file is broken"
        raise WorkbenchError(
            Problem(path, what, "mend the last entry", file.items[-1].chunk.line if file.items else None)
        )
    file.write(text)


def replace_entry(path: Path, old: Entry, new: Entry) -> None:
    """Change an entry of a glossary file where it stands.

    Only the values that differ are rewritten, in the style they have; comments, order, quoting and every other line
    stay. `old` is the entry as it was read, `line` included; if it stands elsewhere by then, it is found by its
    content. On return the file is on the disk. Raises WorkbenchError, the file untouched: if `old` is no longer
    there, if `new` is no valid entry or contradicts another (with the line), or if the entry is written in a way that
    cannot be changed in place, or the file cannot be read or written.
    """
    new = _checked(path, new)
    file = opened(path)
    number = _place(file, old)
    here = file.entry(number)
    if at_line(here, 0) == new:
        return None
    _refuse_contradiction(file, new, number)
    chunk = file.items[number].chunk
    for keep in (True, False):
        with suppress(NotEditableError):
            item = edited(file.text[chunk.start : chunk.end], here, new, keep)
            text = file.text[: chunk.start] + item + file.text[chunk.end :]
            if _gives(text, _without(file.items, number), number, new):
                return file.write(text)
    raise WorkbenchError(_by_hand(path, here, "changed"))


def remove_entry(path: Path, old: Entry) -> None:
    """Take an entry out of a glossary file, with the comments on its lines and those right under it, if indented.

    Where blank lines would meet, one goes too. `old`, what is written and what is raised: see `replace_entry`.
    """
    file = opened(path)
    number = _place(file, old)
    chunk = file.items[number].chunk
    with suppress(NotEditableError):
        end = chunk.start + own_end(file.text[chunk.start : chunk.end])
        text = _joined(file.text[: chunk.start], file.text[end:])
        if _gives(text, _without(file.items, number), None, None):
            return file.write(text)
    raise WorkbenchError(_by_hand(path, file.entry(number), "removed"))


def _gives(text: str, others: list[Item], number: int | None, new: Entry | None) -> bool:
    """Whether a text has the items of `others`, and between them, at `number`, one that puts `new` in force."""
    items = items_of(text, ignore)
    if number is not None:
        if number >= len(items):
            return False
        entry = in_force(items, ignore)[number]
        if not entry or at_line(entry, 0) != new:
            return False
        items = _without(items, number)
    return len(items) == len(others) and all(map(_alike, items, others))


def _alike(item: Item, other: Item) -> bool:
    """Whether two items say the same; one that has a comment more may."""
    if item.chunk.text == other.chunk.text:
        return True
    one, two = (here.entry and at_line(here.entry, 0) for here in (item, other))
    return one == two and item.chunk.stray == other.chunk.stray


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


def _refuse_contradiction(file: OpenedFile, new: Entry, number: int | None) -> None:
    """Raises WorkbenchError if the new entry contradicts one that the old one, at `number`, did not contradict."""
    old = None if number is None else file.entries[number]
    others = [item for n, item in enumerate(file.items) if n != number]
    _refuse_claimed(file.path, new, old, others)
    entries = [entry for n, entry in enumerate(file.entries) if entry and n != number]
    known = {(c.other, c.what) for c in _clashes(old, entries)} if old else set()
    for clash in _clashes(new, entries):
        if (clash.other, clash.what) not in known:
            raise WorkbenchError(Problem(file.path, clash.what, clash.mend, clash.other.line))


def _refuse_claimed(path: Path, new: Entry, old: Entry | None, others: list[Item]) -> None:
    known = set(map(claim, old.de)) if old else set()
    wanted = {claim(form): form for form in reversed(new.de) if claim(form) not in known}
    for item in others:
        other, taken = item.entry, wanted.keys() & item.claims
        if not other or not taken:
            continue
        form = next(form for form in new.de if claim(form) in taken)
        if other.en == new.en:
            what, mend = f"'{form}' is already here, with the same English", "edit that entry"
        else:
            what = f"'{form}' is already here, as '{other.en}'"
            mend = f"edit that entry if it should be '{new.en}', or allow that under 'also'"
        raise WorkbenchError(Problem(path, what, mend, other.line))


@dataclass(frozen=True, slots=True)
class _Clash:
    """How an entry clashes with another, said of the other's line."""

    other: Entry
    what: str
    mend: str


def _clashes(entry: Entry, others: list[Entry]) -> list[_Clash]:
    found = []
    for clash in clashes([entry], others):
        what = f"'{clash.avoided}' is avoided here, for '{clash.forbidding.de[0]}'"
        mend = f"delete it there, or use other English than '{clash.english}'"
        found.append(_Clash(clash.forbidding, what, mend))
    for clash in clashes(others, [entry]):
        what = f"'{clash.english}' is the English here, of '{clash.demanding.de[0]}'"
        found.append(_Clash(clash.demanding, what, f"change it there, or do not avoid '{clash.avoided}'"))
    return found


def _checked(path: Path, entry: Entry) -> Entry:
    """The entry with clean texts, as it will be read again. Raises WorkbenchError if it could not be."""
    new = Entry(
        de=_clean(entry.de),
        en=clean_line(entry.en),
        also=_clean(entry.also),
        avoid=_clean(entry.avoid),
        kind=entry.kind,
        note=clean_line(entry.note),
        case=entry.case,
        first=clean_line(entry.first),
    )
    if not new.de:
        raise WorkbenchError(Problem(path, "entry has no German form", "give at least one"))
    first = (new.first,) if new.first else ()
    for key, forms in (("de", new.de), ("en", (new.en,)), ("first", first), ("also", new.also), ("avoid", new.avoid)):
        for form in forms:
            fault = form_fault(form)
            if fault:
                raise WorkbenchError(Problem(path, f"'{key}' {fault[0]}", fault[1]))
    both = set(new.accepted) & set(new.avoid)
    if both:
        what = f"'{min(both)}' is both accepted and avoided"
        raise WorkbenchError(Problem(path, what, "delete it from one of the two"))
    if new.first == new.en:
        what = f"'first' is '{new.en}', as 'en' is"
        raise WorkbenchError(Problem(path, what, "leave it out, or give the form of the first mention"))
    if new.kind not in KINDS or new.case not in ("any", "exact"):
        mend = f"use one of {', '.join(KINDS)}; any or exact"
        raise WorkbenchError(Problem(path, "unknown kind or case", mend))
    if len(new.note) > LONGEST_NOTE:
        raise WorkbenchError(Problem(path, f"note is longer than {LONGEST_NOTE:,} characters", "shorten it"))
    also = tuple(form for form in new.also if form != new.en)
    return replace(new, also=also)


def _clean(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(clean_line, forms)))
