"""What stands in angle brackets, taken out of a text."""

from __future__ import annotations

import re

_TAG = re.compile(r"<[^>]*>")


def without_angle_brackets(text: str, put: str = "") -> str:
    """A text with `put` for each stretch from `<` to the next `>`; a `<` that none follows stays.

    >>> without_angle_brackets("<b>2 < 3</b> < 4", "·")
    '·2 · < 4'
    """
    end = text.rfind(">") + 1  # behind it each `<` would look to the end in vain
    return _TAG.sub(put, text[:end]) + text[end:]
