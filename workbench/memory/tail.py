"""The keys of the pairs that were added last, in RAM: they are searched there until they are put into the postings."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.memory.keys import Language

Ids = NDArray[np.int64]
MOST_WORDS = 255
"""The words of a text are counted up to here: a byte in the file."""


class Keys(NamedTuple):
    """The keys of a pair. `words`: how many words its German has, at most `MOST_WORDS`."""

    words: int
    german: Collection[int]
    english: Collection[int]


def packed(keys: Keys) -> bytes:
    """The keys of a pair as the table `tail` has them: 32-bit numbers, the words and the German keys counted first."""
    return np.array([keys.words, len(keys.german), *sorted(keys.german), *sorted(keys.english)], "<u4").tobytes()


def unpacked(blob: bytes) -> Keys:
    """What `packed` made of them; of damaged bytes what can be made of them."""
    numbers = np.frombuffer(blob, "<u4", len(blob) // 4).tolist()
    if len(numbers) < 2:
        return Keys(1, (), ())
    words, german, *keys = numbers
    return Keys(min(words, MOST_WORDS), keys[:german], keys[german:])


class Tail:
    """Pairs and their keys, in the order in which they came. Threads share it."""

    def __init__(self, rows: Iterable[tuple[int, bytes]] = ()) -> None:
        self._lock = threading.Lock()
        self._blobs: dict[int, bytes] = {}
        self._ids: list[int] = []
        self._lengths: list[int] = []
        self._arrays = np.zeros(0, np.int64), np.zeros(0, np.int64)
        self._places: dict[Language, dict[int, list[int]]] = {"de": {}, "en": {}}
        self.last = 0
        self.add(rows)

    def __len__(self) -> int:
        return len(self._blobs)

    def add(self, rows: Iterable[tuple[int, bytes]]) -> None:
        """Take up pairs with their packed keys; one that is there already is passed over."""
        with self._lock:
            for pair, blob in rows:
                self._blobs.setdefault(pair, blob)
                self.last = max(self.last, pair)

    def summed(self, weights: Mapping[int, int], language: Language = "de") -> tuple[Ids, NDArray[np.int64], Ids]:
        """The ids of all its pairs, how many words each has, and the sum of the weights of the keys that it has."""
        with self._lock:
            self._index()
            sums = np.zeros(len(self._ids), np.int64)
            for key, weight in weights.items():
                if places := self._places[language].get(key):
                    sums[places] += weight
            return *self._arrays, sums

    def counted(self, keys: Iterable[int]) -> dict[int, int]:
        """How many of its pairs have each German key."""
        with self._lock:
            self._index()
            return {key: len(self._places["de"].get(key, ())) for key in keys}

    def having(self, keys: Iterable[int], language: Language) -> dict[int, Ids]:
        """Those of the keys that pairs have, and the ids of these pairs."""
        with self._lock:
            self._index()
            (ids, _), lists = self._arrays, self._places[language]
            return {key: ids[lists[key]] for key in keys if key in lists}

    def _index(self) -> None:
        """Look through what came since it was asked last."""
        if len(self._ids) == len(self._blobs):
            return
        for pair in list(self._blobs)[len(self._ids) :]:
            keys, place = unpacked(self._blobs[pair]), len(self._ids)
            self._ids.append(pair)
            self._lengths.append(keys.words)
            for language, own in (("de", keys.german), ("en", keys.english)):
                lists = self._places["de" if language == "de" else "en"]
                for key in own:
                    lists.setdefault(key, []).append(place)
        self._arrays = np.array(self._ids, np.int64), np.array(self._lengths, np.int64)
