"""The English dictionaries, British and American, asked through Hunspell.

They are read once, in the background, and kept; answers are kept by word. Where they come from and under which
licences they stand: data/README.md.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hunspell import Hunspell

Dialect = Literal["both", "british", "american"]

DATA = Path(__file__).parent / "data"
LONGEST = 60
"""Letters; Hunspell is asked for nothing longer."""

_FILES: dict[Dialect, tuple[str, ...]] = {
    "both": ("en_GB", "en_US"),
    "british": ("en_GB",),
    "american": ("en_US",),
}
_open: dict[str, Hunspell] = {}
_one_at_a_time = threading.Lock()
_asking = threading.Lock()
_ready = threading.Event()


def is_ready() -> bool:
    """Whether the dictionaries have been read, so that no question waits."""
    return _ready.is_set()


def read() -> None:
    """Read the dictionaries, if nobody has yet: a third of a second, in which other threads have their turn."""
    if _ready.is_set():
        return
    with _one_at_a_time:
        for name in _FILES["both"]:
            if name not in _open:
                _open[name] = _read(name)
        _ready.set()


def _read(name: str) -> Hunspell:
    from hunspell import Hunspell

    path = str(DATA)
    opened = Hunspell(name, hunspell_data_dir=path, system_encoding=sys.getfilesystemencoding())
    for number in range(1, len(list(DATA.glob(f"{name}*.dic")))):
        time.sleep(0.001)  # keys have their turn
        opened.add_dic(_for_hunspell(DATA / f"{name}.{number}.dic"))
    return opened


def _for_hunspell(path: Path) -> str:
    """A path as Hunspell opens it: on Windows in a form whose letters it does not guess."""
    return f"\\\\?\\{path.resolve()}" if os.name == "nt" else str(path)


@lru_cache(maxsize=100_000)
def has(word: str, dialect: Dialect = "both") -> bool:
    """Whether a dictionary of this English has the word, as it is written here or with a capital for a small letter.

    Its forms count (`houses`, `house's`, `unhoused`). Waits until the dictionaries are read.
    """
    if not 0 < len(word) <= LONGEST:
        return False
    read()
    with _asking:
        return any(_open[name].spell(word) for name in _FILES[dialect])


def alike(word: str, dialect: Dialect = "both") -> tuple[str, ...]:
    """Words that Hunspell proposes for a misspelt one, the likeliest first. Takes a second: for who asked for it.

    Of both dialects' dictionaries the smaller one is asked.
    """
    if not 0 < len(word) <= LONGEST:
        return ()
    read()
    with _asking:
        return tuple(_open[_FILES[dialect][-1]].suggest(word))
