"""Bookmarks: set and taken away at the desk, walked through in all documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.problem import Problem, WorkbenchError
from workbench.project.events import Changed, Event
from workbench.project.project import Project
from workbench.translation import Bookmark, Translation, TranslationRecord, found_again, read_bookmarks, write_bookmarks

Place = tuple[str, int]
"""A document's name and a paragraph of it, from 0."""


class Desk(Protocol):
    """The document on the desk (the session)."""

    @property
    def project(self) -> Project:
        """Its project."""

    @property
    def opened(self) -> Translation | None:
        """The document; None where there is none."""


class Bookmarks:
    """The bookmarks of a project. Paragraphs are counted from 0; `tell` gets which are marked now, or no more.

    `problems`: what is wrong with the file that they are kept in.
    """

    def __init__(self, desk: Desk, tell: Callable[[Event], None]) -> None:
        self._desk, self._tell = desk, tell
        self._kept, problem = read_bookmarks(desk.project.layout.private)
        self._here: dict[int, Bookmark] = {}
        self._record: TranslationRecord | None = None
        self.problems = (problem,) if problem else ()

    @property
    def here(self) -> frozenset[int]:
        """The paragraphs of the document on the desk that are marked."""
        return frozenset(self._found())

    def _found(self) -> dict[int, Bookmark]:
        """The same with their bookmarks; found again where the division into paragraphs is another."""
        opened = self._desk.opened
        record = opened.record if opened else None
        if record is None:
            return {}
        if self._record is None or self._record.document is not record.document:
            self._record = record
            self._here = _places(self._kept.get(record.source, ()), record)
        return self._here

    def turn(self, index: int) -> bool:
        """Mark a paragraph of the document on the desk, or take its mark away; whether it is marked now.

        Raises WorkbenchError, with nothing changed, where that cannot be kept.
        """
        project, opened = self._desk.project, self._desk.opened
        assert opened is not None
        if project.read_only:
            raise WorkbenchError(Problem(project.layout.root, project.read_only_reason, project.read_only_mend))
        record, here = opened.record, dict(self._found())
        marked = here.pop(index, None) is None
        if marked:
            here[index] = _mark(record, index)
        lost = [mark for mark in self._kept.get(record.source, ()) if mark not in self._here.values()]
        marks = (*(_mark(record, at) for at in sorted(here)), *lost)
        kept, _ = read_bookmarks(project.layout.private)  # those of other documents may have moved meanwhile
        kept = {**kept, record.source: marks}
        write_bookmarks(project.layout.private, kept)
        self._kept, self._here = kept, {at: _mark(record, at) for at in here}
        self._tell(Changed(record.source, marked=frozenset({index})))
        return marked

    def next(self, after: int) -> Place | None:
        """The next bookmark after a paragraph of the document on the desk, in all documents, round the end.

        None where there is none. Documents that cannot be read are passed over.
        """
        opened = self._desk.opened
        here, name = sorted(self._found()), opened.record.source if opened else ""
        later = [index for index in here if index > after]
        if later:
            return name, later[0]
        return self._elsewhere(name) or ((name, here[0]) if here else None)

    def _elsewhere(self, name: str) -> Place | None:
        from workbench.project.records import Records

        marked = [other for other in self._kept if other != name and self._kept[other]]
        if not marked:
            return None
        records = Records(self._desk.project, None)
        order = [*records.names]
        at = order.index(name) + 1 if name in order else 0
        for other in (*order[at:], *order[:at]):
            if other in marked and (found := self._first(other, records.record)):
                return found
        return None

    def _first(self, name: str, record: Callable[[str], TranslationRecord]) -> Place | None:
        try:
            places = _places(self._kept[name], record(name))
        except WorkbenchError:
            return None
        return (name, min(places)) if places else None


def _places(marks: tuple[Bookmark, ...], record: TranslationRecord) -> dict[int, Bookmark]:
    if not marks:  # nothing is looked for
        return {}
    places = found_again([(mark.id, mark.german) for mark in marks], record)
    return {index: mark for index, mark in zip(places, marks, strict=True) if index is not None}


def _mark(record: TranslationRecord, index: int) -> Bookmark:
    return Bookmark(record.ids[index], record.paragraphs[index].source.shown())
