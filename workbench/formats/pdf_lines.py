"""From the lines on pages to paragraphs: columns one after the other, repeated lines left out, broken words joined."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles

from workbench.formats.pieces import join_lines
from workbench.text.clean import clean_line

_EDGE = 2
"""Lines at the top and at the bottom of a page that may be its header or footer."""
_APART = 1.6
"""Times the height of letters: what is further from the text than this belongs to the page."""
_ENDS = re.compile(r"[.!?…:][\"'“”„»«‘’›‹)\]]*$")
_BULLET = re.compile(r"(?:[•◦▪‣–*-]|\d{1,3}[.)]|[a-z]\))\s|[•◦▪‣]")
_SPACE = 1.3
"""Times the usual distance between two lines: what is more is a space between paragraphs."""
_LIGATURES = re.compile("[ﬀ-ﬆ]")
_NUMBER = re.compile(r"\d+")
_ALONE = re.compile(r"[^\w#]*+(?:(?:seite|page|s\.)\s*)?#(?:\s*(?:von|of|/)\s*#)?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a piece of one: where it begins (points, from the page's lower left corner), its letters' height."""

    x: float
    y: float
    size: float
    text: str


def columns_in_turn(lines: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of a page, each in one piece. A page that is drawn row by row across its columns is read by columns.

    Columns are told by pieces of running text that begin at the same place again and again, not first in their line.
    """
    edge = _second_column(lines)
    if edge is None:
        return [_in_one(pieces) for pieces in lines]
    left = ([piece for piece in pieces if piece.x < edge] for pieces in lines)
    right = ([piece for piece in pieces if piece.x >= edge] for pieces in lines)
    return [_in_one(pieces) for pieces in (*left, *right) if pieces]


def _second_column(lines: Sequence[Sequence[Line]]) -> float | None:
    """Where the second of two columns begins that are drawn row by row; None where there are none."""
    starts = Counter(round(piece.x / 4) for pieces in lines for piece in pieces[1:] if len(piece.text) > 12)
    at, count = next(iter(starts.most_common(1)), (0, 0))
    return at * 4 - 4 if count >= max(8, len(lines) * 0.5) else None


def _in_one(pieces: Sequence[Line]) -> Line:
    first = pieces[0]
    text = ""
    for piece in pieces:
        apart = text and not text[-1].isspace() and not piece.text[0].isspace()
        wide = apart and piece.x - first.x > len(text) * first.size * 0.75
        text += f" {piece.text}" if wide else piece.text
    largest = max(pieces, key=lambda piece: len(piece.text))
    plain = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return Line(first.x, first.y, largest.size, plain.replace("\u00ad", "-").strip())


def without_repeats(pages: Sequence[Sequence[Line]]) -> tuple[list[Line], list[str]]:
    """The lines of all pages without headers, footers and page numbers, which repeat; and those, each once.

    A line is one where the same, whatever numbers are in it, stands at the same height, first or last on its page:
    apart from the text, on a third of the pages (two at least), or close to it, on most of them (three at least).
    """
    apart, close = [_edges(page) for page in pages], [_outermost(page) for page in pages]
    often, often_close = _how_often(apart), _how_often(close)
    wanted, wanted_close = max(2, len(pages) // 3), max(3, len(pages) * 2 // 3)
    kept: list[Line] = []
    left: dict[str, None] = {}
    for page, edge, outermost in zip(pages, apart, close, strict=True):
        for line in page:
            is_apart = line in edge and _repeats(line, often, wanted)
            if is_apart or (line in outermost and _repeats(line, often_close, wanted_close)):
                left.setdefault(line.text if not _ALONE.fullmatch(_key(line)[0]) else "page numbers")
            else:
                kept.append(line)
    return kept, list(left)


def _how_often(edges: Sequence[Sequence[Line]]) -> Counter[tuple[str, int]]:
    return Counter(key for page in edges for key in {_key(line) for line in page})


def _repeats(line: Line, often: Counter[tuple[str, int]], wanted: int) -> bool:
    text, height = _key(line)
    return max(often[text, height + by] for by in (-1, 0, 1)) >= wanted


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines that may be header or footer: the outermost, with more space to the others than lines have."""
    rows = _rows(page)
    return [*_outer(rows), *_outer(rows[::-1])]


def _outermost(page: Sequence[Line]) -> list[Line]:
    """The first and the last row of a page that has more than these."""
    rows = _rows(page)
    return [*rows[0], *rows[-1]] if len(rows) > _EDGE else []


def _rows(page: Sequence[Line]) -> list[list[Line]]:
    heights: dict[int, list[Line]] = {}
    for line in sorted(page, key=lambda line: -line.y):
        heights.setdefault(round(line.y / 3), []).append(line)
    return list(heights.values())


def _outer(rows: Sequence[Sequence[Line]]) -> list[Line]:
    for count in range(min(_EDGE, len(rows)), 0, -1):
        inner = rows[count][0] if count < len(rows) else None
        outer = rows[count - 1][0]
        if inner is None or abs(outer.y - inner.y) > _APART * max(outer.size, inner.size):
            return [line for row in rows[:count] for line in row]
    return []


def _key(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("#", clean_line(line.text)), round(line.y / 6)


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """The paragraphs of lines that follow one another, each on one line."""
    if not lines:
        return []
    shape = _shape(lines)
    groups = [[lines[0]]]
    for line, following in pairwise(lines):
        if _ends_with(line, following, shape, alone=len(groups[-1]) == 1):
            groups.append([following])
        else:
            groups[-1].append(following)
    texts = (clean_line(join_lines(line.text for line in group)) for group in groups)
    return [text for text in texts if text]


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a text is set: the usual distance between its lines (points), how many characters a full line has, and
    whether there is a space between its paragraphs.
    """

    leading: float
    width: float
    spaced: bool


def _shape(lines: Sequence[Line]) -> _Shape:
    steps = [line.y - following.y for line, following in pairwise(lines)]
    down = [step for line, step in zip(lines, steps, strict=False) if 0 < step < 4 * max(line.size, 4)]
    lengths = [len(line.text) for line in lines]
    width = quantiles(lengths, n=10)[-1] if len(lengths) > 1 else float(lengths[0])
    leading = median(down) if down else 12.0
    spaced = sum(step > _SPACE * leading for step in down) * 25 > len(down)
    return _Shape(leading, width, spaced)


def _ends_with(line: Line, following: Line, shape: _Shape, *, alone: bool) -> bool:
    """Whether a paragraph ends with this line. `alone`: it is the paragraph's first: no program leaves one such line
    at the end of a page if the paragraph goes on (widows and orphans).
    """
    if abs(line.size - following.size) > 0.6 + 0.05 * line.size or _BULLET.match(following.text):
        return True
    step = line.y - following.y
    ended = _ENDS.search(line.text) is not None
    full = len(line.text) + len(following.text.split(maxsplit=1)[0]) > 0.8 * shape.width
    goes_on = following.text[:1].islower()
    if step <= 0 or step > 4 * max(line.size, shape.leading):  # on the next column or page
        return ended or not (goes_on or (full and not alone) or line.text.endswith("-"))
    if step > _SPACE * max(shape.leading, 1.0):
        return True
    return (not goes_on or ended) if _is_indented(line, following) else _is_short(ended, full, shape, goes_on)


def _is_short(ended: bool, full: bool, shape: _Shape, goes_on: bool) -> bool:
    """Whether a line that ends a sentence leaves room for the next word, where no space tells paragraphs apart."""
    return ended and not (full or shape.spaced or goes_on)


def _is_indented(line: Line, following: Line) -> bool:
    """Whether a line begins further in than the one before it, which is no item of a list."""
    return line.size < following.x - line.x < 5 * line.size and not _BULLET.match(line.text)
