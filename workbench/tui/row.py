"""A paragraph as it is drawn, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from workbench.text import Span

_CODES = ("bold", "italic", "strike", "link", "code", "sign")
MARK_LOOKS = {
    "pairs--term",
    "pairs--missing",
    "pairs--forbidden",
    "pairs--found",
    "pairs--doubt",
    "pairs--misspelt",
    "pairs--lit",
    *(f"pairs--{code}" for code in _CODES),
}
"""The component classes that stretches of text are drawn in."""
QUIET_LOOKS = {
    "pairs--missing": "pairs--amiss",
    "pairs--forbidden": "pairs--amiss",
    "pairs--found": "pairs--found",
    "pairs--doubt": "pairs--doubt",
    **{f"pairs--{code}": f"pairs--{code}" for code in _CODES},
}
"""How they are drawn where the user is not: what is right has no mark there, what is amiss a quiet one."""


class Mark(NamedTuple):
    """A stretch of text to be drawn in one of MARK_LOOKS."""

    span: Span
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as it is drawn. `bookmark`, `sign`, `finding`, `note`: a character each, a blank where none is.

    `look` and `finding_look` are the component classes of its English and of the finding's sign.
    """

    number: int
    bookmark: str
    sign: str
    finding: str
    note: str
    german: str
    english: str
    look: str
    finding_look: str
    german_marks: tuple[Mark, ...] = ()
    english_marks: tuple[Mark, ...] = ()
