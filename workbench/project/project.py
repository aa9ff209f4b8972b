"""The project: the folder, its glossary, its package, its documents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING

from workbench.files import Versions, stamp
from workbench.formats import Document
from workbench.glossary import Entry
from workbench.problem import Problem, WorkbenchError
from workbench.project.engines import Engines
from workbench.project.folder.layout import Layout, find_layout
from workbench.project.folder.orphans import Orphan, adopt, find_orphans, offered
from workbench.project.folder.sources import Sources, article_of, find_sources, no_article, read_source
from workbench.project.settings.settings import PROJECT_FILE, read_settings, settings_stamp, write_settings
from workbench.project.team.place import is_merging
from workbench.project.termbase import Termbase
from workbench.project.words import ProjectWords
from workbench.text import Span
from workbench.translation import (
    Draft,
    Generations,
    ParagraphRecord,
    ProjectLock,
    Translation,
    read_record,
    read_summary,
    record_path,
)

if TYPE_CHECKING:  # these are loaded when they are first used: the screen does not wait for them
    from workbench.checks import Finding
    from workbench.engine import Drafter, Package
    from workbench.project.folder.restoring import Kept
    from workbench.project.memories.opened import Memories


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A source file and how far its translation is; `problem` says why it cannot be opened, if so."""

    name: str
    total: int = 0
    reviewed: int = 0
    problem: str = ""


class Project:
    """A folder of German articles and everything kept with it. Make one with `Project.open(path)`.

    Only `drafting()`, `propose_english()`, `find_fix()`, `summary()` and `work_elsewhere()` may run outside the thread
    that made the project.
    """

    def __init__(self, layout: Layout, wanted: str | None, lock: ProjectLock, *, at_leisure: bool = False) -> None:
        self.layout = layout
        self.wanted = wanted
        """The source file the user named when opening the project, if any."""
        self._lock = lock
        self._settings_seen = settings_stamp(layout.root)
        read = read_settings(layout.root)
        self.settings = read.settings
        self.settings_problems = read.problems
        """What is wrong in the three settings files (see docs/settings.md); the rest of them is in force."""
        self.termbase = Termbase(layout.glossary, self._must_be_writable, at_leisure=at_leisure)
        self.words = ProjectWords(layout.root, self._must_be_writable, at_leisure=at_leisure)
        self._sources: Sources | None = None
        self.engines = Engines(lambda: self.settings.package)
        self._memories: Memories | None = None
        self._making = RLock()

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, at_leisure: bool = False) -> Project:
        """Open the project that `path` (a project, a folder of articles, one article) belongs to.

        Somebody else working in it makes this one read-only (see `read_only_reason`). `at_leisure`: do not wait for a
        large glossary (see `Termbase`).
        Raises WorkbenchError when there is nothing to translate at `path`.
        """
        layout, wanted = find_layout(path)
        return cls(layout, wanted, ProjectLock.take(layout.private, read_only=read_only), at_leisure=at_leisure)

    def close(self) -> None:
        """Let the next one work on the project."""
        if self._memories is not None:
            self._memories.close()
        self._lock.release()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be changed here, as one line; empty when everything can."""
        return self._lock.reason

    @property
    def read_only_mend(self) -> str:
        """What to do about that."""
        return self._lock.mend

    def still_held(self) -> bool:
        """Look whether this project may still be written: cheap, asked once a second (see `ProjectLock.still_held`)."""
        return self._lock.still_held()

    @property
    def read_only(self) -> bool:
        """Whether this project can only be looked at."""
        return bool(self._lock.reason)

    # Documents

    def sources(self) -> Sources:
        """The articles there are now, subfolders and all; there may be none. Never raises (see `Sources.problems`)."""
        self._sources = find_sources(self.layout)
        return self._sources

    def names(self) -> tuple[str, ...]:
        """The names of the articles from the sources folder on (`ausland/gipfel.txt`), sorted; at least one.

        Raises WorkbenchError when there is none; `sources()` is for who can go on without.
        """
        found = self.sources()
        if not found.names:
            raise WorkbenchError(next(iter(found.problems), no_article(self.layout)))
        return found.names

    def record_path(self, name: str) -> Path:
        """Where the record of an article lies, or will lie. Raises WorkbenchError where there is no place for it."""
        if self._sources is None or name not in self._sources.beside(name):
            self.sources()
        beside = self._sources.beside(name) if self._sources else ()
        return record_path(name, self.layout.translations, beside)

    def article_of(self, file: Path) -> str | None:
        """The article whose record or English version a file in translations/ is; None where it is that of none."""
        return article_of(self.layout, self.sources(), file)

    def is_begun(self, name: str) -> bool:
        """Whether the translation of an article has been begun: a record that only says where it came from is none."""
        path = self.record_path(name)
        try:
            done = read_summary(path)
            return done is not None and (done.new < done.total + done.skipped or bool(read_record(path).removed))
        except WorkbenchError:
            return True

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Every article with its progress; () where there is none."""
        return tuple(self.summary(name) for name in self.sources().names)

    def summary(self, name: str) -> DocumentSummary:
        """How far the translation of one source file is."""
        try:
            counts = read_summary(self.record_path(name))
            if counts is None:
                return DocumentSummary(name, total=len(read_source(self.layout, name).paragraphs))
            return DocumentSummary(name, total=counts.total, reviewed=counts.reviewed)
        except WorkbenchError as error:
            return DocumentSummary(name, problem=str(error))

    def orphans(self) -> tuple[Orphan, ...]:
        """Records without an article, with the articles that each fits: renamed or moved ones. Reads files."""
        return find_orphans(self.layout, self.sources())

    def work_elsewhere(self, name: str) -> Orphan | None:
        """A record without an article that has the German of the article `name`, where this one has no work yet."""
        return None if self.read_only or self.is_begun(name) else offered(self.orphans(), name)

    def adopt(self, name: str, record: Path) -> None:
        """Give the article `name` the work of a record without an article. Raises WorkbenchError, as when read-only."""
        self._must_be_writable()
        adopt(self.layout, self.sources(), name, record)

    def kept(self, name: str) -> tuple[Kept, ...]:
        """The earlier states of an article's record, the newest first. Raises WorkbenchError if the article is gone."""
        from workbench.project.folder.restoring import kept_states

        return kept_states(self.layout, self.sources(), name)

    def restore(self, name: str, state: Kept) -> None:
        """Put an earlier state in the place of an article's record. Raises WorkbenchError, as when read-only."""
        from workbench.project.folder.restoring import restore

        self._must_be_writable()
        restore(self.layout, self.sources(), name, state)

    def open_document(self, name: str) -> Translation:
        """The translation of the source file `name`, new or as it was saved, matched to the source as it is now.

        Raises WorkbenchError when the source or its record cannot be read.
        """
        self.record_path(name)
        return Translation.open(
            self.read_source(name),
            self.layout.translations,
            read_only_reason=self._lock.reason,
            read_only_mend=self._lock.mend,
            beside=self._sources.beside(name) if self._sources else (),
            generations=Generations(self.layout.private, name),
            unmerged=_unmerged if is_merging(self.layout.translations) else None,
        )

    def read_source(self, name: str) -> Document:
        """The source file `name` as it is now. Raises WorkbenchError when it cannot be read."""
        return read_source(self.layout, name)

    def source_stamp(self, name: str) -> tuple[int, int] | None:
        """What tells that a source file was changed; None where it is gone."""
        return stamp(self.layout.sources / name)

    def document_findings(self, translation: Translation) -> tuple[Finding, ...]:
        """What the checks say of a whole document, paragraph by paragraph."""
        from workbench.checks import check_document

        house, words = self.settings.style, self.words.vocabulary
        return check_document(translation.record, self.termbase.glossary, house, words)

    def first_document(self) -> str:
        """What the user named when opening the project, else the first document that is not finished."""
        if self.wanted:
            return self.wanted
        names = self.names()
        if len(names) == 1:
            return names[0]
        summaries = (self.summary(name) for name in names)
        unfinished = (s.name for s in summaries if not s.problem and s.reviewed < s.total)
        return next(unfinished, names[0])

    # Memories, package and drafts

    @property
    def memories(self) -> Memories:
        """The translation memories in force; they are opened at the first question. Any thread may ask."""
        from workbench.project.memories.opened import Memories

        with self._making:
            if self._memories is None:
                self._memories = Memories(self.layout, lambda: self.settings, read_only=self.read_only)
            return self._memories

    @property
    def memories_asked(self) -> int:
        """How many memories are asked; 0 before the first question."""
        return self._memories.number if self._memories else 0

    def remember(self) -> Iterator[tuple[int, int]]:
        """Bring the project's memory up to date with the records: how many have been looked at, of how many.

        Then what lies in `memories/` is taken in.
        """
        from workbench.project.memories.keeping import Keeping

        keeping = Keeping(self.memories, self.layout, pause=0.0)
        for _ in keeping.make():
            yield keeping.done, keeping.total
        for done in self.memories.laid_in.take_in():
            if done is not None and done.problem:
                self.memories.tell_of(done)
            yield keeping.done, keeping.total

    @property
    def package(self) -> Package:
        """The package in use (see `Engines.package`)."""
        return self.engines.package

    @property
    def drafter(self) -> Drafter:
        """The package in use, ready to draft (see `Engines.drafter`)."""
        return self.engines.drafter

    def use_package(self, package: Package) -> None:
        """Draft with this package from now on."""
        self._must_be_writable()
        self.set(package="" if package.embedded else package.id)
        self.engines.forget()

    def set(self, **changes: str) -> None:
        """Change settings and keep them in this machine's file; a read-only project only changes them for now."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]  # the caller knows their values
        if not self.read_only:
            write_settings(self.layout.root, changes)

    def reload_settings(self) -> bool:
        """Read `project.yaml` again if it changed on the disk; True if it had. Style and memories are in force then.

        Another package counts when the project is opened again; `settings_problems` says so, and what is wrong in it.
        """
        seen = settings_stamp(self.layout.root)
        if seen == self._settings_seen:
            return False
        self._settings_seen = seen
        read = read_settings(self.layout.root)
        self.settings_problems = read.problems
        if read.settings.package != self.settings.package and not self.read_only:
            what = f"the package is `{read.settings.package or 'the built-in one'}` now"
            problem = Problem(self.layout.root / PROJECT_FILE, what, "open the project again: it counts from then on")
            self.settings_problems = (*read.problems, problem)
        now = self.settings
        self.settings = replace(
            read.settings, package=now.package, theme=now.theme, panel=now.panel, hand_over=now.hand_over
        )
        if self._memories is not None:
            self._memories.reload()
        return True

    def drafting(
        self,
        records: Sequence[ParagraphRecord],
        first: Callable[[], Iterable[int]] = tuple,
        among: Collection[int] | None = None,
        firsts: Mapping[Entry, int] | None = None,
    ) -> Iterator[tuple[int, Draft]]:
        """Draft the untouched paragraphs of a document, yielding (index, draft) as each is made.

        `first()` is asked again and again which paragraphs the user is looking at; these go first. `among`: draft
        only these. `firsts`: where names come first, if that is known. See `workbench.project.drafting.drafts`.
        """
        from workbench.project import drafting

        cache = None if self.read_only else self.layout.drafts
        wanted = drafting.wanted(records, among)
        using = drafting.With(self.termbase.glossary, lambda: self.drafter, cache, self.settings.style, self.memories)
        return drafting.drafts(records, wanted, using, first, firsts)

    def propose_english(self, record: ParagraphRecord, german: Span) -> str:
        """The English words that stand for a stretch of a paragraph's German, by word alignment; may be empty."""
        if not record.english or german.start >= german.end:
            return ""
        links = self.drafter.align(record.german, record.english)
        spans = [en for de, en in links if de.start < german.end and german.start < de.end]
        return record.english[min(s.start for s in spans) : max(s.end for s in spans)] if spans else ""

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise WorkbenchError(Problem(self.layout.root, self.read_only_reason, self.read_only_mend))


def _unmerged(path: Path, data: bytes) -> Versions | None:
    from workbench.project.team.resolving import unmerged

    return unmerged(path, data)
