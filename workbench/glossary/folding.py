"""Words of a German text, and the key under which all spellings of one word meet."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
"""A run of letters and digits. Hyphens, apostrophes and underscores end a word."""

_HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212"
_APOSTROPHES = "'\u2018\u2019\u02bc\u0060\u00b4"
_QUOTES = '"„“”‚«»‹›'
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ł": "l", "ø": "o", "đ": "d", "ı": "i"})
_PLAIN = str.maketrans({**dict.fromkeys(_HYPHENS, "-"), **dict.fromkeys(_APOSTROPHES, "'")})
_TRIPLE = re.compile(r"(.)\1\1")


def fold(word: str) -> str:
    """The key of a word: no case, ß as ss, ä as ae, no accents, old and new orthography alike.

    >>> fold("Weißrußland") == fold("WEISSRUSSLAND"), fold("Potential") == fold("Potenzial")
    (True, True)
    """
    key = unicodedata.normalize("NFC", word).casefold()
    if not key.isascii():
        key = key.translate(_UMLAUTS)
        key = "".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c))
    key = key.replace("ph", "f").replace("tial", "zial").replace("tiel", "ziel")
    return _TRIPLE.sub(r"\1\1", key) if _TRIPLE.search(key) else key


def separator(gap: str) -> str:
    """What stands between two words, without blanks and quotation marks; every dash as `-`.

    A dash between blanks is not a hyphen, so it stays ` - `.
    """
    if gap == " ":
        return ""
    plain = gap.translate(_PLAIN)
    bare = "".join(c for c in plain if not c.isspace() and c not in _QUOTES)
    return f" {bare} " if bare == "-" and bare != plain else bare


def raw_end(word: str, prefix: str) -> int:
    """How many characters of `word` have the key `prefix`; 0 if no cut of the word has exactly that key."""
    for end in range(1, len(word) + 1):
        if fold(word[:end]) == prefix:
            return end
    return 0


def possessive_end(text: str, end: int) -> int:
    """Where a word that ends at `end` ends with its genitive apostrophe: `Putin’s`, `Minsk’ Straßen`."""
    mark = text[end : end + 1]
    if not mark or mark not in _APOSTROPHES:
        return end
    if text[end + 1 : end + 2] in ("s", "S") and not text[end + 2 : end + 3].isalnum():
        return end + 2
    sibilant = text[end - 1 : end].casefold() in ("s", "ß", "x", "z")
    goes_on = text[end + 1 : end + 2].isspace() and text[end + 2 : end + 3].isalpha()
    opened = max(text.rfind(opener, 0, end) for opener in ("‚", "‘", " '", " ’"))
    closed = max(text.rfind(closer, opened + 2, end) for closer in _APOSTROPHES) if opened >= 0 else 0
    return end + 1 if sibilant and goes_on and opened <= closed else end
