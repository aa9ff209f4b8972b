"""What is suggested for misspelt words: how often the word that was meant comes first, and among the first five.

    uv run python -m benchmarks.suggestions [FILE]

FILE has a slip and what was meant in each line, with a tab between (harness/data/slips.tsv). The order was made with
every other one of them, from the first on; the rest was held out. Beside the program's own list stand Hunspell's, and
what the check `spelling` tells (three words at most). Nothing is known from a glossary here. What does not come first
of the tuned ones is printed.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.text.words import meant, read
from workbench.text.words.dictionary import alike, has
from workbench.text.words.suggested import suggested

SLIPS = Path("harness/data/slips.tsv")
FIRST = 5

Slip = tuple[str, str]
Ways = dict[str, Callable[[str], Sequence[str]]]

WAYS: Ways = {
    "suggested": lambda word: [each.word for each in suggested(word)],
    "Hunspell": alike,
    "of the check": meant,
}


def slips(path: Path) -> list[Slip]:
    """The slips of a file that are words of no dictionary, each with what was meant."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(slip, wanted) for slip, wanted in pairs if not has(slip)]


def main() -> None:
    """Print the shares, tuned and held out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("slips", type=Path, nargs="?", default=SLIPS)
    wanted = parser.parse_args()
    read()
    found = slips(wanted.slips)
    halves = {"tuned": found[::2], "held out": found[1::2]}
    print(f"{'':24}{'words':>6}{'first':>8}{'in five':>9}{'ms each':>9}")
    for name, way in WAYS.items():
        for half, pairs in halves.items():
            begun = time.perf_counter()
            answers = [list(way(slip)) for slip, _ in pairs]
            took = 1000 * (time.perf_counter() - begun) / len(pairs)
            told = list(zip(answers, pairs, strict=True))
            first = sum(answer[:1] == [meant_] for answer, (_, meant_) in told)
            in_five = sum(meant_ in answer[:FIRST] for answer, (_, meant_) in told)
            print(f"{name:14}{half:10}{len(pairs):6}{first / len(pairs):8.3f}{in_five / len(pairs):9.3f}{took:9.0f}")
    for slip, meant_ in halves["tuned"]:
        answer = [each.word for each in suggested(slip)]
        if answer[:1] != [meant_]:
            print(f"  {slip} → {meant_}: {', '.join(answer[:FIRST])}")


if __name__ == "__main__":
    main()
