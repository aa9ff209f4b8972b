"""Looking at all documents, in a lane: their names at once, their counts from what is kept or read, findings last."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from workbench.files import stamp
from workbench.problem import WorkbenchError
from workbench.project.folder.sources import find_sources
from workbench.project.overview.document import DocumentOverview, counted, unreadable, with_opened
from workbench.project.overview.kept import KeptCounts, digest
from workbench.project.overview.opened import last_opened
from workbench.project.records import Records
from workbench.project.searching.known_findings import KnownFindings
from workbench.project.standing import standing_of
from workbench.translation import ParagraphRecord, TranslationRecord

if TYPE_CHECKING:
    from workbench.project.project import Project

TELL_EVERY = 0.1
"""Seconds between two pieces of news."""
WRITE_EVERY = 5.0
"""Seconds after which what was counted is written, so that a look that is broken off is not lost."""
_ROOMS = ("text", "formats", "glossary", "dictionary", "translation", "checks")
"""The rooms of the program that findings are made in."""

Told = tuple[DocumentOverview, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A document as its files are in this state, and what its findings, if they are known, were made with."""

    state: object
    row: DocumentOverview
    checked_by: str = ""


class Survey:
    """How far all documents are, as far as is known by now.

    Make one for a project in its own thread. `look` is for a lane, one at a time, again and again: what is as it was is
    not looked at again, in this session or a later one.
    """

    def __init__(self, project: Project, findings: KnownFindings) -> None:
        self._project, self._findings = project, findings
        self._kept = KeptCounts(project.layout)
        self._known: dict[str, _Known] = {}
        self._times: Mapping[str, datetime] = {}
        self._desk: TranslationRecord | None = None
        self._desk_rests = False
        self._in_force: tuple[object, str] = (None, "")
        self.documents: Told = ()
        """All documents, in the order in which articles are listed."""
        self.changes = 0
        """Another number when the counts of a document that is not on the desk are others than before."""
        self._counts: Told = ()

    def begin(self) -> Told:
        """The documents with what is known of them, at once. Raises WorkbenchError where there is no article."""
        names = self._project.names()
        self._times = last_opened(self._project.layout)
        return self._news(names)

    def look(self, opened: TranslationRecord | None) -> Generator[Told | None]:
        """Look at all documents once, some hundredths of a second a step; now and then all of them, as they are known.

        `opened`: the record of the document on the desk, which may be ahead of its file. The last piece of news is
        complete.
        """
        sources = find_sources(self._project.layout)
        names, records = sources.names, Records(self._project, opened, sources)
        self._desk_rests, self._desk = opened is self._desk, opened
        self._times = last_opened(self._project.layout)
        yield self._news(names)
        told = written = monotonic()
        for each in (self._count, self._look_for_findings):
            for name in names:
                for _ in each(name, records):
                    yield None
                if monotonic() - told > TELL_EVERY:
                    told = monotonic()
                    yield self._news(names)
                if monotonic() - written > WRITE_EVERY:
                    written = monotonic()
                    self._write(names)
            yield self._news(names)
            self._note_changes()
        self._write(names)

    def _note_changes(self) -> None:
        """Findings come later, and what is drafted on the desk comes all the time: they are no change."""
        now = tuple(
            replace(one, findings=None, opened=None) for one in self.documents if not self._is_on_desk(one.name)
        )
        self.changes += now != self._counts
        self._counts = now

    def _news(self, names: Sequence[str]) -> Told:
        rows = (self._known[name].row if name in self._known else DocumentOverview(name) for name in names)
        self.documents = tuple(with_opened(row, self._times.get(row.name)) for row in rows)
        return self.documents

    def _write(self, names: Sequence[str]) -> None:
        if not self._project.read_only:
            self._kept.write(frozenset(names))

    # One document

    def _count(self, name: str, records: Records) -> Generator[None]:
        """A document's counts, where its files are others than they were."""
        state: object = None
        try:
            state = id(self._desk) if self._is_on_desk(name) else records.state(name)
            if name in self._known and self._known[name].state == state:
                return
            kept = None if self._is_on_desk(name) else self._kept.get(name, self._files(name, records))
            self._known[name] = _Known(state, kept or counted(name, records.paragraphs(name)))
        except WorkbenchError as error:
            self._known[name] = _Known(state, unreadable(name, error.problem))
        yield

    def _look_for_findings(self, name: str, records: Records) -> Generator[None]:
        """A document's findings, where nobody has looked; of the one on the desk while nothing is drafted in it."""
        known, checked_by = self._known[name], self._checked_by()
        on_desk = self._is_on_desk(name)
        if known.row.problem or known.checked_by == checked_by or (on_desk and not self._desk_rests):
            return
        try:
            files = "" if on_desk else self._files(name, records)
            found = self._kept.findings(name, files, checked_by)
            if found is None:
                found = yield from self._findings_in(name, records)
            row = replace(known.row, findings=found)
            self._known[name] = _Known(known.state, row, checked_by)
            if not on_desk and known.state == records.state(name):
                self._kept.put(row, files, checked_by)
        except WorkbenchError as error:
            self._known[name] = _Known(None, unreadable(name, error.problem))

    def _findings_in(self, name: str, records: Records) -> Generator[None, None, int]:
        """How many errors and warnings there are, as the desk counts them; none where nobody has written English."""
        paragraphs: Sequence[ParagraphRecord] = records.paragraphs(name)
        if not any(one.english.strip() for one in paragraphs):
            return 0
        self._project.words.read()
        found = yield from self._findings.steps(name, records)
        limits = self._project.settings.style.limits
        return sum(standing_of(paragraphs[index], of, limits).findings for index, of in found.items())

    def _is_on_desk(self, name: str) -> bool:
        return self._desk is not None and self._desk.source == name

    def _files(self, name: str, records: Records) -> str:
        """A digest of what the document's counts are made of."""
        columns = str(records.state(name)[2])
        return digest(self._project.layout.sources / name, records.file(name), columns)

    def _checked_by(self) -> str:
        """What findings depend on besides the document: glossary, words, house style, the checks themselves."""
        from workbench.engine.fingerprint import code_fingerprint

        project = self._project
        glossaries, words, style = project.termbase.files, project.words.path, project.settings.style
        seen = tuple(map(stamp, glossaries)), stamp(words), style
        if self._in_force[0] != seen:
            self._in_force = seen, digest(*glossaries, words, repr(style), code_fingerprint(_ROOMS))
        return self._in_force[1]
