"""Arrays of pieces read, drawn by the sources' weights, and cut into batches. Needs torch and numpy only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.network import PAD, Batch
from training.shares import weight

LENGTHS = (8, 12, 16, 20, 24, 32, 40, 48, 64, 80, 104, 136, 168, 200)
"""Pieces that the German of a batch is padded to; its English is padded to the longest, in steps of four."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pairs of one or several files: flat tensors, and where each pair's row ends.

    `looks`: for each English piece the first German piece it stands for, and how many.
    """

    german: Tensor
    english: Tensor
    looks: Tensor
    german_ends: Numbers
    english_ends: Numbers
    sources: NDArray[np.uint16]
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.sources)

    def on(self, device: str) -> Pieces:
        """The same pairs with their pieces on a device, where batches are then cut."""
        german, english, looks = (flat.to(device) for flat in (self.german, self.english, self.looks))
        return replace(self, german=german, english=english, looks=looks)

    def lengths(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """For each of these pairs the pieces of its German and of its English."""
        german, english = (ends[rows] - _begins(ends, rows) for ends in (self.german_ends, self.english_ends))
        return german, english

    def batch(self, rows: Numbers, german_length: int, english_length: int) -> Batch:
        """These pairs, padded to these lengths."""
        german = _padded(self.german, self.german_ends, rows, german_length, PAD)
        english = _padded(self.english, self.english_ends, rows, english_length, PAD)
        looks = _padded(self.looks, self.english_ends, rows, english_length, 0)
        return Batch(german, english, looks[..., 0], looks[..., 1])

    def batches(self, rows: Numbers, pieces: int) -> Iterator[Batch]:
        """All these pairs in batches of about `pieces` ids a side, pairs of like lengths together."""
        german, english = self.lengths(rows)
        steps = np.searchsorted(LENGTHS, german)
        order = np.lexsort((english, steps))
        ordered, start = steps[order], 0
        while start < len(order):
            step = ordered[start]
            alike = order[start : np.searchsorted(ordered, step, side="right")]
            # English grows along `alike`: as many rows as fit with the longest that is then among them
            wide = -(-english[alike] // 4) * 4
            slots = (np.arange(len(alike)) + 1) * (LENGTHS[step] + wide)
            size = max(1, int(np.searchsorted(slots, 2 * pieces, side="right")))
            yield self.batch(rows[alike[:size]], LENGTHS[step], int(wide[size - 1]))
            start += size


@dataclass(slots=True)
class Draw:
    """Draws pairs by the sources' weights; every source is gone through in a shuffled order, then in another one.

    `sample`: what the corpus was sampled by (corpus.py; 0: not at all), so that no weight counts twice.
    `flat`: the power that the weights are raised to, but in the last part of a run: less than 1 brings them nearer
    to each other, for passes so many that the heavy sources would be learned by heart.
    `drawn` (pairs of each source drawn so far) is all there is to save to go on in the same order.
    """

    pieces: Pieces
    seed: int = 1
    sample: float = 0.0
    flat: float = 1.0
    drawn: dict[str, int] = field(default_factory=dict)
    _rows: dict[str, Numbers] = field(init=False)

    def __post_init__(self) -> None:
        every = ((name, np.flatnonzero(self.pieces.sources == at)) for at, name in enumerate(self.pieces.names))
        self._rows = {name: rows for name, rows in every if len(rows)}

    def rows(self, number: int, *, late: bool) -> Numbers:
        """About `number` pairs; `late`: with the weights of the last part of a run."""
        mass = np.array([len(rows) * self._weight(name, late) for name, rows in self._rows.items()])
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

    def _weight(self, name: str, late: bool) -> float:
        kept = min(1.0, self.sample * weight(name)) or 1.0
        return (weight(name, late=True) if late else weight(name) ** self.flat) / kept

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
            german.append(arrays["german"].astype(np.int16))
            english.append(arrays["english"].astype(np.int16))
            looks.append(arrays["looks"])
            lengths.append(arrays["lengths"].astype(np.int64))
            sources.append(numbers[arrays["sources"]])
    both = np.concatenate(lengths)
    ends = both.cumsum(0)
    flat = (torch.from_numpy(np.concatenate(parts)) for parts in (german, english, looks))
    pieces, wanted, looked_at = flat
    return Pieces(pieces, wanted, looked_at, ends[:, 0], ends[:, 1], np.concatenate(sources), tuple(names))


def _begins(ends: Numbers, rows: Numbers) -> Numbers:
    return np.where(rows > 0, ends[rows - 1], 0)


def _padded(flat: Tensor, ends: Numbers, rows: Numbers, length: int, filling: int) -> Tensor:
    """The rows one below the other, filled up to `length`."""
    begins = _begins(ends, rows)
    first, last = (torch.from_numpy(at).to(flat.device, non_blocking=True)[:, None] for at in (begins, ends[rows]))
    at = first + torch.arange(length, device=flat.device)
    there = at < last
    cut = flat[at.clamp_max(len(flat) - 1)].long()
    return cut.masked_fill(~(there if cut.dim() == 2 else there[..., None]), filling)
