"""Whether an English word is what the dictionary has for a German noun, or for its adjective."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.dictionary import Meaning, look_up
from workbench.dictionary.compounds import parts_of
from workbench.dictionary.english_wording import plain_wordings
from workbench.glossary import plural

_SHORT = re.compile(r"(?<!\s)\s+/.*")
"""An abbreviation that Ding sets behind the word: “government /Gov.”."""
_FEMININE = re.compile(r"(?P<masculine>\w{3,}?)in(?:nen)?")


def says(english: str, german: str) -> bool:
    """Whether a word is the dictionary's English for a German noun, one or several; `german` as a text has it.

    A compound that the dictionary does not have is looked up by its last part, a feminine by its masculine, too.

    >>> says("advisers", "Beraterinnen"), says("oppose", "Gegner"), says("Northern", "Norden")
    (True, False, False)
    """
    return _spelt(english) in _englishes(german)


def is_noun(german: str) -> bool:
    """Whether the dictionary has a German word as a noun, by its last part, too; it has hardly a person's name."""
    return bool(_englishes(german))


def is_said_of(english: str, german: str) -> bool:
    """Whether a word is the dictionary's English for a German adjective or numeral, `german` as a text has it."""
    return english.casefold() in _adjectives(german)


def has_article_in_english(english: str, german: str) -> bool:
    """Whether the dictionary has a name with “the” in English: the Kremlin, not Iraq."""
    wanted = f"the {english}".casefold()
    return any(meaning.english.casefold() == wanted for meaning in look_up(german))


@lru_cache(maxsize=2_000)
def _adjectives(german: str) -> frozenset[str]:
    return frozenset(
        wording.casefold()
        for meaning in look_up(german)
        if meaning.kind in ("adjective", "")
        for wording in plain_wordings(meaning.english, "adjective")
    )


@lru_cache(maxsize=2_000)
def _englishes(german: str) -> frozenset[str]:
    heads = {
        wording.split(" of ")[0].rpartition(" ")[2]
        for meaning in _meanings(german)
        if meaning.kind in ("noun", "")
        for wording in plain_wordings(_SHORT.sub("", meaning.english))
    }
    return frozenset(_spelt(form) for head in heads if head for form in (head, plural(head)))


def _meanings(german: str) -> list[Meaning]:
    feminine = _FEMININE.fullmatch(german)
    forms = [german, feminine["masculine"]] if feminine else [german]
    found = [meaning for form in forms for meaning in look_up(form)]
    return found or [meaning for parts in parts_of(german) for meaning in parts.second_meanings]


def _spelt(word: str) -> str:
    """A word in one of its spellings: adviser and advisor, centre and center, organisation and organization."""
    low = re.sub(r"(?:or|our|re)(?=s?$)", "er", word.casefold())
    return re.sub(r"nce(?=s?$)", "nse", low.replace("z", "s"))
