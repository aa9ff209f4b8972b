"""Places of a memory's pairs: where words stand that were looked for, and runs of words that a text has, too."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.memory.pair import Pair
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A pair that has what was looked for; `german`, `english`: where it stands in the texts; either may be empty."""

    pair: Pair
    german: tuple[Span, ...]
    english: tuple[Span, ...]
    memory: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words of a text, at `here`, that also stands in a pair's German, at `there`; both in characters."""

    pair: Pair
    here: Span
    there: Span
    memory: str = ""
