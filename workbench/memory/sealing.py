"""Putting the keys that wait in the tail into the lists of the postings, and making the lists anew.

Each step is one short transaction, so that nobody who writes has to wait for long, and may be the last one: a pair
whose keys are in the tail and already in some lists is found all the same, and putting them in again changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from workbench.memory.file import MemoryFile
from workbench.memory.keys import CODE
from workbench.memory.postings import BITMAP, BLOCK, Postings, read_list
from workbench.memory.postings import unpacked as unpacked_bits
from workbench.memory.tail import unpacked

_ROWS = 2_000
"""Lists that are written in one step."""
_PAIRS = 2_000
"""Pairs that are put into the tail again in one step."""
_MOST_GONE = 0.3
"""Share of the ids of a memory whose pairs are gone at which its lists are made anew."""
_FEW = 10_000
"""Ids of pairs that are gone which are no reason for that."""

KeysOf = Callable[[str, str], bytes]
"""Source and target of a pair, as the file has them → their packed keys."""


def seal(file: MemoryFile, postings: Postings, least: int) -> Iterator[None]:
    """Put all that is in the tail into the lists, if it is at least so many pairs. In steps."""
    with file.reading() as connection:
        waiting = connection.execute("SELECT count(*) FROM tail").fetchone()[0]
    while waiting >= max(least, 1):
        with file.reading() as connection:
            first = connection.execute("SELECT min(pair) FROM tail").fetchone()[0]
            block = first // BLOCK
            rows = connection.execute(
                "SELECT pair, keys FROM tail WHERE pair < ? ORDER BY pair", ((block + 1) * BLOCK,)
            ).fetchall()
        for lists in _slices(lists_of(block, rows)):
            with file.writing() as connection:
                _put_in(connection, lists)
            yield
        with file.writing() as connection:
            _count_words(connection, block, rows)
            connection.execute("DELETE FROM tail WHERE pair BETWEEN ? AND ?", (first, rows[-1][0]))
            connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
        postings.outdated()
        waiting -= len(rows)
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


def lists_of(block: int, rows: Sequence[tuple[int, bytes]]) -> Iterator[tuple[int, NDArray[np.uint16]]]:
    """The rows of the table `posting`, each with the ids within the block that these pairs add to it."""
    every, owner = _keys(rows)
    order = np.argsort(every, kind="stable")
    every, owner = every[order], owner[order]
    del order
    starts = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1])))[: len(every)]
    own = block << 33
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(every)
        yield own | int(every[start]), owner[start:end]


def _keys(rows: Sequence[tuple[int, bytes]]) -> tuple[NDArray[np.uint64], NDArray[np.uint16]]:
    """The keys of pairs, those of English words above all others, and for each the id of its pair within its block."""
    lengths = [max(len(blob) // 4 - 2, 0) for _, blob in rows]
    keys = np.empty(sum(lengths), np.uint64)
    at = 0
    for (_, blob), length in zip(rows, lengths, strict=True):
        numbers = np.frombuffer(blob, "<u4", len(blob) // 4)
        keys[at : at + length] = numbers[2:]
        german = int(numbers[1]) if len(numbers) > 1 else 0
        keys[min(at + german, at + length) : at + length] |= np.uint64(1 << 32)
        at += length
    return keys, np.repeat(np.array([pair % BLOCK for pair, _ in rows], np.uint16), lengths)


def _slices(lists: Iterator[tuple[int, NDArray[np.uint16]]]) -> Iterator[dict[int, NDArray[np.uint16]]]:
    while some := dict(islice(lists, _ROWS)):
        yield some


def _put_in(connection: sqlite3.Connection, lists: Mapping[int, NDArray[np.uint16]]) -> None:
    named = ",".join(map(str, lists))
    there = dict(connection.execute(f"SELECT id, ids FROM posting WHERE id IN ({named})"))
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


def _count_words(connection: sqlite3.Connection, block: int, rows: Sequence[tuple[int, bytes]]) -> None:
    there = connection.execute("SELECT words FROM lengths WHERE block = ?", (block,)).fetchone()
    is_whole = there is not None and len(there[0]) == BLOCK
    words = np.frombuffer(there[0], np.uint8).copy() if is_whole else np.zeros(BLOCK, np.uint8)
    for pair, blob in rows:
        words[pair % BLOCK] = unpacked(blob).words
    connection.execute("INSERT OR REPLACE INTO lengths VALUES (?, ?)", (block, words.tobytes()))
