"""Keys typed ahead: each one goes where the one before it has put the focus."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic

from textual.app import App
from textual.events import Key, Paste
from textual.message import Message
from textual.screen import Screen

LONGEST_KEY = 3.0
"""Seconds after which the next key goes out, though nobody said that the one before it was handled."""
LONGEST_OPENING = 5.0
"""Seconds for which keys wait for a screen that is being opened."""
LOOK_EVERY = 0.01
STOPS = frozenset({"escape", "ctrl+q"})
"""Keys that do not wait until something that can be stopped is done."""
_WORD_MOVES = frozenset("bf")
TURNS = 4
"""Turns of the event loop in which what a key began (a worker that opens a dialog) gets under way."""


class Handled(Message):
    """Follows a key on its way up from the focused widget to the program; when it arrives, the key was handled."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived = asyncio.Event()


class TypedAhead:
    """Lets keys through one by one.

    Textual sends a key to the widget that has the focus when the key arrives, and looks its binding up when the key
    comes back from there: of two keys in one burst the second goes astray. Here it waits until the first one was
    handled, and until the screen that it opened, if it opened one, takes keys.
    """

    def __init__(self, app: App[None], forward: Callable[[Key | Paste], Awaitable[None]]) -> None:
        self._app, self._forward = app, forward
        self._waiting: deque[Key | Paste] = deque()
        self._task: asyncio.Task[None] | None = None
        self._expected: Screen[object] | None = None

    def expect(self, screen: Screen[object]) -> None:
        """A screen is about to open: keys wait for it from now on."""
        self._expected = screen

    def take(self, event: Key | Paste) -> None:
        """Take a key (or a paste) that has arrived."""
        self._waiting.extend(apart(event))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._let_through())

    @property
    def idle(self) -> bool:
        """Whether no key waits."""
        return not self._waiting and (self._task is None or self._task.done())

    async def _let_through(self) -> None:
        while self._waiting:
            screen = self._screen
            if screen is None:  # the program has ended
                return
            if is_stoppable(screen):
                await self._screen_takes_keys()
                screen = self._screen
                if screen is None:
                    return
            event = self._waiting.popleft()
            target = self._app.focused or screen
            handled = Handled()
            await self._forward(event)
            if target.post_message(handled):
                await self._arrived(handled, screen)
            for _ in range(TURNS):
                await asyncio.sleep(0)
            await self._screen_takes_keys()

    def _stops_or_none(self) -> bool:
        """Whether a key that stops is waiting, which goes out next then, and those before it nowhere; or no key is."""
        at = next((at for at, event in enumerate(self._waiting) if isinstance(event, Key) and event.key in STOPS), None)
        for _ in range(at or 0):
            self._waiting.popleft()
        return at is not None or not self._waiting

    @property
    def _screen(self) -> Screen[object] | None:
        """The screen that keys go to; None when the program is ending and has none any more."""
        stack = self._app.screen_stack
        return stack[-1] if stack else None

    async def _arrived(self, handled: Handled, screen: Screen[object]) -> None:
        end = monotonic() + LONGEST_KEY
        while not handled.arrived.is_set() and self._screen is screen and monotonic() < end:
            try:
                await asyncio.wait_for(handled.arrived.wait(), LOOK_EVERY)
            except TimeoutError:
                continue

    async def _screen_takes_keys(self) -> None:
        end = monotonic() + LONGEST_OPENING
        while (screen := self._screen) is not None and (monotonic() < end or is_stoppable(screen)):
            if self._expected in self._app.screen_stack:
                self._expected = None
            if self._expected is None and (takes_keys(screen) or (is_stoppable(screen) and self._stops_or_none())):
                return
            if is_stoppable(screen):
                end = monotonic() + LONGEST_OPENING
            await asyncio.sleep(LOOK_EVERY)
        self._expected = None


def apart(event: Key | Paste) -> list[Key | Paste]:
    """A letter with Alt as Esc and the letter: a terminal sends the same for both, and Esc is what was meant.

    But for Alt+B and Alt+F, which some terminals send for Alt with an arrow.
    """
    letter = event.key.removeprefix("alt+") if isinstance(event, Key) else ""
    if not isinstance(event, Key) or letter == event.key or len(letter) != 1 or letter in _WORD_MOVES:
        return [event]
    return [Key("escape", "\x1b"), Key(letter, event.character or letter)]


def takes_keys(screen: Screen[object]) -> bool:
    """Whether a screen is so far that a key pressed now means what its footer says.

    A screen that has something to prepare has an attribute `prepared`, False until then.
    """
    if not screen.is_mounted or not getattr(screen, "prepared", True):
        return False
    return screen.focused is not None or not screen.focus_chain


def is_stoppable(screen: Screen[object]) -> bool:
    """Whether a screen shows that something is under way that the user can stop.

    Such a screen has an attribute `stoppable`, True; keys wait for what follows it, however long it takes.
    """
    return screen.is_mounted and getattr(screen, "stoppable", False)
