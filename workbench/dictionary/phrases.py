"""Fixed phrases of a noun and a verb (`im Stich lassen`): neither word means there what it means alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.dictionary.look_up import look_up
from workbench.dictionary.prefixes import CLAUSE_ENDS
from workbench.glossary.finding.lexicon import is_verb, lemma
from workbench.text import Span

_PREPOSITIONS = (
    "an|auf|aus|außer|bei|durch|für|gegen|hinter|in|mit|nach|neben|ohne|über|um|unter|von|vor|zu|zwischen"
    "|am|ans|aufs|beim|durchs|fürs|im|ins|ums|vom|zum|zur"
)
_PHRASE = re.compile(rf"(?<!\w)(?:{_PREPOSITIONS})(?: (?:de[nmr]|die|das|eine[mnr]?))? (\w[\w-]*)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = 3
"""Letters of English words that tell nothing of a noun (of, the)."""


def is_in_phrase(sentence: str, word: Span) -> bool:
    """Whether the German noun or verb at `word` (character offsets) belongs to a fixed phrase of the dictionary.

    Such a phrase is a preposition, a noun right behind it or behind an article, and a verb of the same clause. One most
    of whose Englishes have the noun's own English is none: `ins Kino gehen` is meant word for word.

    >>> is_in_phrase("Sie ließ ihn im Stich.", Span(16, 21)), is_in_phrase("Der Stich tat weh.", Span(4, 9))
    (True, False)
    """
    return any(word in (noun, verb) for noun, verb in _phrases(sentence))


@lru_cache(maxsize=256)
def _phrases(sentence: str) -> tuple[tuple[Span, Span], ...]:
    """The noun and the verb of each fixed phrase of a sentence."""
    return tuple(_found(sentence))


def _found(sentence: str) -> Iterator[tuple[Span, Span]]:
    for phrase in _PHRASE.finditer(sentence):
        if not phrase[1][0].isupper():
            continue
        head = phrase[0][0].lower() + phrase[0][1:]
        for verb in _small_words(sentence, phrase.start()):
            infinitive = lemma(sentence[slice(*verb)].lower())
            if is_verb(infinitive) and _is_fixed(head, phrase[1], infinitive):
                yield Span(*phrase.span(1)), verb


@lru_cache(maxsize=4_000)
def _is_fixed(head: str, noun: str, infinitive: str) -> bool:
    """Whether the dictionary has a preposition with its noun and a verb as one, and not word for word."""
    nouns = {word for meaning in look_up(noun) for word in _WORD.findall(meaning.english.lower()) if len(word) > _SMALL}
    englishes = {meaning.english for meaning in look_up(f"{head} {infinitive}")} if nouns else set()
    literal = [english for english in englishes if nouns & _stems(english)]
    return len(literal) * 2 <= len(englishes) > 0


def _stems(english: str) -> set[str]:
    words = _WORD.findall(english.lower())
    return {*words, *(word.removesuffix("s") for word in words)}


def _small_words(sentence: str, at: int) -> Iterator[Span]:
    """The words of a clause that may be verbs: with a small letter, or the first of the sentence."""
    ends = [end.end() for end in CLAUSE_ENDS.finditer(sentence)]
    start = max((end for end in ends if end <= at), default=0)
    end = min((end for end in ends if end > at), default=len(sentence))
    for match in _WORD.finditer(sentence, start, end):
        if match[0][0].islower() or not sentence[: match.start()].strip():
            yield Span(*match.span())
