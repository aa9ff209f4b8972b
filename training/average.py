"""The mean of several weights of one run, often better than the last of them alone.

    python -m training.average OUT.pt RUN/weights-*.pt [--last 4] [--start START.pt --share 0.25]

`--start` mixes in what the run began with, by its share: what was learned before and is being forgotten comes
back, at little loss of what was learned since (Wortsman et al. 2022).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from training.command import run
from training.network import Network, load_weights, save_weights


def main() -> None:
    """Average the last files, by name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--last", type=int, default=4)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--share", type=float, default=0.25)
    options = parser.parse_args()
    chosen = sorted(options.weights)[-options.last :]
    shares = {path: 1 / len(chosen) for path in chosen}
    if options.start:
        shares = {path: share * (1 - options.share) for path, share in shares.items()} | {options.start: options.share}
    save_weights(averaged(shares), options.out)
    print(f"{options.out}: " + ", ".join(f"{share:.3f} × {path.name}" for path, share in shares.items()))


def averaged(shares: Mapping[Path, float]) -> Network:
    """A network with these shares, together 1, of several weights. They must be of one shape."""
    first, *others = shares
    shape, weights = load_weights(first)
    total = {name: value * shares[first] for name, value in weights.items()}
    for path in others:
        other, weights = load_weights(path)
        if other != shape:
            raise SystemExit(f"{path}: a network of another shape than {first}")
        total = {name: value + weights[name] * shares[path] for name, value in total.items()}
    network = Network(shape)
    network.load_state_dict(total)
    return network


if __name__ == "__main__":
    run(main)
