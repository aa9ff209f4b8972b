"""Handing what a lane has made over to the thread that gives the commands."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
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
