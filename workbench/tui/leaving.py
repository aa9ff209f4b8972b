"""Being told to end: a closed terminal, a polite kill. What was typed is kept, and the process ends in any case."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

PATIENCE = 3.0
"""Seconds after which the process ends, whatever a terminal that is gone still keeps waiting."""
LOOK_EVERY = 1.0
"""Seconds between looks whether the terminal is still there: not every end of one is told by a signal."""


def when_told_to_end(end: Callable[[], object]) -> None:
    """Have `end` called once, in the event loop's thread, on SIGTERM and SIGHUP, or when the terminal has gone."""
    loop = asyncio.get_running_loop()
    told: list[bool] = []

    def once() -> None:
        if not told:
            told.append(True)
            _end_in_any_case()
            end()

    for name in ("SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(getattr(signal, name), once)

    def look() -> None:
        if terminal_is_gone():
            once()
        elif not told:
            loop.call_later(LOOK_EVERY, look)

    if sys.__stdin__ is not None and sys.__stdin__.isatty():
        look()


def terminal_is_gone() -> bool:
    """Whether the terminal that the program was started on has been closed."""
    try:
        import termios
    except ImportError:  # Windows ends the program by itself
        return False
    try:
        termios.tcgetattr(0)
    except (termios.error, OSError, ValueError):
        return True
    return False


def _end_in_any_case() -> None:
    """The system's locks are free when the process has ended, so it need not end well."""
    timer = threading.Timer(PATIENCE, os._exit, (128 + signal.SIGTERM,))
    timer.daemon = True
    timer.start()
