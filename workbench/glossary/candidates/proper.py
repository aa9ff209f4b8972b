"""Names of organisations made of an adjective with a capital and a noun: `Vereinigtes Übergangskabinett`."""

from __future__ import annotations

import re

from workbench.glossary.candidates import vocabulary as known
from workbench.glossary.candidates.word_lists import word_ends, word_list
from workbench.glossary.candidates.words import Word
from workbench.glossary.finding import lexicon

_ADJECTIVE = re.compile(r"(.{3,}?)(e|en|er|es|em)$")
_ENDING = re.compile(r"e[nrsm]?$")
_PLAIN = word_list("plain adjectives")
_MASCULINE = word_ends("masculine heads", r"(?:s|es)?")
_NEUTER = word_ends("neuter heads", r"(?:s|es)?")
_PARTICIPLE = re.compile(r".*end$|(?:.*ge.+|(?:be|ver|er|ent|zer|über|unter|um|wider).+|.+ier)(?:t|en)$")
_SHORT = word_list("short adjectives")


def is_plain(text: str) -> bool:
    """Whether an adjective is one of those that say little: `letzte`, `Viele`, `ganzes`."""
    return _ENDING.sub("", text.lower()) in _PLAIN


def proper_name(words: tuple[Word, ...], i: int) -> int | None:
    """The index of the last word of such a name that begins with word i; None if there is none.

    German writes adjectives small unless they belong to a name, so that one in the middle of a sentence tells.
    """
    last = _after_adjectives(words, i)
    if last == i or last >= len(words) or not _may_be_head(words[last]):
        return None
    if _is_participle(words[i].text) and not known.ORGANISATION_HEAD.search(words[last].text):
        return None
    if all(is_of_a_town(word.text) for word in words[i:last]):
        return None
    return last


def _after_adjectives(words: tuple[Word, ...], i: int) -> int:
    """The index of the first word from i on that is none of the adjectives of a name."""
    last = i
    while last < len(words) and _is_adjective(words[last]) and (last == i or words[last].follows):
        last += 1
    return last


def _may_be_head(noun: Word) -> bool:
    """Whether a word is an ordinary noun, as the last one of such a name is."""
    if noun.taken or not noun.follows or not noun.capital:
        return False
    return known.is_common(noun.text) and "-" not in noun.text and not known.is_given(noun.text)


def base_form(words: list[str], before: str = "") -> str:
    """The name in the nominative: `Staatlichen Grenzkomitees` is a `Staatliches Grenzkomitee`.

    `before`: the word before it, in small letters.
    """
    *adjectives, noun = words
    neuter = before == "das" or (before != "des" and adjectives[:1] != [] and adjectives[0].endswith("es"))
    ending = gender_ending(noun, neuter=neuter)
    bases = []
    for word in adjectives:
        match = _ADJECTIVE.match(word)
        bases.append(word if is_of_a_town(word) or not match else match[1] + ending)
    return " ".join((*bases, _singular_genitive(noun)))


def gender_ending(noun: str, *, neuter: bool) -> str:
    """The ending of an adjective alone before a noun in the nominative, as far as the noun's end tells."""
    if _MASCULINE.search(noun):
        return "er"
    return "es" if neuter or _NEUTER.search(noun) else "e"


def stem_key(name: str) -> str:
    """A name without the endings of its adjectives, under which all its forms meet."""
    *front, last = name.split(" ")
    return " ".join((*(_ENDING.sub("~", word) if is_adjective_form(word) else word for word in front), last))


def _singular_genitive(noun: str) -> str:
    """The noun without a genitive's ending; a plural stays one (Vereinte Nationen)."""
    base = noun_base(noun)
    return base if noun in (f"{base}s", f"{base}es") else noun


def noun_base(noun: str) -> str:
    """The dictionary form of a noun, a compound's by its last part; the noun itself if that is not known."""
    base = lexicon.lemma(noun)
    if base[:1].isupper():
        return base
    for cut in range(3, len(noun) - 3):
        end = lexicon.lemma(noun[cut:].capitalize())
        if end[:1].isupper() and lexicon.is_noun(noun[cut:]) and lexicon.is_first_part(noun[:cut]):
            return noun[:cut] + end.lower()
    return noun


def is_adjective_form(text: str) -> bool:
    """Whether a word is an adjective with an ending, however it is written: `Vereinigtes`, `kollektive`."""
    match = _ADJECTIVE.match(text.lower())
    if match is None or _is_noun(text):
        return False
    stem = match[1]
    return _is_participle(text) or stem in _SHORT or lexicon.is_adjective(match[0]) or lexicon.is_adjective(stem)


def _is_participle(text: str) -> bool:
    """Whether a word is a participle with an ending, which makes nouns as well (Verbündete)."""
    match = _ADJECTIVE.match(text.lower())
    return match is not None and _PARTICIPLE.match(match[1]) is not None and lexicon.lemma(match[0])[:1].islower()


def _is_adjective(word: Word) -> bool:
    text = word.text
    if word.taken or word.opens or not word.capital or text.isupper() or is_plain(text):
        return False
    return is_adjective_form(text) or is_of_a_town(text)


def _is_noun(text: str) -> bool:
    """Whether a word with a capital is a noun that no adjective has made (Deutsche, Verletzten are adjectives')."""
    base = lexicon.lemma(text)
    if not base[:1].isupper() or known.is_everyday(text):
        return base[:1].isupper()
    small = base.lower()
    match = _ADJECTIVE.match(small)
    return not lexicon.is_adjective(small) and not (match and _is_small(match[1]))


def _is_small(stem: str) -> bool:
    return stem in _SHORT or lexicon.lemma(stem)[:1].islower()


def is_of_a_town(text: str) -> bool:
    """Whether it is a town's adjective, which has a capital anyway and is not inflected: `Frankfurter`."""
    if not text.endswith("er"):
        return False
    stem = text[:-2]
    return any(known.known_kind(town) == "place" for town in (stem, f"{stem}en", f"{stem}e", text[:-1]))
