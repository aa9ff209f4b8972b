"""The lines of an alignment: German on the left, English on the right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style

from workbench.project.aligning.work import Line, Sentence, Work
from workbench.text import Span
from workbench.tui.segments import styled
from workbench.tui.widgets.rows import Look
from workbench.tui.wrapping import height, wrap

SIGN, BETWEEN = 2, 3
"""Cells before the German, and between it and the English."""
NONE = "—"
"""In the place of a side that has no sentence."""
SEAM = " ‖ "
"""Between two sentences of one side."""


class AlignedRows:
    """The lines of an alignment, with their signs: ✓ accepted, ? in doubt, ⇅ crossed as it seems, – dropped.
    ¶ begins a paragraph.
    """

    def __init__(self, work: Work) -> None:
        self.work = work

    def __len__(self) -> int:
        return len(self.work.table.lines)

    def height(self, index: int, width: int) -> int:
        german, english = self._texts(index)
        left, right = _widths(width)
        return max(height(german, left), height(english, right))

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        line = self.work.table.lines[index]
        german, english = self._texts(index)
        left, right = _widths(width)
        ours, theirs = wrap(german, left), wrap(english, right)
        base = look("cut" if line.dropped else "" if line.bead.is_pair else "dim")
        seam = look("dim")
        shown = []
        for number in range(max(len(ours), len(theirs))):
            sign = _sign(line) if not number else " "
            shown.append(
                [
                    Segment(f"{sign:{SIGN}}", look(_SIGN_LOOKS.get(sign, "dim"))),
                    *styled(german, _at(ours, number), left, _seams(german, seam), base),
                    Segment(" │ ", look("dim")),
                    *styled(english, _at(theirs, number), right, _seams(english, seam), base),
                ]
            )
        return shown

    def _texts(self, index: int) -> tuple[str, str]:
        table = self.work.table
        line = table.lines[index]
        german, english = table.german_of(line), table.english_of(line)
        before = table.german[: line.bead.german][-1:], table.english[: line.bead.english][-1:]
        return _text(german, before[0]), _text(english, before[1])


_SIGN_LOOKS = {"✓": "good", "?": "warn", "⇅": "warn", "–": "dim"}


def _sign(line: Line) -> str:
    if line.dropped:
        return "–"
    if line.may_cross:
        return "⇅"
    return "✓" if line.accepted else "?" if line.in_doubt else " "


def _text(sentences: Sequence[Sentence], before: Sequence[Sentence]) -> str:
    """Sentences on one line, with a sign before those that begin a paragraph."""
    last = before[-1].paragraph if before else -1
    shown = []
    for one in sentences:
        shown.append(f"¶ {one.text}" if one.paragraph != last else one.text)
        last = one.paragraph
    return SEAM.join(shown) or NONE


def _widths(width: int) -> tuple[int, int]:
    """Cells of the German and of the English."""
    room = max(4, width - SIGN - BETWEEN)
    return room // 2, room - room // 2


def _at(lines: Sequence[Span], number: int) -> Span:
    return lines[number] if number < len(lines) else Span(0, 0)


def _seams(text: str, look: Style) -> list[tuple[Span, Style]]:
    return [(Span(*found.span()), look) for found in re.finditer("[‖¶]", text)]
