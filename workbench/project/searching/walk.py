"""What was found, to be walked through from the desk; and marking it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.project.searching.finder import Finder, finder
from workbench.project.searching.pattern import Pattern, TookTooLongError
from workbench.project.searching.query import Field, Query
from workbench.project.searching.search import Hit
from workbench.text import Span, clean

Place = tuple[str, int]
"""A document's name and a paragraph of it, from 0."""
_ONE_TEXT, _ALL_TEXTS = 0.02, 1.0
"""Seconds that a pattern may take where paragraphs are drawn."""
_KEPT = 5_000


@dataclass(slots=True)
class Walk:
    """Places one after the other, round the end."""

    places: tuple[Place, ...]
    at: int = 0

    @classmethod
    def through(cls, hits: Sequence[Hit], at: Place) -> Walk:
        """Through the paragraphs in which something was found, beginning at one of them."""
        places = tuple(dict.fromkeys((hit.document, hit.paragraph) for hit in hits))
        return cls(places, places.index(at) if at in places else 0)

    def next(self, by: int) -> Place | None:
        """The next place (1), or the one before (-1); None where there is none."""
        if not self.places:
            return None
        self.at = (self.at + by) % len(self.places)
        return self.places[self.at]


@dataclass(slots=True)
class Sought:
    """What is being looked for at the desk. `walk`: through all documents; without one only this document has it.

    Raises WorkbenchError where nothing can be found by the query.
    """

    query: Query
    walk: Walk | None = None
    _finder: Finder = field(init=False)
    _known: dict[tuple[str, Field], tuple[Span, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        query, text = self.query, clean(self.query.text)
        patient = query.how != "regex" or not text
        self._finder = (
            finder(query)
            if patient
            else Pattern(text, capitals=query.capitals, one_text=_ONE_TEXT, all_texts=_ALL_TEXTS)
        )

    @property
    def told(self) -> str:
        """What is looked for, in a few words."""
        return self.query.told

    def places(self, text: str, field: Field) -> tuple[Span, ...]:
        """Where it stands in a text, as far as that can be said at once; nowhere in a field that is not searched."""
        if field not in self.query.fields:
            return ()
        known = self._known.get((text, field))
        if known is None:
            try:
                known = self._finder.places(text, field)
            except TookTooLongError:
                known = ()
            if len(self._known) > _KEPT:
                self._known.clear()
            self._known[text, field] = known
        return known
