"""The one object both faces hold: the folder, its glossary, its package, its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from workbench.checks import Finding, by_gravity, check_paragraph, check_whole, where_first
from workbench.files import stamp, write_atomically
from workbench.glossary import Entry, Glossary
from workbench.problem import Problem, WorkbenchError
from workbench.project.drafting import as_record
from workbench.project.layout import Layout, find_layout, source_files
from workbench.project.settings import read_settings, write_settings
from workbench.project.termbase import Termbase
from workbench.text import Span, read_document
from workbench.translation import (
    READ_ONLY_MEND,
    Draft,
    ParagraphRecord,
    ProjectLock,
    Translation,
    TranslationRecord,
    read_summary,
    record_path,
)

if TYPE_CHECKING:  # the engine and the exports are loaded when they are first used: the screen does not wait for them
    from workbench.engine import Drafter, Package

ASKS_FIRST = frozenset({"term-missing", "term-forbidden", "first-mention"})
"""The checks whose errors are shown for a decision before a paragraph is accepted."""


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A source file and how far its translation is; `problem` says why it cannot be opened, if so."""

    name: str
    total: int = 0
    reviewed: int = 0
    problem: str = ""


class Project:
    """A folder of German articles and everything kept with it. Make one with `Project.open(path)`.

    Only `drafting()`, `propose_english()` and `find_fix()` may run outside the thread that made the project.
    """

    def __init__(self, layout: Layout, wanted: str | None, lock: ProjectLock) -> None:
        self.layout = layout
        self.wanted = wanted
        """The source file the user named when opening the project, if any."""
        self._lock = lock
        self.settings = read_settings(self._settings_file)
        self.termbase = Termbase(layout.glossary, self._must_be_writable)
        self._sources_seen: dict[str, tuple[int, int] | None] = {}
        self._looked_at: dict[str, object] = {}
        self._package: Package | None = None
        self._drafter: Drafter | None = None
        self._of_paragraph = lru_cache(maxsize=20_000)(check_paragraph)
        self._of_document: tuple[TranslationRecord, Glossary, dict[int, tuple[Finding, ...]]] | None = None

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Project:
        """Open the project that `path` (a project, a folder of articles, one article) belongs to.

        Somebody else working in it makes this one read-only (see `read_only_reason`).
        Raises WorkbenchError when there is nothing to translate at `path`.
        """
        layout, wanted = find_layout(path)
        return cls(layout, wanted, ProjectLock.take(layout.private, read_only=read_only))

    def close(self) -> None:
        """Let the next one work on the project."""
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
    def read_only(self) -> bool:
        """Whether this project can only be looked at."""
        return bool(self._lock.reason)

    # Documents

    def names(self) -> tuple[str, ...]:
        """The names of the source files, sorted; at least one. Raises WorkbenchError when there is none."""
        try:
            names = tuple(path.name for path in source_files(self.layout.sources))
        except OSError as error:
            mend = "check the folder's permissions"
            raise WorkbenchError(Problem(self.layout.sources, f"cannot be read: {error.strerror}", mend)) from error
        if not names:
            raise WorkbenchError(
                Problem(self.layout.sources, "there is no article here", "put .txt or .md files there")
            )
        return names

    def is_begun(self, name: str) -> bool:
        """Whether the translation of a source file has been begun."""
        return record_path(name, self.layout.translations).exists()

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Every source file with its progress."""
        return tuple(self.summary(name) for name in self.names())

    def summary(self, name: str) -> DocumentSummary:
        """How far the translation of one source file is."""
        try:
            counts = read_summary(self.layout.sources / name, self.layout.translations)
            if counts is None:
                return DocumentSummary(name, total=len(read_document(self.layout.sources / name).paragraphs))
            return DocumentSummary(name, total=counts.total, reviewed=counts.reviewed)
        except WorkbenchError as error:
            return DocumentSummary(name, problem=str(error))

    def open_document(self, name: str) -> Translation:
        """The translation of the source file `name`, new or as it was saved, matched to the source as it is now.

        Raises WorkbenchError when the source or its record cannot be read.
        """
        self._sources_seen[name] = stamp(self.layout.sources / name)
        document = read_document(self.layout.sources / name)
        return Translation.open(document, self.layout.translations, read_only_reason=self.read_only_reason)

    def changed_on_disk(self, translation: Translation) -> bool:
        """Whether another program changed an open document's source or its record."""
        name = translation.record.source
        return self._sources_seen[name] != stamp(self.layout.sources / name) or translation.changed_elsewhere

    def look_again(self, translation: Translation, *, busy: bool) -> Literal["", "taken up", "conflict"]:
        """Look whether another program changed an open document, and take it up where nothing here is lost by it.

        `busy`: the user is in the middle of a paragraph. A conflict (work here that is not saved, a record that
        was deleted) is told once; `reload` or `translation.save(over=True)` ends it.
        Raises WorkbenchError, once, when what is on disk now cannot be read.
        """
        name = translation.record.source
        now = (stamp(self.layout.sources / name), stamp(translation.path), busy)
        if now == self._looked_at.get(name):
            return ""
        self._looked_at[name] = now
        if not self.changed_on_disk(translation):
            return ""
        if busy or not translation.saved or not (translation.path.exists() or translation.progress.reviewed == 0):
            return "conflict"
        self.reload(translation)
        return "taken up"

    def reload(self, translation: Translation) -> None:
        """Take up what is on disk now; what was not saved is put aside in a file first (`NAME.yaml.aside-1`).

        Raises WorkbenchError, with the document as it was, when the source or the record cannot be read.
        """
        path = self.layout.sources / translation.record.source
        self._sources_seen[path.name] = stamp(path)
        translation.reload(read_document(path))

    # Findings

    def findings(self, translation: Translation, index: int) -> tuple[Finding, ...]:
        """What the checks say of one paragraph, with what shows only in the whole document."""
        glossary = self.termbase.glossary
        whole = self._in_whole(translation.record, glossary)
        own = self._of_paragraph(index, translation.paragraphs[index], glossary)
        return by_gravity((*own, *whole[index])) if index in whole else own

    def _in_whole(self, record: TranslationRecord, glossary: Glossary) -> dict[int, tuple[Finding, ...]]:
        """What shows only in the whole document; asked for each paragraph on the screen, found once a change."""
        known = self._of_document
        if known is not None and known[1] is not glossary:
            self._of_paragraph.cache_clear()
        if known is None or known[0] is not record or known[1] is not glossary:
            known = self._of_document = (record, glossary, check_whole(record, glossary))
        return known[2]

    def document_findings(self, translation: Translation) -> tuple[Finding, ...]:
        """What the checks say of a whole document, paragraph by paragraph."""
        return tuple(f for index in range(len(translation.paragraphs)) for f in self.findings(translation, index))

    def broken_rules(self, translation: Translation, index: int) -> tuple[Finding, ...]:
        """The glossary rules a paragraph breaks: a reviewer decides on these before it is accepted."""
        found = self.findings(translation, index)
        return tuple(f for f in found if f.check in ASKS_FIRST and f.severity == "error")

    # Package and drafts

    @property
    def package(self) -> Package:
        """The Argos package in use: the one chosen with `use_package`, else the embedded one.

        Raises WorkbenchError when the chosen one is gone.
        """
        from workbench.engine import embedded_package, find_package

        if self._package is None:
            self._package = find_package(self.settings.package) if self.settings.package else embedded_package()
        return self._package

    @property
    def package_name(self) -> str:
        """The package in use in a few words, for a heading."""
        try:
            package = self.package
            return f"{'embedded' if package.embedded else 'Argos'} package {package.version}"
        except WorkbenchError:
            return f"package {self.settings.package} is missing"

    def use_package(self, package: Package) -> None:
        """Draft with this package from now on."""
        self._must_be_writable()
        self.set(package="" if package.embedded else package.id)
        self._package = self._drafter = None

    def set(self, **changes: str) -> None:
        """Change and keep settings (`package`, `theme`); a read-only project only changes them for now."""
        self.settings = replace(self.settings, **changes)
        if not self.read_only:
            write_settings(self._settings_file, self.settings)

    @property
    def _settings_file(self) -> Path:
        return self.layout.private / "settings.yaml"

    @property
    def drafter(self) -> Drafter:
        """The package in use, ready to draft; its model is loaded at the first draft."""
        from workbench.engine import Drafter

        package = self.package
        if self._drafter is None or self._drafter.package != package:
            self._drafter = Drafter(package)
        return self._drafter

    def drafting(
        self, records: tuple[ParagraphRecord, ...], first: Callable[[], Iterable[int]] = tuple
    ) -> Iterator[tuple[int, Draft]]:
        """Draft the untouched paragraphs among a document's `records`, yielding (index, draft) as each is made.

        A name is written out where the document has it first, as its entry's `first` says, and short elsewhere.
        `first()` is asked again and again which paragraphs the user is looking at; these go first.
        Drafts made before, with the same package and glossary entries, come from the cache.
        """
        from workbench.engine import DraftCache, draft_paragraphs

        glossary = self.termbase.glossary
        firsts = self.first_mentions(records)
        wanted = [i for i, record in enumerate(records) if record.state in Translation.UNTOUCHED]
        place = {index: position for position, index in enumerate(wanted)}

        def seen() -> list[int]:
            return [place[index] for index in first() if index in place]

        cache = DraftCache(None if self.read_only else self.layout.private / "drafts.sqlite")
        try:
            texts = [records[i].german for i in wanted]
            for position, draft in draft_paragraphs(texts, glossary, self.drafter, cache, seen):
                index = wanted[position]
                yield index, as_record(draft, index, records[index], firsts)
        finally:
            cache.close()

    def first_mentions(self, records: tuple[ParagraphRecord, ...]) -> dict[Entry, int]:
        """For each entry with a `first` form the paragraph (from 0) that names it first; cheap.

        Drafts depend on it: when it is not what it was at the last `drafting`, drafts that nobody touched are old.
        """
        return where_first(records, self.termbase.glossary)

    def propose_english(self, record: ParagraphRecord, german: Span) -> str:
        """The English words that stand for a stretch of a paragraph's German, by word alignment; may be empty."""
        if not record.english or german.start >= german.end:
            return ""
        links = self.drafter.align(record.german, record.english)
        spans = [en for de, en in links if de.start < german.end and german.start < de.end]
        return record.english[min(s.start for s in spans) : max(s.end for s in spans)] if spans else ""

    # Handing over

    def export_path(self, translation: Translation, to: str, what: str) -> Path:
        """Where a document goes that is handed over in a format. Raises WorkbenchError for one there is not."""
        from workbench.export import file_name

        return self.layout.exports / file_name(Path(translation.record.source).stem, to, what)

    def export(self, translation: Translation, to: str, what: str, output: Path | None = None) -> Path:
        """Write the document in a format (`txt`, `md`, `html`, `docx`, `tmx`); the path of the file.

        `what` is "english" or "bilingual"; it goes into exports/ unless `output` names a file.
        Raises WorkbenchError, with nothing half-written.
        """
        from workbench.export import render

        path = output or self.export_path(translation, to, what)
        self._must_not_be_own(path)
        data = render(translation.record, self.termbase.glossary, to, what)
        try:
            path.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise WorkbenchError(
                Problem(
                    path.parent,
                    f"cannot be made ({error.strerror})",
                    "make its folder writable",
                )
            ) from error
        write_atomically(path, data)
        return path

    def _must_not_be_own(self, path: Path) -> None:
        """Refuse to hand over into the project's own files, which nothing could bring back."""
        layout, place = self.layout, path.resolve()
        own = [layout.translations, layout.private] + ([layout.sources] if layout.sources != layout.root else [])
        sources = {source.resolve() for source in source_files(layout.sources)}
        if place in {layout.glossary, *sources} or any(place.is_relative_to(folder) for folder in own):
            mend = "choose another place, or leave --output out"
            raise WorkbenchError(Problem(path, "is one of the project's own files, or among them", mend))

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise WorkbenchError(Problem(self.layout.root, self.read_only_reason, READ_ONLY_MEND))
