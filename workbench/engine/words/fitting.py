"""Which forms of an English can stand behind the words before it: one racket, these rackets; to seal, is sealed."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from workbench.dictionary.english_forms import VerbForm
from workbench.text.english_verbs import IRREGULAR
from workbench.text.word_lists import words_of

Number = Literal["singular", "plural"]

_ONE = words_of("a an another each every")
_SEVERAL = words_of("these those many several both two three four five six seven eight nine ten")
_BE = words_of("am is are was were be been being isn't aren't wasn't weren't")
_HAVE = words_of("have has had having haven't hasn't hadn't")
_BEFORE_INFINITIVES = words_of(
    "to will would can could must should may might shall cannot do does did "
    "won't wouldn't can't couldn't mustn't shouldn't don't doesn't didn't"
)
_MODALS = tuple([word] for word in ("will", "would", "can", "could", "must", "should", "may", "might", "shall"))
_BETWEEN = words_of("not never also already always often only still now then again")
_WORDS = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_ALONE = re.compile(r"\s*")


def number_behind(before: str) -> Number | None:
    """In which number a noun stands right behind a text; None where both may.

    >>> number_behind("He became a "), number_behind("He sold these "), number_behind("He sold a big ")
    ('singular', 'plural', None)
    """
    last = _last_words(before)[-1:]
    if last and last[0] in _ONE:
        return "singular"
    return "plural" if last and last[0] in _SEVERAL else None


def verb_forms_behind(before: str) -> tuple[VerbForm, ...]:
    """The forms that a verb may have right behind a text; none where any may do.

    >>> verb_forms_behind("They did not "), verb_forms_behind("He has already "), verb_forms_behind("The border was ")
    (('base',), ('participle',), ('participle', 'ing'))
    """
    words = [word for word in _last_words(before) if word not in _BETWEEN]
    last = words[-1] if words else ""
    if last in _BEFORE_INFINITIVES:
        return ("base",)
    if last in _HAVE:
        return ("participle",)
    return ("participle", "ing") if last in _BE else ()


def wants_infinitive(before: str) -> bool:
    """Whether nothing but an infinitive can stand behind a text: in order to, will. (A noun can behind “to” alone.)"""
    words = _last_words(before)
    return words[-2:] == ["order", "to"] or words[-1:] in _MODALS


def may_follow_be(words: str) -> bool:
    """Whether words begin with a participle, behind which a form of “be” may stand: is sealed, is sealing."""
    verb = words.lower().partition(" ")[0]
    return verb.endswith(("ed", "ing")) or verb in _participles()


@cache
def _participles() -> frozenset[str]:
    return frozenset(word for sets in IRREGULAR.values() for parts in sets for word in parts.participle)


def _last_words(before: str) -> list[str]:
    """The last few words of a text with nothing but spaces between them, in small letters."""
    found: list[str] = []
    end = len(before)
    for match in reversed(list(_WORDS.finditer(before))):
        if not _ALONE.fullmatch(before, match.end(), end) or len(found) > 2:
            break
        found.insert(0, match[0].lower().replace("’", "'"))
        end = match.start()
    return found
