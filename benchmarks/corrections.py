"""Which corrections of drafts are told as names and terms that a rule could be made of: precision and recall.

    uv run python -m benchmarks.corrections [--half tuned|held-out] [--show]

Read from `benchmarks/data/corrections.tsv`, sentences of our own: German, a draft, the English that was accepted in its
place, and what a rule is to be made of, or nothing. Odd lines were looked at while the rules were made, even ones are
held out. Right: the German word and the accepted English are those of the file.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from workbench.engine import Drafter, embedded_package
from workbench.project.learning.corrected import corrections

PAIRS = Path(__file__).parent / "data" / "corrections.tsv"
HALVES = {"tuned": 0, "held-out": 1}


class Case(NamedTuple):
    """A German, its draft, what was accepted, and the rules (German → English) that are to be told."""

    german: str
    drafted: str
    accepted: str
    wanted: frozenset[str]


def cases() -> list[Case]:
    """All of the file, in its order."""
    found = []
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            german, drafted, accepted, wanted = line.split("\t")
            found.append(Case(german, drafted, accepted, frozenset(filter(None, wanted.split("; ")))))
    return found


def main() -> None:
    """Print the figures of the halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=tuple(HALVES), help="only this half")
    parser.add_argument("--show", action="store_true", help="print what is told wrong, and what is not told")
    wanted = parser.parse_args()
    drafter = Drafter(embedded_package())
    for name, first in HALVES.items():
        if wanted.half in (None, name):
            _print(name, cases()[first::2], drafter, show=wanted.show)


def _print(name: str, some: Sequence[Case], drafter: Drafter, *, show: bool) -> None:
    told = right = hoped = 0
    for case in some:
        found = corrections(case.german, case.drafted, case.accepted, drafter.align)
        rules = {f"{one.german} → {one.accepted}" for one in found}
        told += len(rules)
        right += len(rules & case.wanted)
        hoped += len(case.wanted)
        if show and rules != case.wanted:
            print(f"  {case.german}\n    told: {sorted(rules)}; wanted: {sorted(case.wanted)}")
    precision, recall = right / max(1, told), right / max(1, hoped)
    print(f"{name}: {len(some)} accepts, {hoped} with a rule; told {told}, right {right}", end="; ")
    print(f"precision {precision:.2f}, recall {recall:.2f}")


if __name__ == "__main__":
    main()
