"""A model of OPUS-MT's form, made from the built-in package and installed as a package again: is its English the same?

    python -m benchmarks.marian_package TEXT [--lines 300]

TEXT: German sentences, one a line. It says, too, how far each head of the last layer, put first, aligns as the trained
one.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from harness.marian_model import NAME, marian_folder, starting_from_zero
from workbench.engine import embedded_package, open_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.argos.marian_package import as_package
from workbench.engine.lent import ENOUGH, agreement

HEADS = 6


def main() -> None:
    """Print how many drafts are the same, and how the heads align."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--lines", type=int, default=300)
    options = parser.parse_args()
    lines = options.text.read_text(encoding="utf-8").split("\n")[: options.lines]
    own = embedded_package()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        theirs = ArgosEngine(open_package(starting_from_zero(own.path, root / own.name))).translate(lines)
        ours = _converted(root, 0).translate(lines)
        same = sum(one[0].english == other[0].english for one, other in zip(ours, theirs, strict=True))
        print(f"the same English: {same} of {len(lines)}")
        print(f"head put first, and how far it aligns as the trained one (below {ENOUGH}: that one is lent)")
        for head in range(HEADS):
            print(f"  {head}  {agreement(_converted(root, head), ArgosEngine(own)):.2f}")


def _converted(root: Path, head: int) -> ArgosEngine:
    into = root / str(time.monotonic_ns())
    into.mkdir()
    folder = marian_folder(into / NAME, embedded_package().path, head)
    return ArgosEngine(open_package(as_package(folder, NAME, into)))


if __name__ == "__main__":
    main()
