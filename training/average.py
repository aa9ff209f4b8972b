"""The mean of several weights of one run, often better than the last of them alone.

python -m training.average OUT.pt RUN/weights-*.pt [--last 4]
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from training.network import Network, load_weights, save_weights


def main() -> None:
    """Average the last files, by name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--last", type=int, default=4)
    options = parser.parse_args()
    chosen = sorted(options.weights)[-options.last :]
    save_weights(averaged(chosen), options.out)
    print(f"{options.out}: the mean of {', '.join(path.name for path in chosen)}")


def averaged(paths: Sequence[Path]) -> Network:
    """A network with the mean of these weights. They must be of one shape."""
    shape, total = load_weights(paths[0])
    for path in paths[1:]:
        other, weights = load_weights(path)
        if other != shape:
            raise SystemExit(f"{path}: a network of another shape than {paths[0]}")
        total = {name: value + weights[name] for name, value in total.items()}
    network = Network(shape)
    network.load_state_dict({name: value / len(paths) for name, value in total.items()})
    return network


if __name__ == "__main__":
    main()
