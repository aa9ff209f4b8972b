"""Handing what a lane has made over to the thread that gives the commands."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import TypeVar

Deliver = Callable[[Callable[[], None]], None]
"""Has a call made in the thread that gives the commands."""

Written = TypeVar("Written")
Told = TypeVar("Told")


def at_once(result: Callable[[], None]) -> None:
    """Where there is no screen, a call is made where it comes from."""
    result()


def settle(outcome: Future[Told], written: Future[Written], then: Callable[[Written], Told]) -> None:
    """What came of a command in the lane becomes the outcome, by `then`, in the thread that gave the command."""
    if written.cancelled():
        outcome.cancel()
    elif error := written.exception():
        outcome.set_exception(error)
    else:
        outcome.set_result(then(written.result()))


class Queue:
    """What lanes hand over, until the thread that gives the commands takes it: for a face without an event loop."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def __call__(self, result: Callable[[], None]) -> None:
        self._calls.put(result)

    def take(self, wait: float = 0.0) -> bool:
        """Make the next call, waiting for it so many seconds; whether there was one."""
        try:
            call = self._calls.get(timeout=wait) if wait > 0 else self._calls.get_nowait()
        except Empty:
            return False
        call()
        return True

    def take_until(self, ready: Callable[[], bool], within: float = 600.0) -> bool:
        """Make the calls that come until it is `ready`, so many seconds at most; whether it is."""
        end = time.monotonic() + within
        while not ready() or not self._calls.empty():
            if time.monotonic() > end:
                return ready()
            self.take(0.05)
        return True
