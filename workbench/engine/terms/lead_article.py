"""The article that a sentence lost before a name and its noun: `Ukraine summit begins` (`Der Ukraine-Gipfel`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.glossary import TermHit
from workbench.text import Span

_ARTICLE = re.compile(r"^[„“\"‚‘»(]*(?:Der|Die|Das) $")
_JOINED = re.compile(r"-?[^\W\d_]")
_NOUN_AND_VERB = re.compile(
    r" (?P<noun>[a-z]+[a-rt-z]) (?:[a-z]+ly )?"
    r"(?:[a-z]+(?:s|ed)|will|would|can|could|may|might|must|shall|should|did|began|became|came|fell|took|rose|said|saw|went)\b"
)
_WORDS_UNCOUNTED = """
aid assistance backing coverage diplomacy equipment expertise fighting finance funding gas help industry information
media money oil policy propaganda spending support territory trade training weaponry
"""
_UNCOUNTED = frozenset(_WORDS_UNCOUNTED.split())
"""Nouns that stand without an article."""


def with_lead_article(german: str, hits: Sequence[TermHit], english: str, places: Sequence[Span | None]) -> str:
    """The English with `The` where its first words are a term and a noun, and the German has an article there.

    Only where the term is a part of a German compound, and a noun in the singular and its verb follow.

    >>> from workbench.glossary import Entry, TermHit
    >>> hit = TermHit(Entry(("Ukraine",), "Ukraine", kind="place"), 4, 11, "Ukraine")
    >>> with_lead_article("Der Ukraine-Gipfel beginnt.", [hit], "Ukraine summit begins.", [Span(0, 7)])
    'The Ukraine summit begins.'
    """
    for hit, place in zip(hits, places, strict=True):
        if place is None or any(map(str.isalnum, english[: place.start])) or not _ARTICLE.match(german[: hit.start]):
            continue
        noun = _NOUN_AND_VERB.match(english, place.end)
        if noun and noun["noun"] not in _UNCOUNTED and _JOINED.match(german, hit.end):
            return f"{english[: place.start]}The {english[place.start :]}"
    return english
