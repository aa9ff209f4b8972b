"""What a draft with terms has lost of the free draft: words that stand for other German words than the terms'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.engine.alignment import word_spans
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS, GERMAN, GERMAN_IN_HEADLINES
from workbench.glossary import TermHit
from workbench.text import Span

Links = Sequence[tuple[Span, Span]]
"""Places in the German and in the English of words that stand for each other."""

# Percent of letters in common, by rapidfuzz's ratio, from which on two words are one name, or one word inflected.
_SAME_NAME, _SAME_WORD = 70.0, 75.0
_WORD_BEGINS = re.compile(r"(?:^|[.!?:…]\s+|[\"“‘„])$")


@dataclass(frozen=True, slots=True)
class Loss:
    """What has no English any more: German names; of other German words the English words that stood for them."""

    names: int = 0
    words: int = 0


NOTHING = Loss()


def _is_content(word: str) -> bool:
    return word[0].islower() and word not in _SMALL


class Standing:
    """The words of a free draft, and which German words outside the terms each stands for.

    `links` are those of the free draft by attention (`alignment.aligned_words`).
    """

    def __init__(self, german: str, hits: Sequence[TermHit], english: str, links: Links) -> None:
        self._german, self._english = german, english
        self._held = [Span(hit.start, hit.end) for hit in hits]
        self._links = [(de, en) for de, en in links if self._is_content(en)]

    def elsewhere(self) -> frozenset[str]:
        """The words, in small letters, that stand for other German words, and for none of the terms'."""
        of_terms = {self._text(en).casefold() for de, en in self._links if de.meets(*self._held)}
        return frozenset(self._text(en).casefold() for _, en in self._of_others) - of_terms

    def words_of(self, hit: TermHit) -> int:
        """How many words stand for a hit, and for no German word outside the terms."""
        others = {en for _, en in self._of_others}
        return len({en for de, en in self._links if de.meets(Span(hit.start, hit.end))} - others)

    def own_words(self, hit: TermHit) -> frozenset[str]:
        """The words, in small letters, that stand for a hit, and for no German word outside the terms."""
        own = {self._text(en).casefold() for de, en in self._links if de.meets(Span(hit.start, hit.end))}
        return frozenset(own - {self._text(en).casefold() for _, en in self._of_others})

    def loss(self, english: str, places: Sequence[Span | None], links: Links | None = None) -> Loss:
        """What another English of the same German has lost. `places`: of its terms.

        A German word is lost where none of its words of the free draft stands in the other, nor, if `links` are those
        of the other, a new word that stands for it; one that stood for another word before is none, nor is a term's. Of
        a name only a word that is like it will do. A word that holds a term and was copied whole (`Belaruskali`) is
        taken for a name, unless an English word has come for the rest of it.
        """
        held = [place for place in places if place]
        links = links or ()
        of_others = [(de, en) for de, en in links if not en.meets(*held)]
        gone = [word for word in self._lost(english) if not self._has_another(word, english, of_others)]
        names = [word for word in gone if self._is_name(word)]
        words = sum(len(set(self._words_of[word])) for word in gone if word not in names)
        return Loss(len(names) + self._copies_lost(english, held, links), words)

    @cached_property
    def _words_of(self) -> dict[Span, list[Span]]:
        """For each German word outside the terms its words of the free draft."""
        found: dict[Span, list[Span]] = {}
        for de, en in self._of_others:
            found.setdefault(de, []).append(en)
        return found

    @cached_property
    def _of_others(self) -> Links:
        """The words that stand for German words outside the terms, with these."""
        return [(de, en) for de, en in self._links if self._is_other(de)]

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._text(span).casefold() for span in word_spans(self._english))

    def _lost(self, english: str) -> Iterator[Span]:
        """The German words of which no English word stands in another draft as often as in the free one."""
        left = Counter(english[slice(*span)].casefold() for span in word_spans(english))
        there = set(left)
        for word, places in self._words_of.items():
            said = [self._text(place).casefold() for place in places]
            kept = next((form for form in said if left[form] > 0), None)
            if kept is not None:
                left[kept] -= 1
            elif not any(_is_like(form, other, _SAME_WORD) for form in said for other in there):
                yield word

    def _copies_lost(self, english: str, places: Sequence[Span], links: Links) -> int:
        """How many words that hold a term, copied whole in the free draft, are gone with their other part."""
        said = {self._text(span) for span in word_spans(self._english)}
        there = {english[slice(*span)] for span in word_spans(english) if not span.meets(*places)}
        gone = ({whole_word(self._german, span) for span in self._held} & said) - there
        of_terms = {english[slice(*en)] for de, en in links if de.meets(*self._held)}
        fresh = [word for word in (there - said) & of_terms if _is_content(word)]
        return max(0, len(gone) - len(fresh))

    def _has_another(self, word: Span, english: str, links: Links) -> bool:
        found = [english[slice(*en)] for de, en in links if de == word and english[slice(*en)].casefold() not in _SMALL]
        if not self._is_name(word):
            return any(one.casefold() not in self._words for one in found)
        known = [self._german[slice(*word)], *map(self._text, self._words_of[word])]
        return any(_is_like(one.casefold(), other.casefold(), _SAME_NAME) for one in found for other in known)

    def _is_name(self, word: Span) -> bool:
        """Whether a German word with a capital has an English with one that does not begin a sentence."""
        return self._german[word.start].isupper() and any(
            self._english[en.start].isupper() and not _WORD_BEGINS.search(self._english[: en.start])
            for en in self._words_of[word]
        )

    def _is_other(self, german: Span) -> bool:
        text = self._german[slice(*german)]
        small = text.lower() in GERMAN or text.lower() in GERMAN_IN_HEADLINES
        return not small and any(map(str.isalpha, text)) and not german.meets(*self._held)

    def _is_content(self, english: Span) -> bool:
        text = self._text(english)
        return text.lower() not in _SMALL and any(map(str.isalpha, text))

    def _text(self, english: Span) -> str:
        return self._english[slice(*english)]


def whole_word(german: str, part: Span) -> str:
    """The word of which a span is a part; "" where it is one by itself. Hyphens part words."""
    start, end = part
    while start and german[start - 1].isalpha():
        start -= 1
    while end < len(german) and german[end].isalpha():
        end += 1
    return german[start:end] if (start, end) != part else ""


_SMALL: Collection[str] = ENGLISH_SMALL_WORDS


def _is_like(one: str, other: str, enough: float) -> bool:
    from rapidfuzz import fuzz

    return one[:1] == other[:1] and fuzz.ratio(one, other) >= enough
