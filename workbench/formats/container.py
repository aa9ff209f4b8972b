"""Files that are a zip of parts, as DOCX, ODT, XLSX and EPUB are: opened with care, written with some parts changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

MOST_BYTES = 100_000_000
"""Of the file as it lies there."""
MOST_UNPACKED = 300_000_000
_MOST_PARTS = 20_000
START = 8
"""Bytes that tell whether it is one."""
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Container:
    """The parts of such a file, unpacked when they are asked for."""

    data: bytes
    where: Path
    names: tuple[str, ...]

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises WorkbenchError where it is damaged, or not there."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as package:
                return package.read(name)
        except Exception:  # zipfile, zlib and lzma each raise their own
            raise WorkbenchError(damaged(self.where, name)) from None

    def several(self, names: Iterable[str]) -> dict[str, bytes]:
        """The bytes of many parts, read in one go. Raises as `read` does."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as package:
                return {name: package.read(name) for name in names}
        except Exception:
            raise WorkbenchError(damaged(self.where)) from None

    def written(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with other bytes for some parts, and new ones at its end; all else as it is, in the same order.

        The same parts always give the same bytes: new ones have the date of the first part. Raises WorkbenchError where
        a part that stays (a picture) is damaged.
        """
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as package, zipfile.ZipFile(made, "w") as file:
            there = package.infolist()
            for part in there:
                content = changed.get(part.filename)
                file.writestr(part, self._kept(package, part) if content is None else content, part.compress_type)
            for name in sorted(changed.keys() - set(self.names)):
                new = zipfile.ZipInfo(name, there[0].date_time if there else (1980, 1, 1, 0, 0, 0))
                file.writestr(new, changed[name], zipfile.ZIP_DEFLATED)
        return made.getvalue()

    def _kept(self, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
        try:
            return package.read(part)
        except Exception:  # as in `read`
            raise WorkbenchError(damaged(self.where, part.filename)) from None


def opened(data: bytes, where: Path, kind: str) -> Container:
    """The container in a file's bytes. `kind` names the format in messages: `Word document (.docx)`.

    Raises WorkbenchError for what is no zip, is locked by a password, has parts of the same name or too many of them,
    or unpacks to more than 300 MB.
    """
    must_be_zip(data[:START], where, kind)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except Exception:
        raise WorkbenchError(damaged(where)) from None
    names = names_of(parts, where)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        what = f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB"
        raise WorkbenchError(Problem(where, what, "take the pictures out, or split it into several files"))
    return Container(data, where, names)


def must_be_zip(start: bytes, where: Path, kind: str) -> None:
    """Raises WorkbenchError for a file that does not begin as a zip does; `start`: its first bytes."""
    if start.startswith(_OLD_OFFICE):
        what = "is locked by a password, or of the old binary format"
        raise WorkbenchError(Problem(where, what, f"open it in its program and save it without a password as a {kind}"))
    if not start.startswith(_ZIP):
        raise WorkbenchError(Problem(where, f"is no {kind}", f"open it in its program and save it as a {kind}"))


def names_of(parts: Sequence[zipfile.ZipInfo], where: Path) -> tuple[str, ...]:
    """The names of the parts. Raises WorkbenchError where some are locked, of one name, or too many."""
    names = tuple(part.filename for part in parts)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise WorkbenchError(Problem(where, "is locked by a password", "save it without one"))
    if len(parts) > _MOST_PARTS or len(set(names)) < len(names):
        raise WorkbenchError(Problem(where, "has too many parts, or two of one name", "do not trust this file"))
    return names


def damaged(where: Path, part: str = "") -> Problem:
    """What is told of a file, or of a part of it, that cannot be unpacked."""
    in_part = f" in {clean_line(part)[:80]}" if part else ""
    return Problem(where, f"is damaged{in_part}", "open it in the program that made it and save it again")
