"""Signs that a package writes out (fractions, raised and lowered figures): they get back the form of the German."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def with_signs(german: str, english: str) -> str:
    """The English with `1½`, `CO₂` and `m²` as the German has them, where the package made `11⁄2`, `CO2` and `m2`.

    (SentencePiece brings every text into Unicode's form NFKC, which is another number in the case of `1½`.)

    >>> with_signs("1½ Liter H₂O", "11⁄2 litres of H2O")
    '1½ litres of H₂O'
    """
    if german.isascii():
        return english
    for word in dict.fromkeys(_WORD.findall(german)):
        if any(unicodedata.category(letter) == "No" for letter in word):
            plain = unicodedata.normalize("NFKC", word)
            english = re.sub(rf"(?<!\w){re.escape(plain)}(?!\w)", word, english)
    return english
