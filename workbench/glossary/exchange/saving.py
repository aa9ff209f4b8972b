"""Writing many changes of `glossary.yaml` in one step: all of them, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.deciding import Changes, decided
from workbench.glossary.exchange.plan import plan_import
from workbench.glossary.file.item_edit import edited
from workbench.glossary.file.lock import WAIT
from workbench.glossary.file.opened import OpenedFile, change, ignore
from workbench.glossary.file.yaml_file import at_line, in_force, items_of
from workbench.glossary.file.yaml_places import NotEditableError
from workbench.glossary.file.yaml_write import additions
from workbench.glossary.progress import Progress, counted, quietly
from workbench.problem import Problem, WorkbenchError

_AGAIN = "import again: the plan is made anew"


def write_import(path: Path, changes: Changes, wait: float = WAIT, progress: Progress = quietly) -> None:
    """Add and change entries of a glossary file, which is created if it is missing; all else in it stays.

    Either all changes are on the disk on return, or WorkbenchError is raised and the file is untouched: if an entry
    that is to be changed is no longer there as it was, if the file has a line that belongs to no entry, if it would be
    too large, if its lock is not free within `wait` seconds, or if it cannot be read or written. What is written is
    read again before, to see that it gives exactly the entries wanted.
    """
    change(path, lambda file: (_written(file, changes, progress), None), wait, progress)


def take_over(
    path: Path, decide: Callable[[tuple[Entry, ...]], Changes], wait: float = WAIT, progress: Progress = quietly
) -> Changes:
    """Write what is decided about the entries that are in force at the moment of writing, all of it or nothing.

    `decide` is given them while the glossary's lock is held: it must not ask anybody. Returns what it decided; see
    `write_import` for the rest.
    """

    def edit(file: OpenedFile) -> tuple[str, Changes]:
        changes = decide(file.in_force)
        return _written(file, changes, progress), changes

    return change(path, edit, wait, progress)


def new_glossary(path: Path, come: Sequence[Entry]) -> tuple[bytes, Changes]:
    """What a glossary has in its file that is made of these entries, and what was decided: nothing is written.

    Entries that contradict earlier ones are left (see `Changes.left`). Raises WorkbenchError, which names the path,
    where it would be too large.
    """
    changes = decided(plan_import((), come), lambda _: "keep")
    file = OpenedFile(path, "", [], [], None, b"")
    return file.data_of(_written(file, changes, quietly)), changes


def _written(file: OpenedFile, changes: Changes, progress: Progress) -> str:
    """The file's text with the changes. Raises WorkbenchError where they cannot be made."""
    stray = next((item.chunk for item in file.items if item.chunk.stray), None)
    if stray and changes.added:
        mend = "begin each entry with '- de: …', then import again"
        raise WorkbenchError(Problem(file.path, "line belongs to no entry", mend, stray.line))
    numbered = _numbered(file.path, file.entries, changes.changed)
    wanted = [_bare(numbered.get(number, entry)) for number, entry in enumerate(file.entries)]
    wanted += [_bare(entry) for entry in changes.added]
    again = _edited(file, numbered)
    more = additions(again, changes.added)
    again += "".join(counted(more, "writing entries", len(changes.added), progress))
    _must_give(file.path, again, wanted, progress)
    return again


def _numbered(path: Path, entries: Sequence[Entry | None], changed: Sequence[tuple[Entry, Entry]]) -> dict[int, Entry]:
    """What shall stand at which item. Raises WorkbenchError if an entry is no longer what the plan saw."""
    places = {entry: number for number, entry in enumerate(entries) if entry}
    for old, _ in changed:
        if old not in places:
            raise WorkbenchError(Problem(path, f"'{old.de[0]}' was changed in the file meanwhile", _AGAIN, old.line))
    return {places[old]: new for old, new in changed}


def _edited(file: OpenedFile, numbered: dict[int, Entry]) -> str:
    """The file's text with the items at those numbers changed where they stand."""
    parts = []
    end = 0
    for number, new in sorted(numbered.items()):
        chunk, old = file.items[number].chunk, file.entry(number)
        item = _changed(file.text[chunk.start : chunk.end], old, new)
        if item is None:
            what = f"'{old.de[0]}' is written in a way that cannot be changed here"
            raise WorkbenchError(Problem(file.path, what, "change it in an editor, then import again", old.line))
        parts += [file.text[end : chunk.start], item]
        end = chunk.end
    return "".join([*parts, file.text[end:]])


def _changed(item: str, old: Entry, new: Entry) -> str | None:
    """The item's text, changed so that it gives the new entry; forms in it that are not in force stay, if they can."""
    for keep in (True, False):
        with suppress(NotEditableError):
            text = edited(item, old, new, keep)
            found = [again.entry for again in items_of(text, ignore)]
            if len(found) == 1 and found[0] and replace(found[0], de=new.de, line=0) == _bare(new):
                return text
    return None


def _must_give(path: Path, text: str, wanted: list[Entry | None], progress: Progress) -> None:
    given = [_bare(entry) for entry in in_force(items_of(text, ignore, progress), ignore)]
    if given == wanted:
        return
    number = next((n for n, (a, b) in enumerate(zip(given, wanted, strict=False)) if a != b), len(given))
    entry = wanted[number] if number < len(wanted) else None
    name = f"'{entry.de[0]}'" if entry else "an entry"
    raise WorkbenchError(Problem(path, f"{name} cannot be written so that it is read again", _AGAIN))


def _bare(entry: Entry | None) -> Entry | None:
    """An entry without its line."""
    return entry and at_line(entry, 0)
