"""Breaking a paragraph into screen lines, keeping character offsets."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len

from workbench.text import Span

_WORD = re.compile(r"\S+\s*")


@lru_cache(maxsize=50_000)
def wrap(text: str, width: int) -> tuple[Span, ...]:
    """The lines of `text` in a column `width` cells wide, as half-open spans; at least one line.

    Lines break between words, and inside a word only when it is wider than the column. The white space
    a line ends with is left out of its span. Wide characters count two cells.
    """
    width = max(width, 2)
    lines: list[Span] = []
    start = 0
    for row in text.split("\n"):
        lines.extend(_wrap_row(row, start, width))
        start += len(row) + 1
    return tuple(lines)


def _wrap_row(row: str, offset: int, width: int) -> list[Span]:
    lines: list[Span] = []
    begin = end = used = 0
    for match in _WORD.finditer(row):
        word = match.group().rstrip()
        cells = cell_len(word)
        gap = cell_len(row[end : match.start()]) if lines or end else match.start()
        if used and used + gap + cells > width:
            lines.append(Span(offset + begin, offset + end))
            begin, used, gap = match.start(), 0, 0
        start = match.start()
        while cells > width:
            cut = _fit(row, start, width)
            lines.append(Span(offset + start, offset + cut))
            begin = start = cut
            cells = cell_len(row[start : match.start() + len(word)])
            used = gap = 0
        end = match.start() + len(word)
        used += gap + cells
    lines.append(Span(offset + begin, offset + max(begin, end)))
    return lines


def _fit(row: str, start: int, width: int) -> int:
    """Where a line that begins at `start` must end so that it is not wider than `width` cells."""
    cut, cells = start, 0
    while cut < len(row) and cells + cell_len(row[cut]) <= width:
        cells += cell_len(row[cut])
        cut += 1
    return max(cut, start + 1)
