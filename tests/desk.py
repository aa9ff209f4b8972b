"""The desk as a user sees it, for tests: the real screen under the pilot, with a few words for what they look at."""

from __future__ import annotations

import shutil
from asyncio import Event, sleep
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Static

from workbench.project import Project, Session, State
from workbench.tui import WorkbenchApp
from workbench.tui.desk import DeskScreen

CHARACTERS = {"space": " ", "question_mark": "?", "slash": "/", "enter": "\r", "tab": "\t"}
"""What a terminal sends for keys that are named."""
LONGEST = 60.0
"""Seconds after which what a test waits for is taken never to come; nothing waits so long that does come."""


class Desk:
    """The screen as a user sees it, with a few words for what tests look at."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> DeskScreen:
        return next(screen for screen in reversed(self.app.screen_stack) if isinstance(screen, DeskScreen))

    def english(self, number: int) -> str:
        return self.screen.records[number - 1].english

    def state(self, number: int) -> State:
        return self.screen.records[number - 1].state

    @property
    def number(self) -> int:
        return self.screen.pairs.current + 1

    @property
    def status(self) -> str:
        return str(self.screen.query_one("#status", Static).render())

    def shown(self) -> str:
        """Every character on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    async def settled(self) -> None:
        """Wait until nothing is under way any more: no draft, no look-up, nothing to write, nor what these ask for."""
        while True:
            await self.until(self._still)
            await self.drawn()
            if self._still():
                return

    def _still(self) -> bool:
        return self.app.session.lanes.idle and not self.app.session.drafts.running

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.burst(key)

    async def burst(self, *keys: str) -> None:
        """Press keys as fast as they can be pressed: none waits for the one before it."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(Key(name, key if len(key) == 1 else CHARACTERS.get(key)))
        await self.handled()

    async def handled(self) -> None:
        """Wait until every key that was pressed has been handled, or one of them has ended the program."""
        arrived = Event()
        self.app.call_later(arrived.set)
        while self.app.is_running and not (arrived.is_set() and self.app.typed_ahead.idle):
            await sleep(0.002)
        if self.app.is_running:
            await self.drawn()

    async def drawn(self) -> None:
        """Wait until the screen shows what was done, or is gone."""
        for _ in range(2):  # what is drawn may ask for more to be drawn
            screen, drawn = self.app.screen, Event()
            screen.call_after_refresh(drawn.set)
            while not drawn.is_set() and self.app.is_running and screen is self.app.screen:
                await sleep(0.002)

    async def until(self, seen: Callable[[], object]) -> None:
        """Wait for what a lane or a worker has to do first, however busy the machine is; fail with the screen's text
        when that never comes.
        """
        end = monotonic() + LONGEST
        while not seen():
            assert monotonic() < end, f"never came:\n{self.shown()}"
            await sleep(0.02)
            await self.drawn()
        await self.drawn()

    async def type(self, text: str) -> None:
        """Type a text as fast as it can be typed."""
        await self.burst(*text)

    async def go_to(self, number: int) -> None:
        await self.press("home", *["down"] * (number - 1))
        assert self.number == number

    async def write(self, number: int, english: str) -> None:
        """Write this English into a paragraph, by hand, and stay in it."""
        await self.go_to(number)
        await self.press("enter")
        self.screen.sheet.english.select_all()
        await self.press("delete")
        await self.type(english)


_KEPT = TemporaryDirectory(prefix="workbench-drafts-")
"""The real drafts that earlier tests of this process made: the same sentence is not drafted for each test anew."""


@contextmanager
def drafts_kept(project: Project) -> Iterator[None]:
    """Give a fresh project the drafts that were made before, and keep those that are made in it."""
    kept, own = Path(_KEPT.name) / "drafts.sqlite", project.layout.private / "drafts.sqlite"
    fresh = not project.read_only and own.parent.is_dir() and not own.parent.is_symlink() and not own.exists()
    if fresh and kept.exists():
        shutil.copy(kept, own)
    yield
    if fresh and own.is_file():
        shutil.copy(own, kept)


@asynccontextmanager
async def desk_on(folder: Path, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Desk]:
    with Session.open(folder) as session, drafts_kept(session.project):
        app = WorkbenchApp(session)
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await desk.settled()
            yield desk
