"""Python's search for garbage among all it holds, put off to when the keys rest.

With a document, the package and a memory open such a search takes 0.1 to 0.2 s, in which no thread gets on, and would
come every few seconds, in the middle of a key. What Python finds by itself meanwhile is what has just been made, and
what nothing refers to goes at once as ever. See the module `gc` of Python's library, and "Garbage collector design" in
the guide for its developers.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic

REST = 1.0
"""Seconds without a key after which what was made since the last search is looked through."""
LONG_REST = 60.0
"""Seconds without a key after which everything is looked through."""
ENOUGH = 10
"""Lots of new things since the last search that make another worth while."""
AT_MOST = 50
"""Lots after which the keys are not waited for: some twelve seconds of keys without a rest."""
NEVER = 10_000
"""Lots after which Python itself searches: where a program does not come to ask whether the keys rest."""
MANY = 50_000
"""Things that a search left: they stay, so that the next search passes them by, until the long rest."""
LOOKS = 0.5
"""Seconds from one look to the next."""


class Garbage:
    """When to look for garbage. From `keep_off` on Python does not do so by itself, until `let_be`."""

    def __init__(self, last_key: Callable[[], float], now: Callable[[], float] = monotonic) -> None:
        """`last_key`: when a key came last, by `now`: the time in seconds."""
        self._last_key, self._now = last_key, now
        self._all_searched = last_key()
        self._before: tuple[int, int, int] | None = None

    def keep_off(self) -> None:
        """What is there is no garbage; what comes is looked through when the keys rest."""
        if self._before is None:
            self._before = gc.get_threshold()
            gc.freeze()
            gc.set_threshold(*self._before[:2], NEVER)

    def let_be(self) -> None:
        """Python looks for garbage when it thinks fit, as before `keep_off`."""
        if self._before is not None:
            gc.set_threshold(*self._before)
            self._before = None

    def look(self) -> None:
        """Look for garbage, if the keys rest and there may be enough of it. To be called every `LOOKS` seconds."""
        if self._before is None:
            return
        last = self._last_key()
        rests = self._now() - last
        if rests >= LONG_REST and self._all_searched != last:
            self._all_searched = last
            gc.unfreeze()
            self._search()
        elif gc.get_count()[2] >= (ENOUGH if rests >= REST else AT_MOST):
            self._search()

    def _search(self) -> None:
        gc.collect()
        if len(gc.get_objects(generation=2)) >= MANY:
            gc.freeze()
