"""Verbs with a prefix (`rückt … ab`, abzurücken): where it stands, how the verb is looked up, what it is without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.dictionary import look_up
from workbench.dictionary.english_forms import english_forms
from workbench.dictionary.english_wording import plain_wordings
from workbench.dictionary.prefixes import SEPARABLE, with_prefix
from workbench.engine.sentence.beginnings import begins_sentence
from workbench.engine.words.choices import Choices, forms_of
from workbench.glossary.finding.lexicon import is_verb, lemma
from workbench.text import Span
from workbench.text.stands import stands_in
from workbench.text.word_lists import words_of

_ENDS = re.compile(r"\s*(?:$|[,.;:!?…–—()\"“”„»«]|(?:und|oder|aber|sondern)\s)")
"""Behind a prefix at the end of its clause."""
PARTICLES = words_of(
    "about along apart around away back down forward in into off on onto out over through together under up"
)
"""What an English verb may have where the German one has a prefix (give up, let through)."""


@dataclass(frozen=True, slots=True)
class PrefixVerb:
    """The infinitive of a verb with its prefix, without it (`rücken`), and where the prefix stands if it is apart."""

    infinitive: str
    bare: str
    prefix: Span | None = None


def prefix_verb(german: str, word: Span) -> PrefixVerb | None:
    """The verb at `word` (offsets into a sentence), if it has a prefix that parts from it.

    >>> prefix_verb("Er rückt von seiner Forderung ab.", Span(3, 8))
    PrefixVerb(infinitive='abrücken', bare='rücken', prefix=Span(start=30, end=32))
    """
    text = german[slice(*word)]
    if not text[0].islower() and not begins_sentence(german, word.start):
        return None
    bare = lemma(text.lower())
    if not (is_verb(bare) or bare == "sein"):
        return None
    if infinitive := with_prefix(german, word):
        place = _place(german, word, infinitive.removesuffix(bare))
        return PrefixVerb(infinitive, bare, place) if place else None
    return _joined(bare) if text[0].islower() else None


def is_read_alone(verb: PrefixVerb, english: Sequence[str]) -> bool:
    """Whether some of these English words are one that the dictionary has for the verb without its prefix."""
    said, alone = " ".join(english), {word.lower() for word in english}
    forms = _englishes(verb.bare)
    return not forms.isdisjoint(alone) or any(stands_in(form, said) for form in forms if " " in form)


def whole_forms(englishes: Choices) -> list[str]:
    """The Englishes of a verb with a prefix in all forms, but those that say the verb alone: come in, not come.

    The dictionary has these for phrases that may lack their last word, as a preposition may be a particle as well.
    """
    bases = {choice.base for choice in englishes}
    whole = [choice for choice in englishes if not any(f"{choice.base} {word}" in bases for word in PARTICLES)]
    return forms_of(tuple(whole))


def _place(german: str, word: Span, prefix: str) -> Span | None:
    """The first word of the prefix's spelling behind the verb that stands at the end of a clause."""
    places = (Span(*match.span()) for match in re.compile(rf"\b{prefix}\b").finditer(german, word.end))
    return next((place for place in places if _ENDS.match(german, place.end)), None)


def _joined(infinitive: str) -> PrefixVerb | None:
    """The verb of a form that has its prefix before it: the longest that leaves a verb."""
    for cut in range(len(infinitive) - 3, 1, -1):
        if infinitive[:cut] in SEPARABLE and is_verb(infinitive[cut:]):
            return PrefixVerb(infinitive, infinitive[cut:])
    return None


@lru_cache(maxsize=2_000)
def _englishes(bare: str) -> frozenset[str]:
    """What a verb can mean, in all forms."""
    meanings = [meaning for meaning in look_up(bare) if meaning.kind == "verb" and not meaning.is_form]
    return frozenset(
        form
        for meaning in meanings
        for base in plain_wordings(meaning.english, "verb")
        for form in english_forms(base, "verb", meaning.parts)
    )
