"""What the program survives: kills, full disks, links, special files, damaged inputs, escapes, changes, bursts of keys.

    uv run python -m benchmarks.survive [--kills N] [--mutated N] … [--seed S] [--only KIND] [--at N]

Prints what was tried and what failed, a line each with the command that makes it again; exit status 1 when anything
failed. Without numbers it takes some minutes. What each kind does: docs/survival.md.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harness.survive import Ground, Try
from harness.survive.kinds import KINDS, Kind


@dataclass(slots=True)
class Tally:
    """What came of one kind."""

    tried: int = 0
    failed: list[Try] = field(default_factory=list)
    seconds: float = 0.0


def options(argv: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser("python -m benchmarks.survive", description="What the program survives.")
    for kind in KINDS:
        parser.add_argument(
            f"--{kind.name}", type=int, default=kind.usual, metavar="N", help=f"{kind.about} (%(default)s)"
        )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed makes other tries (%(default)s)")
    names = [kind.name for kind in KINDS]
    parser.add_argument("--only", action="append", choices=names, metavar="KIND", help="one kind; again for more")
    parser.add_argument("--at", type=int, metavar="N", help="only try number N of each kind, to see it again")
    parser.add_argument("--keep", action="store_true", help="leave the folders of the tries where they are")
    return parser.parse_args(argv)


def tried(kind: Kind, chosen: argparse.Namespace, ground: Ground) -> Tally:
    """Make a kind's tries, telling each failure as it comes."""
    tally, began = Tally(), time.monotonic()
    number, first = (getattr(chosen, kind.name), 0) if chosen.at is None else (1, chosen.at)
    for made in kind.attempts(number, chosen.seed, ground, first):
        tally.tried += 1
        if made.failed:
            tally.failed.append(made)
            print(f"{kind.name} --seed {chosen.seed} --at {made.number}: {made.what}\n    {made.failed}", flush=True)
    tally.seconds = time.monotonic() - began
    return tally


def main(argv: Sequence[str] | None = None) -> int:
    """Make the tries and print the table; 1 when anything failed."""
    chosen = options(argv)
    ground = Ground(Path(tempfile.mkdtemp(prefix="survive-")))
    kinds = [kind for kind in KINDS if not chosen.only or kind.name in chosen.only]
    tallies = {kind.name: tried(kind, chosen, ground) for kind in kinds}
    if chosen.keep:
        print(f"the folders of the tries: {ground.folder}")
    else:
        shutil.rmtree(ground.folder, ignore_errors=True)
    print(f"\nseed {chosen.seed}\n\n| kind | tried | failed | seconds |\n| --- | ---: | ---: | ---: |")
    for name, tally in tallies.items():
        print(f"| {name} | {tally.tried:,} | {len(tally.failed):,} | {tally.seconds:,.0f} |")
    return int(any(tally.failed for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
