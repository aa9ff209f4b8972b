"""Many sentences in a few shares, three of them in hand at any time: while one is decoded others get their terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import TypeVar

from workbench.engine.draft import Asked, Held

Made = TypeVar("Made")

# With two the package stood idle wherever both were brought to their terms, a few sentences at a time.
IN_HAND = 3
# Sentences in a share: fewer are decoded less well, with more one waits for another at the end.
SHARE = 32


def in_shares(
    draft: Callable[[Sequence[Asked], Sequence[Held]], list[Made]], sentences: Sequence[Asked], held: Sequence[Held]
) -> list[Made]:
    """What `draft` makes of all sentences, in order; it is called with some of them at a time, by a few threads.

    Shares are as even as can be, each of sentences that are about as long, the longest first: so they are decoded best.
    What `draft` raises is raised.
    """
    number = round(len(sentences) / SHARE)
    if number < 2:
        return draft(sentences, held)
    longest = sorted(range(len(sentences)), key=lambda at: len(sentences[at][0]), reverse=True)
    size = -(-len(sentences) // number)
    shares = [longest[start : start + size] for start in range(0, len(longest), size)]

    def draft_share(share: Sequence[int]) -> list[Made]:
        return draft([sentences[at] for at in share], [held[at] for at in share])

    with ThreadPoolExecutor(IN_HAND, "drafting") as pool:
        made = chain.from_iterable(pool.map(draft_share, shares))
        return [draft for _, draft in sorted(zip(longest, made, strict=True), key=lambda pair: pair[0])]
