"""What the dictionary has for a German word of a sentence, as a draft may take it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.dictionary import Offer, Offers, offers
from workbench.dictionary.english_forms import english_forms
from workbench.engine.draft import WordWay
from workbench.text import Span
from workbench.text.words import Dialect, unknown_words

Choices = dict[str, WordWay]
"""Englishes in the forms that fit, each with the way it was found."""

_WAYS: dict[str, WordWay] = {"word": "dictionary", "compound": "compound", "verb with its prefix": "prefix verb"}


@lru_cache(maxsize=2_000)
def choices(german: str, word: Span, dialect: Dialect = "both", names: frozenset[str] = frozenset()) -> Choices:
    """The Englishes for the word of a sentence at `word`; none for a name, nor any that no English list knows.

    None that is at home in another dialect alone (lorry, truck). `names`: what is a name elsewhere in the document.
    """
    found: Choices = {}
    for offer in _offers(german, word, dialect, names).for_drafts():
        for form in _forms(offer):
            if not unknown_words(form):
                found.setdefault(form, _WAYS[offer.source])
    return found


def depend_on_dialect(german: str, word: Span, names: frozenset[str]) -> bool:
    """Whether some of the Englishes for a word are at home in one dialect alone."""
    return any(offer.dialect != "both" for offer in _offers(german, word, "both", names).for_drafts())


@lru_cache(maxsize=2_000)
def _offers(german: str, word: Span, dialect: Dialect, names: frozenset[str]) -> Offers:
    return offers(german, word, dialect, names)


def _forms(offer: Offer) -> Iterator[str]:
    """The form that fits the German; of a verb all, for the draft may have an auxiliary where the German has none."""
    yield offer.english
    if offer.kind == "verb":
        yield from english_forms(offer.base, "verb", offer.parts)
