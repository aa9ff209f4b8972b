"""What is known of German sentences before two documents are looked at: terms, and whole translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench.text import Span

Pair = tuple[int, int, int, int]
Term = tuple[Span, tuple[str, ...]]
"""Where a term stands in a sentence, and the English that it may have."""


def _no_terms(german: str) -> tuple[Term, ...]:
    return ()


def _no_english(german: str) -> Mapping[str, float]:
    return {}


@dataclass(frozen=True, slots=True)
class Known:
    """What a glossary and memories know.

    `terms`: the terms of a German sentence. `english`: its whole translations, each with how far it may be trusted, as
    a `Judge` says it (0 is best).
    """

    terms: Callable[[str], Sequence[Term]] = _no_terms
    english: Callable[[str], Mapping[str, float]] = _no_english

    def pairs(self, german: Sequence[str], english: Sequence[str]) -> dict[Pair, float]:
        """The places where a German sentence stands on one side, and a translation of it that is known on the other."""
        there: defaultdict[str, list[int]] = defaultdict(list)
        for j, text in enumerate(english):
            there[_folded(text)].append(j)
        found: dict[Pair, float] = {}
        for i, text in enumerate(german):
            for said, score in self.english(text).items():
                for j in there.get(_folded(said), ()):
                    found[i, i + 1, j, j + 1] = score
        return found


NOTHING = Known()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
