"""The dictionary's files, each opened at the first question for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from workbench.dictionary.blocks import Blocks
from workbench.dictionary.index import Index
from workbench.problem import Problem, WorkbenchError

DATA = Path(__file__).parent / "data"
ENTRIES, INDEX, ENGLISH = DATA / "entries.blocks", DATA / "words.index", DATA / "english.index"

_TRIED_AGAIN = 5.0
"""Seconds after which files that could not be opened are tried again."""
_one_at_a_time = threading.Lock()


class _Files(NamedTuple):
    entries: Blocks
    words: Index


class _Failure(NamedTuple):
    at: float
    says: str


_failures: dict[tuple[Path, Path], _Failure] = {}
_damage: dict[Path, ValueError] = {}
"""The first damage that was met amid the entries of a file."""


@lru_cache(maxsize=1)
def _opened_english(index: Path) -> Index:
    return Index(index)


@lru_cache(maxsize=1)
def _opened(entries: Path, index: Path) -> _Files:
    return _Files(Blocks(entries), Index(index))


def _files() -> _Files:
    """The files, open. Raises OSError or ValueError; what failed is not tried again for some seconds."""
    failed = _failures.get((ENTRIES, INDEX))
    if failed and time.monotonic() - failed.at < _TRIED_AGAIN:
        raise OSError(failed.says)
    try:
        return _opened(ENTRIES, INDEX)
    except (OSError, ValueError) as error:
        _failures[ENTRIES, INDEX] = _Failure(time.monotonic(), str(error))
        raise


def lines_with(key: str) -> tuple[str, ...]:
    """The dictionary's lines that have the first word of `key` in their German, to the letter, in the order of words.

    `key` is a wording as `key_of` gives it. Raises WorkbenchError where the files are gone or damaged.
    """
    try:
        with _one_at_a_time:
            files = _files()
            first = key.partition(" ")[0]
            blocks = files.words.blocks(key)
            found = [pair for number in blocks for pair in _with_words(files.entries, number, first)]
    except (OSError, ValueError) as error:
        raise WorkbenchError(_problem(error)) from error
    return tuple(" :: ".join(pair) for pair in found)


def first_blocks(words: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the blocks in which any of these words (in folded letters) may stand, ascending.

    Raises WorkbenchError where the files are gone or damaged.
    """
    try:
        with _one_at_a_time:
            index = _files().words
            return tuple(sorted({number for word in words for number in index.blocks(word)}))
    except (OSError, ValueError) as error:
        raise WorkbenchError(_problem(error)) from error


def each_line(numbers: Iterable[int]) -> Iterator[tuple[str, str]]:
    """The German, in folded letters, and the English of every line of these blocks. None is kept unpacked.

    Raises WorkbenchError where the files are gone or damaged.
    """
    try:
        with _one_at_a_time:
            entries = _files().entries
        for number in numbers:
            yield from entries.folded(number)
    except (OSError, ValueError) as error:
        raise WorkbenchError(_problem(error)) from error


def english_lines(key: str) -> tuple[tuple[str, str], ...]:
    """The German and the English of the dictionary's lines in whose English a wording may stand, in their order.

    `key` is a wording as the English index has it. Raises WorkbenchError where the files are gone or damaged.
    """
    try:
        with _one_at_a_time:
            entries, blocks = _files().entries, _opened_english(ENGLISH).blocks(key)
            found = [pair for number in blocks for pair in _with_english(entries, number, key)]
    except (OSError, ValueError) as error:
        raise WorkbenchError(_problem(error)) from error
    return tuple(found)


def _with_english(entries: Blocks, number: int, key: str) -> list[tuple[str, str]]:
    try:
        return entries.with_right(number, key.partition(" ")[0])
    except ValueError as error:
        _damage.setdefault(ENTRIES, error)
        raise


def _with_words(entries: Blocks, number: int, words: str) -> list[tuple[str, str]]:
    try:
        return entries.with_words(number, words)
    except ValueError as error:
        _damage.setdefault(ENTRIES, error)
        raise


def fault(*, whole: bool = False) -> Problem | None:
    """Why nothing, or not all, can be looked up: the dictionary's files are gone or damaged; None if they are in order.

    Damage amid the entries is known once a word was looked for there. `whole`: all are unpacked, which takes a second.
    """
    try:
        with _one_at_a_time:
            entries = _files().entries
            _opened_english(ENGLISH)
        for number in range(len(entries)) if whole else ():
            entries.check(number)
    except (OSError, ValueError) as error:
        return _problem(error)
    damage = _damage.get(ENTRIES)
    return _problem(damage) if damage else None


def _problem(error: Exception) -> Problem:
    return Problem(str(DATA), f"the dictionary cannot be read ({error})", "install the program again")
