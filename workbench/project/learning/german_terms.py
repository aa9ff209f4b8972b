"""Which German words may be terms: nouns that are no everyday ones, and of which the words are more than one."""

from __future__ import annotations

from workbench.glossary.candidates import vocabulary as known

_SHORTEST = 4


def is_term(word: str) -> bool:
    """Whether a German word may be a term: a compound, a word with hyphens, the head of an organisation, letters.

    >>> is_term("Grenzkomitee"), is_term("OVKS"), is_term("Wagner-Gruppe"), is_term("Vertrag"), is_term("gestern")
    (True, True, True, False, False)
    """
    if not word[:1].isupper():
        return False
    if word.isupper():
        return 2 <= len(word) <= 6
    if len(word) < _SHORTEST or known.is_everyday(word):
        return False
    return "-" in word or known.is_compound(word) or known.ORGANISATION_HEAD.search(word) is not None
