"""Which words of an English stand for which words of the German, from the package's attention."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.engine.argos.tokens import Tokens
from workbench.text import Span

# A word pair counts when this much of the English word's attention lies on the German word.
_ENOUGH = 0.25

Weights = Sequence[Sequence[float]]


def word_spans(text: str) -> tuple[Span, ...]:
    """The words of a text (letters and digits; hyphens part them, apostrophes do not)."""
    return tuple(Span(*match.span()) for match in re.finditer(r"\w+(?:['’]\w+)*", text))


def word_weights(
    tokens: Tokens, source: str, english: str, attention: Weights, places: Sequence[Span] | None = None
) -> tuple[tuple[Span, ...], tuple[Span, ...], list[list[float]]]:
    """German words, English words, and how much each English word (rows) looked at each German word.

    The weights of an English word are the mean over its pieces, so a row sums to at most 1. With `places` (in text
    order, apart from each other) the columns are these places of the German, not its words.
    """
    source_pieces, english_pieces = tokens.encode([source, english])
    german_words = word_spans(source) if places is None else tuple(places)
    english_words = word_spans(english)
    columns = _owners(tokens.spans(source, source_pieces), german_words)
    rows = _owners(tokens.spans(english, english_pieces), english_words)
    weights = [[0.0] * len(german_words) for _ in english_words]
    sizes = [0] * len(english_words)
    for row, owner in enumerate(rows[: len(attention)]):
        if owner is None:
            continue
        sizes[owner] += 1
        for column, word in enumerate(columns[: len(attention[row])]):
            if word is not None:
                weights[owner][word] += attention[row][column]
    return (
        german_words,
        english_words,
        [[weight / size if size else 0.0 for weight in line] for line, size in zip(weights, sizes, strict=True)],
    )


def aligned_words(
    german_words: Sequence[Span], english_words: Sequence[Span], weights: Weights
) -> tuple[tuple[Span, Span], ...]:
    """Pairs of words (German, English) that stand for each other, in the order of the English.

    An English word goes with the German word it looked at most, and with one that looked to it most.
    """
    pairs = set()
    for row, line in enumerate(weights):
        if line and max(line) >= _ENOUGH:
            pairs.add((row, line.index(max(line))))
    for column in range(len(german_words)):
        looked = [line[column] for line in weights]
        if looked and max(looked) >= 2 * _ENOUGH:
            pairs.add((looked.index(max(looked)), column))
    return tuple((german_words[column], english_words[row]) for row, column in sorted(pairs))


def _owners(pieces: Sequence[Span], words: Sequence[Span]) -> list[int | None]:
    """For each piece the word it belongs to."""
    owners: list[int | None] = []
    word = 0
    for piece in pieces:
        while word < len(words) and words[word].end <= piece.start:
            word += 1
        inside = word < len(words) and piece.end > words[word].start and piece.start < words[word].end
        owners.append(word if inside and piece.end > piece.start else None)
    return owners
