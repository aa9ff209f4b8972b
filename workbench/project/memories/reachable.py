"""Which paragraph of the project a pair of a memory is from, so that somebody can go there."""

from __future__ import annotations

from workbench.memory import Found, Match, Stretch
from workbench.project.folder.layout import Layout
from workbench.project.memories.offers import OffersHere

Place = tuple[str, int]
"""A document's name and a paragraph of it, from 0."""


def place_in(layout: Layout, one: Match | Stretch | Found) -> Place | None:
    """The paragraph that it is from; None where that is in no document of this project, or nobody knows which."""
    pair = one.pair
    if one.memory or pair.place < 0 or not (layout.sources / pair.document).is_file():
        return None
    return pair.document, pair.place


def in_order(here: OffersHere, first: int = 1) -> list[Match | Stretch]:
    """What is offered for a sentence, the offer number `first` (from 1) before the others; stretches where none is."""
    matches: list[Match | Stretch] = [offer.match for offer in here.offers]
    matches = [*matches[first - 1 : first], *matches[: first - 1], *matches[first:]]
    return matches or [stretch for stretch, _ in here.stretches]
