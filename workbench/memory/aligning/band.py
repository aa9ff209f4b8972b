"""Where in the other text a sentence is looked for: near pairs that are sure, in the order of both."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from workbench.memory.aligning.evidence import Evidence

Pair = tuple[int, int]
Band = list[range]
"""For each place between German sentences (from 0 to their number) the places between English ones that are tried."""

RARE = 12
"""In how many English sentences a word may stand to tell where a German one belongs."""
MARGIN = 3
"""Sentences that are looked at beyond a sure pair: it may be a wrong one."""
MOST_CELLS = 40_000
"""Between two sure pairs as many places are tried; where there are more, those along the straight line."""
BESIDE_LINE = 80
LEAST = 6.0
"""What the shared words of a sure pair weigh; a rare word in a thousand sentences weighs 7, at its only place."""


def band(evidence: Evidence, german: int, english: int) -> Band:
    """The places to try for documents of so many sentences."""
    anchors = [(0, 0), *sure_pairs(evidence), (german, english)]
    low, high = [english] * (german + 1), [0] * (german + 1)
    for first, last in pairwise(anchors):
        for row in range(first[0], last[0] + 1):
            start, end = _between(first, last, row)
            low[row] = min(low[row], max(0, start - MARGIN))
            high[row] = max(high[row], min(english, end + MARGIN))
    return [range(start, end + 1) for start, end in zip(low, high, strict=True)]


def _between(first: Pair, last: Pair, row: int) -> Pair:
    """The places between two sure pairs that are tried for a German one: all, or those along the straight line."""
    rows, columns = last[0] - first[0], last[1] - first[1]
    if rows * columns <= MOST_CELLS:
        return first[1], last[1]
    middle = first[1] + columns * (row - first[0]) // rows
    beside = max(BESIDE_LINE, columns // rows + 1)  # so that there is a way from each place to the next
    return max(first[1], middle - beside), min(last[1], middle + beside)


def sure_pairs(evidence: Evidence) -> list[Pair]:
    """Sentences that share more rare words with each other than either does with any other, as many as are in order."""
    near = evidence.near(RARE)
    best_german: dict[int, tuple[float, int]] = {}
    for i, scores in enumerate(near):
        for j, score in scores.items():
            best_german[j] = max(best_german.get(j, (0.0, 0)), (score, -i))
    found: list[tuple[int, int, float]] = []
    for i, scores in enumerate(near):
        if not scores:
            continue
        j = max(scores, key=lambda at: (scores[at], -at))
        if scores[j] >= LEAST and best_german[j] == (scores[j], -i):
            found.append((i, j, scores[j]))
    return _in_order(found)


def _in_order(pairs: Sequence[tuple[int, int, float]]) -> list[Pair]:
    """The heaviest chain in which both sides go up, by a Fenwick tree of the best chain that ends before each place."""
    seats = sorted({j for _, j, _ in pairs})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(seats) + 1)
    before: list[int] = []
    end = (0.0, -1)
    for at, (_, j, weight) in enumerate(pairs):
        seat, so_far = bisect_left(seats, j), (0.0, -1)
        place = seat
        while place > 0:
            so_far = max(so_far, tree[place])
            place -= place & -place
        before.append(so_far[1])
        chain = (so_far[0] + weight, at)
        end = max(end, chain)
        place = seat + 1
        while place <= len(seats):
            tree[place] = max(tree[place], chain)
            place += place & -place
    found: list[Pair] = []
    at = end[1]
    while at >= 0:
        found.append(pairs[at][:2])
        at = before[at]
    return found[::-1]
