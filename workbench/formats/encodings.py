"""Which encoding the bytes of a German text are in, where they are not UTF-8 and nothing says so.

Each encoding that German is found in is tried; what counts is whether the letters and signs that come out stand where
they can: no quotation mark in the middle of a word, no capital behind a small letter, and `für`, `über`, `könnte`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

WINDOWS_1252 = "Windows-1252"
_ENCODINGS = {
    WINDOWS_1252: "cp1252",
    "MacRoman": "mac_roman",
    "DOS (code page 850)": "cp850",
    "ISO 8859-15": "iso8859-15",
    "Windows-1250": "cp1250",
}
"""By the name that people know; the first is meant where none fits better."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_äöüßÄÖÜ]*+[äöüßÄÖÜ][^\W\d_]*")  # from its start alone: linear in its length
_COMMON_WORDS = """für über können könnte könnten müssen müsste würde würden wäre wären während später große großen
    größte größten größere größer gegenüber möglich natürlich länder jährlich nächste nächsten fünf zwölf dafür darüber
    früher führen geführt gehört erklärte präsident ministerpräsident außerdem außen außenminister heißt groß größe
    straße weiß russische österreich köln münchen verhältnis völlig öffentlich kräfte streitkräfte verstärkt erhöht
    bevölkerung behörden unterstützung hält trägt lässt läuft schließlich gefährlich plötzlich schön hören zurück
    brücke stück übrigens mächte gespräche gespräch verträge vorwürfe gründe wörter würdigt prüft prüfung kürzlich
    anhänger bestätigte bestätigt tätig erzählt jüngste jüngsten ändern änderung übung übungen häufig"""
_KNOWN = frozenset(_COMMON_WORDS.split())
"""Common words of German news that have an umlaut or ß: where one comes out, the encoding is right."""
_GERMAN = "äöüßÄÖÜ"
_OPENING, _CLOSING = "„‚»›«‹“‘", "“”‘’«‹»›"
_SOMEWHERE = frozenset("–—·•\xa0\xad´’‘‐‑\u2009\u202f")
"""What may stand anywhere, between two letters too."""
_BESIDE = frozenset("…§°€£©®™†‡¶‰²³¹½¼¾×÷±µ¿¡ªº¢¥") | frozenset(_OPENING + _CLOSING)
"""What may stand beside letters, but not between two."""
_MOST = 3_000
"""So many letters beyond ASCII of a text are looked at."""


class Guess(NamedTuple):
    """A text as it reads in an encoding, and how well its letters beyond ASCII fit: how many do, how many cannot be,
    and how many common words they give."""

    encoding: str
    text: str
    good: int
    bad: int
    known: int

    def is_better(self, other: Guess) -> bool:
        """Whether this reading is surely the better one of the two."""
        if self.bad < other.bad and self.good >= other.good:
            return True
        return self.known > other.known and self.bad <= other.bad


def guessed(data: bytes) -> Guess | None:
    """The reading of bytes that are no UTF-8; None where no encoding has them, or their letters fit nowhere.

    Windows-1252 is taken, if it has the bytes, unless another fits better.
    """
    best: Guess | None = None
    for name, codec in _ENCODINGS.items():
        try:
            guess = _guess(name, data.decode(codec))
        except UnicodeDecodeError:
            continue
        if best is None:
            best = guess if name == WINDOWS_1252 or (guess.good > 0 and guess.bad == 0) else None
        elif guess.is_better(best):
            best = guess
    return best


def codec_named(encoding: str) -> str:
    """Python's name of an encoding that `guessed` tells: `cp1252` for `Windows-1252`."""
    return _ENCODINGS[encoding]


def fits(text: str, places: list[int]) -> tuple[int, int]:
    """How many of the letters and signs at these places of a German text are where they can be, and how many cannot."""
    marks = [_mark(text, place) for place in places]
    return sum(mark > 0 for mark in marks), sum(mark < 0 for mark in marks)


def _guess(name: str, text: str) -> Guess:
    places = [match.start() for match in islice(_BEYOND_ASCII.finditer(text), _MOST)]
    good, bad = fits(text, places)
    known = sum(word[0].lower() in _KNOWN for word in islice(_WORD.finditer(text), _MOST))
    return Guess(name, text, good, bad, known)


def _mark(text: str, place: int) -> int:
    """1 for what a German text is expected to have there, -1 for what it cannot have, 0 for what it may."""
    sign = text[place]
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if sign.isalpha() and sign not in "ªºµƒ":
        return _mark_of_letter(sign, before, after)
    return 0 if sign in _SOMEWHERE else _mark_of_sign(sign, before, after)


def _mark_of_sign(sign: str, before: str, after: str) -> int:
    if sign not in _BESIDE or (before.isalpha() and after.isalpha()):
        return -1
    opens = sign in _OPENING and before in " \n\t(" and after.isalnum()
    closes = sign in _CLOSING and not before.isspace() and not after.isalnum()
    return int(opens or closes)


def _mark_of_letter(letter: str, before: str, after: str) -> int:
    cannot = _not_as_small if letter.islower() else _not_as_capital
    if cannot(letter, before, after) or (letter in "äöü" and before in "aouAOU"):
        return -1
    return int(letter in _GERMAN and (after.isalpha() or letter not in "äö"))


def _not_as_small(letter: str, before: str, after: str) -> bool:
    alone = not _is_usual(before) and not _is_usual(after) and letter != "à"
    return alone or after.isupper() or (letter == "ß" and not before.isalpha())


def _not_as_capital(letter: str, before: str, after: str) -> bool:
    alone = not _is_usual(before) and not _is_usual(after) and letter not in _GERMAN
    inside = before.islower() or (before.isupper() and after.islower())
    return alone or inside or (letter in "ÂÃ" and not after.isalpha())  # as a first byte of UTF-8 looks


def _is_usual(letter: str) -> bool:
    return letter in _GERMAN or (letter.isascii() and letter.isalpha())
