"""A paragraph as it is drawn, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from workbench.text import Span

MARK_LOOKS = {"pairs--term", "pairs--missing", "pairs--forbidden", "pairs--found"}
"""The component classes that stretches of text are drawn in."""


class Mark(NamedTuple):
    """A stretch of text to be drawn in one of MARK_LOOKS."""

    span: Span
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as it is drawn. `sign`: one character for its state; `flag`: one for notes and findings."""

    number: int
    sign: str
    flag: str
    german: str
    english: str
    look: str
    german_marks: tuple[Mark, ...] = ()
    english_marks: tuple[Mark, ...] = ()
