"""Sentence pairs with the codes that lie in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from workbench.memory.alignment import sentence_pairs
from workbench.text import Inline


@lru_cache(maxsize=5_000)  # a long document's: it is written once and counted once
def coded_pairs(source: Inline, target: Inline) -> tuple[tuple[Inline, Inline], ...]:
    """The sentences of a paragraph beside those of its translation, as `sentence_pairs` has them, each with its codes.

    A pair of codes that lies across the end of a sentence is closed there and opened again. What stands between two
    sentences, a footnote's mark after the full stop, belongs to the first. Codes are all there, and so is every word.
    """
    found = sentence_pairs(source.text, target.text)
    german, english = cut_up(source, (pair[0] for pair in found)), cut_up(target, (pair[1] for pair in found))
    return tuple(zip(german, english, strict=True))


def cut_up(inline: Inline, sentences: Iterable[str]) -> Iterator[Inline]:
    """A text cut into its sentences, which are known but for their white space, each with its codes.

    What stands between two of them belongs to the first.
    """
    lengths = [len("".join(sentence.split())) for sentence in sentences]
    start = 0
    for place, length in enumerate(lengths):
        end = len(inline.text) if place == len(lengths) - 1 else _after(inline.text, start, length)
        yield inline[start:end].stripped()
        start = end


def _after(text: str, start: int, length: int) -> int:
    """Where a sentence of so many characters, blanks not counted, is over, with the blanks after it."""
    at = start
    while length:
        length -= not text[at].isspace()
        at += 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at
