"""Which pairs have a word: lists of ids in the file, a row for each word and each 65,536 ids, and the latest in RAM.

A list is 16 bits an id, or one bit for each id of the block where that is shorter, as in Roaring bitmaps (Chambi,
Lemire, Kaser, Godin 2016): common words cost little, so that a query can count all of its words. Adding a pair rewrites
no list: its keys wait in the table `tail` until `sealing.py` puts them in. The id of a pair that is gone stays in them.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.memory.keys import Language
from workbench.memory.tail import MOST_WORDS, Ids, Tail

BLOCK = 1 << 16
"""Ids in a block."""
BITMAP = BLOCK // 8
"""Bytes of a list that has a bit for each id of its block; every shorter list has 16 bits for each of its ids."""
_MOST_CACHED = 32 << 20
"""Bytes of lists that are kept in RAM: those of the common words of a million pairs."""
_ROW = 100
"""Bytes of RAM that a list takes besides its ids."""
_AT_ONCE = 4_000
"""Lists that one statement asks for."""

ASKED = "SELECT id, ids FROM posting WHERE id IN (SELECT value FROM json_each(?))"
"""Asks for lists by their ids, a JSON list: one text for all, since each connection keeps the last 128 it was given."""

_LOOKED_AT = 1_000
"""Ids that are taken out of lists at once for who wants the newest."""

List = NDArray[np.uint16] | bytes | None
"""A list of ids within a block: the ids, or a bit for each, or none."""
Bytes = NDArray[np.uint8]
Sums = NDArray[np.unsignedinteger[Any]]


@dataclass(slots=True)
class State:
    """What is known of the file in RAM. A new one takes its place when the lists in the file are others.

    `lengths`: how many words the pairs of each block have.
    """

    generation: int
    tail: Tail
    lengths: dict[int, Bytes]
    lists: dict[int, List] = field(default_factory=dict)
    size: int = 0


class Postings:
    """The lists of a memory's file. Threads share it; each brings the connection that it asks with."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: State | None = None
        self._behind = False
        self._versions: dict[int, int] = {}

    def state(self, connection: sqlite3.Connection) -> State:
        """What is in RAM, brought up to date where another program or thread has written."""
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        with self._lock:
            state = self._state
            if state and not self._behind and self._versions.get(id(connection)) == version:
                return state
            self._behind = False
            generation = _generation(connection)
            if state and state.generation == generation:
                state.tail.add(_tail_rows(connection, state.tail.last))
            else:
                rows = connection.execute("SELECT block, words FROM lengths ORDER BY block")
                lengths = {block: np.frombuffer(words, np.uint8) for block, words in rows if len(words) == BLOCK}
                state = State(generation, Tail(_tail_rows(connection, 0)), lengths)
            self._state = state
            self._versions[id(connection)] = version
            return state

    def added(self) -> None:
        """The table `tail` has more rows now."""
        self._behind = True

    def outdated(self) -> None:
        """The lists in the file are others now."""
        with self._lock:
            self._state = None


def like(
    connection: sqlite3.Connection, state: State, weights: Mapping[int, int], length: int, least: int
) -> tuple[Ids, NDArray[np.int64]]:
    """The ids of the pairs whose German may be like a text to at least `least` percent, and how like it may be at most.

    `weights`: how often the text of `length` words has each key. Two texts cannot be more alike than the share of the
    longer one's words that they have in common, wherever these stand (the count filter of Li, Lu and Lu 2008 for edit
    distance): no pair is missed. The best first, of equal ones the newest.
    """
    need = _needed(least, length)
    ids, sums, lengths = [], [], []
    wide = length >= MOST_WORDS
    for block, own, summed in _blocks(connection, state, weights, "de", np.uint16 if wide else np.uint8):
        there = np.flatnonzero(summed >= need.astype(summed.dtype)[own])
        ids.append(there + block * BLOCK)
        sums.append(summed[there].astype(np.int64))
        lengths.append(own[there].astype(np.int64))
    late, own_late, summed_late = state.tail.summed(weights)
    there = np.flatnonzero(summed_late >= need[own_late])
    found = np.concatenate([*ids, late[there]])
    longer = np.maximum(np.concatenate([*lengths, own_late[there]]), length)
    most = np.concatenate([*sums, summed_late[there]]) * 100 // longer
    order = np.lexsort((-found, -most))
    return found[order], most[order]


@lru_cache(maxsize=64)
def _needed(least: int, length: int) -> NDArray[np.int64]:
    """How many words a text has to share with one of `length` words, by how many it has."""
    need = np.array([-(-least * max(length, words, 1) // 100) for words in range(MOST_WORDS + 1)])
    need[0] = length + 1  # not in these lists
    return need


def weighed(connection: sqlite3.Connection, state: State, weights: Mapping[int, int], most: int) -> Ids:
    """The ids of the `most` pairs whose German has the greatest sum of these weights (at most 255 together)."""
    ids, sums = [], []
    for block, _, summed in _blocks(connection, state, weights, "de", np.uint8):
        there = np.argpartition(summed, -most)[-most:]
        ids.append(there + block * BLOCK)
        sums.append(summed[there].astype(np.int64))
    late, _, summed_late = state.tail.summed(weights)
    found, total = np.concatenate([*ids, late]), np.concatenate([*sums, summed_late])
    order = np.lexsort((-found, -total))[:most]
    return found[order][total[order] > 0]


def having(
    connection: sqlite3.Connection,
    state: State,
    words: Sequence[tuple[Collection[int], Callable[[int], bool]]],
    language: Language,
    block: int | None,
) -> Iterator[int]:
    """The ids of the pairs of a block, or of the tail, that have one of the keys of each word; newest first.

    A word: its keys, and whether one counts: that is asked when a pair is met that has it. The connection is asked at
    once, not while the ids are looked at.
    """
    lists = [_with_ids(connection, state, keys, language, block) for keys, _ in words]
    found = _newest_first(lists[0], words[0][1])
    if len(words) == 1:
        return found
    others = [
        frozenset(chain.from_iterable(ids.tolist() for key, ids in own.items() if counts(key)))
        for own, (_, counts) in zip(lists[1:], words[1:], strict=True)
    ]
    return (number for number in found if all(number in other for other in others))


def _with_ids(
    connection: sqlite3.Connection, state: State, keys: Collection[int], language: Language, block: int | None
) -> dict[int, Ids]:
    """The keys that pairs of a block, or of the tail, have, and the ids of these pairs."""
    if block is None:
        return state.tail.having(keys, language)
    lists = _lists(connection, state, [row_id(block, language, key) for key in keys])
    rows = zip(keys, lists.values(), strict=True)
    return {key: _ids(ids).astype(np.int64) + block * BLOCK for key, ids in rows if ids is not None}


def _newest_first(lists: Mapping[int, Ids], counts: Callable[[int], bool]) -> Iterator[int]:
    """The ids of lists whose key counts, each once."""
    if not lists:
        return
    keys = list(lists)
    ids = np.concatenate(list(lists.values()))
    owners = np.repeat(np.arange(len(keys)), [len(own) for own in lists.values()])
    order = np.argsort(-ids, kind="stable")
    told: dict[int, bool] = {}
    last = -1
    for start in range(0, len(order), _LOOKED_AT):
        part = order[start : start + _LOOKED_AT]
        for number, owner in zip(ids[part].tolist(), owners[part].tolist(), strict=True):
            if number == last:
                continue
            if owner not in told:
                told[owner] = counts(keys[owner])
            if told[owner]:
                last = number
                yield number


def frequencies(connection: sqlite3.Connection, state: State, keys: Collection[int]) -> dict[int, int]:
    """In how many pairs each German key is, about."""
    found = dict.fromkeys(keys, 0)
    for block in state.lengths:
        rows = _lists(connection, state, [row_id(block, "de", key) for key in keys])
        for key, ids in zip(keys, rows.values(), strict=True):
            found[key] += _count(ids)
    late = state.tail.counted(keys)
    return {key: count + late[key] for key, count in found.items()}


def row_id(block: int, language: Language, key: int) -> int:
    """The id of the row that has the list of a key in a block."""
    return block << 33 | (language == "en") << 32 | key


def read_list(blob: bytes) -> List:
    """A list as the file has it."""
    return blob if len(blob) == BITMAP else np.frombuffer(blob, "<u2", len(blob) // 2)


def _blocks(
    connection: sqlite3.Connection,
    state: State,
    weights: Mapping[int, int],
    language: Language,
    kind: type[np.uint8] | type[np.uint16],
) -> Iterator[tuple[int, Bytes, Sums]]:
    """Each block, how many words its pairs have, and the sum of the weights of the keys that each has."""
    wanted = [row_id(block, language, key) for block in state.lengths for key in weights]
    lists = _lists(connection, state, wanted)
    for block, own in state.lengths.items():
        rows = [lists[row_id(block, language, key)] for key in weights]
        yield block, own, _sum(rows, weights.values(), kind)


def _sum(lists: Iterable[List], weights: Iterable[int], kind: type[np.uint8] | type[np.uint16]) -> Sums:
    """For each id of a block the sum of the weights of the lists that it is in."""
    summed = np.zeros(BLOCK, kind)
    for ids, weight in zip(lists, weights, strict=True):
        if ids is None:
            continue
        if isinstance(ids, bytes):
            bits = unpacked(ids)
            summed += bits if weight == 1 else bits * kind(weight)
        else:
            summed[ids] += kind(weight)
    return summed


def _lists(connection: sqlite3.Connection, state: State, wanted: Sequence[int]) -> dict[int, List]:
    """The lists of these rows, in their order: what is in RAM is not read again."""
    cached = state.lists
    found = {row: cached[row] for row in wanted if row in cached}
    missing = [row for row in wanted if row not in found]
    for start in range(0, len(missing), _AT_ONCE):
        part = missing[start : start + _AT_ONCE]
        blobs = dict(connection.execute(ASKED, (f"[{','.join(map(str, part))}]",)))
        for row in part:
            found[row] = cached[row] = read_list(blobs[row]) if row in blobs else None
            state.size += _ROW + len(blobs.get(row, b""))
    if state.size > _MOST_CACHED:
        state.lists, state.size = {}, 0
    return {row: found[row] for row in wanted}


def unpacked(bits: bytes) -> Bytes:
    """0 or 1 for each id of a block."""
    return np.unpackbits(np.frombuffer(bits, np.uint8), bitorder="little")


def _ids(ids: NDArray[np.uint16] | bytes) -> NDArray[Any]:
    """The ids within a block of a list."""
    return np.flatnonzero(unpacked(ids)) if isinstance(ids, bytes) else ids


def _count(ids: List) -> int:
    if ids is None:
        return 0
    return int(unpacked(ids).sum()) if isinstance(ids, bytes) else len(ids)


def _generation(connection: sqlite3.Connection) -> int:
    found = connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
    if not found or not isinstance(found[0], int):
        raise sqlite3.DatabaseError("its table `meta` is damaged")
    return found[0]


def _tail_rows(connection: sqlite3.Connection, last: int) -> list[tuple[int, bytes]]:
    return connection.execute("SELECT pair, keys FROM tail WHERE pair > ? ORDER BY pair", (last,)).fetchall()
