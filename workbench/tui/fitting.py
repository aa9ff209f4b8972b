"""A text in so many cells of the screen."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def cut(text: str, width: int) -> str:
    """The text in at most so many cells, with … where something is cut off.

    >>> cut("Tagesschau", 20), cut("Tagesschau", 4)
    ('Tagesschau', 'Tag…')
    """
    return text if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"


def fitted(text: str, width: int) -> str:
    """The text in exactly so many cells: cut, or with blanks behind it.

    >>> fitted("Tag", 5)
    'Tag  '
    """
    return set_cell_size(cut(text, width), width)
