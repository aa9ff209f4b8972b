"""Train, stop at any moment, go on: on a CPU or on CUDA, for so many minutes or pairs. Needs torch and numpy only.

    python -m training.train ARRAYS RUN [--start WEIGHTS.pt] --minutes 60
    python -m training.train ARRAYS RUN --minutes 60                     goes on from RUN/state.pt
    python -m training.train ARRAYS BRANCH --branch RUN/state.pt --cooldown 1 --news 1 --pairs 300000

ARRAYS is a folder of arrays.py; RUN gets `state.pt` (all there is to go on from, replaced every `--save`
minutes), `weights-N.pt` at the same times (N pairs seen; the last `--keep`), and `curve.jsonl`, the learning
curve. `--minutes` and `--pairs` count the whole run, all its starts together; whichever is reached first ends
it. SIGTERM and Ctrl-C save and stop. While a file RUN/PAUSE (or `--pause`) is there the run waits between two
batches; that time does not count.

The learning rate rises for `--warmup` steps, stays, and falls in a straight line to nothing over the last
`--cooldown` of the run; over the last `--news` of it news is drawn more often. `--cooldown 0 --news 0` only
trains; a branch then cools down on its own from any state, while the run itself can still go on from where it was.
"""

from __future__ import annotations

import argparse
import json
import math
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from training.batches import Draw, read_pieces
from training.command import run
from training.held_out import FILE, cast, held_out_loss, unfused
from training.network import Batch, Network, Shape, load_weights, losses, save_weights, store
from training.optimiser import OPTIMISERS, Optimiser

ROUND = {"cpu": 20_000, "cuda": 100_000}
"""Pairs drawn at a time. What is left of a round when a run is stopped is not seen."""

_LOOK_AGAIN = 1.0
"""Seconds between two looks whether a paused run may go on."""

_LONGEST_SPIKE = 20
"""So many steps in a row without a finite gradient end the run."""


@dataclass(slots=True)
class Counts:
    """How far a run is."""

    steps: int = 0
    pairs: int = 0
    seconds: float = 0.0
    drawn: dict[str, int] = field(default_factory=dict)

    def progress(self, options: argparse.Namespace) -> float:
        """From 0 to 1: the share of the pairs or minutes that are to be."""
        return min(1.0, max(self.pairs / options.pairs, self.seconds / 60 / options.minutes))


@dataclass(slots=True)
class Means:
    """Sums since the last line of the learning curve."""

    steps: int = 0
    pairs: int = 0
    likelihood: float | Tensor = 0.0
    look: float | Tensor = 0.0
    since: float = field(default_factory=time.monotonic)


def _beginning(options: argparse.Namespace, own: Path) -> tuple[Shape, dict[str, Any] | None, dict[str, Any] | None]:
    """What a run begins with: the network's shape, weights, and the state of its own or of the run it branches from."""
    if own.exists() or options.branch:
        file = own if own.exists() else options.branch
        state: dict[str, Any] = torch.load(file, map_location="cpu", weights_only=True)
        return Shape(**state["shape"]), state["network"], state
    if options.start:
        return *load_weights(options.start), None
    shape = Shape(
        options.vocabulary,
        options.width,
        options.width // 64 or 1,
        4 * options.width,
        options.encoder_layers,
        options.decoder_layers,
    )
    return shape, None, None


class Run:
    """One run in its folder."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options, self.folder = options, options.run
        self.folder.mkdir(parents=True, exist_ok=True)
        self.device = "cuda" if torch.cuda.is_available() and not options.cpu else "cpu"
        if options.threads:
            torch.set_num_threads(options.threads)
        torch.set_float32_matmul_precision("high")
        torch.set_flush_denormal(True)
        torch.manual_seed(options.seed)
        self.pieces = read_pieces(sorted(options.arrays.glob("part-*.npz"))).on(self.device)
        held_out = options.arrays / FILE
        self.held_out = read_pieces([held_out]) if held_out.exists() else None
        self.counts = Counts()
        self._load()
        self.draw = Draw(self.pieces, options.seed, options.sample, options.flat, self.counts.drawn)
        self.precision = options.precision or self._faster_precision()
        self.asked_to_stop = False
        self.not_finite = 0

    def train(self) -> None:
        """Until the pairs, the minutes or a signal end it; everything is saved then."""
        before = {which: signal.signal(which, self._stop) for which in (signal.SIGTERM, signal.SIGINT)}
        try:
            self._train()
        finally:
            for which, handler in before.items():
                signal.signal(which, handler)

    def _train(self) -> None:
        self._tell(f"{len(self.pieces)} pairs, {self.device}, {self.precision}, from pair {self.counts.pairs}")
        means, saved, last = Means(), time.monotonic(), time.monotonic()
        for batch in self._batches():
            self._step(batch, means)
            here = time.monotonic()
            self.counts.seconds, last = self.counts.seconds + here - last, here
            if self._waited():
                paused = time.monotonic() - here
                last, means.since, saved = last + paused, means.since + paused, saved + paused
                here += paused
            if here - means.since >= self.options.every:
                self._write(means)
                means = Means()
            if here - saved >= 60 * self.options.save:
                self.save()
                saved = time.monotonic()
        if means.steps:
            self._write(means)
        self.save()
        self._tell(f"stopped at pair {self.counts.pairs} after {self.counts.seconds / 60:.1f} minutes")

    def save(self) -> None:
        """Replace state.pt, add weights, and write the held-out loss into the learning curve."""
        counts = self.counts
        state = {
            "shape": _fields(self.network.shape),
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "counts": _fields(counts),
        }
        store(state, self.folder / "state.pt")
        save_weights(self.network, self.folder / f"weights-{counts.pairs:09}.pt")
        for old in sorted(self.folder.glob("weights-*.pt"))[: -self.options.keep]:
            old.unlink()
        if self.held_out is not None:
            likelihood, look = held_out_loss(
                self.network, self.held_out, self.options.batch, self.device, self.precision
            )
            self._line({"pairs": counts.pairs, "held_out": round(likelihood, 4), "held_out_look": round(look, 4)})

    def _waited(self) -> bool:
        """Wait while the file that pauses the run is there; whether it was. Everything is saved first."""
        file = self.options.pause or self.folder / "PAUSE"
        if not file.exists():
            return False
        self.save()
        self._tell(f"paused at pair {self.counts.pairs}: delete {file} to go on")
        while file.exists() and not self.asked_to_stop:
            time.sleep(_LOOK_AGAIN)
        self._tell(f"going on at pair {self.counts.pairs}")
        return True

    def _load(self) -> None:
        options, own = self.options, self.folder / "state.pt"
        shape, weights, state = _beginning(options, own)
        if max(int(side.max()) for side in (self.pieces.german, self.pieces.english)) >= shape.vocabulary:
            raise SystemExit(
                f"the arrays have pieces beyond the network's {shape.vocabulary}: another SentencePiece model"
            )
        self.network = Network(shape, options.dropout)
        if weights is not None:
            self.network.load_state_dict(weights)
        self.network.to(self.device)
        if options.fuse:
            self.network.fuse()
        self.optimiser = Optimiser(self.network, options.optimiser, options.rate)
        if state is not None:
            self.optimiser.load_state_dict(state["optimiser"])
            counts = Counts(**state["counts"])
            # A branch has done its warm-up, and draws what comes next.
            self.counts = counts if own.exists() else Counts(steps=counts.steps, drawn=dict(counts.drawn))

    def _batches(self) -> Iterator[Batch]:
        options = self.options
        while True:
            late = self.counts.progress(options) >= 1 - options.news
            rows = self.draw.rows(ROUND[self.device], late=late)
            made = list(self.pieces.batches(rows, options.batch))
            for at in np.random.default_rng(self.counts.pairs).permutation(len(made)):
                if self.asked_to_stop or self.counts.progress(options) >= 1:
                    return
                yield made[at]

    def _step(self, batch: Batch, means: Means) -> None:
        rate = self.options.rate * self._share_of_rate()
        self.optimiser.set_rate(rate)
        self.network.train()
        alone = len(batch.german) == 1  # a fused network would be compiled anew for one pair by itself
        with cast(self.device, self.precision), unfused() if alone else nullcontext():
            loss = losses(self.network, batch, self.options.smoothing, self.options.guided)
        self.network.zero_grad(set_to_none=True)
        loss.total.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        if math.isfinite(float(norm)):
            self.optimiser.step()
            self.not_finite = 0
        else:
            self.not_finite += 1
            if self.not_finite == _LONGEST_SPIKE:
                raise SystemExit(
                    f"no finite gradient for {_LONGEST_SPIKE} steps; go on from an earlier state with a lower --rate"
                )
        self.counts.steps += 1
        self.counts.pairs += len(batch.german)
        means.steps += 1
        means.pairs += len(batch.german)
        means.likelihood += loss.likelihood
        means.look += loss.look

    def _share_of_rate(self) -> float:
        left, cooldown = 1 - self.counts.progress(self.options), self.options.cooldown
        falling = min(1.0, left / cooldown) if cooldown else 1.0
        return min(1.0, (self.counts.steps + 1) / self.options.warmup) * falling

    def _faster_precision(self) -> str:
        """bfloat16 on a GPU; on a processor what takes less time for some steps, which change nothing."""
        if self.device == "cuda":
            return "bfloat16"
        batch = next(self.pieces.batches(np.arange(min(200, len(self.pieces))), 1000))
        seconds = {}
        for self.precision in ("float32", "bfloat16"):
            for _ in range(2):
                before = time.perf_counter()
                with cast(self.device, self.precision):
                    loss = losses(self.network, batch, self.options.smoothing, self.options.guided)
                loss.total.backward()
                seconds[self.precision] = time.perf_counter() - before
        self._tell(", ".join(f"{name} {one:.2f} s a step" for name, one in seconds.items()))
        return min(seconds, key=seconds.__getitem__)

    def _write(self, means: Means) -> None:
        counts, taken = self.counts, time.monotonic() - means.since
        line = {
            "minutes": round(counts.seconds / 60, 2),
            "pairs": counts.pairs,
            "steps": counts.steps,
            "rate": self.optimiser.rate,
            "loss": round(float(means.likelihood) / means.steps, 4),
            "look": round(float(means.look) / means.steps, 4),
            "pairs_a_second": round(means.pairs / taken, 1),
        }
        self._line(line)

    def _line(self, line: dict[str, float]) -> None:
        with (self.folder / "curve.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        self._tell(" ".join(f"{name} {value}" for name, value in line.items()))

    def _tell(self, text: str) -> None:
        print(text, flush=True)

    def _stop(self, *_: object) -> None:
        self.asked_to_stop = True


def main() -> None:
    """Train as asked."""
    Run(read_options()).train()


def _fields(of: Any) -> dict[str, Any]:
    return {name: getattr(of, name) for name in of.__slots__}


def read_options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What these arguments, or the command line's, ask for. Ends the program with a line where they do not fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("arrays", type=Path)
    add("run", type=Path)
    add("--start", type=Path, help="weights to begin with: of another run, or of restore.py")
    add("--branch", type=Path, help="state.pt of another run to begin with, its optimiser too")
    add("--minutes", type=float, default=math.inf)
    add("--pairs", type=float, default=math.inf)
    add("--cooldown", type=float, default=0.2, help="share of the run in which the learning rate falls")
    add("--news", type=float, default=0.2, help="share of the run, its last, in which news is drawn more often")
    add("--rate", type=float, default=8e-4)
    add("--optimiser", choices=OPTIMISERS, default=OPTIMISERS[0])
    add("--sample", type=float, default=0.0, metavar="K", help="the corpus was sampled by K times the weights")
    add("--flat", type=float, default=1.0, help="power of the weights before the last part; 0.5 for many passes")
    add("--warmup", type=int, default=400, help="steps")
    add("--batch", type=int, default=4000, help="pieces on one side of a batch; on a large GPU 40000")
    add("--dropout", type=float, default=0.1)
    add("--smoothing", type=float, default=0.1)
    add("--guided", type=float, default=0.05, help="weight of the aligning head's loss")
    add("--width", type=int, default=384)
    add("--encoder-layers", type=int, default=6)
    add("--decoder-layers", type=int, default=2)
    add("--vocabulary", type=int, default=10_000)
    add("--precision", choices=("float32", "bfloat16"), help="left out: what is faster on this machine")
    add("--fuse", action="store_true", help="compile layers and loss first (half a minute); for a GPU")
    add("--threads", type=int)
    add("--cpu", action="store_true", help="even where there is a GPU")
    add("--every", type=float, default=60.0, help="seconds between lines of the learning curve")
    add("--save", type=float, default=5.0, help="minutes between saved states")
    add("--keep", type=int, default=8)
    add("--pause", type=Path, metavar="FILE", help="while it is there the run waits; left out, RUN/PAUSE")
    add("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if not list(options.arrays.glob("part-*.npz")):
        parser.error(f"{options.arrays}: no part-*.npz; make them with `python -m training.arrays`")
    if min(options.minutes, options.pairs) == math.inf:
        parser.error("say how long: --minutes or --pairs")
    return options


if __name__ == "__main__":
    run(main)
