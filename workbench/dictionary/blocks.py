"""Pairs of lines in a file of compressed blocks: any block is at hand in some milliseconds, and no other is unpacked.

The file is a mark, the blocks (LZMA, each with its checksum), and at the end their offsets (zlib), with the length of
that. In a block stand all left lines, then all right ones, which packs them closer. (The idea is dictzip's,
https://manpages.debian.org/dictzip.)
"""

from __future__ import annotations

import lzma
import mmap
import re
import struct
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

MARK = b"WBLOCKS2"
SIZE = 128 * 1024
"""Bytes in a block, before it is packed."""
KEPT = 48
"""Blocks that are kept unpacked, half a megabyte each."""
_FILTERS = [
    {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 18, "lc": 4, "lp": 0, "pb": 0}
]
_END = struct.Struct("<I")
_IN_BRACKETS = re.compile(r"\(\w+\)")

Pair = tuple[str, str]


def in_blocks(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs in order, cut into what goes into one block each."""
    block: list[Pair] = []
    size = 0
    for left, right in pairs:
        block.append((left, right))
        size += len(left.encode()) + len(right.encode())
        if size >= SIZE:
            yield block
            block, size = [], 0
    if block:
        yield block


def pack(blocks: Iterable[Sequence[Pair]]) -> bytes:
    """The bytes of a file with these blocks of pairs. Raises ValueError for a pair with a line break in it."""
    data, offsets = [MARK], array("I")
    at = len(MARK)
    for block in blocks:
        lines = [left for left, _ in block] + [right for _, right in block]
        if any("\n" in line for line in lines):
            raise ValueError("a line break in a line")
        packed = lzma.compress("\n".join(lines).encode(), lzma.FORMAT_XZ, lzma.CHECK_CRC32, filters=_FILTERS)
        data.append(packed)
        offsets.append(at)
        at += len(packed)
    end = zlib.compress(b"".join(struct.pack("<I", offset) for offset in (*offsets, at)), 9)
    return b"".join((*data, end, _END.pack(len(end))))


class _Block(NamedTuple):
    left: list[str]
    right: list[str]
    folded: list[str]


class Blocks:
    """A file of packed pairs, open for reading. Raises ValueError where it is no such file, OSError where none is."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size < len(MARK) + _END.size or file.seek(0) or file.read(len(MARK)) != MARK:
                raise ValueError(f"{path.name} is no file of packed lines")
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        (length,) = _END.unpack(self._data[-_END.size :])
        try:
            table = zlib.decompress(self._data[size - _END.size - length : size - _END.size])
            self._offsets: list[int] = [offset for (offset,) in struct.iter_unpack("<I", table)]
        except (zlib.error, struct.error) as error:
            raise ValueError(f"{path.name} is damaged") from error
        if self._offsets[-1:] != [size - _END.size - length]:
            raise ValueError(f"{path.name} is damaged")
        self._name = path.name
        self._block: Callable[[int], _Block] = lru_cache(maxsize=KEPT)(self._unpacked)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def pairs(self, number: int) -> Iterator[Pair]:
        """The pairs of a block, in order. Raises ValueError where the block is damaged."""
        block = self._block(number)
        return zip(block.left, block.right, strict=True)

    def folded(self, number: int) -> Iterator[Pair]:
        """The pairs of a block with their left in folded letters; it is not kept. Raises ValueError where damaged."""
        block = self._unpacked(number)
        return zip(block.folded, block.right, strict=True)

    def check(self, number: int) -> None:
        """Unpack a block without keeping it. Raises ValueError where it is damaged."""
        self._unpacked(number)

    def with_words(self, number: int, words: str) -> list[Pair]:
        """The pairs of a block on whose left these words stand, in whatever letters; a part of a word is none.

        `words` are in folded letters (`str.casefold`). Raises ValueError where the block is damaged.
        """
        block = self._block(number)
        whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        return [
            (block.left[at], block.right[at])
            for at, line in enumerate(block.folded)
            if words in line and whole.search(line)
        ]

    def with_right(self, number: int, word: str) -> list[Pair]:
        """The pairs of a block in whose right a word may begin, which is in folded letters; of colo(u)r both words do.

        Raises ValueError where the block is damaged.
        """
        block = self._block(number)
        text = "\n".join(block.right).casefold()
        lines: set[int] = set()
        for read in (text.replace("(", "").replace(")", ""), _IN_BRACKETS.sub("", text)):
            line, at, found = 0, 0, read.find(word)
            while found >= 0:
                line, at = line + read.count("\n", at, found), found
                lines.add(line)
                found = read.find(word, found + 1)
        return [(block.left[line], block.right[line]) for line in sorted(lines)]

    def _unpacked(self, number: int) -> _Block:
        if number >= len(self):
            raise ValueError(f"{self._name} does not belong to its index")
        try:
            text = lzma.decompress(self._data[self._offsets[number] : self._offsets[number + 1]]).decode()
        except (lzma.LZMAError, UnicodeDecodeError) as error:
            raise ValueError(f"{self._name} is damaged") from error
        lines = text.split("\n")
        left, right = lines[: len(lines) // 2], lines[len(lines) // 2 :]
        return _Block(left, right, "\n".join(left).casefold().split("\n"))
