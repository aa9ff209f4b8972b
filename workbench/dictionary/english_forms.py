"""The forms of an English word or phrase of the dictionary: contortionist(s); convoke(s), convoked, convoking."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from workbench.dictionary.line import Kind
from workbench.glossary.english.plural import plural
from workbench.text.english_verbs import (
    IRREGULAR,
    PrincipalParts,
    is_modal,
    present_participle,
    principal_parts,
    stems,
    syllables,
    third_person,
)
from workbench.text.words.dictionary import has

_COMPARED = {
    "good": ("better", "best"), "well": ("better", "best"), "bad": ("worse", "worst"), "badly": ("worse", "worst"),
    "far": ("further", "furthest"), "little": ("less", "least"), "much": ("more", "most"), "many": ("more", "most"),
}  # fmt: skip
_TAKES_ENDING = re.compile(r"(?:[^aeiou]y|ow|[^aeiou]le)$|^(?:clever|tender|bitter|quiet)$")
_TAKES_NONE = re.compile(r"(?:ill|right|wrong|real|live|dead|due|just|fun|worth|like|own)")
"""Adjectives of one syllable that are compared with more and most, though the word lists have them with endings."""


@lru_cache(maxsize=5_000)
def english_forms(english: str, kind: Kind, told: str = "") -> tuple[str, ...]:
    """An English as a sentence may want it, the form it is given in first; each form once.

    Of a noun the singular and plural, of a verb (with or without “to”) all its forms, of an adjective or adverb
    nothing but itself. `told`: the dictionary's own forms of a verb that is two (`Meaning.parts`).

    >>> english_forms("to call up", "verb")
    ('call up', 'calls up', 'called up', 'calling up')
    >>> english_forms("armadillo", "noun")
    ('armadillo', 'armadillos')
    """
    if kind == "noun":
        return tuple(dict.fromkeys((english, plural(english))))
    if kind != "verb":
        return (english,)
    forms: tuple[VerbForm, ...] = ("base", "third", "past", "participle", "ing")
    return tuple(dict.fromkeys(word for form in forms for word in verb_form(english, form, told)))


VerbForm = Literal["base", "third", "past", "participle", "ing"]
Degree = Literal["comparative", "superlative"]
_DEGREES: tuple[Degree, Degree] = ("comparative", "superlative")


def verb_form(english: str, form: VerbForm, told: str = "") -> tuple[str, ...]:
    """One form of an English verb or phrase, with or without “to”, in each way it is written; “be” has its own.

    Of verbs that are alike in the infinitive only (lie, lied; lie, lay) the one that has the forms in `told`, if any.

    >>> verb_form("to take off", "participle"), verb_form("to lie to", "past", "lied; lied")
    (('taken off',), ('lied to',))
    """
    before, verb, rest = _parted(english)
    if is_modal(verb):
        return (english,)
    if form == "base":
        found: tuple[str, ...] = ("be", "are", "am") if verb == "be" else (verb,)
    elif form == "third":
        found = (third_person(verb),)
    elif form == "ing":
        found = present_participle(verb)
    else:
        sets = _alike(verb, told)
        found = tuple(word for parts in sets for word in (parts.past if form == "past" else parts.participle))
    return tuple(" ".join(filter(None, (before, word, rest))) for word in dict.fromkeys(found))


def _parted(english: str) -> tuple[str, str, str]:
    """A phrase as what stands before the verb, the verb, and what stands behind it: highly | appreciate | …"""
    words = english.removeprefix("to ").split(" ")
    at = 0
    while at < len(words) - 1 and words[at].endswith("ly") and not has(third_person(words[at])):
        at += 1
    return " ".join(words[:at]), words[at], " ".join(words[at + 1 :])


def _alike(verb: str, told: str) -> tuple[PrincipalParts, ...]:
    """The verbs that are written like this one in the infinitive; where the dictionary tells the past, those alone."""
    sets = principal_parts(verb)
    if len(sets) > 1 and told:
        words = set(re.findall(r"[a-z]+", told))
        return tuple(parts for parts in sets if words.intersection(parts.past + parts.participle)) or sets
    return sets


def degree(english: str, wanted: Degree) -> tuple[str, ...]:
    """An English adjective compared: with an ending, with more or most, or both where both are usual.

    >>> degree("big", "comparative"), degree("narrow", "superlative"), degree("wonderful", "comparative")
    (('bigger',), ('narrowest', 'most narrow'), ('more wonderful',))

    An ending it takes only where English has it with both (clean, cleaner, cleanest): a cutter is no more cut, nor an
    offer more off. A phrase has none (of importance, above average).
    """
    if " " in english:
        return ()
    at = _DEGREES.index(wanted)
    if english in _COMPARED:
        return (_COMPARED[english][at],)
    with_word = f"{('more', 'most')[at]} {english}"
    own = english[2:] if english.startswith("un") and has(english[2:]) else english
    both = tuple(_with_ending(own, ending) for ending in ("er", "est"))
    if not _may_take_an_ending(own) or not all(map(has, both)):
        return (with_word,)
    compared = f"{english.removesuffix(own)}{both[at]}"
    return (compared,) if syllables(own) == 1 else (compared, with_word)


def _may_take_an_ending(english: str) -> bool:
    number = syllables(english)
    if not english.isalpha() or english in _PARTICIPLES:
        return False
    return (number == 1 and not _TAKES_NONE.fullmatch(english)) or (number == 2 and bool(_TAKES_ENDING.search(english)))


_PARTICIPLES = frozenset(word for sets in IRREGULAR.values() for parts in sets for word in parts.participle)


def _with_ending(english: str, ending: str) -> str:
    if english.endswith("e"):
        return f"{english[:-1]}{ending}"
    if re.search(r"[^aeiou]y$", english):
        return f"{english[:-1]}i{ending}"
    return f"{stems(english, ending)[0]}{ending}"
