"""What a bead costs: a negative log-probability of its shape and lengths, and what its words and place say."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.memory.aligning.bead import Sentence
from workbench.memory.aligning.evidence import Evidence

Shape = tuple[int, int]
Place = tuple[int, int, int, int]
"""First and behind-last German sentence, first and behind-last English one."""

SHAPES: Mapping[Shape, float] = {
    (1, 1): 0.89,
    (1, 0): 0.0099,
    (0, 1): 0.0099,
    (2, 1): 0.089,
    (1, 2): 0.089,
    (2, 2): 0.011,
    (3, 1): 0.004,
    (1, 3): 0.004,
}
"""How likely each is (Gale and Church 1993, table 5; the last two are ours)."""
VARIANCE = 6.8
"""Variance of a translation's length per character of the original (there, section 3.2)."""
_MOST_OF_LENGTH = 12.0
_ABSURD = 8.0
"""Sentences are not joined to match a text that is so much longer or shorter, whatever their words (1 in 3,000)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts, as costs (negative log-probabilities). Tuned on `benchmarks.alignment`.

    `words`: of a sentence all of whose words are found, against one with `usual`, the share that sentences share which
    have nothing to do with each other and which real ones exceed; `mass`: words' weight from which that counts fully.
    `gap`: of a sentence that stands alone, besides its shape. `paragraph`: of two paragraphs that do not begin in one
    place; `heading`: of a headline beside running text. `judged`: of a package's score one below `likely`. `crossed`:
    by how much two sentences have to fit better across than each beside the other.
    """

    words: float = 12.0
    usual: float = 0.32
    mass: float = 12.0
    gap: float = -2.7
    length: float = 0.7
    paragraph: float = 2.0
    heading: float = 3.0
    judged: float = 1.0
    likely: float = -2.8
    crossed: float = 5.0


LENGTHS_ALONE = Weights(words=0.0, gap=0.0, length=1.0, paragraph=0.0, heading=0.0, judged=0.0, crossed=math.inf)
"""As Gale and Church had it."""


class Costs:
    """The costs of the beads of two documents. `judged`: scores that a package gave (see `Judge`)."""

    def __init__(
        self, german: Sequence[Sentence], english: Sequence[Sentence], evidence: Evidence, weights: Weights
    ) -> None:
        self.judged: dict[Place, float] = {}
        self._german, self._english, self._evidence, self._weights = german, english, evidence, weights
        self._lengths = [[len(one.text) for one in side] for side in (german, english)]
        total = [max(1, sum(lengths)) for lengths in self._lengths]
        ratio = total[1] / total[0]
        self._ratio = min(1.4, max(0.7, ratio))
        self._begins = [_begins(german), _begins(english)]
        self._paragraph = weights.paragraph * _alike(*map(sum, self._begins))
        self._known: dict[Place, float] = {}

    @property
    def judges(self) -> bool:
        """Whether what a package says would count."""
        return self._weights.judged > 0

    def of(self, place: Place) -> float:
        """The cost of a bead."""
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = self._of(place)
        return known + self._of_judge(place)

    def is_crossed(self, place: Place) -> bool:
        """Whether of two and two the first is far likelier to stand for the second of the other side, and the other
        way round, than each for the one beside it.
        """
        i, _, j, _ = place
        straight = (i, i + 1, j, j + 1), (i + 1, i + 2, j + 1, j + 2)
        across = [self._content(pair) + self._of_judge(pair) for pair in crossed(place)]
        beside = [self._content(pair) + self._of_judge(pair) for pair in straight]
        return sum(across) + self._weights.crossed < sum(beside)

    def shares(self, place: Place) -> float:
        """How much of its words is borne out, from 0 to 1: the mean of its sentences."""
        ours, theirs = self._evidence.shares(range(*place[:2]), range(*place[2:]))
        return sum((*ours, *theirs)) / len((*ours, *theirs))

    def length(self, place: Place) -> float:
        """What the lengths of its two sides cost."""
        german, english = sum(self._lengths[0][slice(*place[:2])]), sum(self._lengths[1][slice(*place[2:])])
        deviation = (english - german * self._ratio) / math.sqrt(max(german, 1) * VARIANCE)
        return min(_MOST_OF_LENGTH, -math.log(max(math.erfc(abs(deviation) / math.sqrt(2)), 1e-12)))

    def _of(self, place: Place) -> float:
        german, german_end, english, english_end = place
        shape = (german_end - german, english_end - english)
        cost = -math.log(SHAPES[shape])
        if not all(shape):
            return cost + self._weights.gap
        length = self.length(place)
        if length > _ABSURD and shape != (1, 1):
            return cost + self._weights.length * length + _ABSURD
        return cost + self._content(place) + self._of_place(place)

    def _content(self, place: Place) -> float:
        """What lengths and words cost."""
        return self._weights.length * self.length(place) + self._of_words(place)

    def _of_words(self, place: Place) -> float:
        if not self._weights.words:
            return 0.0
        evidence, weights = self._evidence, self._weights
        german, english = range(*place[:2]), range(*place[2:])
        ours, theirs = evidence.shares(german, english)
        masses = [*(evidence.german_mass[i] for i in german), *(evidence.english_mass[j] for j in english)]
        said = sum(
            (weights.usual - share) * min(1.0, mass / weights.mass)
            for share, mass in zip((*ours, *theirs), masses, strict=True)
        )
        return weights.words * said / 2

    def _of_place(self, place: Place) -> float:
        """Paragraphs that begin on one side only, at the bead or in it, and headlines beside text."""
        german, german_end, english, english_end = place
        at = self._begins[0][german] != self._begins[1][english]
        within = sum(self._begins[0][german + 1 : german_end]), sum(self._begins[1][english + 1 : english_end])
        cost = self._paragraph * (0.5 * at + abs(within[0] - within[1]) + 0.5 * min(within))
        heads = {one.heading for one in (*self._german[german:german_end], *self._english[english:english_end])}
        return cost + self._weights.heading * (len(heads) > 1)

    def _of_judge(self, place: Place) -> float:
        score = self.judged.get(place)
        if score is None:
            return 0.0
        sentences = place[1] - place[0] + place[3] - place[2]
        return self._weights.judged * (self._weights.likely - max(score, -6.0)) * sentences / 2


def crossed(place: Place) -> tuple[Place, Place]:
    """Of two sentences on either side the first with the second, and the second with the first."""
    i, _, j, _ = place
    return (i, i + 1, j + 1, j + 2), (i + 1, i + 2, j, j + 1)


def _begins(sentences: Sequence[Sentence]) -> list[bool]:
    """Of each sentence, whether a paragraph begins with it."""
    before = [-1, *(one.paragraph for one in sentences)]
    return [one.paragraph != last for one, last in zip(sentences, before, strict=False)]


def _alike(german: int, english: int) -> float:
    """How far two documents seem to be cut into the same paragraphs, from 0 to 1."""
    if german < 2 or english < 2:
        return 0.0
    return (min(german, english) / max(german, english)) ** 2
