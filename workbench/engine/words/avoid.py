"""Drafts without the words that a package has made up: decoded anew, and kept from writing these.

(CTranslate2's `suppress_sequences`.)
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.engine.protocol import Abilities, Hypothesis
from workbench.engine.words.case import Case
from workbench.text import Span

ROUNDS = 4
"""Each round keeps the package from what it made up in the one before, too."""


def avoiding(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """For each case with an invented word the best draft without; the case itself where that is no better.

    The drafts must be those of the engine. Without the ability nothing changes.
    """
    found, latest = list(cases), list(cases)
    if able.avoids is None:
        return found
    unwanted: list[list[tuple[Hypothesis, Span]]] = [[] for _ in cases]
    for _ in range(ROUNDS):
        waiting = [at for at, case in enumerate(latest) if case.invented]
        for at in waiting:
            unwanted[at] += [(latest[at].draft, word.span) for word in latest[at].invented]
        drafts = able.avoids.without([cases[at].german for at in waiting], [unwanted[at] for at in waiting])
        for at, draft in zip(waiting, drafts, strict=True):
            latest[at] = cases[at].with_draft(draft)
            if latest[at].invents_less_than(found[at]):
                found[at] = latest[at]
    return found
