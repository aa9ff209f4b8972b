"""A document that is read piece by piece: its paragraphs come one by one, and none of them is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, runtime_checkable

from workbench.formats.document import Paragraph
from workbench.problem import Problem

Progress = Callable[[float], None]
"""Takes how much of a file has been read: 0 to 1."""


@dataclass(frozen=True, slots=True)
class Stream:
    """`turned`: its source is English, what is given German. `remarks`, and `left`, the numbers (from 1) of units that
    are too long to be read, are whole when the last paragraph has come.
    """

    paragraphs: Iterator[Paragraph]
    remarks: Sequence[Problem]
    turned: bool = False
    left: Sequence[int] = ()


@runtime_checkable
class Streams(Protocol):
    """A filter that can read a file piece by piece, however large."""

    def stream(self, file: BinaryIO, where: Path, progress: Progress) -> Stream:
        """The document in an open file, from its beginning.

        Raises WorkbenchError as the filter's `read` does, and so do the paragraphs; what is wrong with the file as a
        whole is told before the first one.
        """
