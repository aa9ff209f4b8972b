"""Writing many changes of `glossary.yaml` in one step: all of them, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from workbench.files import stamp, write_atomically
from workbench.glossary.entry import Entry
from workbench.glossary.exchange.deciding import Changes
from workbench.glossary.file.item_edit import edited
from workbench.glossary.file.yaml_file import MOST_BYTES, Item, at_line, decoded, in_force, items_of, read_data
from workbench.glossary.file.yaml_places import NotEditableError
from workbench.glossary.file.yaml_write import addition
from workbench.problem import Problem, WorkbenchError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_AGAIN = "import again: the plan is made anew"


def write_import(path: Path, changes: Changes) -> None:
    """Add and change entries of a glossary file, which is created if it is missing; all else in it stays.

    Either all changes are on the disk on return, or WorkbenchError is raised and the file is untouched: if an entry
    that is to be changed is no longer there as it was, if the file has a line that belongs to no entry, if it would be
    too large, or if it cannot be read or written. What is written is read again before, to see that it gives exactly
    the entries wanted.
    """
    faults: list[Problem] = []

    def tell(line: int | None, what: str, mend: str) -> None:
        faults.append(Problem(path, what, mend, line))

    seen = stamp(path)
    data = read_data(path, tell)
    text = decoded(data, tell)
    items = items_of(text, tell)
    if faults:
        raise WorkbenchError(faults[0])
    stray = next((item.chunk for item in items if item.chunk.stray), None)
    if stray and changes.added:
        mend = "begin each entry with '- de: …', then import again"
        raise WorkbenchError(Problem(path, "line belongs to no entry", mend, stray.line))
    entries = in_force(items, _ignore)
    numbered = _numbered(path, entries, changes.changed)
    wanted = [_bare(numbered.get(number, entry)) for number, entry in enumerate(entries)]
    wanted += [_bare(entry) for entry in changes.added]
    again = _edited(path, text, items, entries, numbered)
    again += _appended(again, changes.added)
    _must_give(path, again, wanted)
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    _write(path, mark + again.encode(), seen)


def _numbered(path: Path, entries: Sequence[Entry | None], changed: Sequence[tuple[Entry, Entry]]) -> dict[int, Entry]:
    """What shall stand at which item. Raises WorkbenchError if an entry is no longer what the plan saw."""
    places = {entry: number for number, entry in enumerate(entries) if entry}
    for old, _ in changed:
        if old not in places:
            raise WorkbenchError(Problem(path, f"'{old.de[0]}' was changed in the file meanwhile", _AGAIN, old.line))
    return {places[old]: new for old, new in changed}


def _edited(
    path: Path, text: str, items: list[Item], entries: Sequence[Entry | None], numbered: dict[int, Entry]
) -> str:
    """The text with the items at those numbers changed where they stand."""
    parts = []
    end = 0
    for number, new in sorted(numbered.items()):
        chunk, old = items[number].chunk, entries[number]
        assert old
        item = _changed(text[chunk.start : chunk.end], old, new)
        if item is None:
            what = f"'{old.de[0]}' is written in a way that cannot be changed here"
            raise WorkbenchError(Problem(path, what, "change it in an editor, then import again", old.line))
        parts += [text[end : chunk.start], item]
        end = chunk.end
    return "".join([*parts, text[end:]])


def _changed(item: str, old: Entry, new: Entry) -> str | None:
    """The item's text, changed so that it gives the new entry; forms in it that are not in force stay, if they can."""
    for keep in (True, False):
        with suppress(NotEditableError):
            text = edited(item, old, new, keep)
            found = [again.entry for again in items_of(text, _ignore)]
            if len(found) == 1 and found[0] and replace(found[0], de=new.de, line=0) == _bare(new):
                return text
    return None


def _appended(text: str, added: Sequence[Entry]) -> str:
    """What the new entries add to the text, in the style it has; the style of all is that of the second."""
    if len(added) < 3:
        end = len(text)
        for entry in added:
            text += addition(text, entry)
        return text[end:]
    first = addition(text, added[0])
    second = addition(text + first, added[1])
    model = second.lstrip("\r\n") + second
    return first + second + "".join(addition(model, entry) for entry in added[2:])


def _must_give(path: Path, text: str, wanted: list[Entry | None]) -> None:
    given = [_bare(entry) for entry in in_force(items_of(text, _ignore), _ignore)]
    if given == wanted:
        return
    number = next((n for n, (a, b) in enumerate(zip(given, wanted, strict=False)) if a != b), len(given))
    entry = wanted[number] if number < len(wanted) else None
    name = f"'{entry.de[0]}'" if entry else "an entry"
    raise WorkbenchError(Problem(path, f"{name} cannot be written so that it is read again", _AGAIN))


def _bare(entry: Entry | None) -> Entry | None:
    """An entry without its line."""
    return entry and at_line(entry, 0)


def _write(path: Path, data: bytes, seen: tuple[int, int] | None) -> None:
    if len(data) > MOST_BYTES:
        what = f"would be over the limit of {MOST_BYTES // 1_000_000} MB"
        raise WorkbenchError(Problem(path, what, "import a part of the terms"))
    if stamp(path) != seen:
        raise WorkbenchError(Problem(path, "was changed by another program just now", _AGAIN))
    write_atomically(path, data)


_ignore: Callable[[int | None, str, str], None] = lambda *_: None  # noqa: E731
