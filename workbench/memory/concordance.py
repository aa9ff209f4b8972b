"""Where a memory has words: in any of their forms, and in German as parts of compounds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from workbench.memory.english_base import base
from workbench.memory.forms import bases, forms_of
from workbench.memory.keys import Language, word_key
from workbench.memory.words import WORD
from workbench.text import Span

_QUOTES = '"„“”«»'
_OPENING = f"{_QUOTES} ‚‘'([\n"
_NEAR = 5
"""Characters before a word in which a sentence ends if the word begins one."""
_LONGEST = 200
"""Characters of what is looked for that are read."""


class Word(NamedTuple):
    """A word that is looked for.

    `keys`: those of its forms; `bases`: what a form has one of; `compounds`: case-folded words that have it as a part.
    """

    keys: frozenset[int]
    bases: frozenset[str]
    compounds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, or, if `verbatim` is not empty, these characters."""

    words: tuple[Word, ...]
    language: Language
    verbatim: str = ""

    def together(self, text: str) -> tuple[Span, ...]:
        """Where a text has the words one behind the other."""
        if self.verbatim:
            return tuple(_places(text, self.verbatim))
        tokens = list(WORD.finditer(text))
        count = len(self.words)
        starts = range(len(tokens) - count + 1)
        found = (place for place in starts if all(self._is(n, tokens[place + n]) for n in range(count)))
        return tuple(Span(tokens[place].start(), tokens[place + count - 1].end()) for place in found)

    def apart(self, text: str) -> tuple[Span, ...]:
        """Where a text has the words, in any order; nothing where it lacks one."""
        if self.verbatim or len(self.words) == 1:
            return self.together(text)
        found: list[Span] = []
        for number in range(len(self.words)):
            own = [Span(*token.span()) for token in WORD.finditer(text) if self._is(number, token)]
            if not own:
                return ()
            found += own
        return tuple(sorted(set(found)))

    def _is(self, number: int, token: re.Match[str]) -> bool:
        """Whether a token is a form of the word with this number, or a compound with it."""
        word, folded = self.words[number], token.group().casefold()
        if self.language == "en":
            return base(folded) in word.bases
        if folded in word.compounds:
            return True
        before = token.string[max(0, token.start() - _NEAR) : token.start()].rstrip(_OPENING)
        begins = not before or before[-1] in ".!?:…–"
        return not bases(token.group(), begins=begins).isdisjoint(word.bases)


def wanted(connection: sqlite3.Connection, typed: str, language: Language) -> Wanted | None:
    """What is looked for by what was typed; None where that has no word."""
    typed = " ".join(typed[:_LONGEST].split())
    verbatim = typed.strip(_QUOTES).strip() if len(typed) > 2 and typed[0] in _QUOTES and typed[-1] in _QUOTES else ""
    tokens = WORD.findall(typed)
    if not tokens:
        return None
    if language == "en":
        own = (base(token.casefold()) for token in tokens)
        return Wanted(
            tuple(Word(frozenset((word_key(one),)), frozenset((one,)), frozenset()) for one in own), "en", verbatim
        )
    if verbatim:
        keys = (frozenset((word_key(token.casefold()),)) for token in tokens)
        return Wanted(tuple(Word(one, frozenset(), frozenset()) for one in keys), "de", verbatim)
    return Wanted(tuple(_german(connection, token) for token in tokens), "de")


def _german(connection: sqlite3.Connection, token: str) -> Word:
    folded = token.casefold()
    if token[0].isdecimal():
        return Word(frozenset((word_key(folded),)), frozenset((token,)), frozenset((folded,)))
    own, is_noun = bases(token), token[0].isupper()
    has_it = _finder(token)
    forms, compounds = {folded}, {folded}
    for word in forms_of(connection, token, parts=is_noun):
        if is_noun and has_it(word.capitalize()):
            compounds.add(word)
        elif not bases(word, begins=True).isdisjoint(own):
            forms.add(word)
    return Word(frozenset(map(word_key, forms | compounds)), own, frozenset(compounds))


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
