"""What a paragraph is in its document. The format says it where it has marks for it; else the text's own look tells."""

from __future__ import annotations

import re
from typing import Literal

Role = Literal["headline", "body", "caption"]

LONGEST_HEADLINE = 120
"""Characters; a longer paragraph is running text, whatever it ends with."""

_CREDIT = re.compile(r"©|\(c\)|(?:^|[\s(])(?:Fotos?|Bild(?:er)?|Grafik|Video|Illustration|Karte)\s*:", re.IGNORECASE)
_AGENCIES = re.compile(r"\s*\([^()]*\)$")
_CLOSING = "\"'“”„‘’‚»«›‹)]*_ "


def role_by_look(german: str) -> Role:
    """What a paragraph without a mark is, told from its German.

    A caption has a credit (`Foto: …`, `© …`). A headline is a short line that ends without a full stop (headlines,
    bylines, lines of a list or a table). All else is body.

    >>> role_by_look("Lukaschenko spricht von „vernünftigem Schritt“")
    'headline'
    """
    if _CREDIT.search(german):
        return "caption"
    end = _AGENCIES.sub("", german.rstrip()).rstrip(_CLOSING)
    ended = end.endswith((".", "!", "?", "…", ":"))
    return "body" if ended or len(german) > LONGEST_HEADLINE else "headline"
