"""How like two spellings of a name are."""

from __future__ import annotations

SHORT = 5
"""Names of so many letters are alike by chance."""
_LIKE, _LIKE_SHORT = 72.0, 86.0


def likeness(one: str, other: str) -> float:
    """Percent of letters in common, by rapidfuzz's ratio, capitals or not."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one.casefold(), other.casefold())


def enough(name: str) -> float:
    """How like a name a word must be to be taken for it, in percent; a short one more."""
    return _LIKE_SHORT if len(name) <= SHORT else _LIKE
