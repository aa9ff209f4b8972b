"""The uses of all entries in force: the documents are looked through for them in a lane, while the list is shown."""

from __future__ import annotations

from asyncio import Event as Awaited
from collections.abc import Callable, Generator
from functools import partial
from time import monotonic
from typing import Any

from textual.screen import Screen

from workbench.problem import WorkbenchError
from workbench.project import Session
from workbench.project.terms.usages import Uses
from workbench.tui import door
from workbench.tui.glossary.uses import TELL_EVERY


class LookingThrough:
    """Looks through all documents of a session, for a screen that is told of it.

    `uses`: where the entries in force are used, None as long as that is not known; `activity`: how far it is, empty
    where nothing is looked for.
    """

    def __init__(
        self,
        screen: Screen[Any],
        session: Session,
        *,
        on_way: Callable[[], None],
        found: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        """`on_way`: called when `activity` is another; `found`: when `uses` are there; `failed`: with what could not
        be looked through.
        """
        self._screen, self._session = screen, session
        self._on_way, self._found, self._failed = on_way, found, failed
        self._ended = Awaited()
        self.uses: Uses | None = None
        self.activity = ""

    def begin(self) -> None:
        """Look through all documents for the entries in force; what was known before counts no more."""
        self.uses = None
        self._ended.clear()
        try:
            uses = Uses(self._session.project, self._session.translation.record)
        except WorkbenchError as error:
            self._failed(str(error))
            self._ended.set()
            return
        self._screen.run_worker(self._wait_for(uses), exclusive=True, group="survey")

    def end(self) -> None:
        """Nobody looks at the uses any more."""
        self._session.lanes.look_up.drop("survey")

    async def all(self) -> Uses | None:
        """The uses when the documents have been looked through; None if they cannot be."""
        await self._ended.wait()
        return self.uses

    async def _wait_for(self, uses: Uses) -> None:
        look = partial(self._look, uses)
        await door.result(self._screen, self._session.lanes.look_up.submit(look, name="survey"))
        self.activity = ""
        if uses.glossary is not self._session.termbase.glossary:
            self.begin()
            return
        self.uses = uses
        self._ended.set()
        for problem in uses.problems[:1]:
            self._failed(f"Not looked through: {problem.within(self._session.project.layout.root)}")
        self._found()

    def _look(self, uses: Uses) -> Generator[None]:
        """In the lane: a document a step."""
        told = monotonic()
        for done, total in uses.collect():
            if monotonic() - told > TELL_EVERY:
                told = monotonic()
                self._session.deliver(partial(self._tell, f"looking for uses: {done} of {total} documents"))
            yield

    def _tell(self, activity: str) -> None:
        if door.is_shown(self._screen):
            self.activity = activity
            self._on_way()
