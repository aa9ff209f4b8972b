"""The list of documents in an order, and those of them whose names have some letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from workbench.project.overview.document import DocumentOverview

Order = Literal["name", "words", "done", "findings", "opened"]
ORDERS: tuple[Order, ...] = ("name", "words", "done", "findings", "opened")
"""`name`: as the articles are listed everywhere. The others begin with what asks for work: the longest, what is least
done, the most findings, what was opened last.
"""


def _share(one: DocumentOverview) -> tuple[bool, float]:
    return not one.counted, one.reviewed / one.paragraphs if one.paragraphs else 1.0


_KEYS: dict[Order, Callable[[DocumentOverview], tuple[bool, float]]] = {
    "words": lambda one: (not one.counted, -one.words),
    "done": _share,
    "findings": lambda one: (one.findings is None, -(one.findings or 0)),
    "opened": lambda one: (one.opened is None, -(one.opened.timestamp() if one.opened else 0.0)),
}


def listed(documents: Sequence[DocumentOverview], words: str, order: Order) -> tuple[DocumentOverview, ...]:
    """The documents whose names have all these words, whatever their capitals; what is not known comes last.

    >>> [one.name for one in listed([DocumentOverview("b.txt"), DocumentOverview("ab.md")], "B a", "name")]
    ['ab.md']
    """
    wanted = words.casefold().split()
    found = [one for one in documents if all(word in one.name.casefold() for word in wanted)]
    return tuple(sorted(found, key=_KEYS[order]) if order in _KEYS else found)
