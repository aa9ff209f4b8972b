"""German headlines and sentences with words in capitals, each with an English. The table: data/capitals.tsv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

_TABLE = Path(__file__).parent / "data" / "capitals.tsv"


@dataclass(frozen=True, slots=True)
class Capitals:
    """A text of one part of the table (`tuned` or `held-out`); `whole`: all of it is in capitals."""

    part: str
    whole: bool
    german: str
    english: str


def _read() -> tuple[Capitals, ...]:
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(Capitals(row["part"], row["whole"] == "yes", row["german"], row["english"]) for row in rows)


CAPITALS = _read()
