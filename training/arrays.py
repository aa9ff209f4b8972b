"""Pairs as the network reads them: ids of pieces and where each English piece should look, in compressed numpy
files.

    python -m training.arrays WORK PIECES.model OUT [--seed 1] [--megabytes 55] [--processes N] [--plain] [--cuts 0.5]

Reads WORK/pairs.tsv and, where they are, WORK/pairs.links; writes OUT/part-00.npz and so on, each of at most
`--megabytes`, every one a fair sample of the whole, and OUT/heldout.npz. A machine that trains needs these
files, torch and numpy, and nothing else. Noise, markers and swapped names are drawn anew for each `--seed` (and
number of processes): make another set for another pass. `--plain` draws none. `--cuts A` cuts the German of pairs
without markers into pieces by chance, more wildly the nearer A is to 0 (subword regularisation, Kudo 2018): for passes
that repeat.
"""

from __future__ import annotations

import argparse
import math
import os
import random
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice, repeat
from pathlib import Path
from typing import Any

import numpy as np
from sentencepiece import set_random_generator_seed

from training.align import read_links
from training.command import run
from training.markers import copied, marked
from training.names import rare_names
from training.pairs import Pair, read_pairs
from training.pieces import END, opened
from training.text import OPEN, Linked, Links, joined, linked, shouted, unended, without_sharp_s, written
from workbench.text import Span

LONGEST = 200
"""Pieces on either side; what is longer is left out."""

JOINED, SHOUTED, UNENDED, SHARP_S, COPIED, MARKED = 0.08, 0.02, 0.03, 0.02, 0.10, 0.40
"""Shares: paragraphs, capitals, no final mark, ss for ß, swapped names, term markers."""

PARAGRAPH = (2, 2, 3, 4)
"""Sentences of a paragraph, one of these by chance."""

_BATCH = 2000
_BYTES_A_PIECE = 1.7
"""Of a compressed file, measured; the look at the German included."""


@dataclass(slots=True)
class Part:
    """What one file will hold. `looks`: for each English piece the first German piece it stands for, and how many."""

    german: array[int] = field(default_factory=lambda: array("H"))
    english: array[int] = field(default_factory=lambda: array("H"))
    lengths: array[int] = field(default_factory=lambda: array("H"))
    looks: array[int] = field(default_factory=lambda: array("B"))
    sources: array[int] = field(default_factory=lambda: array("H"))

    def extend(self, other: Part) -> None:
        """Take in the pairs of another part."""
        for name in self.__slots__:
            getattr(self, name).extend(getattr(other, name))

    def save(self, path: Path, names: Sequence[str]) -> None:
        """Write the file; `names`: the sources by their numbers."""
        np.savez_compressed(
            path,
            german=np.array(self.german, np.uint16),
            english=np.array(self.english, np.uint16),
            lengths=np.array(self.lengths, np.uint16).reshape(-1, 2),
            looks=np.array(self.looks, np.uint8).reshape(-1, 2),
            sources=np.array(self.sources, np.uint16),
            names=np.array(names),
        )


def main() -> None:
    """Make all parts and the held-out file."""
    options = _options()
    pieces = opened(options.pieces)
    pairs = read_pairs(options.work / "pairs.tsv")
    links = _links(options.work / "pairs.links", len(pairs))
    names = sorted({pair.source for pair in pairs})
    options.out.mkdir(parents=True, exist_ok=True)
    number = max(1, math.ceil(_size(pairs, pieces) * _BYTES_A_PIECE / options.megabytes / 1e6))
    parts = [Part() for _ in range(number)]
    share = math.ceil(len(pairs) / options.processes)
    ranges = [slice(at, at + share) for at in range(0, len(pairs), share)]
    rare = () if options.plain else rare_names(pairs)
    how = options.plain, options.cuts, number, rare
    jobs = [
        _Job(pairs[some], list(islice(links, share)), names, options.seed + at * 1000, *how)
        for at, some in enumerate(ranges)
    ]
    with ProcessPoolExecutor(options.processes) as pool:
        for own in pool.map(_parts, jobs, repeat(options.pieces)):
            for part, more in zip(parts, own, strict=True):
                part.extend(more)
    for at, part in enumerate(parts):
        path = options.out / f"part-{at:02}.npz"
        part.save(path, names)
        print(f"{path.name}: {len(part.sources)} pairs, {path.stat().st_size / 1e6:.1f} MB")
    _hold_out(options.work, options.out, pieces)


@dataclass(frozen=True, slots=True)
class _Job:
    """What one process makes: of these pairs `parts` parts."""

    pairs: Sequence[Pair]
    links: Sequence[Links]
    names: Sequence[str]
    seed: int
    plain: bool
    cuts: float
    parts: int
    rare: Sequence[str]


def _parts(job: _Job, model: Path) -> list[Part]:
    draw = random.Random(job.seed)
    made = plain_pairs(job.pairs, job.links) if job.plain else varied(job.pairs, job.links, draw, job.rare)
    parts = [Part() for _ in range(job.parts)]
    set_random_generator_seed(job.seed)
    fill(made, opened(model), job.names, lambda: parts[draw.randrange(job.parts)], job.cuts)
    return parts


def varied(
    pairs: Sequence[Pair], links: Iterable[Links], draw: random.Random, rare: Sequence[str] = ()
) -> Iterator[tuple[Linked, str]]:
    """Each pair once, in the corpus's order, with noise, markers and swapped names by the shares above; its source.

    `rare`: names to swap others for (names.py).
    """
    waiting: list[Linked] = []
    wanted, source = 1, ""
    for made, name in plain_pairs(pairs, links):
        if name != source or len(waiting) == wanted:
            yield from ((one, source) for one in ([joined(waiting)] if len(waiting) > 1 else waiting))
            waiting, source = [], name
            wanted = draw.choice(PARAGRAPH) if draw.random() < JOINED else 1
        waiting.append(_altered(made, draw, rare))
    yield from ((one, source) for one in waiting)


def plain_pairs(pairs: Sequence[Pair], links: Iterable[Links]) -> Iterator[tuple[Linked, str]]:
    """Each pair in tokens, and its source."""
    for pair, some in zip(pairs, links, strict=True):
        made = linked(pair.german, pair.english, some)
        if made.german and made.english:
            yield made, pair.source


def fill(
    made: Iterable[tuple[Linked, str]],
    pieces: Any,
    names: Sequence[str],
    part: Callable[[], Part],
    cuts: float = 0.0,
) -> None:
    """Put pairs into the parts that `part` chooses, one after the other; `cuts` as in `--cuts`, 0 for the likeliest."""
    numbers = {name: at for at, name in enumerate(names)}
    batch: list[tuple[Linked, str]] = []
    for item in made:
        batch.append(item)
        if len(batch) == _BATCH:
            _put(batch, pieces, numbers, part, cuts)
            batch = []
    _put(batch, pieces, numbers, part, cuts)


def _put(
    batch: Sequence[tuple[Linked, str]], pieces: Any, numbers: dict[str, int], part: Callable[[], Part], cuts: float
) -> None:
    german = [written(pair.german) for pair, _ in batch]
    english = [written(pair.english) for pair, _ in batch]
    cut = _german_cut(pieces, [text for text, _ in german], cuts), _cut(pieces, [text for text, _ in english])
    for at, (pair, source) in enumerate(batch):
        ids = cut[0][at]["ids"], cut[1][at]["ids"]
        if not all(0 < len(some) < LONGEST for some in ids):
            continue
        owners = _owners(cut[0][at]["offsets"], german[at][1]), _owners(cut[1][at]["offsets"], english[at][1])
        into = part()
        into.german.extend([*ids[0], END])
        into.english.extend([*ids[1], END])
        into.lengths.extend([len(ids[0]) + 1, len(ids[1]) + 1])
        into.looks.extend(_looks(owners[0], owners[1], pair.links))
        into.sources.append(numbers[source])


def _german_cut(pieces: Any, texts: list[str], cuts: float) -> list[dict[str, Any]]:
    """The German cut; in texts without markers as `cuts` has it."""
    cut = _cut(pieces, texts)
    if cuts:
        unmarked = [at for at, text in enumerate(texts) if OPEN not in text]
        for at, one in zip(unmarked, _cut(pieces, [texts[at] for at in unmarked], cuts), strict=True):
            cut[at] = one
    return cut


def _cut(pieces: Any, texts: list[str], cuts: float = 0.0) -> list[dict[str, Any]]:
    """Ids and offsets (characters) of the pieces of each text."""
    by_chance = {"enable_sampling": True, "alpha": cuts, "nbest_size": -1} if cuts else {}
    cut: list[dict[str, Any]] = pieces.encode(texts, return_type="offset_mapping", return_bytes=False, **by_chance)
    return cut


def _looks(german: Sequence[int], english: Sequence[int], links: Links) -> list[int]:
    """First piece and length of the German stretch that each English piece stands for; the end looks at the end."""
    linked_to: dict[int, set[int]] = {}
    for one, other in links:
        linked_to.setdefault(other, set()).add(one)
    looks = []
    for word in english:
        wanted = [at for at, one in enumerate(german) if one in linked_to.get(word, ())]
        first, length = _longest_run(wanted)
        looks += [first, length]
    return [*looks, len(german), 1]


def _longest_run(numbers: Sequence[int]) -> tuple[int, int]:
    best, start = (0, 0), 0
    for at, number in enumerate(numbers):
        if at and number != numbers[at - 1] + 1:
            start = at
        best = max(best, (numbers[start], at - start + 1), key=lambda run: run[1])
    return best


def _owners(offsets: Sequence[tuple[int, int]], words: Sequence[Span]) -> list[int]:
    """For each piece the token whose last character it reaches or lies in."""
    owners, at = [], 0
    for _, end in offsets:
        while at < len(words) - 1 and words[at].end < end:
            at += 1
        owners.append(at)
    return owners


def _altered(pair: Linked, draw: random.Random, rare: Sequence[str]) -> Linked:
    if draw.random() < SHOUTED:
        pair = shouted(pair)
    elif draw.random() < UNENDED:
        pair = unended(pair)
    if draw.random() < SHARP_S:
        pair = without_sharp_s(pair)
    if draw.random() < COPIED:
        pair = copied(pair, draw, rare)
    return marked(pair, draw) if pair.links and draw.random() < MARKED else pair


def _links(path: Path, number: int) -> Iterator[Links]:
    if not path.exists():
        return repeat(frozenset(), number)
    with path.open(encoding="utf-8") as lines:
        found = sum(1 for _ in lines)
    if found != number:
        raise SystemExit(f"{path}: {found} lines for {number} pairs; run `python -m training.align` again")
    return read_links(path)


def _hold_out(work: Path, out: Path, pieces: Any) -> None:
    pairs = read_pairs(work / "heldout.tsv")
    names, part = sorted({pair.source for pair in pairs}), Part()
    fill(plain_pairs(pairs, _links(work / "heldout.links", len(pairs))), pieces, names, lambda: part)
    part.save(out / "heldout.npz", names)
    print(f"heldout.npz: {len(part.sources)} pairs")


def _size(pairs: Sequence[Pair], pieces: Any) -> float:
    """About how many pieces all pairs have, from a sample."""
    sample = pairs[:: max(1, len(pairs) // 1000)]
    counted = sum(len(pieces.encode(text)) for pair in sample for text in (pair.german, pair.english))
    return counted / max(1, len(sample)) * len(pairs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("pieces", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--megabytes", type=float, default=55.0)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--cuts", type=float, default=0.0, metavar="A", help="0.5: some words cut otherwise")
    options = parser.parse_args()
    if options.cuts < 0:
        parser.error(f"--cuts {options.cuts:g}: give a number above 0, such as 0.5, or leave it out")
    return options


if __name__ == "__main__":
    run(main)
