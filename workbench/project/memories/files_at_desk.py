"""The files in `memories/` at the desk: looked at, taken in beside the work, and told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator
from concurrent.futures import Future
from functools import partial
from typing import Protocol

from workbench.problem import Problem
from workbench.project.delivery import Deliver
from workbench.project.jobs import Lanes
from workbench.project.memories.laid_in import PAUSE, LaidIn, Look, TakenIn

Others = Callable[[Collection[str]], None]
"""Takes the names of memories that are no more; others may be there, too."""


class Desk(Protocol):
    """Where files are taken in, and what became of them is handed over (the session)."""

    deliver: Deliver

    @property
    def lanes(self) -> Lanes:
        """The lanes."""


class FilesAtDesk:
    """Has the folder looked at, in the disk's lane, and what is new taken in, in a lane of its own.

    `others` is called when other memories are asked than before. What became of files is told by `news`, once.
    """

    def __init__(self, desk: Desk, files: LaidIn, others: Others) -> None:
        self._desk, self._files, self._others = desk, files, others
        self._looking = self._taking = False
        self._news: list[str | Problem] = []

    def news(self) -> tuple[str | Problem, ...]:
        """What became of files since this was asked last."""
        told, self._news = tuple(self._news), []
        return told

    def look(self) -> None:
        """Have the folder looked at; what is new is taken in then."""
        if not self._looking:
            self._looking = True
            self._desk.lanes.disk.submit(self._files.look, name="look at memories").add_done_callback(self._looked)

    def _looked(self, done: Future[Look]) -> None:
        found = None if done.cancelled() or done.exception() else done.result()
        self._desk.deliver(partial(self._take_look, found))

    def _take_look(self, found: Look | None) -> None:
        self._looking = False
        if found is None:
            return
        self._news += [f"no memory any more: {name}" for name in found.gone]
        if found.came or found.gone:
            self._others(found.gone)
        if found.waits and not self._taking:
            self._taking = True
            self._desk.lanes.large_files.submit(self._take_in).add_done_callback(self._ended)

    def _take_in(self) -> Generator[None, None, None]:
        """In the lane: take in what waits."""
        for done in self._files.take_in(PAUSE):
            if done is not None:
                self._desk.deliver(partial(self._taken, done))
            yield

    def _taken(self, done: TakenIn) -> None:
        if done.pairs:
            pairs = "1 pair" if done.pairs == 1 else f"{done.pairs:,} pairs"
            self._news.append(f"new memory: {done.name}, {pairs}")
        if done.problem:
            self._news.append(done.problem)
        self._others(() if done.pairs else (done.name,))

    def _ended(self, done: Future[None]) -> None:
        def ended() -> None:
            self._taking = False

        self._desk.deliver(ended)
