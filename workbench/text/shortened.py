"""Text without the words amid others, for finding where its sentences end: these never tell it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from workbench.text.lazy_pattern import lazy_pattern

# A word of letters, words with nothing but a blank or a comma between them, and before the last one of these.
_AMID = lazy_pattern(r"(?<!\S)[^\W\d_]{2,} ((?:[^\W\d_]{2,},? )+)(?=[^\W\d_]{2,}(?: |\Z))")


class Shortened:
    """A text without the plain words that have plain words on both sides, and where what is left of it stood.

    >>> Shortened("Die Lage an der Grenze ist ruhig. Ja.").text
    'Die ist ruhig. Ja.'
    """

    def __init__(self, text: str) -> None:
        cuts = [found.span(1) for found in _AMID.finditer(text)]
        self._starts = [0, *(end for _, end in cuts)]
        kept = [text[start:end] for start, end in zip(self._starts, [*(at for at, _ in cuts), len(text)], strict=True)]
        self.text = "".join(kept)
        self._places = [0, *accumulate(map(len, kept))][:-1]

    def at(self, place: int) -> int:
        """Where a place of the shortened text is in the whole."""
        piece = bisect_right(self._places, place) - 1
        return self._starts[piece] + place - self._places[piece]
