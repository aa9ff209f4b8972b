"""What a try is, and how one is made: whatever goes wrong in it is told, and the next one goes on."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass

from workbench.text import clean_line

LONGEST = 300
"""Characters of a failure that are kept."""


@dataclass(frozen=True, slots=True)
class Try:
    """One thing that was done to the program. `failed` says what did not hold; empty: everything did."""

    kind: str
    number: int
    what: str
    failed: str = ""


class DemandError(Exception):
    """Something that must hold does not."""


def chance_of(kind: str, seed: int, number: int) -> random.Random:
    """The dice of one try, the same whenever it is made again."""
    return random.Random(f"{kind} {seed} {number}")


def word(chance: random.Random) -> str:
    """A word that stands nowhere else, of letters only."""
    return "Getippt" + "".join(chance.choices("abdefgiklmnoprstuw", k=8))


def patience(seconds: float) -> float:
    """Seconds of a quiet machine as seconds of this one: as many times more as programs wait for each processor."""
    return seconds * min(8.0, max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)))


def demand(holds: object, otherwise: str) -> None:
    """Raise DemandError with these words unless something holds."""
    if not holds:
        raise DemandError(otherwise)


def attempt(kind: str, number: int, what: str, body: Callable[[], None]) -> Try:
    """Make a try. An error of the harness is a failure too: nothing was shown to hold."""
    try:
        body()
    except DemandError as failed:
        return Try(kind, number, what, clean_line(str(failed))[:LONGEST])
    except Exception as error:  # one broken try must not end a run of thousands
        return Try(kind, number, what, f"the try itself: {type(error).__name__}: {clean_line(str(error))}"[:LONGEST])
    return Try(kind, number, what)
