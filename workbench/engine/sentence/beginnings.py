"""Where sentences begin: a word there has its capital from its place."""

from __future__ import annotations

import re

_BEGINS = re.compile(r"(?:^|[.!?:…]\s+)\W*$")


def begins_sentence(text: str, at: int) -> bool:
    """Whether a word of a text that stands at this offset is the first of a sentence.

    >>> begins_sentence('He came. "Good', 10), begins_sentence("He came", 3)
    (True, False)
    """
    return _BEGINS.search(text, 0, at) is not None
