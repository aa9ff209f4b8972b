"""Signs that a package writes otherwise (½, m², CO₂, µg, ™, …, −): they get back the form of the German."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\s\-‐‑–—/„“”‟»«‚‘’\"'(),.;:!?…]+")
_SAME_VALUE = re.compile("[\ufb00-\ufb06ſ\uff01-\uff5e\u2160-\u217f№]")
"""Ligatures, the long s, full-width and Roman figures, №: written plainly they are the same."""
_MINUS = re.compile(r"(?<![\w)%])−(?=\d)")
_LONE = re.compile(r"(?<!\S)[^\x00-\x7f…–—•·§°€£](?!\S)")
"""A sign with spaces around it, as ÷ in 10 ÷ 2."""
_FRACTION = re.compile(r"[0-9]+⁄[0-9]+")
_HYPHEN_AS_MINUS = re.compile(r"(?<![\w)%])[-–](?=\d)")


def with_signs(german: str, english: str) -> str:
    """The English with `1½`, `CO₂`, `µg` and `Lego™` as the German has them, where the package made `11⁄2`, `CO2` …

    (SentencePiece brings every text into Unicode's form NFKC, which is another number in the case of `1½`.) So too the
    one sign … for three dots, and − for a hyphen before a figure.

    >>> with_signs("1½ Liter H₂O bei −3 °C …", "11⁄2 litres of H2O at -3 °C ...")
    '1½ litres of H₂O at −3 °C …'
    """
    if german.isascii():
        return english
    if not unicodedata.is_normalized("NFKC", german):
        english = _with_own_signs(german, english)
    english = _with_lone_signs(german, english)
    if "…" in german and "..." not in german:
        english = english.replace("...", "…")
    if len(_MINUS.findall(german)) >= len(_HYPHEN_AS_MINUS.findall(english)):
        english = _HYPHEN_AS_MINUS.sub("−", english)
    return english


def _with_own_signs(german: str, english: str) -> str:
    words = _WORD.findall(german)
    for word in dict.fromkeys(words):
        if any(_is_another(sign) for sign in word):
            plain = unicodedata.normalize("NFKC", word)
            if not (plain.isdigit() and plain in words):
                twice = f"{plain[-1]}?" if _FRACTION.fullmatch(plain) else ""  # ⅓ comes out as 1⁄33, too
                english = re.sub(rf"(?<!\w){re.escape(plain)}{twice}(?!\w)", word, english)
    return english


def _with_lone_signs(german: str, english: str) -> str:
    """The English with a sign that stands alone as the German has it, where another one stands in its place.

    >>> _with_lone_signs("Die Rechnung lautet 10 ÷ 2 = 5.", "The bill is 10 ù 2 = 5.")
    'The bill is 10 ÷ 2 = 5.'
    """
    lost = [sign for sign in _LONE.findall(german) if sign not in english]
    strange = [place for place in _LONE.finditer(english) if place[0] not in german]
    if len(lost) == len(strange):
        for sign, place in zip(lost, strange, strict=True):
            english = english[: place.start()] + sign + english[place.end() :]
    return english


def _is_another(sign: str) -> bool:
    """Whether a sign is changed by Unicode's form NFKC, and does not mean the same afterwards."""
    plain = unicodedata.normalize("NFKC", sign)
    return plain != sign and not plain.startswith(" ") and not _SAME_VALUE.match(sign)
