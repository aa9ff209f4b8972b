"""Things counted, as a sentence says them."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things; `many` is what several are called, where they are not called as English usually does.

    >>> counted(1, "line"), counted(1200, "line"), counted(0, "entry"), counted(2, "child", "children")
    ('1 line', '1,200 lines', '0 entries', '2 children')
    """
    several = many or (f"{one[:-1]}ies" if one.endswith("y") else f"{one}s")
    return f"{number:,} {one if number == 1 else several}"
