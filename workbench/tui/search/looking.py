"""One look in the lanes: through the documents and, where doubtful drafts are meant, through those that were found."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from functools import partial
from time import monotonic
from typing import Protocol

from workbench.problem import WorkbenchError
from workbench.project import Session
from workbench.project.searching.search import Hit, Search

TELL_EVERY = 0.1
"""Seconds between two pieces of news from a lane."""


class Shows(Protocol):
    """The screen that shows what is found. It is told in its own thread, as long as it looks for this."""

    def looks_for(self, search: Search) -> bool:
        """Whether this is what it looks for."""

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """More was found, to be listed behind what is there."""

    def show_looked(self) -> None:
        """More documents were looked through."""

    def tell(self, told: str, *, bad: bool = False) -> None:
        """How far it is, or why it ends."""

    def show_end(self) -> None:
        """All is there."""


class Looking:
    """Has a search made. `hits`: what was found so far, in the order in which it is listed."""

    def __init__(self, session: Session, search: Search, screen: Shows) -> None:
        self._session, self.search, self._screen = session, search, screen
        self.hits: list[Hit] = []

    def begin(self) -> None:
        """Look through the documents in the look-up lane; weigh what was found in that of the model."""
        self._session.lanes.look_up.submit(self._look, name="search")

    def end(self) -> None:
        """Nobody waits for it any more."""
        self._session.lanes.look_up.drop("search")
        self._session.lanes.model.drop("search")

    def _have(self, call: Callable[[], None]) -> None:
        def call_if_wanted() -> None:
            if self._screen.looks_for(self.search):
                call()

        self._session.deliver(call_if_wanted)

    def _look(self) -> Generator[None]:
        """In the lane: a document a step, handed over a few times a second."""
        found: list[Hit] = []
        told = monotonic()
        for some in self.search.collect():
            found += some
            if monotonic() - told > TELL_EVERY:
                told = monotonic()
                self._have(partial(self._take, found))
                found = []
            yield
        self._have(partial(self._take, found, done=True))

    def _take(self, found: Sequence[Hit], *, done: bool = False) -> None:
        self.hits += found
        doubtful = self.search.query.doubtful
        if not doubtful:  # these are listed when they are weighed
            self._screen.show_hits(found)
        self._screen.show_looked()
        if done and doubtful:
            weigh = partial(self._weigh, tuple(self.hits))
            self._session.lanes.model.submit(weigh, name="search", urgent=True)
        elif done:
            self._screen.show_end()

    def _weigh(self, hits: Sequence[Hit]) -> Generator[None]:
        """Where the model works: what is found in drafts with words in doubt, the most doubtful first."""
        from workbench.project.doubting.ordered import most_doubtful_first

        steps, told = most_doubtful_first(hits, self._session.drafting.weigher), monotonic()
        try:
            while True:
                done, of = next(steps)
                if monotonic() - told > TELL_EVERY:
                    told = monotonic()
                    self._have(partial(self._screen.tell, f"Weighing {done:,} of {of:,} drafts …"))
                yield
        except StopIteration as end:
            self._have(partial(self._take_weighed, end.value))
        except WorkbenchError as error:
            self._have(partial(self._screen.tell, str(error), bad=True))

    def _take_weighed(self, hits: Sequence[Hit]) -> None:
        self.hits = list(hits)
        self._screen.tell("")
        self._screen.show_hits(hits)
        self._screen.show_looked()
        self._screen.show_end()
