"""A page up or down in what may be higher than its window."""

from __future__ import annotations


def further(top: int, height: int, scrolled: int, window: int, by: int) -> int:
    """How many lines to scroll (negative: up) to read on in a row before going to another one; 0 where all was seen.

    `top`, `height`: of the row, `scrolled`: the first line in sight, `window`: lines in sight; `by`: 1 down, -1 up.

    >>> further(top=10, height=12, scrolled=10, window=7, by=1), further(10, 12, 16, 7, 1), further(10, 5, 10, 7, 1)
    (5, 0, 0)
    """
    rest = top + height - scrolled - window if by > 0 else scrolled - top
    return by * min(rest, max(1, window - 1)) if height > window and rest > 0 else 0
