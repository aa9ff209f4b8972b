"""How far two stretches of sentences bear each other out by their words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from workbench.memory.aligning.words import Word

_FAINT = 0.15
"""What an article or a preposition counts, of what a word counts that stands in as many sentences."""
_FAINT_KEY = 0.6
"""What it counts that two words only begin alike."""
_ADDED = 20.0
"""Sentences that are added to those of the document, so that in a short one no word seems common."""

_Weighed = list[tuple[float, frozenset[str]]]


class Evidence:
    """The words of both sides, each with its weight: the rarer it is in its document, the more it tells."""

    def __init__(self, german: Sequence[tuple[Word, ...]], english: Sequence[tuple[Word, ...]]) -> None:
        self._german, self._english = _weighed(german), _weighed(english)
        self._german_keys = [_all_keys(words) for words in self._german]
        self._english_keys = [_all_keys(words) for words in self._english]
        self.german_mass = [_mass(words) for words in self._german]
        self.english_mass = [_mass(words) for words in self._english]
        self._found = cache(self._compared)

    def shares(self, german: range, english: range) -> tuple[list[float], list[float]]:
        """For each sentence of either side the share of its words, by weight, that the other side may have."""
        ours = [
            self._share([self._found(i, j)[0] for j in english], self._german[i], self.german_mass[i]) for i in german
        ]
        theirs = [
            self._share([self._found(i, j)[1] for i in german], self._english[j], self.english_mass[j]) for j in english
        ]
        return ours, theirs

    @staticmethod
    def _share(found: Sequence[tuple[float, ...]], words: _Weighed, mass: float) -> float:
        if not found or not mass:
            return 0.0
        best = found[0] if len(found) == 1 else tuple(map(max, *found))
        return sum(best) / mass

    def _compared(self, i: int, j: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """What each word of the German sentence finds in the English one, and the other way round, by weight."""
        return _matched(self._german[i], self._english_keys[j]), _matched(self._english[j], self._german_keys[i])

    def near(self, most: int) -> list[dict[int, float]]:
        """For each German sentence the English ones that share rare words with it, and how much they do.

        `most`: in how many English sentences a word may stand to be rare.
        """
        places: defaultdict[str, list[int]] = defaultdict(list)
        for j, keys in enumerate(self._english_keys):
            for key in keys:
                places[key].append(j)
        found: list[dict[int, float]] = []
        for words in self._german:
            scores: defaultdict[int, float] = defaultdict(float)
            for weight, keys in words:
                best: defaultdict[int, float] = defaultdict(float)
                for key in keys:
                    for j in places[key] if len(places.get(key, ())) <= most else ():
                        best[j] = max(best[j], _of_key(key) * weight / len(places[key]) ** 0.5)
                for j, score in best.items():
                    scores[j] += score
            found.append(dict(scores))
        return found


def _of_key(key: str) -> float:
    return _FAINT_KEY if key[0] == "~" else 1.0


def _matched(words: _Weighed, there: frozenset[str]) -> tuple[float, ...]:
    return tuple(weight * max(map(_of_key, shared)) if (shared := keys & there) else 0.0 for weight, keys in words)


def _weighed(sentences: Sequence[tuple[Word, ...]]) -> list[_Weighed]:
    often = Counter(name for words in sentences for name in {word.name for word in words})
    total = len(sentences) + _ADDED
    return [
        [(math.log(total / often[word.name]) * (_FAINT if word.faint else 1.0), word.keys) for word in words]
        for words in sentences
    ]


def _all_keys(words: Iterable[tuple[float, frozenset[str]]]) -> frozenset[str]:
    return frozenset().union(*(keys for _, keys in words))


def _mass(words: _Weighed) -> float:
    return sum(weight for weight, _ in words)
