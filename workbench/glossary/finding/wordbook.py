"""simplemma's German dictionary, kept on this machine as a file that is searched where it lies.

Reading the dictionary as simplemma packs it takes more than a second and 120 MB. So it is written out once, to the
folder for caches (25 MB); after that every start of the program opens the file, which takes no time.
"""

from __future__ import annotations

import mmap
from collections.abc import Mapping
from pathlib import Path

from workbench.files import write_atomically


class Wordbook:
    """Forms of words and their base forms, in a file of sorted lines: form, tab, base form (or nothing: the form)."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises OSError where there is none, ValueError where it is empty."""
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def get(self, form: str, default: str = "") -> str:
        """The base form of a form written exactly like this."""
        wanted = form.encode()
        low, high = 0, len(self._lines)
        while low < high:
            middle = (low + high) // 2
            start = max(self._lines.rfind(b"\n", low, middle) + 1, low)
            end = self._lines.find(b"\n", middle)
            end = end if end >= 0 else high
            line, _, base = self._lines[start:end].partition(b"\t")
            if line == wanted:
                return (base or line).decode(errors="replace")
            low, high = (end + 1, high) if line < wanted else (low, start)
        return default


def kept_at() -> Path:
    """Where the file is kept: in the user's folder for caches, one for each version of simplemma."""
    from importlib.metadata import version

    from platformdirs import user_cache_path

    return user_cache_path("workbench") / f"german-{version('simplemma')}.words"


def keep(path: Path, words: Mapping[str, str]) -> None:
    """Write the file. Raises OSError or WorkbenchError where that cannot be done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = sorted((form.encode(), b"" if base == form else base.encode()) for form, base in words.items())
    write_atomically(path, b"".join(form + b"\t" + base + b"\n" for form, base in lines))
