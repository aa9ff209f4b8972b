"""An engine that answers what a test tells it: how good a draft is, what its words looked at, what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.engine.alignment import word_spans
from workbench.engine.protocol import Abilities, Attention, Hypothesis, Likelihood
from workbench.text import Span

Pairs = Mapping[str, str]
"""English words, and the German word that each looked at."""


@dataclass
class ToldEngine:
    """`scores`: of each English for its German, per word; `looked`: for each English the German of its words.

    `drafts`: the next best of each German. `asked`: the Englishes that it was asked to align, `scored` to score.
    """

    scores: Mapping[str, float] = field(default_factory=dict)
    looked: Mapping[str, Pairs] = field(default_factory=dict)
    drafts: Mapping[str, Sequence[Hypothesis]] = field(default_factory=dict)
    markers: tuple[str, str] | None = None
    fingerprint: str = "told"
    asked: list[str] = field(default_factory=list)
    scored: list[str] = field(default_factory=list)

    def load(self) -> None:
        """There is nothing to load."""

    def size(self, text: str) -> int:
        return len(text.split())

    def translate(self, texts: Sequence[str], number: int = 1, *, varied: bool = False) -> list[list[Hypothesis]]:
        return [list(self.drafts.get(text, [Hypothesis("—", -9.0)]))[:number] for text in texts]

    def likelihoods(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Likelihood]:
        self.scored += englishes
        return [self._likelihood(english) for english in englishes]

    def _likelihood(self, english: str) -> Likelihood:
        words = word_spans(english)
        return Likelihood(words, (self.scores.get(english, -1.0),) * len(words))

    def attention(self, texts: Sequence[str], englishes: Sequence[str]) -> list[Attention]:
        self.asked += englishes
        return [
            attention(german, english, self.looked.get(english, {}))
            for german, english in zip(texts, englishes, strict=True)
        ]

    def commonness(self, words: Sequence[str]) -> list[float]:
        return [-1.0] * len(words)

    def able(self) -> Abilities:
        """What can be asked of it."""
        return Abilities(self, scores=self, aligns=self, weighs=self, continues=None, avoids=None, markers=self.markers)


def attention(german: str, english: str, pairs: Pairs) -> Attention:
    """The attention in which each of these English words looked at its German word alone, each at its last place."""
    columns, rows = word_spans(german), word_spans(english)
    looked = {_place(english, en): _place(german, de) for en, de in pairs.items()}
    return Attention(
        columns, rows, tuple(tuple(float(looked.get(row) == column) for column in columns) for row in rows)
    )


def _place(text: str, word: str) -> Span:
    return next(span for span in reversed(word_spans(text)) if text[slice(*span)] == word)
