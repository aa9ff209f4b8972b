"""Words of a draft of which the package was unsure: how likely it finds each of them, before what follows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.engine.alignment import word_spans
from workbench.engine.drafter import Drafter
from workbench.engine.sentence.prepare import plain_marks
from workbench.text import Span

UNSURE = math.log(0.5)
"""Log-probability of a word under which the package was unsure of it: docs/benchmarks.md has what that is worth."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word of an English, and its log-probability: that of all its pieces together."""

    at: Span
    value: float


def word_probabilities(
    drafter: Drafter, germans: Sequence[str], englishes: Sequence[str]
) -> Iterator[tuple[Weighed, ...]]:
    """How likely each word of each English is for its German, a sentence each; one forced pass over all of them.

    Raises RuntimeError or ValueError where the engine fails on a text.
    """
    plain = [plain_marks(english) for english in englishes]
    found = drafter.abilities.scores.likelihoods([plain_marks(german) for german in germans], plain)
    for english, likelihood in zip(englishes, found, strict=True):
        pieces = list(zip(likelihood.spans, likelihood.values, strict=False))
        yield tuple(
            Weighed(word, sum((value for span, value in pieces if span.meets(word)), 0.0))
            for word in word_spans(english)
        )
