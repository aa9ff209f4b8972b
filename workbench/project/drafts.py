"""Drafting the document on the desk, in the model's lane: what is old is drafted anew, what is looked at first."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import Any, Protocol

from workbench.glossary import Entry
from workbench.problem import WorkbenchError
from workbench.project.delivery import settle
from workbench.project.drafting import wanted
from workbench.project.events import Drafting
from workbench.project.jobs import Lane, Work
from workbench.project.project import Project
from workbench.translation import Draft, ParagraphRecord, State

SHOW_EVERY = 0.1
"""Seconds between two showings of new drafts."""

Drafted = list[tuple[int, Draft]]


class OfDesk(Protocol):
    """What is drafted, and who gets the drafts."""

    @property
    def paragraphs(self) -> Sequence[ParagraphRecord]:
        """The paragraphs as they are now."""

    @property
    def first_mentions(self) -> Mapping[Entry, int]:
        """For each entry with a `first` form the paragraph that names it first, as far as is known."""

    def take_drafts(self, records: Sequence[ParagraphRecord], drafted: Drafted) -> None:
        """New drafts, made from these records."""

    def tell_drafting(self, event: Drafting) -> None:
        """How far it is."""


class Drafts:
    """Makes drafts for a document, and makes them again where they are old."""

    def __init__(self, project: Project, lane: Lane, deliver: Callable[[Callable[[], None]], None]) -> None:
        self._project, self._lane, self._deliver = project, lane, deliver
        self._desk: OfDesk | None = None
        self._open: set[int] = set()
        self._firsts: Mapping[Entry, int] = {}
        self._round = 0
        self.in_sight: Callable[[], Iterable[int]] = tuple
        """The paragraphs that the user is looking at, which are drafted first. Any thread may ask."""
        self._first_made: Future[None] = Future()

    def get_ready(self, desk: OfDesk) -> None:
        """In the lane: find the package, and load its model if there is anything to draft that has no draft yet."""
        new = (index for index, paragraph in enumerate(desk.paragraphs) if paragraph.state is State.NEW)
        if self._project.engines.package_name and any(not self._is_filled(desk.paragraphs, index) for index in new):
            self._project.drafter.load()

    def _is_filled(self, records: Sequence[ParagraphRecord], index: int) -> bool:
        """Whether all of a paragraph was translated before, so that nobody has to draft it."""
        from workbench.project.memories.filling import filled_at

        return filled_at(records, index, self._project.memories).whole is not None

    def begin(self, desk: OfDesk, until: int) -> None:
        """Draft every paragraph before this one that nobody has worked on; what is drafted as it should be stays."""
        self._desk = desk
        self._draft(range(until))

    def follow(self, changed: Iterable[int]) -> None:
        """Paragraphs have changed: draft those that want a draft, and where a name comes first now or no more."""
        if self._desk is None:
            return
        old = {*changed, *self._first_elsewhere(self._desk.first_mentions)}
        if wanted(self._desk.paragraphs, old):
            self._draft(old | self._open)

    def _first_elsewhere(self, firsts: Mapping[Entry, int]) -> set[int]:
        """Where names came first at the last drafting and do not now, and where they do now."""
        moved = self._firsts.items() ^ firsts.items()
        return {index for _, index in moved}

    def then(self, lane: Lane, work: Work) -> Future[Any]:
        """Have some work done in a lane when the first drafts have been taken up, or none is wanted; its result."""
        outcome: Future[Any] = Future()

        def begin(_: Future[None]) -> None:
            lane.submit(work).add_done_callback(finish)

        def finish(done: Future[Any]) -> None:
            with suppress(InvalidStateError):  # whoever waited has left meanwhile
                settle(outcome, done, lambda result: result)

        self._first_made.add_done_callback(begin)
        return outcome

    @property
    def running(self) -> bool:
        """Whether drafts are still to come."""
        return bool(self._open)

    def end(self) -> None:
        """Nobody wants these drafts any more."""
        self._desk = None
        self._open.clear()
        self._lane.drop("drafting")

    def _draft(self, indexes: Iterable[int]) -> None:
        desk = self._desk
        assert desk is not None
        was_running = self.running
        self._firsts = dict(desk.first_mentions)
        self._open = set(wanted(desk.paragraphs, set(indexes)))
        self._round += 1
        now, records, among, firsts = self._round, tuple(desk.paragraphs), frozenset(self._open), self._firsts
        if not among:
            self._lane.drop("drafting")
            self._made_some()
            if was_running:
                desk.tell_drafting(Drafting(0, 0))
            return
        self._lane.submit(lambda: self._make(now, records, among, firsts), name="drafting")

    def _make(
        self, now: int, records: Sequence[ParagraphRecord], among: frozenset[int], firsts: Mapping[Entry, int]
    ) -> Generator[None]:
        """In the lane: make the drafts, one a step, and hand them over no faster than they can be drawn."""
        made: Drafted = []
        told, done, problem = float("-inf"), 0, ""
        try:
            for drafted in self._project.drafting(records, self.in_sight, among, firsts):
                made.append(drafted)
                done += 1
                if time.monotonic() - told >= SHOW_EVERY:
                    self._hand_over(now, records, made, Drafting(done, len(among)))
                    made, told = [], time.monotonic()
                yield
        except WorkbenchError as error:
            problem = str(error)
        self._hand_over(now, records, made, Drafting(len(among), len(among), problem))

    def _hand_over(self, now: int, records: Sequence[ParagraphRecord], made: Drafted, event: Drafting) -> None:
        def take() -> None:
            if self._round == now and self._desk is not None:
                if not event.running:
                    self._open.clear()
                self._open.difference_update(index for index, _ in made)
                self._desk.take_drafts(records, made)
                self._desk.tell_drafting(event)
                self._made_some()

        self._deliver(take)

    def _made_some(self) -> None:
        if not self._first_made.done():
            self._first_made.set_result(None)
