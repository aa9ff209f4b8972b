"""The check `spelling`, and `untranslated` for single words: English words that are none, and German among them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from workbench.checks.finding import Finding
from workbench.checks.german_words import Source, bare, german_words, key
from workbench.checks.kept import kept_with_glossary
from workbench.checks.left_german import left_german
from workbench.checks.sounds import likeness_key
from workbench.checks.untranslated import untranslated
from workbench.formats import stretches, stretches_in
from workbench.glossary import Glossary, without_link
from workbench.glossary.finding import lexicon
from workbench.glossary.romanisation import is_from_cyrillic
from workbench.text import Span
from workbench.text.house_style import NO_STYLE, HouseStyle, is_german_place
from workbench.text.words import Unknown, Vocabulary
from workbench.translation import ParagraphRecord, State

FROM_CYRILLIC = 0.5
"""A German name that is likelier than this to come from Cyrillic has another English spelling, by many systems."""
FEW = 3
"""From so many unknown words on the whole sentence may be German."""
SHORTEST_PART = 5
"""Letters of a compound's first part that English may have taken over."""
ALIKE = 85.0
"""From this likeness on (percent, rapidfuzz.fuzz.ratio of their sounds) an English spelling may be such a name's."""

_DOUBLED = re.compile(r"(.)\1+")


class Spelling:
    """Words that no dictionary has and that stand neither in the German nor in the glossary or the project's own list.

    With no vocabulary, as long as the dictionaries have not been read, it finds nothing.
    """

    def __init__(self, glossary: Glossary, vocabulary: Vocabulary | None, house: HouseStyle = NO_STYLE) -> None:
        self._glossary, self.vocabulary, self._house = glossary, vocabulary, house
        self._source = Source()
        self._unknown: dict[int, tuple[Unknown, ...]] = {}
        self._places: dict[str, set[int]] = defaultdict(set)
        """The paragraphs that have an unknown word, by all that may make it known."""

    def put(self, changed: Mapping[int, ParagraphRecord]) -> set[int]:
        """Take up changed paragraphs; which others may have other findings by it: a name stands in the German now."""
        for index, record in changed.items():
            self._take(index, record)
        keys = [each for index, record in changed.items() for each in self._source.put(index, record.german)]
        return set[int]().union(*(self._places[each] for each in keys if each in self._places))

    def _take(self, index: int, record: ParagraphRecord) -> None:
        """Note a paragraph's unknown words."""
        now: tuple[Unknown, ...] = ()
        if self.vocabulary is not None and record.state is not State.SKIPPED:
            now = outside(self.vocabulary.unknown(record.english), record, self._glossary)
        for each in self._unknown.get(index, ()):
            for mark in _marks(each.word):
                self._places[mark].discard(index)
        for each in now:
            for mark in _marks(each.word):
                self._places[mark].add(index)
        self._unknown[index] = now

    def of(self, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """The words of a paragraph that are no English, each told once."""
        told: set[str] = set()
        for each in self._unknown.get(index, ()):
            if each.word not in told:
                told.add(each.word)
                finding = self._judged(index, record, each)
                if finding is not None:
                    yield finding

    def _judged(self, index: int, record: ParagraphRecord, each: Unknown) -> Finding | None:
        word = each.word
        if bare(word) in english_words(self._glossary) or (self._house.places and is_german_place(word)):
            return None  # the house style tells such a place, with its own form of it
        words, forms = german_words(record.german), (bare(word), key(word) if word[0].isupper() else bare(word))
        here = next((words[form] for form in forms if form in words), None)
        if here is not None:
            return left_german(index, record, each, here)
        if any(form in self._source.words for form in forms) or begins_compound(record.german, word):
            return None
        if self._may_be_a_name(record.german, word):
            return None
        message = f"“{word}” is no English word, and not in the German"
        return Finding("spelling", "warning", index, word, message, english=each.span)

    def _may_be_a_name(self, german: str, word: str) -> bool:
        """Whether a word is the English spelling of a name that the German has in another: Khamenei for Chamenei."""
        if not word[0].isupper():
            return False
        if any(is_other_spelling(name, word) for name in self._source.sounds.get(likeness_key(word), ())):
            return True
        return is_romanised(german, word)


def _marks(word: str) -> set[str]:
    """By what a word is met in the German: its keys and its sound."""
    return {bare(word), key(word), likeness_key(word)}


def begins_compound(german: str, english: str) -> bool:
    """Whether an English word is the first part of a compound of the German: doner, for Dönerbude."""
    ours, cut = bare(english), len(english)
    if cut < SHORTEST_PART:
        return False
    words = _by_beginning(german).get(ours[:2], ())
    return any(bare(word[:cut]) == ours and lexicon.is_noun(without_link(word[cut:])) for word in words)


@lru_cache(maxsize=500)
def _by_beginning(german: str) -> Mapping[str, Sequence[str]]:
    """The words of a German text by the first two letters of their keys, so that not each is held against each."""
    words: dict[str, list[str]] = defaultdict(list)
    for each in german_words(german).values():
        words[bare(each.word)[:2]].append(each.word)
    return dict(words)


def is_other_spelling(german: str, english: str) -> bool:
    """Whether two spellings of a name's one sound differ in more than a letter lost or doubled (Jesop for Jessop)."""
    return not lexicon.is_known(german) and _DOUBLED.sub(r"\1", bare(german)) != _DOUBLED.sub(r"\1", bare(english))


def outside(unknown: tuple[Unknown, ...], record: ParagraphRecord, glossary: Glossary) -> tuple[Unknown, ...]:
    """The unknown words that stand in no code, no credit (`(dpa/pm)`), and no sentence that is told as German."""
    if not unknown:
        return unknown
    places = [
        *stretches_in("code", record.target, record.markup),
        *(Span(*stretch) for stretch in stretches(record.english)),
    ]
    if len(unknown) >= FEW:
        german = untranslated(0, record, glossary)
        places += [finding.english or Span(0, len(record.english)) for finding in german]
    return tuple(each for each in unknown if not each.span.meets(*places)) if places else unknown


@kept_with_glossary(most=1)
def english_words(glossary: Glossary) -> frozenset[str]:
    """The keys of all words of a glossary's English."""
    forms = (form for entry in glossary.entries for form in (entry.en, entry.first, *entry.also, *entry.avoid))
    return frozenset(each for form in forms for each in german_words(form))


def is_romanised(german: str, english: str) -> bool:
    """Whether an English word may spell a name of a German text that came from Cyrillic: it sounds nearly the same.

    What sounds so is looked for first: whether a name came from Cyrillic takes a hundred times as long to tell.
    """
    from rapidfuzz import fuzz, process

    names = _names_by_sound(german)
    alike = process.extract(likeness_key(english), names.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
    return any(is_from_cyrillic(name) > FROM_CYRILLIC for sound, _, _ in alike for name in names[sound])


@lru_cache(maxsize=500)
def _names_by_sound(german: str) -> Mapping[str, Sequence[str]]:
    """The words of a German text that have a capital, by how they sound."""
    names: dict[str, list[str]] = defaultdict(list)
    for each in german_words(german).values():
        if each.word[0].isupper():
            names[likeness_key(each.word)].append(each.word)
    return dict(names)
