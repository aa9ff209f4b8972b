"""Where a translation's two files lie, and how one is kept: never over what somebody else put there."""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from workbench.files import in_the_way, read_regular, read_start, write_inside
from workbench.problem import Problem, WorkbenchError
from workbench.translation.yaml_tree import Text, read_tree

_SOURCE_LINE = re.compile(rb"^source: *([^\n]*)", re.MULTILINE)

LARGEST = 64_000_000
"""Bytes of a record or an English version: a source has 5 MB at most, its record a few times that."""

_MEND = "this is no file of the workbench; move it away"


def record_path(source: str, folder: Path) -> Path:
    """The record file of a source file: `grenze.yaml` for `grenze.txt`.

    Where that is the record of another source (`grenze.md`), it is `grenze.txt.yaml`.
    Raises WorkbenchError where that one belongs to yet another.
    """
    short, full = folder / f"{Path(source).stem}.yaml", folder / f"{source}.yaml"
    for path in (short, full):
        if _belongs_to(path) in (None, unicodedata.normalize("NFC", source)):
            return path
    what = f"is the record of another source, not of {source}"
    raise WorkbenchError(Problem(full, what, "rename one of the sources"))


def english_path(source: str, folder: Path) -> Path:
    """The English version of a source file: `grenze.en.txt` for `grenze.txt`."""
    name = Path(source)
    return folder / f"{name.stem}.en{name.suffix}"


def _belongs_to(path: Path) -> str | None:
    """The source that a record names; None where there is no record, or none that says it."""
    try:
        line = _SOURCE_LINE.search(read_start(path, 4096) or b"")
        said = read_tree(line[1], path) if line else None
    except WorkbenchError:
        return None
    return unicodedata.normalize("NFC", said.value) if isinstance(said, Text) else None


class KeptFile:
    """A file that is read once and then written again and again, and that others may change meanwhile.

    It is written inside the project `root` only, and through no symbolic link.
    """

    def __init__(self, path: Path, root: Path) -> None:
        self.path = path
        self.root = root
        self._data: bytes | None = None
        self._stamp: tuple[int, ...] | None = None

    def must_be_own(self) -> None:
        """Raises WorkbenchError where it could not be written: for a link, or what is no ordinary file."""
        if found := in_the_way(self.root, self.path):
            raise WorkbenchError(found)

    def read(self) -> bytes | None:
        """The bytes on disk, remembered as those that may be replaced; None if there is no file.

        Raises WorkbenchError when the file is there but cannot be read.
        """
        self._stamp = self._stat()
        self._data = self._load()
        return self._data

    @property
    def data(self) -> bytes | None:
        """The bytes that were last read or written here."""
        return self._data

    def changed(self) -> bool:
        """Whether the file on disk holds something else than what was last read or written here."""
        stamp = self._stat()
        if stamp == self._stamp:
            return False
        if self._load() != self._data:
            return True
        self._stamp = stamp
        return False

    def write(self, data: bytes) -> None:
        """Replace the file, atomically and durably; its folder is made if it is not there.

        Raises WorkbenchError, with the old file in place, when that cannot be done.
        """
        try:
            write_inside(self.root, self.path, data)
        except WorkbenchError:
            with suppress(WorkbenchError):
                if self._load() == data:  # it failed after the file was in place
                    self._remember(data)
            raise
        self._remember(data)

    def set_aside(self, data: bytes | None = None) -> Path:
        """Copy what is on disk (or write `data`) to `NAME.aside-1` beside the file; the copy's path."""
        number = 1
        while os.path.lexists(copy := self.path.with_name(f"{self.path.name}.aside-{number}")):
            number += 1
        write_inside(self.root, copy, data if data is not None else self._load() or b"")
        return copy

    def _remember(self, data: bytes) -> None:
        self._data, self._stamp = data, self._stat()

    def _stat(self) -> tuple[int, ...] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino

    def _load(self) -> bytes | None:
        return read_regular(self.path, LARGEST, _MEND)
