"""Names that came into German from Russian, Ukrainian or Belarusian, with what `romanise` makes of them.

The lists are in `data/romanisation`: `transcribed.txt` has such names with their right English, `others.txt` names that
come from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.glossary.romanisation.known import LANGUAGES
from workbench.glossary.romanisation.likelihood import words_of
from workbench.glossary.romanisation.middle_east import is_listed
from workbench.glossary.romanisation.reading import is_known, readings
from workbench.glossary.romanisation.romanise import romanise

_LITTLE = frozenset(("al", "as", "asch", "bin", "abu", "abd", "abdel", "ben"))
_DATA = Path(__file__).parent / "data" / "romanisation"


@dataclass(frozen=True, slots=True)
class Tried:
    """One transcribed name: its right English forms, what was proposed, and whether its words are known ones."""

    german: str
    right: tuple[str, ...]
    proposed: tuple[str, ...]
    known: bool

    @property
    def first(self) -> bool:
        """Whether the first proposal is right; none at all is right where German and English are alike."""
        return self.proposed[0] in self.right if self.proposed else self.german in self.right

    @property
    def listed(self) -> bool:
        """Whether any proposal is right."""
        return self.first or any(english in self.right for english in self.proposed)


def transcribed() -> list[Tried]:
    """Every name of transcribed.txt, tried."""
    tried = []
    for line in _lines("transcribed.txt"):
        german, english = line.split(" = ")
        proposed = tuple(proposal.english for proposal in romanise(german))
        known = all(_is_known(word) for word in words_of(german))
        tried.append(Tried(german, tuple(english.split(", ")), proposed, known))
    return tried


def from_middle_east(part: str) -> list[Tried]:
    """The names of middle_east.txt under a heading (“tuned”, “held out”), tried."""
    tried, here = [], ""
    for line in (_DATA / "middle_east.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# == "):
            here = line.removeprefix("# == ")
        elif here == part and " = " in line:
            german, english = line.split(" = ")
            proposed = tuple(proposal.english for proposal in romanise(german))
            known = all(is_listed(word) for word in re.split(r"[ -]", german) if word.lower() not in _LITTLE)
            tried.append(Tried(german, tuple(english.split(", ")), proposed, known))
    return tried


def _is_known(word: str) -> bool:
    return any(is_known(r.cyrillic, language) for language in LANGUAGES for r in readings(word, language)[:1])


def others() -> list[str]:
    """The names of others.txt."""
    return list(_lines("others.txt"))


def _lines(file: str) -> Iterator[str]:
    text = (_DATA / file).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
