"""Many processes change one glossary at once: how many were answered “added”, and whether any of these was lost.

    uv run python -m benchmarks.parallel_glossary [CHANGES] [--at-once N] [--seed N] [--entries N]

CHANGES (200) real commands – `workbench glossary add`, `remove` and `import --yes` in a drawn order – are started as
fast as the machine can, at most N (32) at a time, while a project is open in another process that holds the project's
lock and adds, changes and removes entries as the screen does. Every process says what it was answered; afterwards the
file is read, and compared with what all of them were told.
"""

from __future__ import annotations

import argparse
import sys

from harness.parallel_glossary import stress


def main() -> None:
    """Print how many were answered, which were refused and which were lost; exit status 1 when any was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("changes", nargs="?", type=int, default=200)
    parser.add_argument("--at-once", type=int, default=32)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entries", type=int, default=300, help="at least so many are there before")
    options = parser.parse_args()
    tally = stress(options.changes, options.at_once, options.seed, options.entries)
    print(f"{tally.asked} changes, {options.at_once} at once, in {tally.seconds:.1f} s", end="; ")
    print(f"{tally.of_screen} more by an open project")
    print(f"answered {tally.answered}, refused {len(tally.refused)}, lost {len(tally.lost)}")
    for line in (*tally.refused, *tally.lost):
        print(f"  {line}")
    sys.exit(bool(tally.lost))


if __name__ == "__main__":
    main()
