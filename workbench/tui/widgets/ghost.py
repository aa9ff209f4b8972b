"""What may follow the cursor, drawn behind it in the free room of the cell: never part of the text."""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

_WORD = re.compile(r"\s*\S+")
MORE = "…"


def ghost_rows(text: str, first: int, width: int, rows: int, *, begun: bool = True) -> list[str]:
    """A suggestion in rows: `first` cells are free in the first one, `width` in each of the others, `rows` in all.

    What has no room is left out, and `…` stands there; where not even the first word has room there is no row. `begun`:
    its first letters go on with a word, which is not torn apart.

    >>> ghost_rows("ernment decided on Monday", 16, 12, 2)
    ['ernment decided', 'on Monday']
    >>> ghost_rows(" decided on Monday", 10, 12, 1)
    [' decided …']
    >>> ghost_rows("ernment", 3, 12, 1)
    []
    """
    made, room = [""], first
    for at, word in enumerate(_WORD.findall(text)):
        may_go_below = at or not begun or word[:1].isspace()
        if not _fits(made[-1], word, room) and may_go_below and len(made) < rows:
            made.append(word.lstrip())
            room = width
        else:
            made[-1] += word
        if cell_len(made[-1]) > room:
            made[-1] = made[-1].removesuffix(word if made[-1].endswith(word) else word.lstrip())
            return _cut(made, room) if at else []
    return made


def _fits(row: str, word: str, room: int) -> bool:
    return cell_len(row) + cell_len(word) <= room


def _cut(rows: list[str], room: int) -> list[str]:
    mark = f" {MORE}"
    if cell_len(rows[-1]) + len(mark) <= room:
        rows[-1] += mark
    return rows


def with_ghost(strip: Strip, text: str, at: int, width: int, style: Style, *, pushes: bool) -> Strip:
    """A row of the cell with a part of the suggestion at a column. `pushes`: what stands there is moved to the right.

    The cell of the cursor keeps its look.
    """
    size = cell_len(text)
    look, ground = _look(strip.crop(at, at + 1)), _ground(strip)
    first = style + look if look.bgcolor != ground.bgcolor else look + style
    ghost = [Segment(text[:1], first), Segment(text[1:], ground + style)]
    rest = strip.crop(at, width - size) if pushes else strip.crop(at + size, strip.cell_length)
    return Strip.join([strip.crop(0, at), Strip(ghost, size), rest]).crop(0, strip.cell_length)


def _ground(strip: Strip) -> Style:
    """The look of the row where nothing stands: that of its last cell."""
    return _look(strip.crop(strip.cell_length - 1))


def _look(strip: Strip) -> Style:
    return next((segment.style for segment in strip if segment.style), None) or Style()
