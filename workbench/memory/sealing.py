"""Putting the keys that wait in the tail into the lists of the postings, and making the lists anew.

Each step is one short transaction, so that nobody who writes has to wait for long, and may be the last one: a pair
whose keys are in the tail and already in some lists is found all the same, and putting them in again changes nothing.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.memory.file import MemoryFile
from workbench.memory.keys import CODE
from workbench.memory.postings import ASKED, BITMAP, BLOCK, Postings, read_list
from workbench.memory.postings import unpacked as unpacked_bits
from workbench.memory.tail import MOST_WORDS

_ROWS = 2_000
"""Lists that are written in one step."""
_PAIRS = 2_000
"""Pairs that are put into the tail again in one step."""
_MOST_KEYS = 3_000_000
"""Keys that are put into lists at once, of 8 bytes each: those of the sentences of a block."""
_LOOKED_AT = 1 << 17
"""Sorted keys that are divided into lists at once."""
_MOST_GONE = 0.3
"""Share of the ids of a memory whose pairs are gone at which its lists are made anew."""
_FEW = 10_000
"""Ids of pairs that are gone which are no reason for that."""

_ID_BITS, _OF_ID = np.uint64(16), np.uint64(BLOCK - 1)
_ENGLISH = np.uint64(1 << 32)

KeysOf = Callable[[str, str], bytes]
"""Source and target of a pair, as the file has them → their packed keys."""


def seal(file: MemoryFile, postings: Postings, least: int) -> Iterator[None]:
    """Put all that is in the tail into the lists, if it is at least so many pairs. In steps."""
    with file.reading() as connection:
        waiting = connection.execute("SELECT count(*) FROM tail").fetchone()[0]
    while waiting >= max(least, 1):
        with file.reading() as connection:
            some = _first_waiting(connection)
        if not some.words:  # another program was quicker
            break
        for lists in _slices(some.lists()):
            with file.writing() as connection:
                _put_in(connection, lists)
            yield
        with file.writing() as connection:
            _count_words(connection, some)
            connection.execute("DELETE FROM tail WHERE pair BETWEEN ? AND ?", some.ends)
            connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
        postings.outdated()
        waiting -= len(some.words)
        yield
    file.tidy()


def made_anew_where_needed(file: MemoryFile, postings: Postings, keys_of: KeysOf) -> Iterator[None]:
    """Make the lists anew where they were made by other rules, or most ids in them are of pairs that are gone."""
    with file.reading() as connection:
        code = connection.execute("SELECT value FROM meta WHERE key = 'code'").fetchone()
        last = connection.execute("SELECT max(id) FROM pair").fetchone()[0] or 0
        counted = connection.execute("SELECT block, words FROM lengths ORDER BY block").fetchall()
        blocks = {block: np.count_nonzero(np.frombuffer(words, np.uint8)) for block, words in counted}
        listed = int(sum(blocks.values()))
        there = connection.execute("SELECT count(*) FROM pair").fetchone()[0] if listed > _FEW else listed
    is_sparse = listed - there > max(_FEW, _MOST_GONE * listed)
    is_old = code is not None and code[0] != CODE
    for block in blocks if is_sparse or is_old else ():
        yield from _emptied(file, postings, block, min((block + 1) * BLOCK, last + 1), keys_of)
    if code is None or is_old:
        with file.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('code', ?)", (CODE,))


def _emptied(file: MemoryFile, postings: Postings, block: int, end: int, keys_of: KeysOf) -> Iterator[None]:
    """Put the pairs of a block that are below `end` into the tail again, with higher ids, and forget its lists."""
    first = block * BLOCK
    while True:
        with file.writing() as connection:
            rows = connection.execute(
                "SELECT id, source, target FROM pair WHERE id >= ? AND id < ? ORDER BY id LIMIT ?", (first, end, _PAIRS)
            ).fetchall()
            for pair, source, target in rows:
                connection.execute(
                    "INSERT INTO tail VALUES (?, ?)", (_moved(connection, pair), keys_of(source, target))
                )
        postings.added()
        if not rows:
            break
        first = rows[-1][0] + 1
        yield
    with file.writing() as connection:
        connection.execute("DELETE FROM posting WHERE id >= ? AND id < ?", (block << 33, (block + 1) << 33))
        connection.execute("DELETE FROM lengths WHERE block = ?", (block,))
        connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
    postings.outdated()
    yield


def _moved(connection: sqlite3.Connection, pair: int) -> int:
    """Give a pair the next free id."""
    (last,) = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'pair'").fetchone()
    connection.execute("UPDATE pair SET id = ? WHERE id = ?", (last + 1, pair))
    connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'pair'", (last + 1,))
    connection.execute("DELETE FROM tail WHERE pair = ?", (pair,))
    return int(last) + 1


def lists_of(block: int, rows: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, NDArray[np.uint16]]]:
    """The rows of the table `posting`, each with the ids within the block that these pairs add to it."""
    some = _Some(block)
    for pair, blob in rows:
        some.add(pair, blob)
    return some.lists()


@dataclass(slots=True)
class _Some:
    """Pairs of a block whose keys are put into lists together.

    `keys`: language, key and id within the block in 64 bits each, so that they are sorted where they lie. `ids`: those
    of the pairs within the block; `words`: how many each has.
    """

    block: int
    keys: bytearray = field(default_factory=bytearray)
    ids: array[int] = field(default_factory=lambda: array("H"))
    words: bytearray = field(default_factory=bytearray)

    @property
    def ends(self) -> tuple[int, int]:
        """The ids of the first pair and of the last."""
        own = self.block * BLOCK
        return own + self.ids[0], own + self.ids[-1]

    def add(self, pair: int, blob: bytes) -> None:
        """Take up a pair with its packed keys; of damaged ones what can be made of them."""
        numbers = np.frombuffer(blob, "<u4", len(blob) // 4)
        words, german = numbers[:2].tolist() if len(numbers) > 1 else (1, 0)
        keys = numbers[2:].astype(np.uint64)
        keys[german:] |= _ENGLISH
        self.keys += (keys << _ID_BITS | np.uint64(pair % BLOCK)).tobytes()
        self.ids.append(pair % BLOCK)
        self.words.append(min(words, MOST_WORDS))

    def lists(self) -> Iterator[tuple[int, NDArray[np.uint16]]]:
        """The lists that they add to, each with the ids that it gets; `keys` are sorted after it."""
        every = np.frombuffer(self.keys, np.uint64)
        every.sort()
        own, start = self.block << 33, 0
        while start < len(every):
            last = every[min(start + _LOOKED_AT, len(every)) - 1]
            end = int(np.searchsorted(every, last | _OF_ID, "right"))  # so that its list is whole
            keys, ids = every[start:end] >> _ID_BITS, every[start:end].astype(np.uint16)
            begins = np.flatnonzero(keys[1:] != keys[:-1]) + 1
            for at, behind in pairwise((0, *begins.tolist(), end - start)):
                yield own | int(keys[at]), ids[at:behind]
            start = end


def _first_waiting(connection: sqlite3.Connection) -> _Some:
    """The pairs that wait first in the tail: those of one block, and at most about as many as `_MOST_KEYS` keys."""
    (first,) = connection.execute("SELECT min(pair) FROM tail").fetchone()
    some = _Some((first or 0) // BLOCK)
    asked = "SELECT pair, keys FROM tail WHERE pair < ? ORDER BY pair"
    for pair, blob in connection.execute(asked, ((some.block + 1) * BLOCK,)):
        some.add(pair, blob)
        if len(some.keys) > 8 * _MOST_KEYS:
            break
    return some


def _slices(lists: Iterator[tuple[int, NDArray[np.uint16]]]) -> Iterator[dict[int, NDArray[np.uint16]]]:
    while some := dict(islice(lists, _ROWS)):
        yield some


def _put_in(connection: sqlite3.Connection, lists: Mapping[int, NDArray[np.uint16]]) -> None:
    there = dict(connection.execute(ASKED, (f"[{','.join(map(str, lists))}]",)))
    rows = ((row, _joined(there.get(row), ids)) for row, ids in lists.items())
    connection.executemany("INSERT OR REPLACE INTO posting VALUES (?, ?)", rows)


def _joined(there: bytes | None, ids: NDArray[np.uint16]) -> bytes:
    """A list as the file has it, with more ids in it."""
    old = read_list(there) if there else None
    if isinstance(old, bytes):
        bits = unpacked_bits(old)
    else:
        ids = (ids if old is None else np.union1d(old, ids)).astype(np.uint16)
        if ids.nbytes < BITMAP:
            return ids.astype("<u2").tobytes()
        bits = np.zeros(BLOCK, np.uint8)
    bits[ids] = 1
    return np.packbits(bits, bitorder="little").tobytes()


def _count_words(connection: sqlite3.Connection, some: _Some) -> None:
    there = connection.execute("SELECT words FROM lengths WHERE block = ?", (some.block,)).fetchone()
    is_whole = there is not None and len(there[0]) == BLOCK
    words = np.frombuffer(there[0], np.uint8).copy() if is_whole else np.zeros(BLOCK, np.uint8)
    words[np.frombuffer(some.ids, np.uint16)] = np.frombuffer(some.words, np.uint8)
    connection.execute("INSERT OR REPLACE INTO lengths VALUES (?, ?)", (some.block, words.tobytes()))
