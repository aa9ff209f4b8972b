"""German sentences with a name or a fixed phrase that is easily read word by word, and as many in which it is not.

Tables: data/names_as_words.tsv (a `name`, or a `word` that only looks like one) and data/phrases_word_by_word.tsv (a
`phrase`, or the same words meant `literal`ly). Each has what a right English has one of, and what shows the wrong
reading. The parts (`tuned`, `held-out`) were drawn before anything was drafted.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_DATA = Path(__file__).parent / "data"
Part = Literal["tuned", "held-out"]


@dataclass(frozen=True, slots=True)
class Misread:
    """A German sentence of one part; `sought`: a name or phrase is to be found in it. `right`, `wrong`: English words.

    A draft is right where it has one of the right words, and none of the wrong ones. `exact`: in these very letters,
    for a name is told from a word by its capital.
    """

    part: Part
    sought: bool
    german: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    exact: bool

    def is_right(self, english: str) -> bool:
        """Whether an English of it is a right one, as far as these words tell."""
        return (not self.right or self._has_one(self.right, english)) and not self.is_wrong(english)

    def is_wrong(self, english: str) -> bool:
        """Whether it has the wrong reading."""
        return self._has_one(self.wrong, english)

    def _has_one(self, words: tuple[str, ...], english: str) -> bool:
        text = english if self.exact else english.lower()
        return any(re.search(rf"(?<!\w){re.escape(word)}(?:s|’s|'s)?(?!\w)", text) for word in words)


def _read(table: str) -> tuple[Misread, ...]:
    lines = (_DATA / table).read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(
        Misread(
            "tuned" if row["part"] == "tuned" else "held-out",
            row["kind"] in ("name", "phrase"),
            row["german"],
            tuple(filter(None, row["right"].split("|"))),
            tuple(filter(None, row["wrong"].split("|"))),
            exact=row["kind"] == "name",
        )
        for row in rows
    )


NAMES = _read("names_as_words.tsv")
PHRASES = _read("phrases_word_by_word.tsv")
