"""Words of a German text, and the key under which all spellings of one word meet."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]*")
_HYPHEN = re.compile("[-\u2010\u2011\u2013]")

_HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212"
_APOSTROPHES = "'\u2018\u2019\u02bc\u0060\u00b4"
QUOTES = '"„“”‚«»‹›'
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060"))
_PLAIN_LETTERS = _INVISIBLE | str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "é": "e"}
)
_PLAIN = str.maketrans({**dict.fromkeys(_HYPHENS, "-"), **dict.fromkeys(_APOSTROPHES, "'")})
_TRIPLE = re.compile(r"([eflmnoprst])\1\1")
"""Schifffahrt and Schiffahrt, Seeelefant: letters of which German writes three where two words meet. Not the digits of
111, not the numerals of Minsk III."""
_AFTER_APOSTROPHE = re.compile(r"(?:[sS]|sche[nmrs]?|SCHE[NMRS]?)\b")
_WORD_AFTER = re.compile(r"\s[^\W\d_]")
_NOUN_AFTER = re.compile(r"\s[A-ZÄÖÜ]")
_OPENED = re.compile(r"(?<!\w)[‚‘’'](?=\w)")
_CLOSED = re.compile(r"(?<=[\w.,!?…])[‘’'](?!\w)")
_FAR = 300  # characters before an apostrophe in which the quotation it may close must have begun


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits.

    Hyphens, apostrophes and underscores end a word, soft hyphens do not.
    """
    return _WORD.findall(text.replace("_", " "))


def word_places(text: str) -> list[re.Match[str]]:
    """Where the words of a text stand, as `words` has them."""
    return list(_WORD.finditer(text.replace("_", " ")))


def hyphens_in(text: str) -> list[int]:
    """Where a hyphen joins two words."""
    found = (match.start() for match in _HYPHEN.finditer(text))
    return [i for i in found if text[i - 1 : i].isalnum() and text[i + 1 : i + 2].isalnum()]


def visible(word: str) -> str:
    """A word without soft hyphens and the like."""
    return word if word.isascii() else word.translate(_INVISIBLE)


def fold(word: str) -> str:
    """The key of a word: no case, ß as ss, ä as ae, no accents, old and new orthography alike.

    >>> fold("Weißrußland") == fold("WEISSRUSSLAND"), fold("Potential") == fold("Potenzial")
    (True, True)
    """
    key = word.casefold()
    if not key.isascii():
        key = key.translate(_PLAIN_LETTERS)
    if not key.isascii():
        key = unicodedata.normalize("NFC", key).translate(_PLAIN_LETTERS)
        key = "".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c))
    key = key.replace("ph", "f").replace("tial", "zial").replace("tiel", "ziel")
    return _TRIPLE.sub(r"\1\1", key) if _TRIPLE.search(key) else key


def separator(gap: str) -> str:
    """What stands between two words, without blanks and quotation marks; every dash as `-`.

    A dash between blanks is not a hyphen, so it stays ` - `.
    """
    if gap == " ":
        return ""
    plain = "".join(c for c in gap.translate(_PLAIN) if c not in QUOTES)
    bare = "".join(c for c in plain if not c.isspace())
    return f" {bare} " if bare == "-" and bare != plain else bare


def raw_end(word: str, key: str, length: int) -> int:
    """How many characters of `word` have the first `length` letters of its key; 0 if no cut of it has exactly those."""
    if len(word) == len(key) and word.isascii():
        return length
    for end in range(1, len(word) + 1):
        if fold(word[:end]) == key[:length]:
            return end
    return 0


def possessive_end(text: str, end: int) -> int:
    """Where a word that ends at `end` ends with its apostrophe: `Putin’s`, `Scholz’ Rede`, `Merz’sche`."""
    if text[end : end + 1] not in _APOSTROPHES or end == len(text):
        return end
    added = _AFTER_APOSTROPHE.match(text, end + 1)
    if added:
        return added.end()
    sibilant = text[end - 1].casefold() in ("s", "ß", "x", "z")
    if not (_WORD_AFTER if sibilant else _NOUN_AFTER).match(text, end + 1):
        return end
    first = max(end - _FAR, 0)
    opened = max((match.end() for match in _OPENED.finditer(text, first, end)), default=-1)
    return end if opened >= 0 and not _CLOSED.search(text, opened, end) else end + 1
