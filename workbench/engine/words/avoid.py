"""Drafts without the words that a package has made up: decoded anew, and kept from writing these.

(CTranslate2's `suppress_sequences`.)
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.engine.protocol import Abilities, Avoids, Hypothesis
from workbench.engine.words.case import Case
from workbench.engine.words.kept import without_loss
from workbench.text import Span

ROUNDS = 4
"""Each round keeps the package from what it made up in the one before, too."""


def avoiding(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """For each case with an invented word the best draft without; the case itself where that is no better.

    A draft that lost more of the German is not taken, nor is any once the package writes the same again. The drafts
    must be those of the engine. Without the ability nothing changes.
    """
    if able.avoids is None:
        return list(cases)
    rounds = _Rounds(cases, able.avoids)
    for _ in range(ROUNDS):
        if rounds.waiting:
            rounds.go_on()
    return _whole(cases, rounds.found, able)


class _Rounds:
    """Drafts made again and again: the best of each case, and the numbers of those that wait for another."""

    def __init__(self, cases: Sequence[Case], avoids: Avoids) -> None:
        self._cases, self._avoids = cases, avoids
        self._latest = list(cases)
        self._unwanted: list[list[tuple[Hypothesis, Span]]] = [[] for _ in cases]
        self.found = list(cases)
        self.waiting = [at for at, case in enumerate(cases) if case.invented]

    def go_on(self) -> None:
        """Draft those that wait once more."""
        for at in self.waiting:
            self._unwanted[at] += [(self._latest[at].draft, word.span) for word in self._latest[at].invented]
        drafts = self._avoids.without(
            [self._cases[at].german for at in self.waiting], [self._unwanted[at] for at in self.waiting]
        )
        asked, self.waiting = self.waiting, []
        for at, draft in zip(asked, drafts, strict=True):
            if draft.english != self._latest[at].english:
                self._take(at, self._cases[at].with_draft(draft))

    def _take(self, at: int, case: Case) -> None:
        self._latest[at] = case
        if case.invents_less_than(self.found[at]):
            self.found[at] = case
        if case.invented:
            self.waiting.append(at)


def _whole(cases: Sequence[Case], found: Sequence[Case], able: Abilities) -> list[Case]:
    """The drafts found, each only if it lost no more of the German than the draft of the case."""
    anew = [at for at, (case, other) in enumerate(zip(cases, found, strict=True)) if other is not case]
    kept = dict(zip(anew, without_loss([cases[at] for at in anew], [found[at] for at in anew], able), strict=True))
    return [kept.get(at) or case for at, case in enumerate(cases)]
