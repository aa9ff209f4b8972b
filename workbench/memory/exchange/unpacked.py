"""A file that is packed with gzip, read as what is in it: as far as it is whole, and as long as it is no bomb."""

from __future__ import annotations

import gzip
import zlib
from typing import BinaryIO

from workbench.memory.exchange.report import Reason, Report
from workbench.problem import Problem, WorkbenchError

GZIP = b"\x1f\x8b"
"""How such a file begins."""
_SMALL = 100_000_000
"""Bytes that any file may unfold to."""
_MOST_TIMES = 200
"""To how many times its size a larger one may; a TMX unfolds to ten to fifty times."""
_DAMAGED: Reason = (
    "the gzip archive is damaged or was cut off; what stands before is taken",
    "the gzip archive is damaged or was cut off; what stands before is taken",
    "pack it again, or give the .tmx itself",
)


class Unpacked:
    """Reads what is in a gzip archive."""

    def __init__(self, raw: BinaryIO, report: Report) -> None:
        self._raw, self._report = raw, report
        self._file = gzip.GzipFile(fileobj=raw)
        self._size = 0
        self._damaged = self._told = False

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end, and where it is damaged, which is told to the report.

        Raises WorkbenchError for an archive that is damaged before its first unit, or that unfolds without end.
        """
        if self._damaged:
            return self._end()
        pieces: list[bytes] = []
        left = size
        while left and (piece := self._piece(left)):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces) if pieces or not self._damaged else self._end()

    def _piece(self, size: int) -> bytes:
        try:
            data = self._file.read1(size)
        except (gzip.BadGzipFile, zlib.error, EOFError):
            self._damaged = True
            return b""
        self._size += len(data)
        if self._size > max(_SMALL, _MOST_TIMES * self._raw.tell()):
            what = f"unfolds to more than {_MOST_TIMES} times its size"
            raise WorkbenchError(Problem(self._report.where, what, "do not trust this file"))
        return data

    def _end(self) -> bytes:
        if not self._report.units:
            mend = "pack it again, or give the .tmx itself"
            raise WorkbenchError(Problem(self._report.where, "is a damaged gzip archive", mend))
        if not self._told:
            self._report.leave(0, _DAMAGED)
        self._told = True
        return b""
