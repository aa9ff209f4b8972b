"""Which words of an English stand for which words of the German, from the package's attention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.engine.protocol import Attention
from workbench.text import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
# A word pair counts when this much of the English word's attention lies on the German word.
_ENOUGH = 0.25

Weights = Sequence[Sequence[float]]


@lru_cache(maxsize=2_000)
def word_spans(text: str) -> tuple[Span, ...]:
    """The words of a text (letters and digits; hyphens part them, apostrophes do not)."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


def word_links(source: str, english: str, attention: Attention) -> tuple[tuple[Span, Span], ...]:
    """Pairs of words (German, English) that stand for each other, in the order of the English."""
    german_words, english_words = word_spans(source), word_spans(english)
    return aligned_words(german_words, english_words, attention.weights(german_words, english_words))


def aligned_words(
    german_words: Sequence[Span], english_words: Sequence[Span], weights: Weights
) -> tuple[tuple[Span, Span], ...]:
    """Pairs of words (German, English) that stand for each other, in the order of the English.

    An English word goes with the German word it looked at most, and with one that looked to it most.
    """
    pairs = set()
    for row, line in enumerate(weights):
        most = max(line, default=0.0)
        if most >= _ENOUGH:
            pairs.add((row, line.index(most)))
    for column, looked in enumerate(zip(*weights, strict=True)):
        most = max(looked)
        if most >= 2 * _ENOUGH:
            pairs.add((looked.index(most), column))
    return tuple((german_words[column], english_words[row]) for row, column in sorted(pairs))
