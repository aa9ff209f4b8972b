"""What a paragraph is in its document. The format says it where it has marks for it; else the text's own look tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from workbench.formats.furniture import is_byline, is_page_furniture

Role = Literal["headline", "teaser", "body", "caption", "item", "cell", "quotation", "furniture"]

LONGEST_HEADLINE = 120
"""Characters; a longer paragraph is running text, whatever it ends with."""
LONGEST_HEAD = 4
"""Paragraphs between a headline and the byline that are taken for a teaser; with more of them it is no head."""

_CREDIT = re.compile(
    r"©|\(c\)|(?:^|[\s(])(?:Fotos?|Bild(?:er)?|Grafik|Video|Illustration|Karte)\s*:|^Foto von\b", re.IGNORECASE
)
_SIGNS_OF_CREDIT = (":", "©", "(c)", "(C)", "Foto von", "foto von")
"""One of these stands in every credit: to look for them is ten times as fast as the pattern."""
_AGENCIES = re.compile(r"(?<!\s)\s*\([^()]*\)$")
_CLOSING = "\"'“”„‘’‚»«›‹)]*_ "
_QUOTATION = re.compile(r"(?:„[^„“]+“|»[^»«]+«|«[^»«]+»|“[^“”]+”)[.!?]?(?:\s*\([^()]*\))?")
_BULLET = re.compile(r"[•·▪–*-]\s")


def role_by_look(german: str) -> Role:
    """What a paragraph without a mark is, told from its German.

    Page furniture: what a website or a mail puts around an article. A caption has a credit (`Foto: …`, `© …`). A
    quotation stands in quotation marks from end to end. A line of a list begins with a bullet. A headline is a short
    line that ends without a full stop (headlines, bylines, lines of a list or a table). All else is body.

    >>> role_by_look("Lukaschenko spricht von „vernünftigem Schritt“"), role_by_look("2/6")
    ('headline', 'furniture')
    """
    if is_page_furniture(german):
        return "furniture"
    if any(sign in german for sign in _SIGNS_OF_CREDIT) and _CREDIT.search(german):
        return "caption"
    if _QUOTATION.fullmatch(german):
        return "quotation"
    if _BULLET.match(german):
        return "item"
    return "body" if _ends(german) or len(german) > LONGEST_HEADLINE else "headline"


def is_running_text(german: str, role: Role) -> bool:
    """Whether a reader meets a name in this paragraph as in a sentence: body, and list items and cells that are one."""
    return role == "body" or (role in ("item", "cell") and _ends(german))


def with_teaser(texts: Sequence[str], roles: Sequence[Role]) -> list[Role]:
    """The roles, with the teaser told: what stands between an article's first headline and its byline."""
    found = list(roles)
    head = next((i for i, role in enumerate(roles) if role not in ("furniture", "caption")), None)
    if head is None or roles[head] != "headline":
        return found
    for end in range(head + 1, min(head + 2 + LONGEST_HEAD, len(texts))):
        if is_byline(texts[end]):
            for i in range(head + 1, end):
                if roles[i] in ("headline", "body", "quotation"):
                    found[i] = "teaser"
            break
    return found


def _ends(german: str) -> bool:
    """Whether a line ends as a sentence does."""
    end = german.rstrip()
    end = (_AGENCIES.sub("", end) if end.endswith(")") else end).rstrip(_CLOSING)
    return end.endswith((".", "!", "?", "…", ":"))
