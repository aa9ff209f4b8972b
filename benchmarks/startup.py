"""How long a translator waits: from the command to the painted screen, and to the first English paragraph.

    uv run python -m benchmarks.startup [ROUNDS]

The real program on a real pseudo-terminal, on a fresh copy of sources/ each round, so that nothing was drafted
before. `--cold` first empties the kernel's cache of files (Linux, root only), as after switching the machine on.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from harness.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent


def start(cold: bool) -> tuple[float, float]:
    """Seconds until the German is on the screen, and until the first English is."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "sources", Path(folder) / "sources")
        shutil.copy(ROOT / "glossary.yaml", folder)
        if cold:
            Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")
        begin = time.monotonic()
        terminal = Terminal("sources/gipfel.txt", cwd=Path(folder))
        try:
            terminal.wait_for("ODKB-Gipfel")
            painted = time.monotonic() - begin
            terminal.wait_for("1~")
            return painted, time.monotonic() - begin
        finally:
            terminal.kill()


def main() -> None:
    """Print the median and the worst of some rounds."""
    cold = "--cold" in sys.argv
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    rounds = [start(cold) for _ in range(numbers[0] if numbers else 7)]
    print(f"{'cold' if cold else 'warm'} start, {len(rounds)} rounds   median   worst")
    for what, seconds in zip(("screen painted", "first English paragraph"), zip(*rounds, strict=True), strict=True):
        print(f"{what:<30} {statistics.median(seconds):5.2f} s {max(seconds):5.2f} s")


if __name__ == "__main__":
    main()
