"""All kinds of trouble, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from harness.survive import (
    bursts,
    changes,
    disk_errors,
    endings,
    escapes,
    kills,
    links,
    mutated,
    special,
    writers,
    writing,
)
from harness.survive.ground import Ground
from harness.survive.tries import Try


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of trouble. `usual` and `short`: how many tries a run of minutes makes, and a test."""

    name: str
    about: str
    attempts: Callable[[int, int, Ground, int], Iterator[Try]]
    usual: int
    short: int


KINDS = (
    Kind("kills", kills.ABOUT, kills.attempts, 10, 2),
    Kind("endings", endings.ABOUT, endings.attempts, 23, 3),
    Kind("writers", writers.ABOUT, writers.attempts, 20, 6),
    Kind("disk", disk_errors.ABOUT, disk_errors.attempts, 20, 4),
    Kind("links", links.ABOUT, links.attempts, 40, 5),
    Kind("special", special.ABOUT, special.attempts, 30, 4),
    Kind("mutated", mutated.ABOUT, mutated.attempts, 500, 48),
    Kind("escapes", escapes.ABOUT, escapes.attempts, 10, 2),
    Kind("changes", changes.ABOUT, changes.attempts, 12, 2),
    Kind("bursts", bursts.ABOUT, bursts.attempts, 8, 1),
    Kind("writing", writing.ABOUT, writing.attempts, 10, 1),
)
