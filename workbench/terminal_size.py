"""How large the terminal is."""

from __future__ import annotations

import os
import shutil


def terminal_size(file: int) -> os.terminal_size:
    """The columns and lines of the terminal that a file (by its number) is; where it tells none, what is usual.

    The terminal goes before `COLUMNS` and `LINES`: programs that read lines (readline) leave these two to what they
    start, and they stay as they were when the window is another. Where no terminal tells its size they count, then
    80×24.
    """
    try:
        size = os.get_terminal_size(file)
    except OSError:
        size = os.terminal_size((0, 0))
    return size if size.columns and size.lines else shutil.get_terminal_size()
