"""Words that end like a short word of a glossary, compounds with it and others, with what the finder makes of them.

The list is `data/compound_words.txt`.
"""

from __future__ import annotations

from dataclasses import dataclass

from harness.term_sentences import DATA
from workbench.glossary import Entry, Glossary

Part = str
TUNED, HELD_OUT = "tuned", "held out"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, the noun it ends like, whether it is a compound with that, and whether the noun is found in it."""

    text: str
    head: str
    is_compound: bool
    found: bool


def words(part: Part) -> list[Word]:
    """The words of a part of the list, tried."""
    tried: list[Word] = []
    here = ""
    for line in (DATA / "compound_words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# == "):
            here = line.removeprefix("# == ")
        elif here == part and " = " in line:
            head, rest = line.split(" = ")
            glossary = Glossary([Entry((head,), "x")])
            for is_compound, some in zip((True, False), rest.split(" | "), strict=True):
                tried += [Word(text, head, is_compound, _is_found(glossary, text)) for text in some.split()]
    return tried


def _is_found(glossary: Glossary, word: str) -> bool:
    return any(hit.surface != word for hit in glossary.find(f"Dort steht {word} im Text."))


def precision_and_recall(tried: list[Word]) -> tuple[float, float]:
    """How many of those found are compounds, and how many compounds are found."""
    right = sum(word.found and word.is_compound for word in tried)
    return right / sum(word.found for word in tried), right / sum(word.is_compound for word in tried)
