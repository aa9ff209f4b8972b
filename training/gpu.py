"""From prepared arrays to a package file in one command, for a GPU that is there for minutes only.

    python -m training.gpu ARRAYS RUN --start START.pt --minutes 12 [--inner 3072] [--pieces PIECES.model --version 0.3]
    python -m training.gpu ARRAYS RUN --only-package --pieces PIECES.model --version 0.3

Grows the network where asked (grow.py), trains with large batches in bfloat16 (train.py), takes the mean of the last
weights, tells the held-out loss of what it began with, of the last and of the mean, and, with `--pieces`, writes
RUN/translate-de_en-….argosmodel. Until then it needs torch and numpy only; for the package CTranslate2, SentencePiece
and the workbench, so where these are not, bring RUN/mean.pt home and say `--only-package` there. The same command
goes on where it was stopped. On a processor: `--cpu --batch 1000 --optimiser adamw`, to try the whole way.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from training.average import averaged
from training.batches import read_pieces
from training.command import run
from training.grow import reshaped
from training.held_out import FILE, held_out_loss
from training.network import Network, load_weights, save_weights
from training.optimiser import OPTIMISERS
from training.train import Run, read_options

MEAN, GROWN = "mean.pt", "grown.pt"


def main() -> None:
    """Grow, train, average, compare, package: what is asked of it."""
    options = _options()
    options.run.mkdir(parents=True, exist_ok=True)
    if not options.only_package:
        start = _start(options)
        Run(read_options(train_arguments(options, start))).train()
        weights = sorted(options.run.glob("weights-*.pt"))
        last = weights[-options.last :]
        save_weights(averaged({path: 1 / len(last) for path in last}), options.run / MEAN)
        _compare(options, [*([start] if start else []), weights[-1], options.run / MEAN])
    if options.pieces:
        package(options.arrays, options.run, options.pieces, options.version)


def train_arguments(options: argparse.Namespace, start: Path | None) -> list[str]:
    """The command line of train.py for minutes on a GPU, as the options change it."""
    arguments = [str(options.arrays), str(options.run), "--minutes", str(options.minutes)]
    for name in ("batch", "rate", "optimiser", "cooldown", "news", "warmup", "save", "sample", "flat", "dropout"):
        arguments += [f"--{name}", str(getattr(options, name))]
    if start:
        arguments += ["--start", str(start)]
    if options.cpu:
        return [*arguments, "--cpu", "--precision", "float32", "--threads", "1"]
    return [*arguments, "--precision", "bfloat16", "--fuse"]


def package(arrays: Path, folder: Path, pieces: Path, version: str) -> Path:
    """The package file of a run's mean weights, int8. SystemExit where its parts do not fit or it is too large."""
    from training.export import export
    from training.package import metadata, write_package
    from training.shortlist import write_shortlist

    network = _network(folder / MEAN)
    model = folder / "ct2"
    export(network, pieces, model)
    write_shortlist(arrays, pieces, model)
    path = write_package(model, pieces, folder, metadata(version, 1.0))
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return path


def _start(options: argparse.Namespace) -> Path | None:
    """What to begin with: the weights given, grown where asked; None where the run goes on from its state."""
    if (options.run / "state.pt").exists():
        return None
    changes = {name: getattr(options, name) for name in ("encoder_layers", "decoder_layers", "inner")}
    wanted = {name: value for name, value in changes.items() if value is not None}
    if not wanted:
        return Path(options.start)
    network = _network(options.start)
    grown = options.run / GROWN
    save_weights(reshaped(network, replace(network.shape, **wanted)), grown)
    return Path(grown)


def _compare(options: argparse.Namespace, files: Sequence[Path]) -> None:
    device = "cpu" if options.cpu or not torch.cuda.is_available() else "cuda"
    pieces = read_pieces([options.arrays / FILE])
    for path in files:
        precision = "float32" if device == "cpu" else "bfloat16"
        likelihood, look = held_out_loss(_network(path).to(device), pieces, 4000, device, precision)
        print(f"held out {likelihood:.4f}  look {look:.4f}  {path}", flush=True)


def _network(path: Path) -> Network:
    shape, weights = load_weights(path)
    network = Network(shape)
    network.load_state_dict(weights)
    return network


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("arrays", type=Path)
    add("run", type=Path)
    add("--start", type=Path, help="weights to begin with: of another run, or of restore.py")
    add("--minutes", type=float, default=12.0, help="of training, all starts together")
    add("--encoder-layers", type=int)
    add("--decoder-layers", type=int)
    add("--inner", type=int, help="units of the feed-forward maps")
    add("--batch", type=int, default=40_000)
    add("--optimiser", choices=OPTIMISERS, default="muon")
    add("--rate", type=float, default=1.2e-3)
    add("--warmup", type=int, default=100)
    add("--cooldown", type=float, default=0.6)
    add("--news", type=float, default=0.3)
    add("--save", type=float, default=0.5, help="minutes between saved states")
    add("--sample", type=float, default=0.0)
    add("--flat", type=float, default=0.5)
    add("--dropout", type=float, default=0.1)
    add("--last", type=int, default=4, help="weights that the mean is taken of")
    add("--pieces", type=Path)
    add("--version", default="0.3")
    add("--only-package", action="store_true", help="of RUN/mean.pt, without training")
    add("--cpu", action="store_true")
    options = parser.parse_args()
    if not options.only_package and options.start is None and not (options.run / "state.pt").exists():
        parser.error("say --start WEIGHTS.pt: minutes are too few to begin from nothing")
    if options.only_package and options.pieces is None:
        parser.error("say --pieces PIECES.model for --only-package")
    if not options.cpu and not options.only_package and not torch.cuda.is_available():
        parser.error("no CUDA here; say --cpu to try the way on a processor")
    return options


if __name__ == "__main__":
    run(main)
