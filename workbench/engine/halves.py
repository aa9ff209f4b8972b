"""What may fail on a text is done for all at once, and in halves where it fails: so one text cannot lose the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from workbench.problem import WorkbenchError

Given = TypeVar("Given")
Made = TypeVar("Made")

Failures = tuple[type[Exception], ...]
OF_ENGINES: Failures = (RuntimeError, ValueError)
"""What an engine raises where it fails on a text (`protocol.Engine`)."""
OF_REPAIRS: Failures = (*OF_ENGINES, LookupError, OSError, WorkbenchError)
"""What else may go wrong with files that drafts can do without: word lists, the dictionary."""


def in_halves(
    make: Callable[[Sequence[Given]], Sequence[Made]],
    given: Sequence[Given],
    alone: Callable[[Given], Made],
    failures: Failures = OF_ENGINES,
) -> list[Made]:
    """What `make` makes of all, one for each and in order; `alone`: what there is for one on which it fails alone."""
    if not given:
        return []
    try:
        return list(make(given))
    except failures:
        if len(given) == 1:
            return [alone(given[0])]
    middle = len(given) // 2
    return in_halves(make, given[:middle], alone, failures) + in_halves(make, given[middle:], alone, failures)
