"""Looking at the document on the desk bit by bit, in between what the user does, and having it drafted."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from workbench.project.delivery import Deliver, at_once
from workbench.project.drafts import Drafts, OfDesk
from workbench.project.jobs import Lane

if TYPE_CHECKING:  # the checks are loaded when the document is on the screen
    from workbench.project.findings import Findings

LOOK, PAUSE = 0.01, 0.005
"""Seconds that a look at a part of a long document takes, and seconds until the next: a key never waits longer."""


class Looking:
    """Looks at all of a document, which is drafted as far as it has been seen.

    `tell` is told, after each look, whose findings have become others. The paragraphs in sight are drafted when they
    and all before them have been looked at, since these say where a name comes first; the others when all have been.
    """

    def __init__(self, lane: Lane, tell: Callable[[frozenset[int]], None], drafts: Drafts, desk: OfDesk) -> None:
        self._lane, self._tell, self._drafts, self._desk = lane, tell, drafts, desk
        self._findings: Findings | None = None
        self._drafted: tuple[Findings | None, int] = (None, 0)

    def begin(self, findings: Findings, deliver: Deliver) -> None:
        """Look at the document of these findings, unless that is under way, and at no other any more.

        `deliver` has a call made in the thread that gives the commands; where there is no screen (`at_once`) all is
        looked at in one go.
        """
        if findings is not self._findings:
            self._findings = findings
            self._look_on(findings, deliver)

    def end(self) -> None:
        """Nobody is interested in it any more."""
        self._findings = None

    def _look_on(self, findings: Findings, deliver: Deliver) -> None:
        if findings is not self._findings:
            return
        self._tell(findings.look_on(math.inf if deliver is at_once else LOOK))
        self._have_drafted(findings)
        if findings.complete:
            self._findings = None
        else:
            self._lane.submit(partial(self._look_on_soon, findings, deliver), name="looking at the document")

    def _look_on_soon(self, findings: Findings, deliver: Deliver) -> None:
        """In the lane: leave whoever gives the commands the time to draw, and to take a key."""
        time.sleep(PAUSE)
        deliver(partial(self._look_on, findings, deliver))

    def _have_drafted(self, findings: Findings) -> None:
        begun, until = self._drafted
        in_sight_is_seen = findings.looked_at > max(self._drafts.in_sight(), default=0)
        if begun is not findings and (in_sight_is_seen or findings.seen_through):
            until = 0
        elif begun is not findings or not findings.seen_through:
            return
        if until < findings.looked_at:
            self._drafted = (findings, findings.looked_at)
            self._drafts.begin(self._desk, findings.looked_at)
