"""Finding in one text: as letters, as words, in any form, by a pattern; several words in any order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from workbench.problem import Problem, WorkbenchError
from workbench.project.searching.inflected import Inflected, apart
from workbench.project.searching.literally import Literally
from workbench.project.searching.pattern import Pattern
from workbench.project.searching.query import MOST, Field, Query, words_apart
from workbench.text import Span, clean


class Finder(Protocol):
    """Finds in one text what somebody is looking for."""

    def places(self, text: str, field: Field) -> tuple[Span, ...]:
        """Where it stands in a text of this field: half-open, not empty, in order, without overlaps.

        Raises TookTooLongError where that cannot be said in the time there is.
        """


def finder(query: Query) -> Finder:
    """What finds the query's text. Raises WorkbenchError where nothing can be found by it."""
    text = clean(query.text)
    if len(text) > MOST:
        what = f"{len(text)} characters are too many to look for"
        raise WorkbenchError(Problem(f"{text[:20]}…", what, f"look for {MOST} at most"))
    if query.how == "regex" and text:
        return Pattern(text, capitals=query.capitals)
    if not text.strip():
        if query.wanted_states or query.changed or query.fields <= {"note", "finding"}:
            return Everything()
        raise WorkbenchError(Problem("search", "there is nothing to look for", "type words"))
    if query.any_order:
        return AllOf(finder(replace(query, text=word, any_order=False)) for word in words_apart(text))
    if query.how == "inflected" and any(map(str.isalpha, text)):
        return Inflected(" ".join(text.split()), Literally(text.strip(), query.capitals, whole_words=True))
    return Literally(text, query.capitals, whole_words=query.how != "plain")


class Everything:
    """Nothing is looked for: every text will do, and no place in it is meant."""

    def places(self, text: str, field: Field) -> tuple[Span, ...]:
        """None."""
        return ()


class AllOf:
    """Each of these is there, wherever it stands: what they find, where all of them find something."""

    def __init__(self, finders: Iterable[Finder]) -> None:
        self._finders = tuple(finders)

    def places(self, text: str, field: Field) -> tuple[Span, ...]:
        """Where they stand; nowhere as soon as one of them finds nothing. Of places that overlap the first one."""
        found: list[Span] = []
        for one in self._finders:
            places = one.places(text, field)
            if not places:
                return ()
            found += places
        return apart(found)
