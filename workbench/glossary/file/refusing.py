"""An entry that would contradict another one of the file is not written: the other is told, with its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.glossary.entry import Entry
from workbench.glossary.file.contradictions import claim, clashes
from workbench.glossary.file.opened import OpenedFile
from workbench.glossary.file.yaml_file import Item
from workbench.problem import Problem, WorkbenchError


def refuse_contradiction(file: OpenedFile, new: Entry, number: int | None) -> None:
    """Raises WorkbenchError if a new entry contradicts one of the file, at the line of that one.

    `number`: the item that it takes the place of, or None; what the entry there contradicts already is let pass.
    """
    old = None if number is None else file.entries[number]
    others = [item for n, item in enumerate(file.items) if n != number]
    _refuse_claimed(file.path, new, old, others)
    entries = [entry for n, entry in enumerate(file.entries) if entry and n != number]
    known = {(clash.other, clash.what) for clash in _clashes(old, entries)} if old else set()
    for clash in _clashes(new, entries):
        if (clash.other, clash.what) not in known:
            raise WorkbenchError(Problem(file.path, clash.what, clash.mend, clash.other.line))


def _refuse_claimed(path: Path, new: Entry, old: Entry | None, others: Sequence[Item]) -> None:
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


def _clashes(entry: Entry, others: Sequence[Entry]) -> list[_Clash]:
    found = []
    for clash in clashes([entry], others):
        what = f"'{clash.avoided}' is avoided here, for '{clash.forbidding.de[0]}'"
        mend = f"delete it there, or use other English than '{clash.english}'"
        found.append(_Clash(clash.forbidding, what, mend))
    for clash in clashes(others, [entry]):
        what = f"'{clash.english}' is the English here, of '{clash.demanding.de[0]}'"
        found.append(_Clash(clash.demanding, what, f"change it there, or do not avoid '{clash.avoided}'"))
    return found
