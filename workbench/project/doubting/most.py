"""The drafts that are most in doubt: of nearly every draft some word is, so that an order tells more than a limit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal, TypeVar

Share = Literal["tenth", "fifth", "half", "all"]
SHARES: Mapping[Share, float] = {"tenth": 0.1, "fifth": 0.2, "half": 0.5, "all": 1.0}
"""How much of what is in doubt is told, from 0 to 1."""
USUAL: Share = "fifth"
"""Where nothing is said: docs/benchmarks.md has how much more is edited there."""

At = TypeVar("At")


def most_doubtful(doubts: Mapping[At, float], share: float) -> frozenset[At]:
    """The most doubtful of these, by how doubtful each is, from 0 to 1; at least one, if there are any.

    Of those that are equally doubtful the first are told.

    >>> sorted(most_doubtful({1: 0.2, 2: 0.5, 3: 0.4, 4: 0.1, 5: 0.5, 6: 0.3}, 0.2))
    [2, 5]
    """
    in_order = sorted(doubts, key=lambda at: -doubts[at])
    return frozenset(in_order[: math.ceil(round(share * len(in_order), 6))])


def wider(share: Share) -> Share:
    """The next larger share, and after all the usual one.

    >>> wider("fifth"), wider("all")
    ('half', 'fifth')
    """
    shares = tuple(SHARES)
    return shares[shares.index(share) + 1] if share != "all" else USUAL
