"""Files that are a zip of parts and are read piece by piece, so that their size does not matter to the memory."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from workbench.formats.container import MOST_UNPACKED, START, damaged, must_be_zip, names_of
from workbench.formats.safe_xml import must_declare_nothing
from workbench.formats.stream import Progress
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

_LARGEST = 4_000_000_000
"""Bytes that all parts together unpack to."""
_MOST_TIMES = 100
"""To how many times its size a large file may unpack; tables of text do to five to thirty times."""
_LARGEST_WHOLE = 50_000_000
"""Bytes of a part that is read as a whole."""
_PIECE = 1 << 16
_OVERLAP = 64


@dataclass(slots=True)
class LargeContainer:
    """The parts of such a file. `progress` is told how much of `expected` bytes has been unpacked piece by piece."""

    package: zipfile.ZipFile
    where: Path
    names: tuple[str, ...]
    progress: Progress
    expected: int = field(default=0, init=False)
    _done: int = field(default=0, init=False)

    def size(self, name: str) -> int:
        """How many bytes a part unpacks to."""
        return self.package.getinfo(name).file_size

    def read(self, name: str) -> bytes:
        """A small part's bytes. Raises WorkbenchError where it is damaged, not there, or not small."""
        data = b"".join(self._unpacked(name, _LARGEST_WHOLE + 1))
        if len(data) > _LARGEST_WHOLE:
            what = f"has a part of more than {_LARGEST_WHOLE // 1_000_000} MB ({clean_line(name)[:80]})"
            raise WorkbenchError(Problem(self.where, what, "do not trust this file"))
        return data

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part that is XML. Raises WorkbenchError where it is damaged, or declares entities."""
        end = b""
        for piece in self._unpacked(name, _LARGEST):
            must_declare_nothing(end + piece, self.where, name)
            end = piece[-_OVERLAP:]
            self._done += len(piece)
            self.progress(min(self._done / max(self.expected, 1), 1.0))
            yield piece

    def _unpacked(self, name: str, most: int) -> Iterator[bytes]:
        try:
            with self.package.open(name) as part:
                while most > 0 and (piece := part.read(min(_PIECE, most))):
                    most -= len(piece)
                    yield piece
        except Exception as error:  # zipfile, zlib and lzma each raise their own
            if isinstance(error, WorkbenchError):
                raise
            raise WorkbenchError(damaged(self.where, name)) from None


def opened_large(file: BinaryIO, where: Path, kind: str, progress: Progress) -> LargeContainer:
    """The container in an open file. `kind` names the format in messages.

    Raises WorkbenchError as `container.opened` does; but it may unpack to 4 GB, at most 100 times its size.
    """
    must_be_zip(file.read(START), where, kind)
    try:
        package = zipfile.ZipFile(file)
        parts = package.infolist()
    except Exception:
        raise WorkbenchError(damaged(where)) from None
    names = names_of(parts, where)
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > _LARGEST or unpacked > max(MOST_UNPACKED, _MOST_TIMES * packed):
        what = f"unpacks to {unpacked / 1e6:,.0f} MB, {unpacked // max(packed, 1):,} times its size"
        raise WorkbenchError(Problem(where, what, "do not trust this file, or split it into several"))
    return LargeContainer(package, where, names, progress)
