"""Words that hold a sentence together and mean little by themselves: articles, prepositions, auxiliaries, pronouns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import Literal

Kind = Literal["article", "preposition", "possessive", "auxiliary"]


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_GERMAN: Mapping[Kind, frozenset[str]] = {
    "article": _words(
        "der die das den dem des ein eine einen einem einer eines dies dieser diese dieses diesem diesen",
        "jener jene jenes jenem jenen",
    ),
    "preposition": _words(
        "ab als am an ans auf aufs aus außer bei beim bis dank durch entlang für gegen gegenüber hinter im in ins",
        "innerhalb laut mit mindestens nach neben ohne seit statt trotz über um unter vom von vor vors während wegen",
        "zu zum zur zwischen",
    ),
    "possessive": frozenset(
        f"{word}{end}" for word in ("mein", "sein", "ihr", "unser", "euer") for end in ("", "e", "en", "em", "er", "es")
    ),
    "auxiliary": _words(
        "bin ist sind war waren sei seien wäre wären habe hat haben hatte hatten hätte wird werden wurde wurden worden",
        "würde würden gewesen",
    ),
}
_ENGLISH: Mapping[Kind, frozenset[str]] = {
    "article": _words("a an the this that these those who which whose"),
    "preposition": _words(
        "about above across after against along among around as at because before behind below beside between beyond",
        "by despite due during for from in inside into of off on onto out outside over per since than through",
        "throughout to toward towards under until up upon via with within without",
    ),
    "possessive": _words("my his her its our their your"),
    "auxiliary": _words("am are be been being did do does had has have is was were will would"),
}
_GERMAN_OTHERS = _words(
    "und oder dass welche welcher welches es er sie wir ich man da dort hier sich als wie wo auch noch schon nur erst",
    "bereits wieder ja doch mal zurück fest statt ein",
)
_ENGLISH_OTHERS = _words("and or which who whose whom it he she they we you i there here also")
_ALL_GERMAN = frozenset(chain(*_GERMAN.values(), _GERMAN_OTHERS))
_ALL_ENGLISH = frozenset(chain(*_ENGLISH.values(), _ENGLISH_OTHERS))
_WITH_ARTICLE = _words("am ans aufs beim im ins vom vors zum zur")
_BEFORE_ALL = _words("erst nur schon noch auch bereits")
_WORD = re.compile(r"\w+")


def is_german_function_word(word: str) -> bool:
    """Whether a German word is one of them, or an adverb that often has no word of its own in English (`noch`)."""
    return word.lower() in _ALL_GERMAN


def is_english_function_word(word: str) -> bool:
    """Whether an English word is one of them."""
    return word.lower() in _ALL_ENGLISH


def of_kind(word: str, kind: Kind) -> bool:
    """Whether an English word is of a kind."""
    return word.lower() in _ENGLISH[kind]


def kinds_at_start(german: str) -> set[Kind]:
    """The kinds of the function words that a German text begins with.

    >>> sorted(kinds_at_start("in der Nacht")), kinds_at_start("Nacht")
    (['article', 'preposition'], set())
    """
    found: set[Kind] = set()
    for word in _WORD.findall(german.lower()):
        kinds = {kind for kind, words in _GERMAN.items() if word in words}
        if not kinds and word not in _BEFORE_ALL:
            break
        found |= kinds
        if word in _WITH_ARTICLE:
            found.add("article")
    return found
