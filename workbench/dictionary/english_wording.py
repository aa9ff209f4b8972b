"""The English of the dictionary as it can stand in a sentence: sb./sth., slashes, dots and one’s gone."""

from __future__ import annotations

import re
from itertools import product

WORDS = 4
"""A wording of more words explains what it should translate."""
_LEFT_OVER = re.compile(r"[\[\](){}<>~®™+*=\"“”„|]|(?<!\w)'|\bsb\b|\bsth\b|\betc\b|(?<!\w)[A-Z]\.$")
_SLASHED = re.compile(r"(?<!\S)[^\W\d_]{2,}(?:-\w+)?(?:/[^\W\d_]{2,}(?:-\w+)?)+(?!\S)")
_SELF = re.compile(r"\b(?:yourself|oneself|one’s self)\b")
_OWN = re.compile(r"\b(?:your|one’s|one's)\b")
_SELVES, _OWNS = ("himself", "herself", "itself", "themselves"), ("his", "her", "its", "their")
_PREPOSITION = re.compile(r" (?:from|to|of|with|for|at|on|in|by|against|into|about|as|upon|than)$")
_ARTICLE = re.compile(r"^(?:the|a|an) ")
_MOST = 6


def plain_wordings(english: str, *, verb: bool = False) -> tuple[str, ...]:
    """An English of the dictionary as one can write it, in a few ways where it leaves a choice; none if in no way.

    Of a phrase with a preposition at its end also the phrase without it, of “yourself” and “one’s” all persons'.

    >>> plain_wordings("speed/rate of ascent")
    ('speed of ascent', 'rate of ascent')
    >>> plain_wordings("to distance yourself from", verb=True)[:2]
    ('distance himself from', 'distance himself')
    """
    text = " ".join(english.replace("…", " ").removeprefix("to ").split()).strip(" ,;.:!?–-")
    if not text or _LEFT_OVER.search(text):
        return ()
    text = _ARTICLE.sub("", text)
    found = [wording for slashed in _without_slashes(text) for wording in _of_all_persons(slashed)]
    if verb:
        found = [each for wording in found for each in (wording, _PREPOSITION.sub("", wording))]
    return tuple(dict.fromkeys(wording for wording in found if len(wording.split()) <= WORDS and "/" not in wording))


def _without_slashes(text: str) -> list[str]:
    places = list(_SLASHED.finditer(text))
    choices = list(product(*(place[0].split("/") for place in places)))[:_MOST]
    found = []
    for choice in choices:
        rest = text
        for place, word in zip(reversed(places), reversed(choice), strict=True):
            rest = rest[: place.start()] + word + rest[place.end() :]
        found.append(rest)
    return found


def _of_all_persons(text: str) -> list[str]:
    if _SELF.search(text):
        return [_SELF.sub(word, text) for word in _SELVES]
    return [_OWN.sub(word, text) for word in _OWNS] if _OWN.search(text) else [text]
