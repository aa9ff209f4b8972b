"""The best way through both documents, and once more where it is in doubt, with a package's judgement."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from workbench.memory.aligning.band import Band, band
from workbench.memory.aligning.bead import Bead, Judge, Sentence
from workbench.memory.aligning.costs import SHAPES, Costs, Place, Weights, crossed
from workbench.memory.aligning.evidence import Evidence
from workbench.memory.aligning.known import NOTHING, Known
from workbench.memory.aligning.words import english_sentence, german_sentences

DOUBT = 0.5
"""A bead that is less sure is shown as one to look at, and a package is asked about it."""
MOST_ASKED = 250
"""Pairs that a package is asked about, for two documents: some seconds."""
HOPELESS = 40.0
"""What a way may cost more than another that has come as far: as much as twenty sentences without a partner do."""
_GAP = 2.0
_HALF_SURE, _OF_SHARE, _OF_LENGTH, _OF_SEVERAL = 0.25, 9.0, 0.5, 0.5
_HALF_SURE_SCORE, _OF_SCORE = -2.4, 2.0
"""How sure a bead is: log-odds from the share of words that is found, lengths, sentences joined, a package's score."""
_AROUND = 1
"""Beads beside a doubtful one that are thought over with it."""
_WIDEST = 7
"""Sentences on either side of what is thought over as one."""


def aligned(
    german: Sequence[Sentence],
    english: Sequence[Sentence],
    judge: Judge | None = None,
    weights: Weights | None = None,
    most_asked: int = MOST_ASKED,
    known: Known = NOTHING,
) -> tuple[Bead, ...]:
    """Which sentences belong together: every sentence of both sides in exactly one bead, in order.

    `judge`: is asked about at most `most_asked` pairs of those that words and lengths leave in doubt. `known`: what is
    known of German sentences before.
    """
    texts = [one.text for one in german]
    evidence = Evidence(german_sentences(texts, known.terms), [english_sentence(one.text) for one in english])
    costs = Costs(german, english, evidence, weights or Weights())
    if costs.judges:
        costs.judged.update(known.pairs(texts, [one.text for one in english]))
    where = band(evidence, len(german), len(english))
    path = _best(costs, where)
    beads = [_bead(costs, place) for place in path]
    if judge is not None and costs.judges and _ask(costs, judge, german, english, beads, most_asked):
        beads = [_bead(costs, place) for place in _best(costs, where)]
    return tuple(beads)


def _best(costs: Costs, where: Band) -> list[Place]:
    """The cheapest way from the beginning of both to their ends, through places of the band."""
    end = len(where) - 1, where[-1][-1]
    best = _ways(costs, where, HOPELESS)
    if end[1] not in best[-1]:  # what was given up was on every way
        best = _ways(costs, where, math.inf)
    found: list[Place] = []
    i, j = end
    while (i, j) != (0, 0):
        _, from_i, from_j = best[i][j]
        found.append((from_i, i, from_j, j))
        i, j = from_i, from_j
    return found[::-1]


def _ways(costs: Costs, where: Band, hopeless: float) -> list[dict[int, tuple[float, int, int]]]:
    """For each place what the cheapest way to it costs, and the place before it.

    Of those behind one German sentence what costs `hopeless` more than the cheapest is given up, counting that as many
    sentences will stay without a partner as one side has more left than the other.
    """
    german, english = len(where) - 1, where[-1][-1]
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in where]
    best[0][0] = (0.0, 0, 0)
    for i, places in enumerate(where):
        here = best[i]
        for j in places:
            ways = []
            for many, much in SHAPES:
                from_i, from_j = i - many, j - much
                before = best[from_i].get(from_j) if from_i >= 0 else None
                if before is not None and from_j >= 0:
                    ways.append((before[0] + costs.of((from_i, i, from_j, j)), from_i, from_j))
            if ways:
                here[j] = min(ways)
        to_come = {j: way[0] + _GAP * abs(english - j - german + i) for j, way in here.items()}
        most = min(to_come.values(), default=0.0) + hopeless
        best[i] = {j: way for j, way in here.items() if to_come[j] <= most}
    return best


def _bead(costs: Costs, place: Place) -> Bead:
    german, german_end, english, english_end = place
    if german == german_end or english == english_end:
        return Bead(*place, sure=0.0)
    shape = german_end - german, english_end - english
    if shape == (2, 2) and costs.is_crossed(place):
        said = min(_said(costs, pair) for pair in crossed(place))
        return Bead(*place, sure=_probability(said), crossed=True)
    said = _said(costs, place) - (0.0 if shape == (1, 1) else _OF_SEVERAL)
    return Bead(*place, sure=_probability(said))


def _said(costs: Costs, place: Place) -> float:
    """The log-odds that what stands at a place belongs together."""
    said = _OF_SHARE * (costs.shares(place) - _HALF_SURE) - _OF_LENGTH * costs.length(place)
    score = costs.judged.get(place)
    return said if score is None else said + _OF_SCORE * (score - _HALF_SURE_SCORE)


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def _ask(
    costs: Costs,
    judge: Judge,
    german: Sequence[Sentence],
    english: Sequence[Sentence],
    beads: Sequence[Bead],
    most: int,
) -> bool:
    """Have all pairs judged that could stand in the place of doubtful ones, a stretch whole or not at all.

    Whether there were any.
    """
    asked: dict[Place, None] = {}
    for stretch in _doubtful(beads):
        possible = [place for place in _possible(stretch) if place not in asked and place not in costs.judged]
        if len(asked) + len(possible) <= most:
            asked.update(dict.fromkeys(possible))
    texts = [(_text(german[a:b]), _text(english[c:d])) for a, b, c, d in asked]
    if texts:
        costs.judged.update(zip(asked, judge(texts), strict=True))
    return bool(texts)


def _doubtful(beads: Sequence[Bead]) -> Iterator[Sequence[Bead]]:
    """Stretches of beads that hold doubtful ones, with what stands beside them, the shortest first."""
    marked = sorted(
        {
            at
            for middle, bead in enumerate(beads)
            if bead.sure < DOUBT
            for at in range(max(0, middle - _AROUND), min(len(beads), middle + _AROUND + 1))
        }
    )
    stretches: list[list[Bead]] = []
    last = -2
    for at in marked:
        if at != last + 1 or not _fits([*stretches[-1], beads[at]]):
            stretches.append([])
        stretches[-1].append(beads[at])
        last = at
    return iter(sorted(stretches, key=len))


def _fits(stretch: Sequence[Bead]) -> bool:
    first, last = stretch[0], stretch[-1]
    return max(last.german_end - first.german, last.english_end - first.english) <= _WIDEST


def _possible(stretch: Sequence[Bead]) -> Iterator[Place]:
    """The pairs that could be made of the sentences of a stretch, near its straight line."""
    first, last = stretch[0], stretch[-1]
    rows, columns = last.german_end - first.german, last.english_end - first.english
    for i in range(first.german, last.german_end):
        for j in range(first.english, last.english_end):
            if abs((i - first.german) * columns - (j - first.english) * rows) > 2 * max(rows, columns):
                continue
            for many, much in SHAPES:
                if many and much and i + many <= last.german_end and j + much <= last.english_end:
                    yield i, i + many, j, j + much


def _text(sentences: Iterable[Sentence]) -> str:
    return " ".join(one.text for one in sentences)
