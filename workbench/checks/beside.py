"""Which English stands beside which German sentence, guessed while the English is typed."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from workbench.formats.roles import role_by_look
from workbench.text import Span
from workbench.text.plain_sentences import plain_sentences
from workbench.translation import ParagraphRecord

BEADS = ((1, 1, 0.0), (1, 2, 2.3), (2, 1, 2.3), (2, 2, 4.4), (1, 3, 5.0), (3, 1, 5.0))
"""How many German sentences go with how many English ones, and what that costs (Gale and Church 1993, table 5)."""
VARIANCE = 6.8
"""Variance of a translation's length per character of the original (the same, section 3.2)."""
FARTHEST = 12.0
"""What lengths that do not fit cost at most."""
SHARED = 1.5
"""What a figure or a name that stands in both halves of a pair takes off its cost."""
DOUBT = 4.0
"""A pair that costs more is given the English sentences around it as well."""
BAND = 3
"""Sentences an English one may stand off the diagonal; it makes the search linear in the text."""

_At = tuple[int, int]
_ANCHOR = re.compile(r"\d+|\b[A-ZÄÖÜ][^\W\d_]{3,}")


class Pair(NamedTuple):
    """A German sentence (or two that English joins) and the stretch of the English that stands for it.

    `sure`: no other stretch is likely; else the stretch has its neighbours in it.
    """

    german: Span
    english: Span
    sure: bool


class _Way(NamedTuple):
    cost: float
    before: _At
    own: float


@lru_cache(maxsize=256)
def beside(german: str, english: str) -> tuple[Pair, ...]:
    """The sentences of a paragraph, each with its English; all of both texts where one of them is one sentence.

    By length, as Gale and Church do it, and by the figures and names that stand in both; English is left out or added
    nowhere. Linear in the texts.
    """
    source, target = _sentences(german), plain_sentences(english)
    if len(source) < 2 or len(target) < 2:
        return (Pair(Span(0, len(german)), Span(0, len(english)), True),) if source and target else ()
    ways = _ways(_Side(german, source), _Side(english, target))
    return tuple(_pairs(source, target, ways))


def is_headline(record: ParagraphRecord) -> bool:
    """Whether a paragraph is a headline, by its document or by its look: it is a sentence's form that it lacks."""
    return record.role == "headline" or (record.role == "body" and role_by_look(record.german) == "headline")


def english_of(place: Span, german: str, english: str) -> Span:
    """The stretch of the English that stands for the German sentence which has a place in it."""
    pairs = [pair for pair in beside(german, english) if pair.german.meets(place)]
    if not pairs:
        return Span(0, len(english))
    return Span(min(pair.english.start for pair in pairs), max(pair.english.end for pair in pairs))


@lru_cache(maxsize=20_000)
def _sentences(german: str) -> tuple[Span, ...]:
    return plain_sentences(german)


class _Side:
    """The sentences of one text as they are weighed: how long they are, and their figures and names."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.count = len(spans)
        self.upto = (0, *accumulate(span.end - span.start for span in spans))
        self.anchors = [frozenset(_ANCHOR.findall(text, *span)) for span in spans]


def _ways(source: _Side, target: _Side) -> dict[_At, _Way]:
    """The cheapest way to every pair of ends that lies near the diagonal."""
    slope = target.count / source.count
    width = BAND + min(BAND, abs(target.count - source.count))
    cost = _Costs(source, target, _shared(source, target, slope, width))
    ways = {(0, 0): _Way(0.0, (0, 0), 0.0)}
    for i in range(1, source.count + 1):
        for j in _band(i, slope, width, target.count):
            best = _best(ways, cost, i, j)
            if best:
                ways[i, j] = best
    return ways


def _best(ways: dict[_At, _Way], cost: _Costs, i: int, j: int) -> _Way | None:
    """The cheapest way to the ends `i` and `j`."""
    best, before, own = math.inf, (0, 0), 0.0
    for many, much, prior in BEADS:
        way = ways.get((i - many, j - much))
        if way:
            costs = prior + cost.of(i - many, i, j - much, j)
            if way.cost + costs < best:
                best, before, own = way.cost + costs, (i - many, j - much), costs
    return _Way(best, before, own) if best < math.inf else None


class _Costs:
    """How badly sentences fit together, by their lengths and by what they share."""

    def __init__(self, source: _Side, target: _Side, shared: dict[_At, int]) -> None:
        self._ours, self._theirs, self._shared = source.upto, target.upto, shared
        self._ratio = target.upto[-1] / source.upto[-1]

    def of(self, i: int, m: int, j: int, n: int) -> float:
        """The cost of German sentences `i` to `m` with English ones `j` to `n`."""
        length = self._ours[m] - self._ours[i]
        off = (self._theirs[n] - self._theirs[j] - length * self._ratio) ** 2 / (2 * VARIANCE * length)
        common = 0
        if self._shared:
            common = sum([self._shared.get((a, b), 0) for a in range(i, m) for b in range(j, n)])
        return (off if off < FARTHEST else FARTHEST) - SHARED * common


def _band(i: int, slope: float, width: int, count: int) -> range:
    """The English sentences that may end where the first `i` German ones do."""
    middle = round(i * slope)
    return range(max(1, middle - width), min(count, middle + width) + 1)


def _shared(source: _Side, target: _Side, slope: float, width: int) -> dict[_At, int]:
    """How many figures and names two sentences have in common, where they have any."""
    return {
        (i, j): common
        for i, anchors in enumerate(source.anchors)
        if anchors
        for j in range(max(0, round(i * slope) - width - 2), min(target.count, round(i * slope) + width + 3))
        if (common := len(anchors & target.anchors[j]))
    }


def _pairs(source: Sequence[Span], target: Sequence[Span], ways: dict[_At, _Way]) -> list[Pair]:
    at = (len(source), len(target))
    if at not in ways:
        return [Pair(Span(source[0].start, source[-1].end), Span(target[0].start, target[-1].end), False)]
    found = []
    while at != (0, 0):
        way = ways[at]
        (i, j), (m, n) = way.before, at
        sure = way.own <= DOUBT
        first, last = (j, n - 1) if sure else (max(0, j - 1), min(len(target) - 1, n))
        found.append(Pair(Span(source[i].start, source[m - 1].end), Span(target[first].start, target[last].end), sure))
        at = way.before
    return found[::-1]
