"""ß and ss: one word in two spellings (Straße, Strasse), but for a few where they are two words (Maße, Masse)."""

from __future__ import annotations

from workbench.glossary.finding.folding import visible

_WORDS_WITH_TWIN = """
maß maße maßen maßes körpermaß körpermaße körpermaßen buße bußen schoß schoße schoßes schöße schößen
floß floße floßes flöße flößen floßen ruß ruße rußes rußen füßen aß aßen saßen
"""
# beside Masse, Mass, massen; Busse; Schoss, schoss; floss, flössen, Flosse; Russ, Russe; Füssen; Ass; Sassen
_WITH_TWIN = frozenset(_WORDS_WITH_TWIN.split())


def has_twin(word: str) -> bool:
    """Whether a word written with ß is another word with ss: `Maßen` and `Massen`, but not `Straße`.

    >>> has_twin("Buße"), has_twin("Straße")
    (True, False)
    """
    return visible(word).lower() in _WITH_TWIN


def may_be_one_word(one: str, other: str) -> bool:
    """Whether two words, alike but for ß, ss and endings, may be one: in Swiss spelling, in the old one, in capitals.

    >>> may_be_one_word("Masse", "Maßen"), may_be_one_word("Straße", "Strassen"), may_be_one_word("Maß", "MASSE")
    (False, True, True)
    """
    if ("ß" in one) == ("ß" in other):
        return True
    sharp, double = (one, other) if "ß" in one else (other, one)
    return "ss" not in double.casefold() or double.isupper() or not has_twin(sharp)
