"""Whether a German noun is a name where it stands: Dietrich, Müller, Koch and Wolf are words of the dictionary, too."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.dictionary.look_up import look_up
from workbench.text import Span
from workbench.text.word_lists import words_of

if TYPE_CHECKING:
    from workbench.glossary.candidates.words import Word

_AFTER_NOUNS = words_of("an auf aus bei für gegen im in mit nach ohne über um und oder von vom vor zu zum zur")
"""What may follow a noun that stands with no article at the head of its sentence (Jäger in Not, Bauer und Knecht)."""
_WHAT_ONE_IS = words_of("als bin bist ist sind war waren wird werden wurde wurden blieb bleibt sei wäre")
"""Behind these a noun with no article is what somebody is."""
_JOINED = re.compile(r"-(?=\w)")


def is_name(text: str, word: Span, known: Collection[str] = ()) -> bool:
    """Whether the word at `word` (character offsets into a German text) is (part of) a name, as far as one can tell.

    It is where names of people and places are told from nouns (workbench.glossary.candidates: given names, titles,
    lists of places), where another name of the text ends in it, or one of `known` (names elsewhere in the document) is
    it, and where a frequent surname stands bare: straight after another noun with no article (Minister Koch), after a
    verb of saying, at the head of its sentence, or before a hyphen (der Weber-Vorschlag). A word with a small letter is
    none. The first call reads lists of names, which takes a second.
    """
    bare = text[slice(*word)]
    if not bare[:1].isupper():
        return False
    if _JOINED.match(text, word.end) and may_be_a_persons(bare):
        return True
    for start, end, last in _mentions(text):
        if (start < word.end and word.start < end) or (last == bare and end - start > len(bare)):
            return True
    return bare in known or bare.removesuffix("s") in known or _is_bare_surname(text, word)


@lru_cache(maxsize=4_000)
def surnames_in(text: str) -> frozenset[str]:
    """The last words of the names of people in a German text, without a genitive's s.

    >>> sorted(surnames_in("Angela Merkels Reise missfiel Petra Zipfel."))
    ['Merkel', 'Zipfel']
    """
    from workbench.glossary.candidates import names, words  # they read lists of names

    people = [mention for mention in names.names_in(words.words_of(text, ())) if mention.kind == "person"]
    return frozenset((mention.genitive or mention.text).split()[-1] for mention in people)


@lru_cache(maxsize=256)
def _parted(text: str) -> tuple[Word, ...]:
    from workbench.glossary.candidates import words

    return words.words_of(text, ())


@lru_cache(maxsize=256)
def _mentions(text: str) -> tuple[tuple[int, int, str], ...]:
    """The names of a text, from where to where, with their last words; a given name counts with what follows it."""
    from workbench.glossary.candidates import names  # it reads lists of names

    parted = _parted(text)
    sure = [mention for mention in names.names_in(parted) if mention.sure or mention.kind is not None]
    found = [(mention.start, mention.end, mention.text.split()[-1]) for mention in sure]
    found += [
        (first.start, second.end, second.text)
        for first, second in pairwise(parted)
        if second.follows and second.capital and not second.opens and _is_given(first)
    ]
    return tuple(found)


def _is_given(word: Word) -> bool:
    from workbench.glossary.candidates import vocabulary

    return word.capital and vocabulary.is_given(word.text) and not vocabulary.is_everyday(word.text)


def may_be_a_persons(word: str) -> bool:
    """Whether a word is in the lists of surnames or given names, whatever else it may be (Weber, Koch, Wolf)."""
    from workbench.glossary.romanisation.known import other_names

    return word in other_names("surnames") or word in other_names("given")


def is_surely_noun(noun: str, before: str = "") -> bool:
    """Whether a noun of the dictionary is no name, also where it stands as one does (bare, behind a preposition).

    It is in no list of names; and it is a compound (Schornsteinfeger), it is feminine or neuter, for nouns that became
    surnames are mostly masculine (Schreiner, Kranich), or it is what somebody is (Er ist Schreiner). `before`: the word
    before it; behind one of saying, or a title, any noun may be a surname.
    """
    from workbench.glossary.candidates import vocabulary

    if _announces_a_person(before):
        return False
    genders = [meaning.gender for meaning in look_up(noun) if meaning.kind == "noun"]
    if not genders or may_be_a_persons(noun) or vocabulary.known_kind(noun):
        return False
    if before.lower() in _WHAT_ONE_IS or vocabulary.is_compound(noun):
        return True
    return not any(gender == "" or "m" in gender for gender in genders)


def _announces_a_person(before: str) -> bool:
    """Whether a word is a title or one of saying, behind which a name follows."""
    from workbench.glossary.candidates import vocabulary

    return before in vocabulary.SAYS or (before[:1].isupper() and vocabulary.kind_before(before) == "person")


def _is_bare_surname(text: str, word: Span) -> bool:
    """Whether a frequent surname stands as no noun does: with no article or adjective before it."""
    from workbench.glossary.candidates import vocabulary
    from workbench.glossary.romanisation.known import other_names

    bare = text[slice(*word)]
    if not {bare, bare.removesuffix("s")} & other_names("surnames"):
        return False
    parted = _parted(text)
    at = next((number for number, each in enumerate(parted) if each.start == word.start), None)
    if at is None:
        return False
    before = parted[at - 1] if at and parted[at].follows and not parted[at].opens else None
    if before is None:
        return _opens_as_a_name(parted[at + 1 : at + 2])
    return before.text in vocabulary.SAYS or (before.capital and vocabulary.kind_before(before.text) == "person")


def _opens_as_a_name(following: tuple[Word, ...]) -> bool:
    return any(word.follows and not word.capital and word.text not in _AFTER_NOUNS for word in following)
