"""Which words stand for each other where the English may be a person's: attention, and where that is in doubt, meaning.

A package looks at what it would say next: forced through an English that it would not have chosen, its attention is
wrong at just the words that surprise it. There the dictionary decides, and the letters; what no other word stands for
may be what it looked at; else a word stands for nothing.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence

from workbench.engine.alignment import Weights, word_spans
from workbench.engine.drafter import Drafter
from workbench.engine.halves import OF_ENGINES
from workbench.engine.sentence.function_words import is_english_function_word, is_german_function_word
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.sentence.stands_for import EnglishWords
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.text import Span

EXPECTED, LOOKED = math.log(0.5), 0.6
"""A word that the package finds so likely, and that looks at one word so much, stands for that."""
_LOOKED_AT = 0.35
"""What a word may stand for that the dictionary does not know for it, it looks at so much at least."""
_LOOKED_AT_ANOTHERS = 0.5
"""… and so much where a word beside it stands for that, and a small word at anything."""
_MEANT, _FAR = 0.5, 0.3
"""Weights beside the attention: of a word that the dictionary knows, and of how far apart two places are."""

Link = tuple[Span, Span]


def partners(drafter: Drafter, german: str, english: str) -> tuple[Link, ...]:
    """Pairs of words (span in the German, span in the English) that stand for each other, in the order of the English.

    Give it a sentence, or a few; of a text that is too long for the package it tells nothing. Two passes of the
    package, and a look into the dictionary for each German word that nothing surely stands for.
    """
    if not german.strip() or not english.strip():
        return ()
    source, target = plain_marks(german), plain_marks(english)
    able = drafter.abilities
    try:
        (attention,) = able.aligns.attention([source], [target])
        (likelihood,) = able.scores.likelihoods([source], [target])
    except OF_ENGINES:
        return ()
    ours, theirs = word_spans(source), word_spans(target)
    pieces = list(zip(likelihood.spans, likelihood.values, strict=False))
    likely = [sum(value for span, value in pieces if span.meets(word)) for word in theirs]
    words = [source[slice(*word)] for word in ours], [target[slice(*word)] for word in theirs]
    found = _Sentence(*words, attention.weights(ours, theirs), likely).pairs() if ours else ()
    return tuple((ours[column], theirs[row]) for row, column in sorted(found))


class _Sentence:
    """The words of a sentence and of its English, and which are spoken for. Rows are English, columns German."""

    def __init__(
        self, german: Sequence[str], english: Sequence[str], weights: Weights, likely: Sequence[float]
    ) -> None:
        self._german, self._english, self._weights = german, english, weights
        self._small = [_is_small(word) for word in english]
        self._small_german = [is_german_function_word(word) for word in german]
        self._sure = [likely[row] >= EXPECTED and max(weights[row]) >= LOOKED for row in range(len(english))]
        self._stand_for: dict[int, list[int]] = {}
        """The rows that stand for a column, small words aside."""

    def pairs(self) -> set[tuple[int, int]]:
        """Rows and columns of the words that stand for each other."""
        found = {(row, self._most(row)) for row in self._left(()) if self._sure[row]}
        found.update(self._looked_at(found))
        for row, column in found:
            self._take(row, column)
        found.update(self._by_meaning({row: [self._most(row)] for row in self._left(found) if not self._small[row]}))
        every = range(len(self._german))
        found.update(self._by_meaning({row: every for row in self._left(found) if not self._small[row]}))
        found.update(pair for row in self._left(found) if (pair := self._by_attention(row)))
        return found

    def _left(self, found: Collection[tuple[int, int]]) -> list[int]:
        """The English words of which nothing is told yet."""
        told = {row for row, _ in found}
        return [row for row in range(len(self._english)) if row not in told]

    def _looked_at(self, found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Words that no sure one stands for, with the sure word that looks at them most."""
        for column in set(range(len(self._german))).difference(column for _, column in found):
            row = max(range(len(self._english)), key=lambda row: self._weights[row][column])
            if self._sure[row] and self._weights[row][column] >= _LOOKED_AT_ANOTHERS:
                yield row, column

    def _by_meaning(self, among: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int]]:
        """For words those that mean the same, the likeliest first, and each once."""
        told: set[int] = set()
        for _, row, column in sorted(self._candidates(among), reverse=True):
            if row not in told and self._is_free(row, column):
                told.add(row)
                self._take(row, column)
                yield row, column

    def _candidates(self, among: Mapping[int, Sequence[int]]) -> Iterator[tuple[float, int, int]]:
        """How well rows and columns that mean the same go together."""
        for row, columns in among.items():
            said = EnglishWords(self._english[row])
            for column in columns:
                word = self._german[column]
                if not self._small_german[column] and self._is_free(row, column) and said.may_say(word):
                    far = abs(row / len(self._english) - column / len(self._german))
                    yield self._weights[row][column] + _MEANT - _FAR * far, row, column

    def _by_attention(self, row: int) -> tuple[int, int] | None:
        """A word and what it looks at, if nothing else stands for that."""
        if self._small[row]:
            column, least = self._most(row), _LOOKED_AT_ANOTHERS
        else:
            free = [at for at, small in enumerate(self._small_german) if not small and self._is_free(row, at)]
            column = max(free, key=self._weights[row].__getitem__, default=-1)
            least = _LOOKED_AT_ANOTHERS if column in self._stand_for else _LOOKED_AT
        return (row, column) if column >= 0 and self._weights[row][column] >= least else None

    def _is_free(self, row: int, column: int) -> bool:
        """Whether nothing stands for a German word, or the word beside, as of a compound: `student halls`."""
        others = self._stand_for.get(column)
        return others is None or any(abs(row - other) <= 1 for other in others)

    def _take(self, row: int, column: int) -> None:
        if not self._small[row]:
            self._stand_for.setdefault(column, []).append(row)

    def _most(self, row: int) -> int:
        """What a word looks at most."""
        return max(range(len(self._german)), key=self._weights[row].__getitem__)


def _is_small(english: str) -> bool:
    return english.casefold() in ENGLISH_SMALL_WORDS or is_english_function_word(english)
