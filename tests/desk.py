"""The desk as a user sees it, for tests: the real screen under the pilot, with a few words for what they look at."""

from __future__ import annotations

from asyncio import Event, sleep
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Static

from workbench.project import Session, State
from workbench.tui import WorkbenchApp
from workbench.tui.desk import DeskScreen


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
        """Wait until nothing is under way any more: no draft, no look-up, nothing to write; thirty seconds at most."""
        for _ in range(600):
            await self.pilot.pause(0.02)
            if self.app.session.lanes.idle and not self.app.session.drafts.running:
                break
        await self.pilot.pause(0.05)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.handled()

    async def burst(self, *keys: str) -> None:
        """Press keys as fast as they can be pressed: none waits for the one before it."""
        for key in keys:
            self.app.post_message(Key(key, key if len(key) == 1 else None))
        await self.handled()

    async def handled(self) -> None:
        """Wait until every key that was pressed has been handled, or one of them has ended the program."""
        arrived = Event()
        self.app.call_later(arrived.set)
        while self.app.is_running and not (arrived.is_set() and self.app.typed_ahead.idle):
            await sleep(0.002)
        if self.app.is_running:
            await self.pilot.pause()

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait for what a busy machine shows late; five seconds, then the test says what was not seen."""
        for _ in range(100):
            if seen():
                return
            await self.pilot.pause(0.05)

    async def type(self, text: str) -> None:
        await self.press(*("space" if character == " " else character for character in text))

    async def go_to(self, number: int) -> None:
        await self.press("home", *["down"] * (number - 1))
        assert self.number == number


@asynccontextmanager
async def desk_on(folder: Path, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Desk]:
    with Session.open(folder) as session:
        app = WorkbenchApp(session)
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await desk.settled()
            yield desk
