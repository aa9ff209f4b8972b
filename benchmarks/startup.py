"""How long a translator waits: from the command to the painted screen, and to the first English paragraph.

    uv run python -m benchmarks.startup [ROUNDS]

The real program on a real pseudo-terminal, on a fresh copy of sources/ each round, so that nothing was drafted before.
A first start has a home and a cache that are empty, a later one those of the first; beside both, in the same round, a
Textual program that shows one line. `--cold` empties the kernel's cache of files before each start (Linux, root only),
as after switching the machine on.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.bare_textual import SAYS
from harness.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
FIRST_GERMAN, FIRST_ENGLISH = "ODKB-Gipfel", "1~"
"""What is on the screen when it is painted, and when the first paragraph has English."""


def bare() -> float:
    """Seconds until a Textual program of one line shows it."""
    terminal = Terminal(cwd=ROOT, program=("-m", "benchmarks.bare_textual"))
    try:
        return terminal.when(lambda text: SAYS in text) - terminal.started
    finally:
        terminal.kill()


def start(home: Path) -> tuple[float, float]:
    """Seconds until the German is on the screen, and until the first English is."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "sources", Path(folder) / "sources")
        shutil.copy(ROOT / "glossary.yaml", folder)
        terminal = Terminal("sources/gipfel.txt", cwd=Path(folder), environment=homes(home))
        try:
            painted = terminal.when(lambda text: FIRST_GERMAN in text) - terminal.started
            return painted, terminal.when(lambda text: FIRST_ENGLISH in text) - terminal.started
        finally:
            terminal.kill()


def homes(home: Path) -> Mapping[str, str]:
    """The environment of somebody whose home, with all that is kept in it, is this folder."""
    kept = {"XDG_CACHE_HOME": ".cache", "XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share"}
    return {"HOME": str(home), **{name: str(home / folder) for name, folder in kept.items()}}


def table(rounds: int, *, cold: bool = False) -> None:
    """Print medians and worst, and what the medians are beside a bare start and a later one."""
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as home:
            for which in ("first", "later"):
                _forget_files(cold)
                for what, took in zip(("painted", "English"), start(Path(home)), strict=True):
                    times.setdefault(f"{which} start, {what}", []).append(took)
            _forget_files(cold)
            times.setdefault("bare Textual program", []).append(bare())
    median = {name: statistics.median(seconds) for name, seconds in times.items()}
    print(f"{'cold' if cold else 'warm'} starts, {rounds} rounds   median   worst   × bare  × later")
    for name, seconds in times.items():
        later = median.get(name.replace("first", "later"), median[name])
        print(
            f"{name:<24}{median[name]:>8.2f} s{max(seconds):>6.2f} s"
            f"{median[name] / median['bare Textual program']:>8.2f}{median[name] / later:>9.2f}",
            flush=True,
        )


def _forget_files(cold: bool) -> None:
    if cold:
        Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", type=int, nargs="?", default=7)
    parser.add_argument("--cold", action="store_true", help="as after switching the machine on")
    wanted = parser.parse_args()
    table(wanted.rounds, cold=wanted.cold)


if __name__ == "__main__":
    main()
