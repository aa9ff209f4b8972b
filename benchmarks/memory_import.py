"""How much memory and time the import of a large TMX takes.

    uv run python -m benchmarks.memory_import [--size 300] [--folder FOLDER]

A TMX of so many MB (10⁶ bytes) is made of made-up pairs (`harness/memory_corpus.py`) in a temporary folder, each unit
with a date, an author and a note, as other programs write them. `workbench memory import` takes it in in a process of
its own; printed are that process's peak of resident memory (VmHWM, of Linux), its seconds, and the pairs. The mark:
300 MB of memory, whatever the size. `--folder`: where the temporary folder is made (three times the size is needed).
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import escape

from harness.memory_corpus import made

MARK = 300
"""MB of memory that the import may take."""
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="made" creationtoolversion="1" segtype="sentence" o-tmf="made" adminlang="en"
 srclang="de-DE" datatype="plaintext"/><body>
"""
_UNIT = """<tu tuid="{number}" creationdate="20260{month}{day:02}T101500Z" creationid="A. Translator">\
<note>{number}</note><tuv xml:lang="de-DE"><seg>{german}</seg></tuv><tuv xml:lang="en-GB"><seg>{english}</seg></tuv>\
</tu>
"""
_CHILD = """
import sys
from workbench.cli import main
status = main(["memory", "import", sys.argv[1], "--into", "measured"])
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print("peak", peak.split()[1])
sys.exit(status)
"""


def write_tmx(path: Path, megabytes: float, seed: int = 21) -> int:
    """Write a TMX of this size; how many units it has."""
    chance = random.Random(seed)
    number, left = 0, round(megabytes * 1e6)
    with path.open("w", encoding="utf-8") as file:
        left -= file.write(_HEAD)
        for german, english in made(chance):
            number += 1
            texts = {"german": escape(german), "english": escape(english)}
            unit = _UNIT.format(number=number, month=number % 9 + 1, day=number % 28 + 1, **texts)
            left -= len(unit.encode())
            file.write(unit)
            if left <= 0:
                break
        file.write("</body></tmx>\n")
    return number


def main() -> None:
    """Make the file, have it imported, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=300.0, metavar="MB", help="of the TMX (300)")
    parser.add_argument("--folder", type=Path, default=None, help="where the temporary folder is made")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=wanted.folder) as folder:
        tmx = Path(folder) / "made.tmx"
        units = write_tmx(tmx, wanted.size)
        print(f"{tmx.stat().st_size / 1e6:.0f} MB, {units:,} units", flush=True)
        begin = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, str(tmx)],
            cwd=folder,
            env={**os.environ, "XDG_DATA_HOME": folder, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            text=True,
            check=False,
        )
        took = time.perf_counter() - begin
        if done.returncode:
            sys.exit(done.stderr or done.stdout)
        said = done.stdout.splitlines()
        peak = next(int(line.split()[1]) for line in said if line.startswith("peak ")) * 1024 / 1e6
        told = next(line.partition(": ")[2] for line in said if "new in the memory" in line)
        memory = Path(folder) / "workbench" / "memories" / "measured.sqlite"
        print(f"{told}; the memory has {memory.stat().st_size / 1e6:.0f} MB")
        print(f"{took:.0f} s, peak {peak:.0f} MB of resident memory ({'within' if peak <= MARK else 'OVER'} {MARK} MB)")


if __name__ == "__main__":
    main()
