"""Match bands: how like a sentence is to what was translated before, or that it stood there already."""

from __future__ import annotations

from typing import Literal, Protocol

from workbench.memory import Match, exact_key
from workbench.text import Inline

Band = Literal[
    "translated",
    "repetition here",
    "repetition elsewhere",
    "101",
    "100",
    "95-99",
    "85-94",
    "75-84",
    "70-74",
    "50-69",
    "none",
]
BANDS: tuple[Band, ...] = (
    *("translated", "repetition here", "repetition elsewhere"),
    *("101", "100", "95-99", "85-94", "75-84", "70-74", "50-69", "none"),
)
"""In the order in which they are told. `none`: nothing is like it, or nobody looked."""
_EDGES: tuple[tuple[int, Band], ...] = (
    *((101, "101"), (100, "100"), (95, "95-99"), (85, "85-94")),
    *((75, "75-84"), (70, "70-74"), (50, "50-69")),
)


class Matcher(Protocol):
    """Who knows what was translated before: a project's memories."""

    def best(self, text: Inline, before: str | None = None, after: str | None = None) -> Match | None:
        """What is most like a sentence between these two, as far as anything is offered."""

    def exact(self, text: Inline, before: str | None = None, after: str | None = None) -> tuple[Match, ...]:
        """What is the same as a sentence, or a whole paragraph, between these two: 100 % and better, the best first."""


class Seen:
    """The sentences that were there before, by file; capitals count, autocorrection does not."""

    def __init__(self) -> None:
        self._document = ""
        self._here: set[int] = set()
        self._anywhere: set[int] = set()

    def again(self, document: str, sentence: str) -> Band | None:
        """Whether a sentence stood somewhere before, and where; it is known from now on. A document comes in one go."""
        if document != self._document:
            self._document = document
            self._here.clear()
        key = exact_key(sentence)
        found: Band | None = None
        if key in self._anywhere:
            found = "repetition here" if key in self._here else "repetition elsewhere"
        self._here.add(key)
        self._anywhere.add(key)
        return found


def band_of(percent: int) -> Band:
    """The band of a match.

    >>> band_of(101), band_of(99), band_of(84), band_of(49)
    ('101', '95-99', '75-84', 'none')
    """
    return next((band for edge, band in _EDGES if percent >= edge), "none")
