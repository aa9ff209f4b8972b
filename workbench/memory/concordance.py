"""Where a memory has words: in any of their forms, and in German as parts of compounds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from workbench.memory.english_base import base
from workbench.memory.forms import bases, forms_of
from workbench.memory.keys import Language, word_key
from workbench.memory.word_list import WordList
from workbench.memory.words import WORD
from workbench.text import Span, clean_line

_QUOTES = '"„“”«»'
_OPENING = f"{_QUOTES} ‚‘'([\n"
_NEAR = 5
"""Characters before a word in which a sentence ends if the word begins one."""
_NONE = frozenset[str]()
_LONGEST = 200
"""Characters of what is looked for that are read."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is looked for.

    `may_be`: the case-folded words that may be forms of it, or compounds with it, by their keys; `bases`: what a form
    has one of; `has_it`: whether one of those words is a compound with it, or it itself: that takes up to 0.2 ms, and a
    memory may have thousands of them, so they are looked at when a pair with one is met.
    """

    may_be: Mapping[int, frozenset[str]]
    bases: frozenset[str]
    has_it: Callable[[str], bool]
    language: Language = "de"
    _told: dict[str, bool | None] = field(default_factory=dict, compare=False, repr=False)

    def has_key(self, key: int) -> bool:
        """Whether one of the words with this key is a form of it, or a compound."""
        return any(self._is_compound(word) or self._is_form(word, begins=True) for word in self.may_be[key])

    def is_at(self, token: re.Match[str]) -> bool:
        """Whether a word of a text is a form of it, or a compound with it."""
        text = token.group()
        if text not in self._told:
            self._told[text] = self._is(text)
        told = self._told[text]
        if told is None:
            before = token.string[max(0, token.start() - _NEAR) : token.start()].rstrip(_OPENING)
            return self._is_form(text, begins=not before or before[-1] in ".!?:…–")
        return told

    def _is(self, text: str) -> bool | None:
        """The same wherever it stands; None where that depends on whether it begins a sentence."""
        if self.language == "en":
            return base(text.casefold()) in self.bases
        if self._is_compound(text.casefold()):
            return True
        within, beginning = (self._is_form(text, begins=begins) for begins in (False, True))
        return within if within == beginning else None

    def _is_compound(self, word: str) -> bool:
        return word in self.may_be.get(word_key(word), _NONE) and self.has_it(word)

    def _is_form(self, word: str, *, begins: bool) -> bool:
        return not bases(word, begins=begins).isdisjoint(self.bases)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, or, if `verbatim` is not empty, these characters."""

    words: tuple[Word, ...]
    verbatim: str = ""

    def together(self, text: str) -> tuple[Span, ...]:
        """Where a text has the words one behind the other."""
        if self.verbatim:
            return tuple(_places(text, self.verbatim))
        tokens = list(WORD.finditer(text))
        count = len(self.words)
        starts = range(len(tokens) - count + 1)
        found = (place for place in starts if all(word.is_at(tokens[place + n]) for n, word in enumerate(self.words)))
        return tuple(Span(tokens[place].start(), tokens[place + count - 1].end()) for place in found)

    def apart(self, text: str) -> tuple[Span, ...]:
        """Where a text has the words, in any order; nothing where it lacks one."""
        if self.verbatim or len(self.words) == 1:
            return self.together(text)
        found: list[Span] = []
        for word in self.words:
            own = [Span(*token.span()) for token in WORD.finditer(text) if word.is_at(token)]
            if not own:
                return ()
            found += own
        return tuple(sorted(set(found)))


def wanted(connection: sqlite3.Connection, known: WordList, typed: str, language: Language) -> Wanted | None:
    """What is looked for by what was typed; None where that has no word. `known`: the memory's German words."""
    typed = clean_line(typed[:_LONGEST])
    verbatim = typed.strip(_QUOTES).strip() if len(typed) > 2 and typed[0] in _QUOTES and typed[-1] in _QUOTES else ""
    tokens = WORD.findall(typed)
    if not tokens:
        return None
    if language == "en":
        own = (base(token.casefold()) for token in tokens)
        return Wanted(tuple(_as_it_is(one, frozenset((one,)), "en") for one in own), verbatim)
    if verbatim:
        return Wanted(tuple(_as_it_is(token.casefold(), frozenset()) for token in tokens), verbatim)
    return Wanted(tuple(_german(connection, known, token) for token in tokens))


def _as_it_is(word: str, bases: frozenset[str], language: Language = "de") -> Word:
    """A word that is looked for under its one key."""
    return Word({word_key(word): frozenset((word,))}, bases, lambda _: True, language)


def _german(connection: sqlite3.Connection, known: WordList, token: str) -> Word:
    folded = token.casefold()
    if token[0].isdecimal():
        return _as_it_is(folded, frozenset((token,)))
    is_noun = token[0].isupper()
    finds = _finder(token) if is_noun else lambda _: False
    may_be: dict[int, set[str]] = {}
    for word in (folded, *forms_of(connection, known, token, parts=is_noun)):
        may_be.setdefault(word_key(word), set()).add(word)

    @cache
    def has_it(word: str) -> bool:
        return word == folded or finds(word.capitalize())

    return Word({key: frozenset(words) for key, words in may_be.items()}, bases(token), has_it)


def _finder(noun: str) -> Callable[[str], bool]:
    """Whether a word is a form of a noun or a compound with it, by what the glossary knows of German."""
    from workbench.glossary import Entry, Glossary
    from workbench.glossary.finding.lexicon import lemma

    typed = tuple(dict.fromkeys((lemma(noun) or noun, noun)))
    term, name = (Glossary((Entry(typed, "?", kind=kind),)) for kind in ("term", "place"))

    def has_it(word: str) -> bool:
        if term.find(word):
            return True
        return any(hit.end - hit.start < len(word) for hit in name.find(word))  # Kremlsprecher; no Bauer is from Bau

    return has_it


def _places(text: str, words: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words))
