"""What of a sentence its translation has to have as well: words with their dictionary English, names, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.dictionary import english_words
from workbench.glossary.finding.lexicon import is_first_part, lemma
from workbench.memory.aligning.known import Term
from workbench.problem import WorkbenchError
from workbench.text.english_verbs import IRREGULAR
from workbench.text.number_words import (
    ENGLISH_CARDINALS,
    ENGLISH_MONTHS,
    ENGLISH_ORDINALS,
    ENGLISH_WEEKDAYS,
    GERMAN_CARDINALS,
    GERMAN_MONTHS,
    GERMAN_ORDINAL_STEMS,
    GERMAN_WEEKDAYS,
)


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_TOKEN = re.compile(r"\d+(?:[.,\u2019\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHORTEST = 4
_COGNATE = 5
"""Letters that two words must begin with alike to be taken for one (Präsident, president)."""
_LINKS = re.compile(r"(?:s|es|n|en|er|e)$")
_SOUNDS = (("ß", "ss"), ("sch", "sh"), ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ph", "f"), ("th", "t"), ("k", "c"),
           ("z", "c"), ("w", "v"), ("j", "y"), ("ie", "i"), ("ee", "e"))  # fmt: skip
_PAST = {
    form: verb
    for verb, sets in IRREGULAR.items()
    for parts in sets
    for forms in parts
    for form in forms
    if form not in IRREGULAR
}
_EMPTY_ENGLISH = _words(
    "a an the of to in on at by for with from into that this these those and or but as is are was were be been being",
    "has have had do does did it its he she they we you i his her their our your him them us me my not no so than then",
    "there which who whom whose will would can could shall should may might if also about over after before up out",
)
_EMPTY_GERMAN = _words(
    "der die das den dem des ein eine einen einem einer eines und oder aber als in im an am auf zu zum zur bei beim",
    "von vom mit für aus nach über unter um durch gegen ist sind war waren sei wird werden wurde wurden hat haben",
    "hatte hatten es er sie wir ihr ich sich nicht kein keine keinen dass daß wie so auch noch nur schon da dann wenn",
    "ob bis vor seit sein seine seinen seiner ihre ihren ihrem ihrer dieser diese dieses diesen diesem man was wer",
    "kann können konnte soll sollte würde worden",
)


class Word(NamedTuple):
    """A word of a sentence. `keys`: what it is found by; a German and an English word that share one may belong
    together. `faint`: whether it says little by itself (an article)."""

    name: str
    keys: frozenset[str]
    faint: bool


def english_sentence(text: str) -> tuple[Word, ...]:
    """The words of an English sentence."""
    return tuple(Word(stem(low), _english_keys(low), low in _EMPTY_ENGLISH) for low in _tokens(text))


def german_sentences(texts: Sequence[str], terms: Callable[[str], Sequence[Term]]) -> list[tuple[Word, ...]]:
    """The words of German sentences, which are looked up in the dictionary together.

    `terms`: tells those of a sentence; a word of a term is found by its English, too. Where the dictionary's files are
    gone, names, numbers and words that look alike are left to go by.
    """
    tokens = [[found[0] for found in _TOKEN.finditer(text)] for text in texts]
    forms = {token: _forms(token) for token in {token for of_one in tokens for token in of_one}}
    try:
        known = english_words({form for of_one in forms.values() for form in of_one})
    except WorkbenchError:
        known = {}
    words = {token: _german_word(token, forms[token], known) for token in forms}
    found = (tuple(map(words.__getitem__, of_one)) for of_one in tokens)
    return [_with_terms(text, of_one, terms(text)) for text, of_one in zip(texts, found, strict=True)]


def _with_terms(text: str, words: tuple[Word, ...], terms: Sequence[Term]) -> tuple[Word, ...]:
    """The words of a sentence, of which those of a term may be any word of its English."""
    if not terms:
        return words
    made = list(words)
    for at, token in enumerate(_TOKEN.finditer(text)):
        for span, english in terms:
            if span.start < token.end() and token.start() < span.end:
                said = (word for form in english for word in english_sentence(form) if not word.faint)
                made[at] = made[at]._replace(keys=made[at].keys.union(*(word.keys for word in said)), faint=False)
    return tuple(made)


def _german_word(token: str, forms: Iterable[str], known: object) -> Word:
    assert isinstance(known, dict)
    low = token.casefold()
    said = {stem(word) for form in forms for word in known.get(form, ())}
    return Word(low, frozenset({*said, *_own_keys(low), *_number_keys(low)}), token.lower() in _EMPTY_GERMAN)


@lru_cache(maxsize=50_000)
def _forms(token: str) -> tuple[str, ...]:
    """The forms in which a word may be in the dictionary, small: as it stands, its basic form, the parts of it."""
    if token[0].isdigit() or token.lower() in _EMPTY_GERMAN:
        return ()
    base = lemma(token) or lemma(token[:1].lower() + token[1:])
    forms = [token, base, lemma(base)] if base else [token, *_parts(token)]
    return tuple(dict.fromkeys(form.casefold() for form in forms if form))


def _parts(token: str) -> tuple[str, ...]:
    """The parts of a compound that no list has, in their basic forms: the one with the longest second part."""
    if len(token) < 2 * _SHORTEST or not token[0].isupper():
        return ()
    for cut in range(_SHORTEST - 1, len(token) - _SHORTEST + 1):
        second = lemma(token[cut:].lstrip("-").capitalize())
        first = token[:cut].rstrip("-")
        if second[:1].isupper() and is_first_part(first):
            bare = _LINKS.sub("", first)
            firsts = (lemma(first) or lemma(bare) or lemma(f"{bare}e"), lemma(first.lower()))
            return (second, *filter(None, firsts))
    return ()


def _tokens(text: str) -> list[str]:
    return [found[0].lower() for found in _TOKEN.finditer(text)]


@lru_cache(maxsize=50_000)
def _english_keys(low: str) -> frozenset[str]:
    return frozenset({stem(low), *_own_keys(low), *_number_keys(low)})


def _own_keys(low: str) -> set[str]:
    """What a word is found by that is written alike, or nearly, in the other language."""
    word = re.sub(r"['’]s?$", "", low)
    if word[0].isdigit():
        return set()
    for sound, other in _SOUNDS:
        word = word.replace(sound, other)
    return {f"={word}"} | ({f"~{word[:_COGNATE]}"} if len(word) >= _COGNATE else set())


def _number_keys(low: str) -> set[str]:
    if low[0].isdigit():
        return {"#" + re.sub(r"\D", "", low)}
    if (month := GERMAN_MONTHS.get(low) or ENGLISH_MONTHS.get(low)) is not None:
        return {f"month {month}"}
    if (day := GERMAN_WEEKDAYS.get(low) or ENGLISH_WEEKDAYS.get(low)) is not None:
        return {f"day {day}"}
    value = ENGLISH_CARDINALS.get(low, ENGLISH_ORDINALS.get(low, GERMAN_CARDINALS.get(low)))
    if value is None:
        value = GERMAN_ORDINAL_STEMS.get(re.sub(r"e[nrsm]?$", "", low))
    return set() if value is None else {f"#{value}"}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """An English word without its ending, so that its forms are one: went, goes, going are `go`.

    >>> stem("decided") == stem("decides") == stem("decide"), stem("went")
    (True, 'go')
    """
    low = re.sub(r"['’]s?$", "", word)
    low = _PAST.get(low, low)
    for ending, least in (("ies", 4), ("ing", 5), ("ed", 4), ("es", 4), ("s", 3), ("ly", 5)):
        if low.endswith(ending) and len(low) > least and not low.endswith("ss"):
            low = low[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "aeiousl":
        low = low[:-1]
    return low.removesuffix("e") if len(low) > 3 else low
