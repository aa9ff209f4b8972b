"""A glossary file opened to be changed, and written only if nobody else has written it meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.files import stamp, write_atomically
from workbench.glossary.entry import Entry
from workbench.glossary.file.yaml_file import MOST_BYTES, Item, decoded, in_force, items_of, read_data
from workbench.problem import Problem, WorkbenchError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


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

    def write(self, text: str) -> None:
        """Put another text in the file's place. Raises WorkbenchError, the file untouched, where that cannot be."""
        data = self.mark + text.encode()
        if len(data) > MOST_BYTES:
            what = f"would be over the limit of {MOST_BYTES // 1_000_000} MB"
            raise WorkbenchError(Problem(self.path, what, "delete entries first"))
        if stamp(self.path) != self.seen:
            raise WorkbenchError(Problem(self.path, "was changed by another program just now", "try again"))
        write_atomically(self.path, data)


def opened(path: Path) -> OpenedFile:
    """Read a glossary file to change it; one that is missing is empty. Raises WorkbenchError if it cannot be read."""
    faults: list[Problem] = []

    def tell(line: int | None, what: str, mend: str) -> None:
        faults.append(Problem(path, what, mend, line))

    seen = stamp(path)
    data = read_data(path, tell)
    text = decoded(data, tell)
    items = items_of(text, tell)
    if faults:
        raise WorkbenchError(faults[0])
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    return OpenedFile(path, text, items, in_force(items, ignore), seen, mark)


def ignore(line: int | None, what: str, mend: str) -> None:
    """Tells nobody: for what was told when the file was read."""
