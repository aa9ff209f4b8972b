"""Breaking a paragraph into screen lines, keeping character offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

from workbench.text import Span

_WORD = re.compile(r"\S+\s*")
_NARROW = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2015\u2018-\u201f\u2026]*+")
"""Letters, marks and single spaces that each take one cell: nearly every German or English paragraph."""


@lru_cache(maxsize=1_000)
def wrap(text: str, width: int) -> tuple[Span, ...]:
    """The lines of `text` in a column `width` cells wide, as half-open spans; at least one line.

    Lines break between words, and inside a word only when it is wider than the column. The white space
    at a line's ends is left out of its span. Wide characters count two cells.
    """
    width = max(width, 2)
    if _NARROW.fullmatch(text):
        return tuple([Span(start, end) for start, end in _narrow_lines(text, width)])
    lines: list[Span] = []
    start = 0
    for row in text.split("\n"):
        lines.extend(_wrap_row(row, start, width))
        start += len(row) + 1
    return tuple(lines)


def height(text: str, width: int) -> int:
    """How many lines `wrap` makes of a text; of ten thousand paragraphs in a blink."""
    width = max(width, 2)
    if not _NARROW.fullmatch(text):
        return len(wrap(text, width))
    return sum(1 for _ in _narrow_lines(text, width))


def _narrow_lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The lines of a text in which every character takes one cell, and none is a line break."""
    end = len(text.rstrip(" "))
    start = len(text) - len(text.lstrip(" ")) if end else 0
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut < 0:
            yield start, start + width
            start += width
            continue
        yield start, len(text[start:cut].rstrip(" ")) + start
        start = cut + 1
        while text[start] == " ":
            start += 1
    yield start, end


def _wrap_row(row: str, offset: int, width: int) -> list[Span]:
    lines: list[Span] = []
    begin = end = used = 0
    for match in _WORD.finditer(row):
        start, word_end = match.start(), match.start() + len(match.group().rstrip())
        gap, cells = cell_len(row[end:start]), cell_len(row[start:word_end])
        if used and used + gap + cells > width:
            lines.append(Span(offset + begin, offset + end))
            used = 0
        if not used:
            begin, gap = start, 0
        while cells > width:
            cut = _fit(row, begin, width)
            lines.append(Span(offset + begin, offset + cut))
            begin = cut
            cells = cell_len(row[begin:word_end])
        end = word_end
        used += gap + cells
    lines.append(Span(offset + begin, offset + end))
    return lines


def _fit(row: str, start: int, width: int) -> int:
    """Where a line that begins at `start` must end so that it is not wider than `width` cells."""
    cut, cells = start, 0
    while cut < len(row) and cells + cell_len(row[cut]) <= width:
        cells += cell_len(row[cut])
        cut += 1
    return max(cut, start + 1)
