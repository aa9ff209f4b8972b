"""What sort of word a capitalised German word is: a common noun, or a name, and of whom or what."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from workbench.glossary.candidates.word_lists import everyday_nouns, word_ends, word_list
from workbench.glossary.entry import Kind
from workbench.glossary.finding import lexicon
from workbench.glossary.romanisation import exonym, is_from_cyrillic
from workbench.glossary.romanisation.exonyms import exonyms_of
from workbench.glossary.romanisation.known import LANGUAGES, known_names, other_names
from workbench.glossary.romanisation.reading import readings

PARTICLES = word_list("particles")
AFTER_PARTICLE = word_list("after particles")
BEFORE_PLACES = word_list("before places")
ARTICLES = word_list("articles")
SAYS = word_list("says")
IN_A_PLACE = word_list("in a place")
NOT_NAMES = word_list("not names")

_SHORT_NOUNS = word_list("short nouns")
_COUNTRY_END = re.compile(r"(?:land|stan|ien|en|ei|a|e)$")
_PEOPLE = word_list("peoples")
_GERMAN_END = re.compile(r".{3}(?:ung|heit|keit|schaft|tät|ion)(?:en)?s?$|.{4}(?:ismus|istin|atin|erin|orin)(?:nen)?$")
_ADJECTIVE = re.compile(r"(.{4,})e[nrsm]?$")
_PERSON_BEFORE = word_ends("before people", r"(?:in|s|en|n)?")
_PLACE_BEFORE = word_ends("before a place", r"(?:s|es)?")
_ORGANISATION_BEFORE = word_ends("before organisations", r"(?:s|es|n|en)?")
_LONGEST = 100
"""Letters; nothing longer is a word, and every cut in it would be looked up."""
ORGANISATION_HEAD = word_ends("heads of organisations", r"(?:s|es|n|en)?")


def kind_before(noun: str) -> Kind | None:
    """What a name is when this noun stands straight before it: `Präsident Putin`, `die Stadt Almaty`."""
    if _PERSON_BEFORE.search(noun):
        return "person"
    if _PLACE_BEFORE.search(noun):
        return "place"
    return "organisation" if _ORGANISATION_BEFORE.search(noun) else None


@lru_cache(maxsize=20_000)
def is_compound(word: str) -> bool:
    """Whether a word is made of German nouns that the dictionary knows one by one: `Grenzkomitees`."""
    return 8 <= len(word) <= _LONGEST and any(
        _is_last_part(word[cut:]) and (lexicon.is_first_part(word[:cut]) or is_compound(word[:cut].removesuffix("s")))
        for cut in range(len(word) - 3, 2, -1)
    )


def _is_last_part(part: str) -> bool:
    return lexicon.is_noun(part) or part.removesuffix("s") in _SHORT_NOUNS


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Whether a capitalised word is a word of the language, as far as the dictionary and its parts tell.

    The dictionary has names, too (Minsk, Wagner): it alone does not make a word common.
    """
    plain = lexicon.as_noun(word)
    if lexicon.lemma(plain) or is_lower_case_word(plain) or is_compound(plain):
        return True
    return _GERMAN_END.search(plain) is not None and plain not in other_names("words")


@lru_cache(maxsize=20_000)
def is_lower_case_word(word: str) -> bool:
    """Whether the dictionary has the word with a small letter: the first word of a sentence, an adjective."""
    small = word.lower()
    if lexicon.lemma(small)[:1].islower():
        return True
    adjective = _ADJECTIVE.match(small)
    return adjective is not None and lexicon.is_adjective(adjective[1])


def is_german_word(word: str) -> bool:
    """Whether a word is a noun that is translated: an everyday one, a compound, the head of an organisation's name."""
    return is_everyday(word) or is_compound(word) or (is_common(word) and ORGANISATION_HEAD.search(word) is not None)


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    """Whether it is a known given name, German, foreign, or transcribed from Cyrillic."""
    return word in other_names("given") or (_may_be_cyrillic(word) and _is_cyrillic_given(word))


def _may_be_cyrillic(word: str) -> bool:
    """Whether it is worth asking: no word that is surely German."""
    return word.isalpha() and not (word.isupper() or is_everyday(word) or is_lower_case_word(word) or is_compound(word))


def _is_cyrillic_given(word: str) -> bool:
    for language in LANGUAGES:
        for reading in readings(word, language)[:1]:
            if reading.cyrillic.capitalize() in known_names(language).given:
                return True
    return False


@lru_cache(maxsize=20_000)
def known_kind(name: str) -> Kind | None:
    """The kind of a name that stands in the lists: of exonyms, of towns, of surnames."""
    listed = exonym(name)
    if listed:
        return listed.kind
    if name in other_names("places"):
        return "place"
    for language in LANGUAGES if _may_be_cyrillic(name) else ():
        for reading in readings(name, language)[:1]:
            if reading.cyrillic in _places(language):
                return "place"
            if reading.cyrillic in _surnames(language):
                return "person"
    return None


@cache
def _places(language: str) -> frozenset[str]:
    return frozenset(name.lower() for lang in LANGUAGES if lang == language for name in known_names(lang).places)


@cache
def _surnames(language: str) -> frozenset[str]:
    return frozenset(name.lower() for lang in LANGUAGES if lang == language for name in known_names(lang).family)


def is_everyday(word: str) -> bool:
    """Whether a noun, inflected or not, is one of the everyday ones."""
    return word in everyday_nouns() or lexicon.lemma(word) in everyday_nouns()


def looks_cyrillic(name: str) -> bool:
    """Whether a name's letters leave little doubt that it came from Cyrillic."""
    return is_from_cyrillic(name) > 0.9


@cache
def _countries() -> tuple[str, ...]:
    """Country names without their endings: Belarus, Russ, Litau, Ukrain."""
    names = (name for name in exonyms_of("place") if " " not in name and "-" not in name)
    return tuple(sorted({_COUNTRY_END.sub("", name) for name in names}, key=lambda stem: (-len(stem), stem)))


@lru_cache(maxsize=20_000)
def is_people(word: str) -> bool:
    """Whether a word is what the people of a listed country are called: `Belarussen`, `Litauerin`."""
    return any(len(stem) >= 4 and word.startswith(stem) and word[len(stem) :] in _PEOPLE for stem in _countries())
