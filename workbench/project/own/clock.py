"""How long a paragraph was under somebody's hands: between two keys that are pressed while the cursor is on it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

IDLE = 60.0
"""Seconds without a key after which nobody is at work: such a pause does not count, also not its beginning."""
EVERY = 30.0
"""Seconds of work after which the times are written, when the next paragraph is gone to."""
LEAST = 0.5
"""Seconds below which a paragraph was only passed."""

Times = Iterable[tuple[int, str, float]]
"""Paragraphs (from 0), their German with codes, and the seconds that were spent on them."""


class Clock:
    """Counts the seconds. `keep` gets them from time to time; `now` tells the time in seconds."""

    def __init__(self, keep: Callable[[Times], None], now: Callable[[], float] = time.monotonic) -> None:
        self._keep, self._now = keep, now
        self._spent: dict[tuple[int, str], float] = {}
        self._last: float | None = None
        self._at: tuple[int, str] | None = None

    def key(self, index: int, german: str) -> None:
        """A key was pressed while the cursor was on this paragraph."""
        now, place = self._now(), (index, german)
        pause = IDLE if self._last is None else now - self._last
        self._last = now
        if pause < IDLE:
            self._spent[place] = self._spent.get(place, 0.0) + pause
        if place != self._at and sum(self._spent.values()) >= EVERY:
            self.leave(stay=True)
        self._at = place

    def leave(self, *, stay: bool = False) -> None:
        """The document leaves the desk, or the program ends: what was counted is kept. `stay`: it goes on."""
        times = [(index, german, seconds) for (index, german), seconds in self._spent.items() if seconds >= LEAST]
        self._spent.clear()
        if not stay:
            self._last = self._at = None
        if times:
            self._keep(times)
