"""Patterns made of lists of words, so that the lists can be read."""

from __future__ import annotations

_VOWELS = "aeiou"


def any_of(words: str) -> str:
    """A pattern for any of the words of a text: one blank or more between two, `_` for a blank inside one.

    Each word is a pattern itself: `un\\w+`, `rul(?:e|ed)_that`.
    """
    return "(?:" + "|".join(words.split()).replace("_", " ") + ")"


def words_of(words: str) -> frozenset[str]:
    """The words of a text that are parted by blanks."""
    return frozenset(words.split())


def english_forms(verbs: str) -> str:
    """Regular English verbs, parted by blanks, with all their forms, parted by blanks: state states stated stating."""
    return " ".join(form for verb in verbs.split() for form in _forms(verb))


def english_past(verbs: str) -> str:
    """The forms of regular English verbs that are no nouns: reported, reporting."""
    return " ".join(form for verb in verbs.split() for form in _forms(verb)[2:])


def _forms(verb: str) -> tuple[str, str, str, str]:
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return verb, f"{verb}{ending}", f"{verb}ed", f"{verb}ing"
