"""Where a translation's two files lie, and how one is kept: never over what somebody else put there."""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from workbench.files import write_atomically
from workbench.problem import Problem, WorkbenchError
from workbench.translation.yaml_tree import Text, read_tree

_SOURCE_LINE = re.compile(rb"^source: *([^\n]*)", re.MULTILINE)
_TEMPORARY = re.compile(r"\.workbench-(\d+)-[0-9a-f]+\.tmp")


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
        with path.open("rb") as file:
            line = _SOURCE_LINE.search(file.read(4096))
        said = read_tree(line[1], path) if line else None
    except (OSError, WorkbenchError):
        return None
    return unicodedata.normalize("NFC", said.value) if isinstance(said, Text) else None


def remove_litter(folder: Path) -> None:
    """Delete the temporary files that a killed workbench left; for whoever holds the project's lock."""
    with suppress(OSError):
        for path in folder.iterdir():
            name = _TEMPORARY.fullmatch(path.name)
            if name and int(name[1]) != os.getpid():
                with suppress(OSError):
                    path.unlink()


class KeptFile:
    """A file that is read once and then written again and again, and that others may change meanwhile."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._data: bytes | None = None
        self._stamp: tuple[int, int, int] | None = None

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
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"cannot be made ({error.strerror or error})"
            raise WorkbenchError(Problem(self.path.parent, what, "check the folder's permissions")) from error
        try:
            write_atomically(self.path, data)
        except WorkbenchError:
            if self.path.is_file() and self._load() == data:  # it failed after the file was in place
                self._remember(data)
            raise
        self._remember(data)

    def set_aside(self, data: bytes | None = None) -> Path:
        """Copy what is on disk (or write `data`) to `NAME.aside-1` beside the file; the copy's path."""
        number = 1
        while (copy := self.path.with_name(f"{self.path.name}.aside-{number}")).exists():
            number += 1
        write_atomically(copy, data if data is not None else self._load() or b"")
        return copy

    def modified(self) -> int:
        """When the file was last written, in nanoseconds; 0 where there is none."""
        stamp = self._stat()
        return stamp[0] if stamp else 0

    def _remember(self, data: bytes) -> None:
        self._data, self._stamp = data, self._stat()

    def _stat(self) -> tuple[int, int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _load(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            what = f"cannot be read ({error.strerror or error})"
            raise WorkbenchError(Problem(self.path, what, "check the file and its permissions")) from error
