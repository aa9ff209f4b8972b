"""Changing a glossary file: read, changed and written while its lock is held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from workbench.files import stamp, write_linked
from workbench.glossary.entry import Entry
from workbench.glossary.file.lock import WAIT, glossary_lock
from workbench.glossary.file.yaml_file import MOST_BYTES, Item, decoded, in_force, items_of, read_data
from workbench.glossary.progress import Progress, quietly
from workbench.problem import Problem, WorkbenchError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_TRIES = 3

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A glossary file as it was found: its text, its items, and the entry each of them has in force."""

    path: Path
    text: str
    items: list[Item]
    entries: list[Entry | None]
    seen: tuple[int, int] | None
    mark: bytes

    def entry(self, number: int) -> Entry:
        """The entry that the item of this number has in force; it must have one."""
        entry = self.entries[number]
        assert entry
        return entry

    @property
    def in_force(self) -> tuple[Entry, ...]:
        """All entries in force, in the file's order."""
        return tuple(entry for entry in self.entries if entry)

    @property
    def stale(self) -> bool:
        """Whether somebody who knows no lock (an editor) wrote the file after it was read."""
        return stamp(self.path) != self.seen

    def write(self, text: str) -> None:
        """Put another text in the file's place. Raises WorkbenchError, the file untouched, where that cannot be."""
        write_linked(self.path, self.data_of(text))

    def data_of(self, text: str) -> bytes:
        """What is written to the disk for a text. Raises WorkbenchError where it would be too large."""
        data = self.mark + text.encode()
        if len(data) > MOST_BYTES:
            what = f"would be over the limit of {MOST_BYTES // 1_000_000} MB"
            raise WorkbenchError(Problem(self.path, what, "delete entries first"))
        return data


def change(
    path: Path,
    edit: Callable[[OpenedFile], tuple[str, Made]],
    wait: float = WAIT,
    progress: Progress = quietly,
) -> Made:
    """Change a glossary file, which is created if it is missing, while its lock is held from reading to renaming.

    `edit` is given the file as it is now, and returns its new text and what is to be told of it, which is returned. If
    an editor saves the file meanwhile, the file is read and edited again. Raises WorkbenchError, the file untouched:
    what `edit` raises; if the lock is not free within `wait` seconds; if the file cannot be read or written.
    """
    with glossary_lock(path, wait, progress):
        for _ in range(_TRIES):
            file = opened(path, progress)
            text, made = edit(file)
            if file.stale:
                continue
            if text != file.text or not file.seen:
                file.write(text)
            return made
    raise WorkbenchError(Problem(path, "is being changed by another program again and again", "try again"))


def opened(path: Path, progress: Progress = quietly) -> OpenedFile:
    """Read a glossary file to change it; one that is missing is empty. Raises WorkbenchError if it cannot be read."""
    faults: list[Problem] = []

    def tell(line: int | None, what: str, mend: str) -> None:
        faults.append(Problem(path, what, mend, line))

    seen = stamp(path)
    data = read_data(path, tell)
    text = decoded(data, tell)
    items = items_of(text, tell, progress)
    if faults:
        raise WorkbenchError(faults[0])
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    return OpenedFile(path, text, items, in_force(items, ignore), seen, mark)


def ignore(line: int | None, what: str, mend: str) -> None:
    """Tells nobody: for what was told when the file was read."""
