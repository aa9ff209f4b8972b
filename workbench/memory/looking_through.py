"""Looking through a memory: whether its file is whole, its pairs have their own keys, and its index has all pairs."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from workbench.memory.file import MemoryFile
from workbench.memory.keys import CODE, FIGURE_KEY, content_key, exact_key, word_key
from workbench.memory.postings import BLOCK, read_list, unpacked
from workbench.memory.sealing import lists_of
from workbench.memory.table import highest_id, keys_of
from workbench.memory.tail import unpacked as unpacked_keys
from workbench.text import Inline

_PAGE = 2_000
_KEYS, _INDEX, _WORDS = "other keys than the texts have", "missing in the index", "words that their list lacks"

Row = tuple[int, bytes]
"""The id of a pair, and its packed keys."""


@dataclass(slots=True)
class _Found:
    """The pairs that something is wrong with, by what it is."""

    pairs: dict[str, set[int]] = field(default_factory=dict)

    def add(self, what: str, *numbers: int) -> None:
        if numbers:
            self.pairs.setdefault(what, set()).update(numbers)

    def told(self) -> Iterator[str]:
        """A few words for each: how many pairs, and which is the first."""
        for what, numbers in self.pairs.items():
            yield f"{what}: {_counted(len(numbers))} (the first has the number {min(numbers)})"


def looked_through(file: MemoryFile) -> Generator[tuple[int, int], None, tuple[str, ...]]:
    """Look at all of a memory, in steps: how far it is, of how much; then what is wrong with it, each in a few words.

    Nothing is written. Raises WorkbenchError where the file cannot be read.
    """
    with file.reading() as connection:
        connection.execute("BEGIN")  # what others write meanwhile is not seen
        try:
            return (yield from _faults(connection))
        finally:
            connection.execute("ROLLBACK")


def _faults(connection: sqlite3.Connection) -> Generator[tuple[int, int], None, tuple[str, ...]]:
    last = highest_id(connection)
    yield 0, last
    if (said := connection.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
        return (f"is damaged: {' '.join(str(said).split())}",)
    code = connection.execute("SELECT value FROM meta WHERE key = 'code'").fetchone()
    if code is not None and code[0] != CODE:
        return ("has an index that another version of the workbench made",)
    found, words = _Found(), _listed(connection)
    for block in range(last // BLOCK + 1):
        rows: list[Row] = []
        for start in range(block * BLOCK, min((block + 1) * BLOCK, last + 1), _PAGE):
            rows += _pairs(connection, start, min(start + _PAGE, (block + 1) * BLOCK), found)
            yield min(start + _PAGE, last), last
        _look_for_words(rows, words, found)
        _look_in_index(connection, block, rows, found)
    (lost,) = connection.execute("SELECT count(*) FROM tail WHERE pair NOT IN (SELECT id FROM pair)").fetchone()
    return (*found.told(), *([f"keys for the index without their pair: {_counted(lost)}"] if lost else ()))


def _counted(pairs: int) -> str:
    return "1 pair" if pairs == 1 else f"{pairs:,} pairs"


def _listed(connection: sqlite3.Connection) -> frozenset[int]:
    return frozenset((FIGURE_KEY, *(word_key(word) for (word,) in connection.execute("SELECT word FROM word"))))


def _pairs(connection: sqlite3.Connection, start: int, end: int, found: _Found) -> Iterator[Row]:
    """The pairs with ids from `start` to below `end`, with the keys that their texts come to."""
    asked = "SELECT id, exact, content, source, target FROM pair WHERE id >= ? AND id < ?"
    for number, exact, content, source, target in connection.execute(asked, (start, end)).fetchall():
        german, english = Inline.parsed(str(source)), Inline.parsed(str(target))
        if (exact, content) != (exact_key(german.text), content_key(german, english)):
            found.add(_KEYS, number)
        yield number, keys_of(str(source), str(target))


def _look_for_words(rows: Sequence[Row], words: frozenset[int], found: _Found) -> None:
    found.add(_WORDS, *(number for number, keys in rows if not words.issuperset(unpacked_keys(keys).german)))


def _look_in_index(connection: sqlite3.Connection, block: int, rows: Sequence[Row], found: _Found) -> None:
    """Whether each pair is in the tail with its keys, or in the lists of all of them."""
    ends = block * BLOCK, (block + 1) * BLOCK
    tail = dict(connection.execute("SELECT pair, keys FROM tail WHERE pair >= ? AND pair < ?", ends).fetchall())
    found.add(_INDEX, *(number for number, keys in rows if tail.get(number, keys) != keys))
    if sealed := [(number, keys) for number, keys in rows if number not in tail]:
        found.add(_INDEX, *_not_counted(connection, block, sealed), *_not_in_lists(connection, block, sealed))


def _not_counted(connection: sqlite3.Connection, block: int, rows: Sequence[Row]) -> Iterator[int]:
    """The pairs of a block whose words are not counted as they are."""
    (counted,) = connection.execute("SELECT words FROM lengths WHERE block = ?", (block,)).fetchone() or (b"",)
    lengths = counted.ljust(BLOCK, b"\0")
    return (number for number, keys in rows if lengths[number % BLOCK] != unpacked_keys(keys).words)


def _not_in_lists(connection: sqlite3.Connection, block: int, rows: Sequence[Row]) -> Iterator[int]:
    """The pairs of a block that are not in the list of one of their keys."""
    asked = "SELECT id, ids FROM posting WHERE id >= ? AND id < ?"
    there = dict(connection.execute(asked, (block << 33, (block + 1) << 33)).fetchall())
    for row, ids in lists_of(block, rows):
        own = read_list(there.get(row, b""))
        if own is not None:
            missing = ids[unpacked(own)[ids] == 0] if isinstance(own, bytes) else np.setdiff1d(ids, own)
            yield from (block * BLOCK + number for number in missing.tolist())
