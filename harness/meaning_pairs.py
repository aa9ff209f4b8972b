"""German and English pairs of which each is marked: there is something to tell in its meaning, or nothing.

The sets stand in data/meaning, one a check; they were written before the rules. Every third pair is held out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data" / "meaning"
CHECKS = ("attribution", "hedges", "gender", "negation", "relative-dates")


@dataclass(frozen=True, slots=True)
class Marked:
    """A German paragraph and its English; whether there is something to tell; whether rules may be made by it."""

    german: str
    english: str
    wrong: bool
    held_out: bool


def marked_pairs(check: str) -> list[Marked]:
    """The pairs of a check's set, in the order of the file."""
    path = DATA / f"{check.replace('-', '_')}.txt"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [_read(line, held_out=number % 3 == 2) for number, line in enumerate(lines)]


def _read(line: str, held_out: bool) -> Marked:
    german, _, english = line[2:].partition(" | ")
    return Marked(german, english, line.startswith("+ "), held_out)
