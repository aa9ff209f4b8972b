"""Going to a word by the letters that stand over it: short labels for the words of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.text import Span

LETTERS = "fjdkslaghrueiwotyqpvncmxbz"
"""The easiest keys first."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def words(text: str) -> list[Span]:
    """The words of a text, those with an apostrophe, a hyphen or a full stop inside as one.

    >>> [("a U.S. ally’s ODKB-Gipfel"[s:e]) for s, e in words("a U.S. ally’s ODKB-Gipfel")]
    ['a', 'U.S', 'ally’s', 'ODKB-Gipfel']
    """
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def labels(count: int) -> list[str]:
    """So many labels of one or two letters, none of which begins another; the shortest for the first words.

    At most 676, which is more words than any paragraph has that can be read.

    >>> labels(3), len(set(labels(100)))
    (['f', 'j', 'd'], 100)
    """
    size = len(LETTERS)
    pairs = 0
    while size - pairs + pairs * size < count and pairs < size:
        pairs += 1
    single = LETTERS[: size - pairs]
    double = [first + second for first in LETTERS[size - pairs :] for second in LETTERS]
    return [*single, *double][:count]


class Jump:
    """The labels over a text, and what has been typed of one of them."""

    def __init__(self, text: str) -> None:
        places = words(text)
        self._places = dict(zip(labels(len(places)), places, strict=False))
        self._typed = ""

    def type(self, letter: str) -> Span | bool | None:
        """Type a letter: the word whose label is complete, True while one may still be meant, None where none is."""
        self._typed += letter.lower()
        if self._typed in self._places:
            return self._places[self._typed]
        return True if any(label.startswith(self._typed) for label in self._places) else None

    @property
    def shown(self) -> Sequence[tuple[Span, str]]:
        """The labels that are still meant, each with its word; what was typed is left out of them."""
        typed = len(self._typed)
        return [(span, label[typed:]) for label, span in self._places.items() if label.startswith(self._typed)]
