"""How far long work is, on a terminal: one line on standard error that is written over, and gone at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.cli.streams import beneath
from workbench.printable import printable_line
from workbench.terminal_size import terminal_size

if TYPE_CHECKING:
    from workbench.glossary.progress import Progress

_AFTER, _EVERY = 1.0, 0.2  # seconds
_CLEAR = "\r\x1b[K"


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """What to tell how far the work is; shown from the second second on, and only on a terminal."""
    from workbench.glossary.progress import quietly

    if sys.stderr is None or not sys.stderr.isatty():
        yield quietly
        return
    begun = time.monotonic()
    last = 0.0

    def show(what: str, done: int, of: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - begun < _AFTER or now - last < _EVERY:
            return
        last = now
        number = f": {done:,} of {of:,}" if of else " …"
        print(f"{_CLEAR}{printable_line(what)}{number}"[: _columns()], end="", file=beneath(sys.stderr), flush=True)

    try:
        yield show
    finally:
        if last:
            print(_CLEAR, end="", file=beneath(sys.stderr), flush=True)


def wipe_progress() -> None:
    """Take the line of the progress away, since something else is about to be printed."""
    if sys.stderr is not None and sys.stderr.isatty():
        print(_CLEAR, end="", file=beneath(sys.stderr), flush=True)


def _columns() -> int:
    return terminal_size(2).columns + len(_CLEAR) - 1
