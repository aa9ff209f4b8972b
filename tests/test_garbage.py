"""Python looks for garbage among all it holds when the keys rest, not in the middle of a key."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from workbench.tui.garbage import AT_MOST, ENOUGH, LONG_REST, MANY, REST, Garbage

from .desk import desk_on


@dataclass
class Clock:
    """A time that goes on when it is told, and when a key came last."""

    seconds: float = 0.0
    last_key: float = 0.0

    def press(self) -> None:
        """Press a key now."""
        self.last_key = self.seconds


@dataclass
class Ring:
    """A thing that refers to itself: only a search finds that nobody needs it."""

    itself: list[Ring] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.itself.append(self)


@contextmanager
def searches() -> Iterator[list[int]]:
    """How many searches there were among everything."""
    seen: list[int] = []

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start" and told["generation"] == 2:
            seen.append(told["collected"])

    gc.callbacks.append(note)
    try:
        yield seen
    finally:
        gc.callbacks.remove(note)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def garbage(clock: Clock) -> Iterator[Garbage]:
    gc.collect()
    garbage = Garbage(lambda: clock.last_key, lambda: clock.seconds)
    garbage.keep_off()
    yield garbage
    garbage.let_be()


def make(lots: int) -> None:
    """Make so much that Python has looked through what is new so many times."""
    kept: list[list[int]] = []
    while gc.get_count()[2] < lots:
        kept.append([])


def old(lots: int) -> weakref.ref[Ring]:
    """A thing that nobody needs any more after so much was made that only a search among everything finds it."""
    ring = Ring()
    make(lots)
    return weakref.ref(ring)


def test_while_the_keys_go_on_nothing_is_searched(garbage: Garbage, clock: Clock) -> None:
    with searches() as seen:
        for _ in range(10):
            clock.seconds += REST / 2
            clock.press()
            make(gc.get_count()[2] + 4)
            garbage.look()
    assert gc.get_count()[2] >= ENOUGH
    assert not seen


def test_when_they_rest_what_nobody_needs_goes(garbage: Garbage, clock: Clock) -> None:
    ring = old(ENOUGH)
    garbage.look()
    assert ring() is not None
    clock.seconds += REST
    garbage.look()
    assert ring() is None


def test_a_rest_in_which_nothing_was_made_costs_nothing(garbage: Garbage, clock: Clock) -> None:
    with searches() as seen:
        for _ in range(10):
            clock.seconds += REST
            garbage.look()
    assert not seen


def test_hands_that_never_rest_do_not_fill_the_memory(garbage: Garbage, clock: Clock) -> None:
    ring = old(AT_MOST)
    clock.press()
    garbage.look()
    assert ring() is None


def test_what_was_passed_by_is_searched_in_the_long_rest_once(garbage: Garbage, clock: Clock) -> None:
    kept: list[object] = [[] for _ in range(MANY)]
    kept.append(Ring())
    clock.seconds += REST / 2
    ring = weakref.ref(kept[-1])
    make(ENOUGH)
    clock.press()
    clock.seconds += REST
    garbage.look()
    assert gc.get_freeze_count() >= MANY
    kept.clear()
    gc.collect()
    assert ring() is not None
    with searches() as seen:
        for _ in range(3):
            clock.seconds += LONG_REST
            garbage.look()
    assert ring() is None
    assert len(seen) == 1


def test_python_searches_by_itself_again_when_the_program_has_ended() -> None:
    before = gc.get_threshold()
    garbage = Garbage(lambda: 0.0)
    garbage.keep_off()
    assert gc.get_threshold() != before
    garbage.let_be()
    assert gc.get_threshold() == before


async def test_while_a_program_runs_python_leaves_it_to_the_program(project_folder: Path) -> None:
    before = gc.get_threshold()
    async with desk_on(project_folder) as desk:
        assert gc.get_threshold()[2] > 100 * before[2]
        pressed = desk.app.typed_ahead.last_key
        await desk.press("down")
        assert desk.app.typed_ahead.last_key > pressed
    assert gc.get_threshold() == before
