"""The program on a disk that fails at a chosen moment: `python -m harness.survive.sabotaged CALL AT ERROR ARGUMENTS…`.

The `AT`-th use of a system call (open to write, write, fsync, replace) below the current folder fails, and every one
after it: as on a disk that is full from then on, or that breaks.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.cli import main

CALLS = ("open", "write", "fsync", "replace")


def sabotage(call: str, at: int, error: int) -> None:
    """Make a system call fail from its `at`-th use on, for files below the current folder."""
    here = str(Path.cwd())
    ours: set[int] = set()
    used = 0

    def fails() -> None:
        nonlocal used
        used += 1
        if used >= at:
            raise OSError(error, os.strerror(error))

    def inside(place: object) -> bool:
        if isinstance(place, int):
            return place in ours
        return isinstance(place, (str, os.PathLike)) and str(Path(place).absolute()).startswith(here)

    real_open, real = os.open, getattr(os, call)

    def opening(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if call == "open" and flags & (os.O_WRONLY | os.O_RDWR) and inside(path):
            fails()
        handle = real_open(path, flags, *more, **named)
        (ours.add if inside(path) else ours.discard)(handle)
        return handle

    def failing(place: Any, *more: Any, **named: Any) -> Any:
        if inside(place):
            fails()
        return real(place, *more, **named)

    os.open = opening
    if call != "open":
        replacement: Callable[..., Any] = failing
        setattr(os, call, replacement)


if __name__ == "__main__":
    sabotage(sys.argv[1], int(sys.argv[2]), getattr(errno, sys.argv[3]))
    sys.exit(main(sys.argv[4:]))
