"""The loss on the held-out news: of a run as it goes, and of finished weights, to choose between them.

    python -m training.held_out ARRAYS WEIGHTS.pt … [--precision bfloat16] [--sources] [--threads N]

Prints for each file the mean negative log-likelihood per English piece, and the aligning head's; with `--sources`
also those of each source alone. Choose by these, and keep the test sets for the figures. Needs torch and numpy only.
"""

from __future__ import annotations

import argparse
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.batches import Numbers, Pieces, read_pieces
from training.command import run
from training.network import Network, load_weights, losses

FILE = "heldout.npz"


def cast(device: str, precision: str) -> AbstractContextManager[Any]:
    """What the network runs in, in `float32` or `bfloat16`."""
    return torch.autocast(device, torch.bfloat16) if precision == "bfloat16" else nullcontext()


def unfused() -> AbstractContextManager[Any]:
    """Where a fused network (`Network.fuse`) works as if it were not: what comes seldom is not worth compiling."""
    return torch.compiler.set_stance("force_eager")


def held_out_loss(
    network: Network, pieces: Pieces, size: int, device: str, precision: str, rows: Numbers | None = None
) -> tuple[float, float]:
    """Mean loss of the pieces and of the looks, over batches of `size` pieces a side, each weighing as its pairs do.

    `rows`: the numbers of the pairs to look at; left out, all.
    """
    network.eval()
    some = np.arange(len(pieces)) if rows is None else rows
    sums, number = np.zeros(2), 0
    with torch.no_grad(), cast(device, precision), unfused():
        for batch in pieces.on(device).batches(some, size):
            loss = losses(network, batch, 0.0, 0.0)
            sums += np.array([float(loss.likelihood), float(loss.look)]) * len(batch.german)
            number += len(batch.german)
    likelihood, look = sums / number
    return float(likelihood), float(look)


def main() -> None:
    """A line for each file of weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--precision", choices=("float32", "bfloat16"), default="float32")
    parser.add_argument("--sources", action="store_true", help="each source alone, too")
    parser.add_argument("--threads", type=int)
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    pieces = read_pieces([options.arrays / FILE])
    for path in options.weights:
        shape, weights = load_weights(path)
        network = Network(shape)
        network.load_state_dict(weights)
        likelihood, look = held_out_loss(network, pieces, 4000, "cpu", options.precision)
        print(f"{likelihood:.4f}  look {look:.4f}  {path}", flush=True)
        for at, name in enumerate(pieces.names if options.sources else ()):
            rows = np.flatnonzero(pieces.sources == at)
            likelihood, look = held_out_loss(network, pieces, 4000, "cpu", options.precision, rows)
            print(f"  {likelihood:.4f}  look {look:.4f}  {len(rows)} of {name}", flush=True)


if __name__ == "__main__":
    run(main)
