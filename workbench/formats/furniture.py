"""What stands in an article's file and is no text of the article: credits, bylines, addresses, agencies, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHOLE = re.compile(
    r"\s*(?:Von:? [A-ZÄÖÜ][\w.-]+(?:(?:,| und)? [A-ZÄÖÜ][\w.-]+)*$"
    r"|Von:|Text:|Autor(?:in)?:|Foto(?:s|graf\w*)?:|Bild(?:er|quelle)?:|Video:|Grafik:|Quellen?:|Redaktion:"
    r"|Stand:|Veröffentlicht|Aktualisiert|Erstellt|Lesedauer|Artikel (?:teilen|drucken|merken)|Teilen|Drucken"
    r"|Kommentare?\b|Mehr zum Thema|Mehr dazu|Lesen Sie auch|Lesen Sie mehr|Auch interessant|Newsletter|Anzeige$"
    r"|Zur Startseite|Themen:|Schlagworte:|Tags:|\d+/\d+$|Foto von\b|©)"
)
_STRETCHES = (
    re.compile(r"(?:©|\(c\)|Foto(?:s)?:|Bild(?:quelle)?:|Quelle:).*$", re.IGNORECASE),  # a credit ends its paragraph
    re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+"),
    re.compile(r"(?<![\w.])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:de|com|org|net|info|eu|by|ru|ua|at|ch)\b(?!-)"),
    re.compile(r"\((?:[a-zäöü]{2,5}|[A-Z]{2,4})(?:[/,] ?(?:[a-zäöü]{2,5}|[A-Z]{2,4}))+\)"),  # (dpa/pm)
    re.compile(r"\((?:dpa|DPA|afp|AFP|AP|Reuters|epd|KNA|SID|[a-z]{2,4})\)\s*$"),
    re.compile(r"#\w+|@\w+"),
)
_ENGLISH = re.compile(r"\b(?:the|and|of|your|will|not|be|is|are|this|that|for|with|to|required|by)\b", re.IGNORECASE)
_GERMAN = re.compile(r"\b(?:und|der|die|das|den|dem|nicht|ist|ein|eine|von|zu|mit|auf|für|sich|im|am)\b", re.IGNORECASE)


def is_furniture(paragraph: str) -> bool:
    """Whether a whole paragraph is a byline, a credit, a line of the website, or in English."""
    if _WHOLE.match(paragraph):
        return True
    english = len(_ENGLISH.findall(paragraph))
    return english >= 3 and english > 2 * len(_GERMAN.findall(paragraph))


def stretches(paragraph: str) -> Iterator[tuple[int, int]]:
    """Parts of a paragraph that are no text: credits at its end, addresses, agencies' letters in brackets."""
    for pattern in _STRETCHES:
        for match in pattern.finditer(paragraph):
            yield match.span()
