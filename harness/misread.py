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

    A draft is right where it has one of the right words, and none of the wrong ones.
    """

    part: Part
    sought: bool
    german: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]

    def is_right(self, english: str) -> bool:
        """Whether an English of it is a right one, as far as these words tell."""
        return (not self.right or _has_one(self.right, english)) and not self.is_wrong(english)

    def is_wrong(self, english: str) -> bool:
        """Whether it has the wrong reading; a name is not told by its letters alone."""
        if not self.sought or self.german_is_name:
            return _has_one(self.wrong, english, with_capitals=True)
        return _has_one(self.wrong, english)

    @property
    def german_is_name(self) -> bool:
        """Whether what is right is a word of the German, to the letter."""
        return self.right != () and self.right[0] in self.german


def _has_one(words: tuple[str, ...], english: str, *, with_capitals: bool = False) -> bool:
    flags = re.NOFLAG if with_capitals else re.IGNORECASE
    return any(re.search(rf"(?<!\w){re.escape(word)}(?:s|’s|'s)?(?!\w)", english, flags) for word in words)


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
        )
        for row in rows
    )


NAMES = _read("names_as_words.tsv")
PHRASES = _read("phrases_word_by_word.tsv")
