"""Letters of other scripts (Cyrillic, Greek, Arabic, Chinese …) and pictures in a German or English text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span

_PICTURES = "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3\U000e0020-\U000e007f"
_LETTERS = (
    "\u0370-\u1dbf\u1f00-\u1fff\u2c80-\u2dff\u3005-\u3007\u3040-\ua63f\ua640-\ua7ff\uac00-\ud7ff\uf900-\ufaff"
    "\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0001cfff\U00020000-\U0003ffff"
)
_FOREIGN = f"(?:[{_LETTERS}{_PICTURES}]|[0-9#*]\ufe0f?\u20e3)"
_ANY = re.compile(f"[{_LETTERS}{_PICTURES}]")  # most texts have none, and this is soon compiled
_RUN = lazy_pattern(rf"{_FOREIGN}(?:{_FOREIGN}|[\u0300-\u036f\u200c]|[\s'’ʼ.,·-]+(?={_FOREIGN}))*")


def foreign_runs(text: str) -> Iterator[Span]:
    """Where words of another script, or pictures, stand in a row.

    >>> [text[slice(*run)] for text in ["Das Lied „Ой у лузі“ aus Łódź ✊"] for run in foreign_runs(text)]
    ['Ой у лузі', '✊']
    """
    if _ANY.search(text):
        for match in _RUN.finditer(text):
            yield Span(*match.span())


def has_own_letters(text: str) -> bool:
    """Whether there is a letter in a text that is of no other script."""
    own = _RUN.sub("", text) if _ANY.search(text) else text
    return any(letter.isalpha() for letter in own)
