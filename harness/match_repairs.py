"""Sentences with a match of a memory each, and the English that a person would make of the match's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "repairs.tsv"


@dataclass(frozen=True, slots=True)
class Asked:
    """A German sentence, the German and English of its match, and its right English.

    `kind`: what differs (noun, verb, name, added, dropped, number, negation, several). `held_out`: nothing was tuned
    by it.
    """

    kind: str
    german: str
    known: str
    english: str
    right: str
    held_out: bool


def asked_of(file: Path = _FILE) -> Sequence[Asked]:
    """The whole set; every second one is held out."""
    _, *lines = file.read_text(encoding="utf-8").splitlines()
    found = []
    for at, line in enumerate(lines):
        kind, german, known, english, right = line.split("\t")
        found.append(Asked(kind, german, known, english, right, held_out=at % 2 == 1))
    return found
