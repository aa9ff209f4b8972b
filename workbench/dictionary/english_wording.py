"""The English of the dictionary as it can stand in a sentence: sb./sth., slashes, dots and one’s gone."""

from __future__ import annotations

import re
from itertools import product

from workbench.dictionary.line import Kind
from workbench.text.words.dictionary import has

WORDS = 4
"""A wording of more words explains what it should translate."""
_LEFT_OVER = re.compile(
    r"[\[\](){}<>~®™+*=\"“”„|]|(?<!\w)'|\bsb\b|\bsth\b|\betc\b|\band/or\b|(?<![\w.])[A-Z]\.$"
    r"|\bdoing\b|. to (?:do|be)$|^not "
)
"""What explains, or leaves a place open that no word of the sentence fills: `to prevent sb. from doing sth.`"""
_SLASHED = re.compile(r"(?<!\S)[^\W\d_]{2,}(?:-\w+)?(?:/[^\W\d_]{2,}(?:-\w+)?)+(?!\S)")
_SELF = re.compile(r"\b(?:yourself|oneself|one’s self)\b")
_OWN = re.compile(r"\b(?:your|one’s|one's)\b")
_SELVES, _OWNS = ("himself", "herself", "itself", "themselves"), ("his", "her", "its", "their")
_PREPOSITION = re.compile(r" (?:from|to|of|with|for|at|on|in|by|against|into|about|as|upon|than)$")
_ARTICLE = re.compile(
    r"^(?:the|a|an) (?!(?:little|few|bit|lot|deal|number|couple|dozen|hundred|thousand|million|great (?:deal|many))\b)"
)
"""What a noun of the dictionary has before it; “a few” is no few."""
_LETTERS = 3
"""An abbreviation has hardly more …"""
_ABBREVIATED = re.compile(r"\b(?:approx|Corp|dept)\.$")
"""… but these."""
_GAP = " … "
_MOST = 6


def plain_wordings(english: str, kind: Kind = "noun") -> tuple[str, ...]:
    """An English of the dictionary as one can write it, in a few ways where it leaves a choice; none if in no way.

    A noun loses its article. Of a phrase with a preposition at its end also the phrase without it, and only that where
    something has its place before the preposition (deprive somebody of something); of “yourself” and “one’s” those of
    all persons.

    >>> plain_wordings("speed/rate of ascent")
    ('speed of ascent', 'rate of ascent')
    >>> plain_wordings("to distance yourself from", "verb")[:2]
    ('distance himself from', 'distance himself')
    >>> plain_wordings("to deprive … of …", "verb"), plain_wordings("to turn … in", "verb")
    (('deprive',), ('turn in',))
    """
    gap, ends_open = _GAP in english, english.endswith("…")
    text = _without_marks(" ".join(english.replace("…", " ").removeprefix("to ").split()))
    if not text or _LEFT_OVER.search(text):
        return ()
    if kind == "noun":
        text = _ARTICLE.sub("", text)
    found = [wording for slashed in _without_slashes(text) for wording in _of_all_persons(slashed)]
    if kind == "verb":
        found = [each for one in found for each in _without_preposition(one, gap=gap, ends_open=ends_open)]
    return tuple(dict.fromkeys(wording for wording in found if len(wording.split()) <= WORDS and "/" not in wording))


def _without_marks(text: str) -> str:
    """The text without marks at its ends, and without a dot that is not an abbreviation's (a.m., no., Co.)."""
    text = text.lstrip(" ,;.:!?–-").rstrip(" ,;:!?–-")
    before, _, last = text.rpartition(" ")
    word = last.removesuffix(".")
    if word == last or "." in word or _ABBREVIATED.search(text):
        return text
    is_a_sentences = len(word) > _LETTERS or (before and word.islower() and has(word))
    return text.rstrip(" ,;.:!?–-") if is_a_sentences else text


def _without_preposition(wording: str, *, gap: bool, ends_open: bool) -> tuple[str, ...]:
    """A verb's wording with and without the preposition at its end; behind a gap one of them alone is right."""
    if gap and not ends_open:
        return (wording,)  # the last word is a particle: turn somebody in
    short = _PREPOSITION.sub("", wording)
    return (short,) if gap else (wording, short)


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
