"""What the dictionary has for a German word of a sentence, as a draft may take it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from workbench.dictionary import Kind, Offer, Offers, offers
from workbench.dictionary.english_forms import VerbForm, english_forms, verb_form
from workbench.engine.draft import WordWay
from workbench.engine.words.fitting import Number, may_follow_be, number_behind, verb_forms_behind, wants_infinitive
from workbench.text import Span
from workbench.text.words import Dialect, unknown_words

_WAYS: dict[str, WordWay] = {"word": "dictionary", "compound": "compound", "verb with its prefix": "prefix verb"}
_FORMS = 2
"""In so many forms an English is tried."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One English for a German word: its basic form, its forms, those that fit the German first, how it was found.

    `parts`: a verb's past forms, where the dictionary gives them. `pair`: a German and this English that stand for each
    other by themselves; of a verb whose prefix is apart the infinitives.
    """

    base: str
    kind: Kind
    way: WordWay
    forms: tuple[str, ...]
    parts: str = ""
    pair: tuple[str, str] = ("", "")

    def instead_of(self, words: str, before: str = "") -> tuple[str, ...]:
        """The forms to try in the place of English words: a plural for plurals, of a verb that in -ing, -ed or -s.

        `before`: the text before them. Only forms that can stand behind that are tried; there may be none.
        """
        fitting = self._fitting(words, before)
        if fitting is not None:
            return fitting[:_FORMS]
        is_invented = bool(unknown_words(words))
        if self.kind == "verb":
            tenses = (verb_form(self.base, name, self.parts) for name in _shape(words))
            alike = [form for some in tenses for form in some if form in self.forms]
        else:
            alike = [form for form in self.forms if _is_plural(words) and _is_plural(form)]
        return tuple(dict.fromkeys([*alike, *self.forms] if is_invented or not alike else alike))[:_FORMS]

    def _fitting(self, words: str, before: str) -> tuple[str, ...] | None:
        """The forms that can stand behind a text in the place of some words, where that leaves no choice."""
        if self.kind == "verb":
            return self._of_verb(words, verb_forms_behind(before))
        if self.kind != "noun":
            return None
        return () if wants_infinitive(before) else self._of_noun(number_behind(before))

    def _of_verb(self, words: str, names: Collection[VerbForm]) -> tuple[str, ...] | None:
        """Of these forms those that there are; behind “is” none in the place of an adjective (is evident)."""
        if not names:
            return None
        if "ing" in names and not may_follow_be(words) and not unknown_words(words):
            return ()
        found = (form for name in names for form in verb_form(self.base, name, self.parts))
        return tuple(form for form in found if form in self.forms)

    def _of_noun(self, number: Number | None) -> tuple[str, ...] | None:
        several = tuple(form for form in self.forms if form != self.base)
        if self.base not in self.forms:
            return None
        return {"singular": (self.base,), "plural": several or None, None: None}[number]


Choices = tuple[Choice, ...]
"""The Englishes for a word, the likeliest first as far as the dictionary can tell."""


@lru_cache(maxsize=2_000)
def choices(german: str, word: Span, dialect: Dialect = "both", names: frozenset[str] = frozenset()) -> Choices:
    """The Englishes for the word of a sentence at `word`; none for a name, nor any that no English list knows.

    None that is at home in another dialect alone (lorry, truck). `names`: what is a name elsewhere in the document.
    """
    found: dict[str, tuple[Offer, dict[str, None]]] = {}
    for offer in _in_dialect(_offers(german, word, names), dialect).for_drafts():
        _, forms = found.setdefault(offer.base, (offer, {}))
        forms.setdefault(offer.english)
    made = (
        Choice(
            base,
            offer.kind,
            _WAYS[offer.source],
            tuple(_known(_with_all(offer, forms))),
            offer.parts,
            (offer.german, base)
            if offer.source == "verb with its prefix"
            else (german[slice(*word)], next(iter(forms))),
        )
        for base, (offer, forms) in found.items()
    )
    return tuple(choice for choice in made if choice.forms)


def depend_on_dialect(german: str, word: Span, names: frozenset[str]) -> bool:
    """Whether some of the Englishes for a word are at home in one dialect alone."""
    return any(offer.dialect != "both" for offer in _offers(german, word, names).for_drafts())


@lru_cache(maxsize=2_000)
def _offers(german: str, word: Span, names: frozenset[str]) -> Offers:
    return offers(german, word, names=names)


def _in_dialect(found: Offers, dialect: Dialect) -> Offers:
    """What is at home in the English that is wanted."""
    if dialect == "both":
        return found
    return replace(found, offers=tuple(offer for offer in found.offers if offer.dialect in ("both", dialect)))


def forms_of(some: Choices) -> list[str]:
    """All Englishes in all forms."""
    return [form for choice in some for form in choice.forms]


def _with_all(offer: Offer, forms: Iterable[str]) -> dict[str, None]:
    """Of a verb all forms, for the draft may have an auxiliary where the German has none."""
    return dict.fromkeys((*forms, *(english_forms(offer.base, "verb", offer.parts) if offer.kind == "verb" else ())))


def _known(forms: Iterable[str]) -> Iterator[str]:
    return (form for form in forms if not unknown_words(form))


def _shape(words: str) -> tuple[VerbForm, ...]:
    verb = words.lower().partition(" ")[0]
    if verb.endswith("ing"):
        return ("ing",)
    if verb.endswith("ed"):
        return ("past", "participle")
    return ("third",) if verb.endswith("s") and not verb.endswith("ss") else ()


def _is_plural(words: str) -> bool:
    return words.endswith("s") and not words.endswith("ss")
