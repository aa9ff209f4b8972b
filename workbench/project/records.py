"""The records of all documents of a project, begun or not, as they would be opened now; what was read is kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from workbench.files import stamp
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.sources import Sources, columns_in_force, read_source
from workbench.translation import ParagraphRecord, TranslationRecord, read_record, record_path, rematch

if TYPE_CHECKING:
    from workbench.project.project import Project

MOST = 40_000_000
"""Characters of German and English that are kept in memory, of all projects together."""


class Kept:
    """Records by their files, the ones that were asked for last: as many as have so many characters (`most`)."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._records: OrderedDict[Path, tuple[object, TranslationRecord, int]] = OrderedDict()
        self.characters = 0
        """How many there are now."""

    def get(self, file: Path, state: object) -> TranslationRecord | None:
        """The record that was put there in this state of the files."""
        with self._lock:
            found = self._records.get(file)
            if found is None or found[0] != state:
                return None
            self._records.move_to_end(file)
            return found[1]

    def put(self, file: Path, state: object, record: TranslationRecord) -> None:
        """Keep a record in the place of what was there; the ones that were not asked for longest go."""
        size = sum(len(p.german) + len(p.english) for p in (*record.paragraphs, *record.removed))
        with self._lock:
            self._take_out(file)
            if size > self._most:
                return
            self._records[file] = (state, record, size)
            self.characters += size
            while self.characters > self._most:
                self._take_out(next(iter(self._records)))

    def _take_out(self, file: Path) -> None:
        if file in self._records:
            self.characters -= self._records.pop(file)[2]


_KEPT = Kept(MOST)


class Records:
    """Every document's record, matched to its source as the files are when it is asked for.

    Make it in the project's own thread; it may be asked in any, by several at once. `opened`: the record of the
    document on the desk, which may be ahead of its file. Files that are as they were are not read again.
    """

    def __init__(self, project: Project, opened: TranslationRecord | None, sources: Sources | None = None) -> None:
        """`sources`: the articles, where somebody has found them already, in whatever thread."""
        self.layout = project.layout
        self._sources = sources or project.sources()
        self._opened = opened
        self.names = self._sources.names
        """The articles' names, in the order in which they are listed."""
        self.problems: list[Problem] = []
        """Why documents could not be read (see `readable`)."""

    def state(self, name: str) -> tuple[object, ...]:
        """What tells that a document's files were changed. Raises WorkbenchError where there is no place for them."""
        layout = self.layout
        begun = stamp(self.file(name))
        return name, stamp(layout.sources / name), columns_in_force(layout, name), begun

    def file(self, name: str) -> Path:
        """Where a document's record lies, or will lie. Raises WorkbenchError where there is no place for it."""
        return record_path(name, self.layout.translations, self._sources.beside(name))

    def record(self, name: str) -> TranslationRecord:
        """A document's record, without the source itself (`document`) unless it is the one on the desk.

        Raises WorkbenchError when the article or its record cannot be read.
        """
        if self._opened is not None and self._opened.source == name:
            return self._opened
        file, state = self.file(name), self.state(name)
        if kept := _KEPT.get(file, state):
            return kept
        source = read_source(self.layout, name)
        saved = read_record(file) if state[-1] else TranslationRecord(source.name, ())
        record = replace(rematch(saved, source), document=None)
        _KEPT.put(file, state, record)
        return record

    def paragraphs(self, name: str) -> Sequence[ParagraphRecord]:
        """A document's paragraphs. Raises WorkbenchError as `record` does."""
        return self.record(name).paragraphs

    def readable(self, name: str) -> Sequence[ParagraphRecord]:
        """The same; none, and one of `problems` more, where they cannot be read."""
        try:
            return self.paragraphs(name)
        except WorkbenchError as error:
            self.problems.append(error.problem)
            return ()

    def each(self) -> Iterator[tuple[str, Sequence[ParagraphRecord]]]:
        """Each document that has paragraphs, by name; one that cannot be read is left out, and told by `problems`."""
        for name in self.names:
            if paragraphs := self.readable(name):
                yield name, paragraphs
