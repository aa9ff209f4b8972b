"""Sentences with a figure that has no mark in the German, and whether it counts something or names something.

The table: data/figures.tsv. Rules are made with the part `tuned`; `held-out` tells how good they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.text import Span

_DATA = Path(__file__).parent / "data" / "figures.tsv"


@dataclass(frozen=True, slots=True)
class PlainFigure:
    """A figure in its sentence. `part`: tuned or held-out; `counts`: whether it counts something."""

    part: str
    german: str
    place: Span
    counts: bool


def plain_figures(part: str = "") -> list[PlainFigure]:
    """The figures of a part, or all."""
    rows = [line.split("\t") for line in _DATA.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [_figure(*row) for row in rows if part in ("", row[0])]


def _figure(part: str, figure: str, kind: str, german: str) -> PlainFigure:
    at = german.index(figure)
    return PlainFigure(part, german, Span(at, at + len(figure)), kind == "count")
