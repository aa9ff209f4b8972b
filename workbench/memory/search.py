"""The best matches for a text: the pairs that may be like it by their words, compared one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from workbench.memory.keys import weights, words_in
from workbench.memory.match import MOST_TAKEN_OFF, Match, Penalty
from workbench.memory.pair import TRUSTS, Pair
from workbench.memory.postings import State, like
from workbench.memory.similarity import Query, percent
from workbench.memory.table import exact_ids, pairs_of, sources
from workbench.memory.words import FIGURE, is_figure
from workbench.text import Inline

LEAST = 50
"""Percent below which nothing is called a match."""
_MOST_EXACT = 20
_MOST_SAME = 2_000
"""Pairs with the same German that are looked at: the newest."""
_MOST_COMPARED = 3_000
"""Texts that are compared at most for one question: those that may be the most alike."""
_AT_ONCE = 200
_PAIRS_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A memory that is asked: the connection, what of its lists is in RAM, and its name."""

    connection: sqlite3.Connection
    state: State
    name: str


class Rank(NamedTuple):
    """The order of matches, the greatest first."""

    percent: int
    letters: float
    trust: int = 1
    made: str = "\U0010ffff"
    id: int = 0


def exact(asked: Asked, text: Inline, before: int, after: int, penalty: Penalty) -> tuple[Match, ...]:
    """See `Memory.exact`. `before`, `after`: how the neighbours are written in the table (`table.neighbour_key`)."""
    query = question(text).query
    rows = exact_ids(asked.connection, text.text, _MOST_SAME)
    in_context = {number for number, *there in rows if _same_context(there, (before, after))}
    order = sorted((number for number, *_ in rows), key=lambda number: number not in in_context)
    kept: dict[str, Match] = {}
    for start in range(0, len(order), _PAIRS_AT_ONCE):
        some = order[start : start + _PAIRS_AT_ONCE]
        found = pairs_of(asked.connection, some)
        for number in (number for number in some if number in found):
            pair = found[number]
            likeness = query.likeness(pair.source)
            if likeness.percent == 100 and not penalty(pair)[0]:
                match = Match(pair, 100 + (number in in_context), asked.name, likeness=likeness)
                kept.setdefault(pair.target.shown(), match)
        if len(kept) >= _MOST_EXACT:
            break
    return tuple(kept.values())[:_MOST_EXACT]


def fuzzy(asked: Asked, text: Inline, least: int, most: int, penalty: Penalty) -> tuple[Match, ...]:
    """See `Memory.fuzzy`."""
    about = question(text)
    best = _Best(about.query, asked.name, max(least, LEAST), most, penalty)
    if not best.query.words.written:  # a date, a number: like the same one alone
        rows = exact_ids(asked.connection, text.text, _MOST_SAME)
        best.take(pairs_of(asked.connection, [number for number, *_ in rows]))
        return best.matches()
    compare = about.comparison
    found, may_be = like(asked.connection, asked.state, about.weights, len(compare.words), max(least, LEAST))
    for start in range(0, min(len(found), _MOST_COMPARED), _AT_ONCE):
        if may_be[start] < best.floor.percent:
            break
        ids = found[start : start + _AT_ONCE].tolist()
        likely = compare.ranked(sources(asked.connection, ids), best.floor)
        for place in range(0, len(likely), _PAIRS_AT_ONCE):
            some = [number for rank, number in likely[place : place + _PAIRS_AT_ONCE] if rank >= best.floor]
            best.take(pairs_of(asked.connection, some))
    return best.matches()


class Question:
    """A text that memories are asked for, taken apart. Threads share it."""

    def __init__(self, text: Inline) -> None:
        self._text = text

    @cached_property
    def query(self) -> Query:
        """To measure how like it others are."""
        return Query(self._text)

    @cached_property
    def comparison(self) -> Comparison:
        """To find out quickly which may be."""
        return Comparison(self._text.text)

    @cached_property
    def weights(self) -> Mapping[int, int]:
        """How often it has each key."""
        return weights(self.comparison.words)


@lru_cache(maxsize=8)
def question(text: Inline) -> Question:
    """The text taken apart: once, in however many memories it is looked for."""
    return Question(text)


class Comparison:
    """A text that many are compared with.

    Its words are letters of one string, and so are another text's that it has, too; all others are one letter.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_in(text)
        self._letters = {FIGURE: "\x01"}
        for word in self.words:
            if not is_figure(word):
                self._letters.setdefault(word, chr(len(self._letters) + 1))
        self.spelt = self.spell(self.words)

    def spell(self, words: Iterable[str]) -> str:
        """Words as letters."""
        letter = self._letters.get
        return "".join([letter(word) or ("\x01" if is_figure(word) else "\x00") for word in words])

    def ranked(self, texts: Iterable[tuple[int, str]], floor: Rank) -> list[tuple[Rank, int]]:
        """The texts (id, German with its codes) that may be better than the floor, the best first, by words alone."""
        found = []
        for number, shown in texts:
            other = Inline.parsed(shown).text
            spelt = self.spell(words_in(other))
            longer = max(len(spelt), len(self.spelt))
            most = longer * (100 - min(floor.percent, 100)) // 100 + 1
            differ = Levenshtein.distance(self.spelt, spelt, score_cutoff=most)
            if differ and percent(min(differ, longer), longer) < floor.percent:
                continue
            rank = Rank(percent(differ, longer) if differ else 100, fuzz.ratio(self.text, other))
            if rank >= floor:
                found.append((rank, number))
        return sorted(found, reverse=True)


class _Best:
    """The best matches so far, each English once. `floor`: what another one has to be at least."""

    def __init__(self, query: Query, name: str, least: int, most: int, penalty: Penalty) -> None:
        self.query, self._name, self._least, self._most, self._penalty = query, name, least, most, penalty
        self._kept: dict[str, tuple[Rank, Match]] = {}
        self.floor = Rank(least, 0.0, 0, "", 0)

    def take(self, pairs: dict[int, Pair]) -> None:
        """Look at these pairs (by their ids)."""
        for number, pair in pairs.items():
            likeness = self.query.likeness(pair.source)
            off, why = self._penalty(pair)
            off = min(off, MOST_TAKEN_OFF)
            if likeness.percent - off < self._least:
                continue
            letters = fuzz.ratio(self.query.text.text, pair.source.text)
            rank = Rank(likeness.percent - off, letters, -TRUSTS.index(pair.trust), pair.made, number)
            english = pair.target.shown()
            if english not in self._kept or self._kept[english][0] < rank:
                self._kept[english] = rank, Match(pair, rank.percent, self._name, off, why, likeness)
        ranks = sorted((rank for rank, _ in self._kept.values()), reverse=True)
        if len(ranks) >= self._most:
            self.floor = Rank(*ranks[self._most - 1][:2], -len(TRUSTS), "", 0)

    def matches(self) -> tuple[Match, ...]:
        """The best ones, the best first."""
        ordered = sorted(self._kept.values(), key=lambda one: one[0], reverse=True)
        return tuple(match for _, match in ordered[: self._most])


def _same_context(there: Iterable[int], here: Iterable[int]) -> bool:
    """Whether the neighbours are the same, as far as the pair knows them; two edges alone tell nothing."""
    known = [(one, now) for one, now in zip(there, here, strict=True) if one]
    return any(one != 1 for one, _ in known) and all(one == now for one, now in known)
