"""The dictionary's two files, opened at the first question."""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from workbench.dictionary.blocks import Blocks
from workbench.dictionary.index import Index
from workbench.problem import Problem, WorkbenchError

DATA = Path(__file__).parent / "data"
ENTRIES, INDEX = DATA / "entries.blocks", DATA / "words.index"

_one_at_a_time = threading.Lock()


class _Files(NamedTuple):
    entries: Blocks
    words: Index


@lru_cache(maxsize=1)
def _opened(entries: Path, index: Path) -> _Files:
    return _Files(Blocks(entries), Index(index))


def lines_with(key: str) -> tuple[str, ...]:
    """The dictionary's lines that have the first word of `key` in their German, to the letter, in the order of words.

    `key` is a wording as `key_of` gives it. Raises WorkbenchError where the files are gone or damaged.
    """
    try:
        with _one_at_a_time:
            files = _opened(ENTRIES, INDEX)
            first = key.partition(" ")[0]
            found = [pair for number in files.words.blocks(key) for pair in files.entries.with_words(number, first)]
    except (OSError, ValueError) as error:
        raise WorkbenchError(_problem(error)) from error
    return tuple(" :: ".join(pair) for pair in found)


def fault(*, whole: bool = False) -> Problem | None:
    """Why nothing can be looked up: the dictionary's files are gone or damaged; None if they are in order.

    `whole`: every entry is unpacked, too, which takes a second.
    """
    try:
        with _one_at_a_time:
            entries = _opened(ENTRIES, INDEX).entries
            for number in range(len(entries)) if whole else ():
                entries.pairs(number)
    except (OSError, ValueError) as error:
        return _problem(error)
    return None


def _problem(error: Exception) -> Problem:
    return Problem(str(DATA), f"the dictionary cannot be read ({error})", "install the program again")
