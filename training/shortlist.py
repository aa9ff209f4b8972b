"""For each German piece the English pieces it may become: the decoder then weighs about half of all ten thousand.

    python -m training.shortlist ARRAYS PIECES.model CT2 [--each 300] [--always 5000]

Writes CT2/vmap.txt, CTranslate2's vocabulary map, from what stands for what in ARRAYS (arrays.py): the `--each`
English pieces that most often look at a German piece, that piece itself (names, figures, and terms in markers are
copied), and for every sentence the `--always` most frequent English pieces and all single characters, but never a
term marker. A batch is drafted from the pieces of all its sentences together. The method is that of Jean et al.
2015, from word alignments as in Marian's shortlists.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.command import run
from training.pieces import opened
from training.text import CLOSE, OPEN

FILE = "vmap.txt"
_LEAST = 2
"""Pairs that must have it, or the look was a mistake."""


def main() -> None:
    """Write the map."""
    options = _options()
    path = write_shortlist(options.arrays, options.pieces, options.ct2, options.each, options.always)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def write_shortlist(arrays: Path, model: Path, ct2: Path, each: int = 300, always: int = 5000) -> Path:
    """The map of what all parts of these arrays have, in CT2. SystemExit where there are no parts."""
    processor = opened(model)
    pieces = [processor.id_to_piece(number) for number in range(len(processor))]
    shared = np.zeros((len(pieces), len(pieces)), np.int32)
    alone = np.zeros(len(pieces), np.int64)
    parts = sorted(arrays.glob("part-*.npz"))
    if not parts:
        raise SystemExit(f"{arrays}: no part-*.npz; make them with `python -m training.arrays`")
    for part in parts:
        count(part, shared, alone)
    (ct2 / FILE).write_text("\n".join(shortlist(pieces, shared, alone, each, always)) + "\n", encoding="utf-8")
    return ct2 / FILE


def count(part: Path, shared: np.ndarray, alone: np.ndarray) -> None:
    """Add what one file has: how often each English piece looks at each German one, how often each stands."""
    with np.load(part) as arrays:
        german, english = arrays["german"].astype(np.int64), arrays["english"].astype(np.int64)
        lengths, looks = arrays["lengths"].astype(np.int64), arrays["looks"].astype(np.int64)
    alone += np.bincount(english, minlength=len(alone))
    # Where the German of each English piece begins.
    starts = np.repeat(np.cumsum(lengths[:, 0]) - lengths[:, 0], lengths[:, 1]) + looks[:, 0]
    for step in range(int(looks[:, 1].max(initial=0))):
        some = looks[:, 1] > step
        np.add.at(shared, (german[starts[some] + step], english[some]), 1)


def shortlist(pieces: Sequence[str], shared: np.ndarray, alone: np.ndarray, each: int, always: int) -> list[str]:
    """The lines of the map: a German piece, a tab, English pieces; the first line, without German, is for all."""
    plain = [at for at, piece in enumerate(pieces) if _is_plain(piece)]
    never = {at for at, piece in enumerate(pieces) if OPEN in piece or CLOSE in piece}
    common = {*np.argsort(-alone, kind="stable")[:always].tolist(), *plain} - never
    lines = ["\t" + " ".join(pieces[at] for at in sorted(common))]
    for at, piece in enumerate(pieces):
        row = shared[at]
        likely = np.argsort(-row, kind="stable")[:each].tolist()
        wanted = {at, *(other for other in likely if row[other] >= _LEAST)} - common - never
        if wanted:
            lines.append(f"{piece}\t" + " ".join(pieces[other] for other in sorted(wanted)))
    return lines


def _is_plain(piece: str) -> bool:
    """Whether a piece is one letter or one byte, which any text may need."""
    return len(piece.replace("▁", "")) <= 1 or piece.startswith("<0x")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("pieces", type=Path)
    parser.add_argument("ct2", type=Path)
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--always", type=int, default=5000)
    return parser.parse_args()


if __name__ == "__main__":
    run(main)
