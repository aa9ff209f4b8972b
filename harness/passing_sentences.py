"""German sentences with runs that have to come out as they are (addresses, code …), each with an English.

The table: data/passing_sentences.tsv. Rules are made with the part `tuned`; `held-out` tells how good they are.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Part = Literal["tuned", "held-out"]
PARTS: tuple[Part, ...] = get_args(Part)

_TABLE = Path(__file__).parent / "data" / "passing_sentences.tsv"
_RUN = re.compile(r"⟪(.*?)⟫")
_NAME = "Toronto"


@dataclass(frozen=True, slots=True)
class Passing:
    """A sentence, an English for it, and its runs; `named` has a plain name in the place of each run."""

    part: Part
    kind: str
    german: str
    english: str
    runs: tuple[str, ...]
    named: str

    def kept(self, english: str) -> bool:
        """Whether an English has every run as the German has it."""
        return all(english.count(run) >= self.runs.count(run) for run in self.runs)

    def around(self, english: str) -> str:
        """An English with one letter for each run, so that it is judged by the rest."""
        for run in sorted({*self.runs, _NAME}, key=len, reverse=True):
            english = english.replace(run, "X")
        return english


def passing_sentences(part: Part | None = None) -> list[Passing]:
    """The sentences of a part, or all."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    made = [_passing(row) for row in rows]
    return [sentence for sentence in made if part in (None, sentence.part)]


def _passing(row: dict[str, str]) -> Passing:
    part: Part = "tuned" if row["part"] == "tuned" else "held-out"
    german = _RUN.sub(r"\1", row["german"])
    runs = tuple(_RUN.findall(row["german"]))
    return Passing(part, row["kind"], german, row["english"], runs, _RUN.sub(_NAME, row["german"]))
