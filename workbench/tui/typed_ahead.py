"""Keys typed ahead: each one goes where the one before it has put the focus."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import CursorPosition, Event, Key, Paste
from textual.message import Message
from textual.screen import Screen

LONGEST_KEY = 3.0
"""Seconds after which the next key goes out, though nobody said that the one before it was handled."""
LONGEST_OPENING = 5.0
"""Seconds for which keys wait for a screen that is being opened."""
LOOK_EVERY = 0.01
MOST_UNSEEN = 6
"""Keys that may be typed before the first screen is there. More are a text that was pasted: a terminal marks it as such
only when it has been asked to, and each of its letters would be a command.
"""
_WORD_MOVES = frozenset("bf")
_HELD = {(1, 0): "shift", (2, 0): "alt", (4, 0): "ctrl", (5, 0): "ctrl+shift"}
"""What is held down with F3, by the place (column, line) that a terminal seems to tell then."""
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

    def __init__(
        self, app: App[None], forward: Callable[[Key | Paste], Awaitable[None]], refused: Callable[[], None]
    ) -> None:
        """`refused`: called where more came than somebody types before the first screen is there."""
        self._app, self._forward, self._refused = app, forward, refused
        self._begun = False
        self._seen_at: float | None = None
        self._waiting: deque[Key | Paste] = deque()
        self._task: asyncio.Task[None] | None = None
        self._asked: list[Screen[Any]] = []
        self.last_key = float("-inf")
        """When a key came last (time.monotonic). Any thread may ask."""
        self.when_handled: Callable[[], None] | None = None
        """Called after each key, before the next one goes out."""

    @contextmanager
    def asking(self, screen: Screen[Any]) -> Iterator[None]:
        """Somebody asks with a screen: keys wait until it is there, and from its answer until who asked has that."""
        self._asked.append(screen)
        try:
            yield
        finally:
            self._asked = [asked for asked in self._asked if asked is not screen]

    async def take(self, event: Key | Paste) -> None:
        """Take a key (or a paste) that has arrived.

        A key that the screen takes at once, though it is at work, goes out now: what was typed before it and still
        waits for the end of that work is taken back with it.
        """
        self.last_key = monotonic()
        for one in apart(event):
            if self._screen is not None and _takes_at_once(self._screen, one):
                self.take_back()
                await self._forward(one)
            else:
                self._waiting.append(one)
        if self._waiting and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._let_through())

    @property
    def waits(self) -> bool:
        """Whether a key waits for what the screen is at."""
        return bool(self._waiting)

    def seen(self) -> None:
        """The first screen is there to be seen."""
        self._seen_at = Handled().time  # by the clock that keys are told with

    def take_back(self) -> None:
        """Forget the keys that wait: what they were typed for has not come about."""
        self._waiting.clear()

    @property
    def idle(self) -> bool:
        """Whether no key waits, and none is being handled."""
        if self._waiting:
            return False
        return self._task is None or self._task.done() or (self._screen is not None and _works(self._screen))

    async def _let_through(self) -> None:
        if not self._begun:
            self._begun = True
            await self._first_screen()
        while self._waiting:
            screen = self._screen
            if screen is None:  # the program has ended
                return
            event = self._waiting.popleft()
            target = self._app.focused or screen
            await self._forward(event)
            await self._handled(target, screen)
            await self._what_it_began()
            if self.when_handled is not None:
                self.when_handled()

    async def _what_it_began(self) -> None:
        """A list that is told Enter tells its screen that a row was chosen, and a screen that was left what asked for
        it: what such messages do comes before the next key, too.
        """
        before = None
        while (screen := self._screen) is not None and screen is not before:
            before = screen
            await self._handled(self._app.focused or screen, screen)

    async def _handled(self, target: DOMNode, screen: Screen[object]) -> None:
        """Wait until what was sent to this part of the screen has gone all its way, and a screen takes keys then."""
        handled = Handled()
        if target.post_message(handled):
            await self._arrived(handled, screen)
        for _ in range(TURNS):
            await asyncio.sleep(0)
        await self._screen_takes_keys()

    async def _first_screen(self) -> None:
        """Wait for it; what came before it could be seen is let through only if somebody may have typed it."""
        end = monotonic() + LONGEST_OPENING
        while self._seen_at is None and monotonic() < end:
            await asyncio.sleep(LOOK_EVERY)
        await self._screen_takes_keys()
        unseen = [event for event in self._waiting if self._seen_at is None or event.time < self._seen_at]
        if sum(len(event.text) if isinstance(event, Paste) else 1 for event in unseen) > MOST_UNSEEN:
            self.take_back()
            self._refused()

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
        while (screen := self._screen) is not None and monotonic() < end:
            if all(asked in self._app.screen_stack for asked in self._asked):
                if takes_keys(screen) or (self._waiting and _takes_at_once(screen, self._waiting[0])):
                    return
                if _works(screen):
                    end = monotonic() + LONGEST_OPENING
            await asyncio.sleep(LOOK_EVERY)
        self._asked = [asked for asked in self._asked if asked in self._app.screen_stack]


def apart(event: Key | Paste) -> list[Key | Paste]:
    """A letter with Alt as Esc and the letter: a terminal sends the same for both, and Esc is what was meant.

    But for Alt+B and Alt+F, which some terminals send for Alt with an arrow.
    """
    letter = event.key.removeprefix("alt+") if isinstance(event, Key) else ""
    capital = letter.removeprefix("shift+")
    letter = capital.upper() if capital != letter else letter
    if not isinstance(event, Key) or letter == event.key or len(letter) != 1 or letter in _WORD_MOVES:
        return [event]
    return [Key("escape", "\x1b"), Key(letter, event.character or letter)]


def pressed(event: Event) -> Event:
    """F3 with Shift, Alt or Ctrl as the key that it is: a terminal sends for it what answers a question for the
    cursor's place, and Textual takes it for that; the program never asks. Every other event is itself.
    """
    if not isinstance(event, CursorPosition):
        return event
    held = _HELD.get((event.x, event.y))
    return event if held is None else Key(f"{held}+f3", None)


def takes_keys(screen: Screen[object]) -> bool:
    """Whether a screen is so far that a key pressed now means what its footer says.

    A screen that has something to prepare has an attribute `prepared`, False until then. One that is at work for as
    long as that takes has `at_once` besides: the keys that it takes meanwhile. The others wait for the end of it.
    """
    if not screen.is_mounted or not getattr(screen, "prepared", True):
        return False
    return screen.focused is not None or not screen.focus_chain


def _works(screen: Screen[object]) -> bool:
    """Whether a screen is at work, which may take minutes, and is told by keys of its own to stop."""
    return screen.is_mounted and not getattr(screen, "prepared", True) and bool(getattr(screen, "at_once", ()))


def _takes_at_once(screen: Screen[object], event: Key | Paste) -> bool:
    return _works(screen) and isinstance(event, Key) and event.key in getattr(screen, "at_once", ())
