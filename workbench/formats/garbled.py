"""Text that was read in a wrong encoding and saved so: `PrÃ¤sident`, `â€žHalloâ€œ`, `Pr├ñsident`."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.text.lazy_pattern import lazy_pattern

_LETTERS = "äöüÄÖÜßéèêëáàâçñíìîóòôúùûåæøœšžčćłńśżőűřě„“”‚‘’–—…«»‹›§°€·•\xa0²³½®©™"
_READ_AS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")
_WORD_END = lazy_pattern(r"\s")
_LONGEST = 40


class Garbled(NamedTuple):
    """A place where a text is garbled: its offset, the word as it stands there, and as it was meant; how often."""

    at: int
    word: str
    meant: str
    times: int


def garbled(text: str) -> Garbled | None:
    """The first place where UTF-8 was read as something else before the text was saved; None if there is none."""
    if text.isascii():
        return None
    found = _WRONG.search(text)
    if not found:
        return None
    start = max((match.end() for match in _WORD_END.finditer(text, max(0, found.start() - _LONGEST), found.start())),
                default=max(0, found.start() - _LONGEST))  # fmt: skip
    end = _WORD_END.search(text, found.end())
    word = text[start : min(end.start() if end else len(text), found.end() + _LONGEST)]
    return Garbled(found.start(), word, _WRONG.sub(lambda match: _RIGHT[match[0]], word), len(_WRONG.findall(text)))


def _as_read(letter: str, encoding: str) -> str:
    """A letter's UTF-8 bytes in another encoding; a byte that is none there is the control character of its number."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in letter.encode())


_RIGHT = {_as_read(letter, encoding): letter for encoding in reversed(_READ_AS) for letter in _LETTERS}
_WRONG = lazy_pattern("|".join(map(re.escape, sorted(_RIGHT, key=len, reverse=True))))
