"""A pair of texts that belong together, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.text import Inline

Trust = Literal["reviewed", "unreviewed", "aligned"]
"""How far a pair may be trusted: a person accepted it, somebody or something wrote it, or a program aligned it and
nobody looked at it."""
TRUSTS: tuple[Trust, ...] = ("reviewed", "unreviewed", "aligned")
"""The best first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A German text and its English: a sentence, or a paragraph that could not be divided.

    `before`, `after`: the German of the neighbours; "" at the edge of the document, None where that is not known.
    `document`: where it was translated; `place`: the paragraph there, from 0, -1 where that is not known. `made`: when
    (ISO 8601, UTC, to the second), "" where that is not known; `who`: by whom. `english`: the tag of its English
    (`en-GB`), "" where nothing says which.
    """

    source: Inline
    target: Inline
    before: str | None = None
    after: str | None = None
    document: str = ""
    place: int = -1
    trust: Trust = "reviewed"
    made: str = ""
    who: str = ""
    english: str = ""
