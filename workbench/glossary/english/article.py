"""A or an: which article a word of the glossary wants before it."""

from __future__ import annotations

import re
import unicodedata

from workbench.text.lazy_pattern import lazy_pattern

_NAMED_WITH_VOWEL = frozenset("AEFHILMNORSX")
_BEGINS_LIKE_A_WORD = lazy_pattern(r"[^AEIOU]?[AEIOU]|(?:[BCFGKP][LR]|[DT]R|S[CHKLMNPTW]|[TC]H|TW).*[AEIOU]")
_CLOSED = r"eu|uni(?![nmd])|unani|uk[er]|us[aeiu]|ur[aiu]|ut[eio]|ubi|one(?!r)|once|oui"
_OPEN = lazy_pattern(rf"hour|hono|honest|heir|8|(?:11|18)(?!\d)|(?!{_CLOSED})[aeiou]", re.IGNORECASE)
_ARTICLE = lazy_pattern(r"\b([Aa])n? $")


def sounds_open(word: str) -> bool:
    """Whether a word is spoken with a vowel first: an AFU spokesman, an FSB officer, a NATO summit, a union."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    first = re.sub(r"(?<=[A-Z])s$", "", re.split(r"\W", plain, maxsplit=1)[0])
    if re.match(r"[a-z][A-Z]", first):  # mRNA, eBay
        return first[0].upper() in _NAMED_WITH_VOWEL
    if first[:1].isalpha() and first.isupper():
        spelt = len(first) <= 3 or not _BEGINS_LIKE_A_WORD.match(first)
        return first[0] in _NAMED_WITH_VOWEL if spelt or first[0] == "U" else first[0] in "AEIO"
    return _OPEN.match(first) is not None


def fit_article(before: str, form: str) -> str:
    """The text before a form, its last word `a` or `an` as the form's first sound wants it."""
    match = _ARTICLE.search(before)
    if not match:
        return before
    return before[: match.start()] + match[1] + ("n " if sounds_open(form) else " ")
