"""What stands in an article's file and is no text of the article: credits, bylines, addresses, agencies, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.lazy_pattern import lazy_pattern

_WHOLE = lazy_pattern(
    r"\s*(?:Foto(?:s|graf\w*)?:|Bild(?:er|quelle)?:|Video:|Grafik:|Quellen?:|Redaktion:"
    r"|Stand:|Veröffentlicht|Aktualisiert|Erstellt|Lesedauer|Artikel (?:teilen|drucken|merken)|Teilen|Drucken"
    r"|Kommentare?\b|Mehr zum Thema|Mehr dazu|Lesen Sie auch|Lesen Sie mehr|Auch interessant|Newsletter|Anzeige$"
    r"|Zur Startseite|Themen:|Schlagworte:|Tags:|\d+/\d+$|Foto von\b|©)"
)
_STRETCHES = (
    lazy_pattern(r"(?:©|\(c\)|Foto(?:s)?:|Bild(?:quelle)?:|Quelle:).*$", re.IGNORECASE),  # a credit ends its paragraph
    lazy_pattern(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+"),
    lazy_pattern(r"(?<![\w.])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:de|com|org|net|info|eu|by|ru|ua|at|ch)\b(?!-)"),
    lazy_pattern(r"\((?:[a-zäöü]{2,5}|[A-Z]{2,4})(?:[/,] ?(?:[a-zäöü]{2,5}|[A-Z]{2,4}))+\)"),  # (dpa/pm)
    lazy_pattern(r"\((?:dpa|DPA|afp|AFP|AP|Reuters|epd|KNA|SID|[a-z]{2,4})\)\s*$"),
    lazy_pattern(r"#\w+|@\w+"),
)
_ENGLISH = lazy_pattern(r"\b(?:the|and|of|your|will|not|be|is|are|this|that|for|with|to|required|by)\b", re.IGNORECASE)
_GERMAN = lazy_pattern(
    r"\b(?:und|der|die|das|den|dem|nicht|ist|ein|eine|von|zu|mit|auf|für|sich|im|am)\b", re.IGNORECASE
)
_BYLINE = lazy_pattern(r"\s*(?:Von:? [A-ZÄÖÜ][\w.-]+(?:(?:,| und)? [A-ZÄÖÜ][\w.-]+)*$|Von:|Text:|Autor(?:in)?:)")
_WORDS_OF_PAGES = (
    *("Teilen", "Drucken", "Merken", "Anhören", "Vorlesen", "Newsletter", "Anzeige", "Werbung", "Login", "Anmelden"),
    *("Abmelden", "Suche", "Menü", "Impressum", "Datenschutz", "Kontakt", "AGB", "Weiterlesen", "Mehr anzeigen"),
    *("Nach oben", "Zurück", "Weiter", "Zur Startseite", "Auch interessant", "Mehr zum Thema", "Mehr dazu"),
)
_OFFERS = "melden|anmelden|abonnieren|registrieren|testen|bestellen|weiterlesen|spenden|unterstützen"
_LINES_OF_PAGES = (
    r"\d{1,3}:\d{2}(?: ?[/|] ?\d{1,3}:\d{2})?",  # how long a video is: 1:45
    r"\d{1,3} ?(?:/|von) ?\d{1,3}",  # a picture of several: 1/6
    r"(?:Fotos?|Bild(?:er|quelle)?|Fotograf\w*) ?: ?[^.!?]{1,80}",  # a credit, and nothing else
    r"(?:©|\(c\))[^.!?]{1,80}",
    rf"(?:{'|'.join(_WORDS_OF_PAGES)})(?: per \w+)?:?",
    rf"(?:Jetzt|Hier)(?: kostenlos| gratis)?(?: \w+)?? (?:{_OFFERS})!?",
    r"(?:Artikel|Beitrag|Seite) (?:teilen|drucken|merken|vorlesen|anhören|empfehlen|kommentieren)",
    r"(?:\d+ )?Kommentare?(?: \(?\d+\)?| anzeigen| schreiben)?",
    r"(?:Themen|Schlagworte|Tags) ?:.{0,80}",
    r"(?:Lesen Sie (?:auch|mehr)|Mehr zum Thema|Folgen Sie uns)\b.{0,80}",
    r"Lesedauer:?.{0,40}|(?:ca\. )?\d+ Min(?:\.|uten)? Lesezeit",
    r"(?:Gesendet von meinem|Von meinem \S+ gesendet).{0,40}",  # what mail programs put below
    r"(?:Diese (?:E-?Mail|Nachricht) .{0,80}(?:vertraulich|Empfänger)).{0,400}",
    r"Sie erhalten diese (?:E-?Mail|Nachricht).{0,400}",
    r"(?:Um sich (?:vom \w+ )?abzumelden|Newsletter (?:ab)?bestellen).{0,200}",
    r"\W*(?:required fields?|all rights reserved|skip to content|sign up|log ?in|read more)\b.{0,80}",
    r"your (?:e-?mail )?address will not be published.{0,120}",
)
_PAGE = lazy_pattern("|".join(f"(?:{line})" for line in _LINES_OF_PAGES), re.IGNORECASE)


def is_byline(paragraph: str) -> bool:
    """Whether a whole paragraph says who wrote the article.

    >>> is_byline("Von: Miriam Tesch"), is_byline("Von Minsk aus regiert er.")
    (True, False)
    """
    return _BYLINE.match(paragraph) is not None


def is_page_furniture(paragraph: str) -> bool:
    """Whether a whole paragraph belongs to the page or the mail, not to the article: no English version needs it.

    That a line is in English does not make it one: it may be what somebody said.

    >>> [is_page_furniture(line) for line in ("1:45", "|", "Foto: Agentur", "Jetzt anmelden", "Um 1:45 Uhr.")]
    [True, True, True, True, False]
    """
    if not any(character.isalnum() for character in paragraph):
        return True
    return _PAGE.fullmatch(paragraph) is not None


def is_furniture(paragraph: str) -> bool:
    """Whether a whole paragraph is a byline, a credit, a line of the website, or in English."""
    if is_byline(paragraph) or _WHOLE.match(paragraph):
        return True
    english = len(_ENGLISH.findall(paragraph))
    return english >= 3 and english > 2 * len(_GERMAN.findall(paragraph))


def stretches(paragraph: str) -> Iterator[tuple[int, int]]:
    """Parts of a paragraph that are no text: credits at its end, addresses, agencies' letters in brackets."""
    for pattern in _STRETCHES:
        for match in pattern.finditer(paragraph):
            yield match.span()
