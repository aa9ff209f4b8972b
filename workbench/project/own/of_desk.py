"""What is kept of the work at the desk on this machine: bookmarks, the journal of what was done, time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from workbench.project.delivery import Deliver
from workbench.project.events import Act, Event
from workbench.project.jobs import Lanes
from workbench.project.own import bookmarks
from workbench.project.own.bookmarks import Bookmarks
from workbench.project.own.clock import Clock, Times
from workbench.project.own.kept_acts import KeptActs


class Desk(bookmarks.Desk, Protocol):
    """The document on the desk, and where what is kept of it is written (the session)."""

    lanes: Lanes
    deliver: Deliver


class Own:
    """Keeps it, in `.workbench` alone; nothing is written where the project is read-only."""

    def __init__(self, desk: Desk, tell: Callable[[Event], None]) -> None:
        self._desk = desk
        self.bookmarks = Bookmarks(desk, tell)
        self._acts = KeptActs(desk.project.layout, desk.lanes.disk, lambda event: desk.deliver(partial(tell, event)))
        self.clock = Clock(self._keep_times)

    def take(self, act: Act) -> None:
        """Something was done."""
        opened = self._desk.opened
        if opened is not None and not self._desk.project.read_only:
            self._acts.take(act, opened.record)

    def key_pressed(self, index: int) -> None:
        """A key was pressed while the cursor was on a paragraph (from 0) of the document on the desk."""
        project, opened = self._desk.project, self._desk.opened
        if opened is None or project.read_only or project.settings.clock == "off":
            return
        if index < len(opened.paragraphs):
            self.clock.key(index, opened.paragraphs[index].source.shown())

    def _keep_times(self, times: Times) -> None:
        opened = self._desk.opened
        if opened is not None and not self._desk.project.read_only:
            self._acts.take_times(times, opened.record)

    def leave(self) -> None:
        """Another document comes on the desk, or none: the time that was spent on this one is kept."""
        self.clock.leave()

    def finish(self) -> None:
        """The lanes are closed: write what still waits, unless another program has the project now."""
        if not self._desk.project.read_only:
            self._acts.write()
