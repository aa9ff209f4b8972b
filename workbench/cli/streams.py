"""Standard output and standard error as every command has them: nothing goes out that a terminal would obey."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast

from workbench.printable import printable


class CleanStream:
    """A text stream that takes terminal escapes, controls and turns of direction out of what is written to it.

    Whoever prints, argparse and libraries too, prints through it. Bytes (`buffer`) pass as they are: these are
    files that were asked for.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text, cleaned; its length."""
        self._stream.write(printable(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of the texts, cleaned."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def beneath(stream: TextIO) -> TextIO:
    """The stream itself, for what the program draws on a terminal; texts in it are to be `printable` before."""
    return stream._stream if isinstance(stream, CleanStream) else stream


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits at a stream; nobody does at one that is closed."""
    return stream is not None and stream.isatty()


@contextmanager
def clean_streams() -> Iterator[None]:
    """Standard output and standard error cleaned, for as long as a command runs.

    A closed stream takes what is written and drops it; a letter the terminal cannot show becomes a `?`.
    """
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _cleaned(sys.stdout), _cleaned(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _cleaned(stream: TextIO | None) -> TextIO:
    if stream is None:
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return cast(TextIO, CleanStream(stream))  # it hands on what it has not itself
