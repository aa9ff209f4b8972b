"""In which block a word stands: one byte of its checksum, and the number of the block, in a bucket of the checksum's.

Nothing is unpacked or searched through, and a word that is nowhere costs nothing: of a hundred such words, three or so
are taken to a block in which they are not found.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

MARK = b"WINDEX01"
_BUCKETS = 1 << 16
_HEAD = struct.Struct("<8sIII")  # the mark, the checksum of what follows, the bytes of the packed counts, the entries


def pack_index(words: Iterable[tuple[str, int]]) -> bytes:
    """The bytes of an index of words and their blocks. Raises ValueError for more than 256 blocks.

    >>> data = pack_index([("aal", 3), ("aal", 0)])
    """
    entries = sorted({(*_place(word), block) for word, block in words})
    if any(block > 0xFF for _, _, block in entries):
        raise ValueError("an index has room for 256 blocks: make them larger (blocks.SIZE)")
    counts = [0] * _BUCKETS
    for bucket, _, _ in entries:
        counts[bucket] += 1
    packed = zlib.compress(struct.pack(f"<{_BUCKETS}H", *counts), 9)
    rest = packed + bytes(print_ for _, print_, _ in entries) + bytes(block for _, _, block in entries)
    return _HEAD.pack(MARK, zlib.crc32(rest), len(packed), len(entries)) + rest


class Index:
    """An index, read whole. Raises ValueError where the file is none, or damaged, OSError where there is none."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        if len(data) < _HEAD.size or data[: len(MARK)] != MARK:
            raise ValueError(f"{path.name} is no index")
        _, checksum, length, number = _HEAD.unpack_from(data)
        rest = memoryview(data)[_HEAD.size :]
        if len(rest) != length + 2 * number or zlib.crc32(rest) != checksum:
            raise ValueError(f"{path.name} is damaged")
        counts = struct.unpack(f"<{_BUCKETS}H", zlib.decompress(rest[:length]))
        self._starts = (0, *accumulate(counts))
        self._prints = bytes(rest[length : length + number])
        self._blocks = bytes(rest[length + number :])

    def blocks(self, word: str) -> tuple[int, ...]:
        """The numbers of the blocks in which a word may stand, ascending; none for a word that stands nowhere."""
        bucket, print_ = _place(word)
        places = range(self._starts[bucket], self._starts[bucket + 1])
        return tuple(self._blocks[place] for place in places if self._prints[place] == print_)


def _place(word: str) -> tuple[int, int]:
    checksum = zlib.crc32(word.encode(errors="replace"))
    return checksum % _BUCKETS, checksum >> 24
