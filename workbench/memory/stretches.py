"""The longest runs of words that a text has in common with pairs of a memory, for where no whole sentence is alike."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.memory.found import Stretch
from workbench.memory.keys import word_key, words_in
from workbench.memory.pair import Pair
from workbench.memory.postings import frequencies, weighed
from workbench.memory.search import Asked
from workbench.memory.table import pairs_of, sources
from workbench.memory.words import WORD, is_figure
from workbench.text import Inline, Span

SHORTEST = 3
"""Words of a run, of which two at least are neither figures nor function words."""
_OTHER = "\x00"
_RAREST = 16
_HEAVIEST = 15
_MOST_COMPARED = 200


class Run(NamedTuple):
    """A run of words that two texts have in common: where it begins in each, counted in words, and how long it is."""

    here: int
    there: int
    length: int


class Worded(NamedTuple):
    """A text, its words and figures case-folded, and where each stands."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def between(self, first: int, length: int) -> Span:
        """Where so many words stand, from the `first` on."""
        return Span(self.spans[first].start, self.spans[first + length - 1].end)


@lru_cache(maxsize=64)
def worded(text: str) -> Worded:
    """The words of a text and where they stand."""
    found = list(WORD.finditer(text))
    return Worded(tuple(one.group().casefold() for one in found), tuple(Span(*one.span()) for one in found))


def longest_run(here: Sequence[str], there: Sequence[str]) -> Run | None:
    """The longest run of words that both texts have, the first of several; None where it says too little."""
    letters, own = _spelt(tuple(here))
    other = "".join([letters.get(word, _OTHER) for word in there])
    length, start = 0, 0
    for place in range(len(own)):
        while place + length < len(own) and own[place : place + length + 1] in other:
            length, start = length + 1, place
    if length < SHORTEST or sum(map(_tells, here[start : start + length])) < 2:
        return None
    return Run(start, other.index(own[start : start + length]), length)


def stretches(asked: Asked, text: Inline, most: int) -> tuple[Stretch, ...]:
    """See `Memory.stretches`. Looked for among the pairs that have the most, and the rarest, of the text's words."""
    own = worded(text.text)
    heavy = _weights(asked, own.words)
    if not heavy:
        return ()
    ids = weighed(asked.connection, asked.state, heavy, _MOST_COMPARED).tolist()
    texts = ((number, Inline.parsed(shown).text) for number, shown in sources(asked.connection, ids))
    found = ((longest_run(own.words, words_in(text)), number) for number, text in texts)
    kept = _longest([(run, number) for run, number in found if run])[:most]
    pairs = pairs_of(asked.connection, kept)
    return tuple(filter(None, (_stretch(own, pairs[number], asked.name) for number in kept if number in pairs)))


def _weights(asked: Asked, words: Sequence[str]) -> dict[int, int]:
    """The keys of the rarest words that tell something, the rarer the heavier."""
    counts = frequencies(asked.connection, asked.state, [word_key(word) for word in set(filter(_tells, words))])
    rarest = sorted((key for key, count in counts.items() if count), key=lambda key: counts[key])[:_RAREST]
    every = max(counts.values(), default=0) * 2
    return {key: min(_HEAVIEST, 1 + int(math.log2(every / counts[key]))) for key in rarest}


def _longest(runs: list[tuple[Run, int]]) -> list[int]:
    """The ids of the pairs with the longest runs, the longest first; of runs inside others none."""
    kept: list[tuple[Run, int]] = []
    for run, number in sorted(runs, key=lambda one: (one[0].length, one[1]), reverse=True):
        if not any(_inside(run, longer) for longer, _ in kept):
            kept.append((run, number))
    return [number for _, number in kept]


def _stretch(own: Worded, pair: Pair, memory: str) -> Stretch | None:
    there = worded(pair.source.text)
    run = longest_run(own.words, there.words)
    if not run:
        return None
    return Stretch(pair, own.between(run.here, run.length), there.between(run.there, run.length), memory)


def _inside(run: Run, longer: Run) -> bool:
    return longer.here <= run.here and run.here + run.length <= longer.here + longer.length


@lru_cache(maxsize=16)
def _spelt(words: tuple[str, ...]) -> tuple[dict[str, str], str]:
    """A letter for each word, and the words as letters."""
    letters: dict[str, str] = {}
    for word in words:
        letters.setdefault(word, chr(len(letters) + 1))
    return letters, "".join(map(letters.__getitem__, words))


@lru_cache(maxsize=20_000)
def _tells(word: str) -> bool:
    from workbench.engine.sentence.function_words import is_german_function_word

    return not is_figure(word) and not is_german_function_word(word)
