"""Arrays of pieces read, drawn by the sources' weights, and cut into batches. Needs torch and numpy only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.network import PAD, Batch
from training.shares import weight

LENGTHS = (8, 12, 16, 20, 24, 32, 40, 48, 64, 80, 104, 136, 168, 200)
"""Pieces that a batch's rows are padded to: few different shapes, so that memory is used again."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pairs of one or several files: flat arrays, and where each pair's row ends."""

    german: NDArray[np.uint16]
    english: NDArray[np.uint16]
    looks: NDArray[np.uint8]
    german_ends: Numbers
    english_ends: Numbers
    sources: NDArray[np.uint16]
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.sources)

    def lengths(self, rows: Numbers) -> Numbers:
        """For each of these pairs the pieces of its longer side."""
        sides = (np.diff(ends, prepend=0)[rows] for ends in (self.german_ends, self.english_ends))
        longer: Numbers = np.maximum(*sides)
        return longer

    def batch(self, rows: Numbers, length: int) -> Batch:
        """These pairs, padded to `length`."""
        german = np.full((len(rows), length), PAD, np.int64)
        english = np.full((len(rows), length), PAD, np.int64)
        looks = np.zeros((len(rows), length, 2), np.int64)
        for at, row in enumerate(rows):
            one, other = _slice(self.german_ends, row), _slice(self.english_ends, row)
            german[at, : one.stop - one.start] = self.german[one]
            english[at, : other.stop - other.start] = self.english[other]
            looks[at, : other.stop - other.start] = self.looks[other]
        return Batch(
            *(torch.from_numpy(array) for array in (german, english, looks[..., 0].copy(), looks[..., 1].copy()))
        )

    def batches(self, rows: Numbers, pieces: int) -> Iterator[Batch]:
        """All these pairs in batches of about `pieces` ids, pairs of like length together."""
        lengths = self.lengths(rows)
        for shortest, length in zip((0, *LENGTHS), LENGTHS, strict=False):
            alike = rows[(lengths > shortest) & (lengths <= length)]
            size = max(1, pieces // length)
            for start in range(0, len(alike), size):
                yield self.batch(alike[start : start + size], length)


@dataclass(slots=True)
class Draw:
    """Draws pairs by the sources' weights; every source is gone through in a shuffled order, then in another one.

    `drawn` (pairs of each source drawn so far) is all there is to save to go on in the same order.
    """

    pieces: Pieces
    seed: int = 1
    drawn: dict[str, int] = field(default_factory=dict)
    _rows: dict[str, Numbers] = field(init=False)

    def __post_init__(self) -> None:
        every = ((name, np.flatnonzero(self.pieces.sources == at)) for at, name in enumerate(self.pieces.names))
        self._rows = {name: rows for name, rows in every if len(rows)}

    def rows(self, number: int, *, late: bool) -> Numbers:
        """About `number` pairs; `late`: with the weights of the last part of a run."""
        mass = np.array([len(rows) * weight(name, late=late) for name, rows in self._rows.items()])
        shares = mass / mass.sum() * number
        generator = np.random.default_rng([self.seed, sum(self.drawn.values())])
        wanted = np.floor(shares + generator.random(len(shares))).astype(int)
        chosen = [
            self._next(name, rows, int(count))
            for (name, rows), count in zip(self._rows.items(), wanted, strict=True)
            if count
        ]
        drawn = np.concatenate(chosen)
        generator.shuffle(drawn)
        return drawn

    def _next(self, name: str, rows: Numbers, count: int) -> Numbers:
        start = self.drawn.get(name, 0)
        self.drawn[name] = start + count
        passes = range(start // len(rows), (start + count - 1) // len(rows) + 1)
        key = sum(name.encode())
        order = np.concatenate([np.random.default_rng([self.seed, key, one]).permutation(rows) for one in passes])
        begin = start - passes.start * len(rows)
        return order[begin : begin + count]


def read_pieces(files: Sequence[Path]) -> Pieces:
    """The pairs of these files of arrays.py as one. The files need not name the same sources."""
    names: list[str] = []
    german, english, looks, lengths, sources = [], [], [], [], []
    for file in files:
        with np.load(file) as arrays:
            own = [str(name) for name in arrays["names"]]
            names += [name for name in own if name not in names]
            numbers = np.array([names.index(name) for name in own], np.uint16)
            german.append(arrays["german"])
            english.append(arrays["english"])
            looks.append(arrays["looks"])
            lengths.append(arrays["lengths"].astype(np.int64))
            sources.append(numbers[arrays["sources"]])
    both = np.concatenate(lengths)
    ends = both.cumsum(0)
    return Pieces(
        np.concatenate(german), np.concatenate(english), np.concatenate(looks), ends[:, 0], ends[:, 1],
        np.concatenate(sources), tuple(names),
    )  # fmt: skip


def _slice(ends: Numbers, row: int) -> slice:
    return slice(int(ends[row - 1]) if row else 0, int(ends[row]))
