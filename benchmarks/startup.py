"""How long a translator waits: from the command to the painted screen, and to the first English paragraph.

    uv run python -m benchmarks.startup [ROUNDS] [--cold]

The real program on a real pseudo-terminal, on a fresh copy of sources/ each round, so that nothing was drafted
before: as on a machine where it was never started (an empty home and cache), and as later; in turn with the smallest
Textual program, in the same run. `--cold` empties the kernel's cache of files before each start (Linux, root only), as
after switching the machine on.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from harness.desk import Desk
from harness.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
HOMES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


def start(cold: bool, environment: Mapping[str, str]) -> tuple[float, float]:
    """Seconds until the German is on the screen, and until the first English is."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "sources", Path(folder) / "sources")
        shutil.copy(ROOT / "glossary.yaml", folder)
        empty_caches(cold)
        begin = time.monotonic()
        terminal = Terminal("sources/gipfel.txt", cwd=Path(folder), environment=environment)
        try:
            terminal.wait_for("ODKB-Gipfel")
            painted = time.monotonic() - begin
            return painted, terminal.when(Desk.is_drafted) - begin
        finally:
            terminal.kill()


def start_bare(cold: bool) -> float:
    """Seconds until the smallest Textual program has painted its screen."""
    empty_caches(cold)
    begin = time.monotonic()
    terminal = Terminal(cwd=ROOT, launcher=("-m", "harness.bare"))
    try:
        terminal.wait_for("painted")
        return time.monotonic() - begin
    finally:
        terminal.kill()


def empty_caches(cold: bool) -> None:
    """Have the kernel forget which files it has read."""
    if cold:
        Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")


def main() -> None:
    """Print the median and the worst of some rounds, and how often the smallest program's time that is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", nargs="?", type=int, default=7)
    parser.add_argument("--cold", action="store_true")
    options = parser.parse_args()
    table(options.rounds, cold=options.cold)


def table(rounds: int, *, cold: bool = False) -> None:
    """Print the starts of some rounds, a first one, a later one and a bare one in each."""
    rows: list[tuple[float, ...]] = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            new_machine = {**os.environ, **dict.fromkeys(HOMES, folder)}
            bare = start_bare(cold)
            rows.append((bare, *start(cold, new_machine), *start(cold, new_machine)))
    columns = list(zip(*rows, strict=True))
    bare = statistics.median(columns[0])
    print(f"{'cold' if cold else 'warm'} starts, {rounds} rounds     median    worst   × bare Textual")
    whats = (
        "bare Textual",
        "first start: painted",
        "first start: English",
        "later start: painted",
        "later start: English",
    )
    for what, seconds in zip(whats, columns, strict=True):
        middle = statistics.median(seconds)
        print(f"{what:<28} {middle:6.2f} s {max(seconds):6.2f} s {middle / bare:10.2f}")


if __name__ == "__main__":
    main()
