"""How far long work on a glossary is, for whoever wants to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much (0 where that is not known)."""

Thing = TypeVar("Thing")

_STEP = 500


def quietly(what: str, done: int, of: int) -> None:
    """Shows nothing."""


def counted(things: Iterable[Thing], what: str, of: int, progress: Progress) -> Iterator[Thing]:
    """The things one by one; every 500 of them it is told how many are done."""
    for done, thing in enumerate(things):
        if done % _STEP == 0 and done:
            progress(what, done, of)
        yield thing
