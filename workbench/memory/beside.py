"""Where the sentences of a paragraph and of its translation that belong together stand in the two texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.memory.alignment import sentence_pairs
from workbench.text import Span, sentence_spans


@lru_cache(maxsize=5_000)
def sentences_beside(german: str, english: str) -> tuple[tuple[Span, Span], ...]:
    """The sentences of a paragraph beside those of its English, as spans of the two texts.

    Without English the second spans are empty. See `sentence_pairs`.
    """
    pairs = sentence_pairs(german, english)
    if not pairs:
        return tuple((span, Span(0, 0)) for span in sentence_spans(german))
    ours, theirs = zip(*pairs, strict=True)
    return tuple(zip(_places(german, ours), _places(english, theirs), strict=True))


def _places(text: str, pieces: Sequence[str]) -> Iterator[Span]:
    """Where the pieces of a text stand that make it up but for white space."""
    visible = [offset for offset, character in enumerate(text) if not character.isspace()]
    first = 0
    for piece in pieces:
        last = first + len("".join(piece.split())) - 1
        yield Span(visible[first], visible[last] + 1)
        first = last + 1
