"""German sentences with runs that have to come out as they are (addresses, code …), each with an English.

The table: data/passing_sentences.tsv. Rules are made with the part `tuned`; `held-out` tells how good they are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from workbench.text import clean

Part = Literal["tuned", "held-out"]
PARTS: tuple[Part, ...] = get_args(Part)

_DATA = Path(__file__).parent / "data"
_RUN = re.compile(r"⟪(.*?)⟫")
_NAME = "Toronto"
_SIGN = re.compile("[^\x00-\x7fäöüÄÖÜßﬁﬂſ\uff10-\uff19Ⅳ№„“‟‚‘»«›‹–]")
"""What is no German letter or mark, and means the same in no plainer form."""


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
    made = [_passing(row) for row in _rows("passing_sentences.tsv")]
    return [sentence for sentence in made if part in (None, sentence.part)]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _part(row: dict[str, str]) -> Part:
    return "tuned" if row["part"] == "tuned" else "held-out"


def _passing(row: dict[str, str]) -> Passing:
    german = _RUN.sub(r"\1", row["german"])
    runs = tuple(_RUN.findall(row["german"]))
    return Passing(_part(row), row["kind"], german, row["english"], runs, _RUN.sub(_NAME, row["german"]))


def sign_sentences() -> list[tuple[str, str]]:
    """Sentences with signs of all kinds, each with the signs that its English has to have: data/sign_sentences.txt."""
    lines = (_DATA / "sign_sentences.txt").read_text(encoding="utf-8").splitlines()
    return [(line, "".join(_SIGN.findall(line))) for line in map(clean, lines)]


@dataclass(frozen=True, slots=True)
class Fault:
    """A German sentence, and an English for it in which one thing was lost, changed or broken."""

    part: Part
    kind: str
    german: str
    english: str


def passing_faults(part: Part | None = None) -> list[Fault]:
    """The pairs of a part, or all. The table: data/passing_faults.tsv."""
    made = [Fault(_part(row), row["kind"], row["german"], row["english"]) for row in _rows("passing_faults.tsv")]
    return [fault for fault in made if part in (None, fault.part)]
