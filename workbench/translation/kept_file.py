"""Where a translation's two files lie, and how one is kept: never over what somebody else put there."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from workbench.files import in_the_way, read_regular, read_start, write_inside
from workbench.files.yaml_tree import Text, read_tree
from workbench.problem import Problem, WorkbenchError

_SOURCE_LINE = re.compile(rb"^source: *([^\n]*)", re.MULTILINE)
_PLAIN_NAME = re.compile(rb'([A-Za-z][A-Za-z0-9_/-]*\.[a-z]+)|"([A-Za-z0-9_ ./-]+)"')
_LONGEST = 200  # a name has 255 bytes at most, with what is put behind it
_TEXT = ("", ".txt", ".md")
_NO_TEXT = re.compile("[\ud800-\udfff]")

LARGEST = 64_000_000
"""Bytes of a record or an English version: a source has 5 MB at most, its record a few times that."""

_MEND = "this is no file of the workbench; move it away"


def record_path(source: str, folder: Path, beside: Iterable[str] = ()) -> Path:
    """The record file of a source file: `ausland/grenze.yaml` for `ausland/grenze.txt`.

    `source` is a name from `sources/` on, with `/`. A record that says it is its own goes on being it. Else, where
    that name is (or, by the names of other sources in `beside`, will be) the record of another source, it is
    `ausland/grenze.txt.yaml`. Nothing is read of `beside` but the names, so that the order of opening is of no matter.
    Raises WorkbenchError where both are the records of others, and for a name that leads out of the folder.
    """
    name = inside(source)
    short, full = folder / name.with_suffix(".yaml"), folder / name.parent / f"{name.name}.yaml"
    mine = _same_name(source)
    owners = {path: said_source(path) for path in (short, full)}
    for path, owner in owners.items():
        if owner == mine:
            return path
    for path in (full,) if _is_due_to_another(name, beside) else (short, full):
        if owners[path] is None and not path.is_dir():
            return path
    what = f"is the record of another source, not of {source}"
    raise WorkbenchError(Problem(full, what, "rename one of the sources"))


def english_path(source: str, folder: Path) -> Path:
    """The English version of a source file: `ausland/grenze.en.txt` for `ausland/grenze.txt`.

    That of a source that is no text is text all the same: `bericht.docx.en.txt`.
    Raises WorkbenchError for a name that leads out of the folder.
    """
    name = inside(source)
    if name.suffix.lower() not in _TEXT:
        return folder / name.parent / f"{name.name}.en.txt"
    return folder / name.parent / f"{name.stem}.en{name.suffix}"


def inside(source: str) -> PurePosixPath:
    """A source's name as a path that stays in its folder.

    Raises WorkbenchError for one that is empty, absolute, has `..` or a NUL in it, or can be no file's.
    """
    name = PurePosixPath(source)
    if not name.name or name.is_absolute() or ".." in name.parts or "\0" in source or not _can_be_a_file(source):
        raise WorkbenchError(Problem(repr(source), "is no name of an article", "name one in the sources folder"))
    return name


def as_one_name(place: str) -> str:
    """A path as the name of one file in `.workbench/`: of a long one the beginning, and a digest of the whole.

    >>> as_one_name("2026/Gipfel.txt")
    '2026%2FGipfel.txt'
    """
    name = quote(place, safe="")
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST]}-{hashlib.blake2b(place.encode('utf-8', 'surrogatepass'), digest_size=9).hexdigest()}"


def _can_be_a_file(name: str) -> bool:
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return True


def said_source(path: Path) -> str | None:
    """The source that a record names; None where there is no record, or none that says it."""
    try:
        line = _SOURCE_LINE.search(read_start(path, 4096) or b"")
        if line and (plain := _PLAIN_NAME.fullmatch(line[1].strip())):  # YAML takes ten times as long
            return _same_name((plain[1] or plain[2]).decode())
        said = read_tree(line[1], path) if line else None
    except WorkbenchError:
        return None
    return _same_name(said.value) if isinstance(said, Text) else None


def _same_name(source: str) -> str:
    """A name as it can be compared: composed, and without what no file can hold (see `quoted`)."""
    return unicodedata.normalize("NFC", _NO_TEXT.sub("\ufffd", source))


def _is_due_to_another(name: PurePosixPath, beside: Iterable[str]) -> bool:
    """Whether the short record name of a source is that of another one: a .txt goes before a .md."""
    others = [other for other in map(PurePosixPath, beside) if other != name and other.parent == name.parent]
    stem = name.stem.casefold()
    return any(
        (other.stem.casefold() == stem and _rank(other) < _rank(name)) or other.name.casefold() == stem
        for other in others
    )


def _rank(name: PurePosixPath) -> tuple[bool, str]:
    return name.suffix.lower() != ".txt", name.name


class KeptFile:
    """A file that is read once and then written again and again, and that others may change meanwhile.

    It is written inside the project `root` only, and through no symbolic link.
    """

    def __init__(self, path: Path, root: Path, before_replacing: Callable[[Path], object] | None = None) -> None:
        """`before_replacing` is called with the path just before another file takes its place."""
        self.path = path
        self.before_replacing = before_replacing
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
        if self.before_replacing is not None:
            self.before_replacing(self.path)
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
