"""Other words for what was found: shown before, put in as one act, stopped half-way by Esc."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from functools import partial

from textual.screen import Screen

from workbench.problem import WorkbenchError
from workbench.project import Applied, Change, Session
from workbench.project.searching.query import Query
from workbench.project.searching.replacing import replacements
from workbench.project.searching.walk import Place
from workbench.text import clean_line
from workbench.tui import door
from workbench.tui.dialogs.changes import ChangesDialog
from workbench.tui.search.looking import Looking
from workbench.tui.widgets.status import StatusLine


class Replacing:
    """Replaces on a search screen, and tells on its status line. `busy`: whether changes are being made."""

    def __init__(self, session: Session, screen: Screen[Place], status: StatusLine) -> None:
        self._session, self._screen, self._status = session, screen, status
        self.busy = self._stopped = False

    def stop(self) -> None:
        """Make no more changes; what was made stays."""
        self._stopped = True

    async def replace(self, looking: Looking | None, asked: Query, replacement: str) -> str | None:
        """Show what would change, and change what is ticked; what is told of that, None where nothing was done.

        `asked`: what stands on the screen, all of which is to be found before anything is replaced.
        """
        if self._session.read_only:
            self._status.tell(f"Read-only: {self._session.project.read_only_reason}", bad=True)
            return None
        if looking is None or looking.search.query != asked:
            self._status.tell("Press Enter on the words first." if looking else "Look for words first: Enter.")
            return None
        if not looking.search.complete:
            self._status.tell("Still looking; wait until all has been found.")
            return None
        return await self._replace(looking, asked, replacement)

    async def _replace(self, looking: Looking, query: Query, replacement: str) -> str | None:
        try:
            found = replacements(tuple(looking.hits), query, replacement)
        except WorkbenchError as error:
            self._status.tell_problem(error)
            return None
        title = f"{query.told} → “{clean_line(replacement)}”"
        ticked = await self._screen.app.push_screen_wait(ChangesDialog(title, partial(self._changes, found)))
        if ticked:
            return await self._apply(ticked, f"replacing {title}")
        why = "nothing that was found in English would change" if ticked == () else "all stays as it is"
        self._status.tell(f"Not replaced: {why}.")
        return None

    async def _changes(self, found: Iterator[Change]) -> Sequence[Change]:
        changes: Sequence[Change] = await door.result(
            self._screen, self._session.lanes.look_up.submit(partial(_collected, found), name="replacing")
        )
        return changes

    async def _apply(self, ticked: Sequence[Change], label: str) -> str:
        self.busy, self._stopped = True, False
        done = Applied()
        with self._status.telling(), closing(self._session.rewording(ticked, label)) as changing:
            for done in changing:
                self._status.tell(f"{done.sentences} of {len(ticked)} sentences changed … Esc stops")
                await sleep(0)
                if self._stopped:
                    break
        self.busy = False
        for problem in done.left[:5]:
            self._screen.notify(str(problem), title="Left as it is", severity="warning", markup=False, timeout=12)
        stopped = " Stopped: the rest is as it was." if self._stopped else ""
        return f"Saved: {label}, {done.places}.{stopped} u on the desk undoes it." if done.steps else ""


def _collected(found: Iterator[Change]) -> Generator[None, None, list[Change]]:
    """In the lane: a sentence a step."""
    changes = []
    for change in found:
        changes.append(change)
        yield
    return changes
