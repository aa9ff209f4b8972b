"""Records whose article is gone: which article each fits by its content, and giving it that work."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.files import in_the_way, make_folder_inside, read_regular, remove_inside
from workbench.formats import Document
from workbench.invocation import pasted, run_again
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.project.folder.sources import Sources, read_source
from workbench.text import clean_line
from workbench.translation import (
    LARGEST,
    Generations,
    Journal,
    State,
    TranslationRecord,
    english_path,
    inside,
    merged,
    move_bookmarks,
    read_record,
    record_path,
    rematch,
    replace_record,
    said_source,
    share_in,
)

FITS = 0.5
"""A record fits an article that has at least this share of its German."""

LOOKED_AT = 5
"""Articles that are compared paragraph by paragraph with a record: those that have most of its words."""

MOST_RECORDS = 20_000
_DECIDED = re.compile(rb"^ +state: *(?:reviewed|translated|skipped)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fit:
    """An article that has a record's German: the share of it (0 to 1), and whether it has reviewed work of its own."""

    name: str
    share: float
    begun: bool


@dataclass(frozen=True, slots=True)
class Orphan:
    """A record without an article.

    `source`: the name that it says. `reviewed` and `worked` count its paragraphs that are reviewed, and those that
    a person worked on. `fits`: the articles that it fits, the likeliest first, those without work of their own before
    others. `problem`: why the record cannot be read, if so.
    """

    record: Path
    source: str
    reviewed: int = 0
    worked: int = 0
    fits: tuple[Fit, ...] = ()
    problem: Problem | None = None


def find_orphans(layout: Layout, sources: Sources) -> tuple[Orphan, ...]:
    """The records that no article has, by their paths.

    Where every record has its article this costs some file names and a few bytes of each record. Records that were
    made among the articles (`sources/2025/translations/`) before subfolders belonged to a project are found as well.
    """
    astray = records_astray(layout, sources)
    if not astray:
        return ()
    articles = _Articles(layout, sources)
    return tuple(_orphan(path, articles) for path in astray)


def records_astray(layout: Layout, sources: Sources) -> tuple[Path, ...]:
    """The files of the records that no article has, by their paths."""
    owned = {_record(layout, sources, name) for name in sources.names}
    return tuple(path for path in _records(layout, sources) if path not in owned and said_source(path) is not None)


def offered(orphans: Iterable[Orphan], name: str) -> Orphan | None:
    """The record whose work is to be offered to an article without work of its own; None if there is none."""
    found = [(fit.share, o) for o in orphans for fit in o.fits[:1] if fit.name == name and not fit.begun and o.worked]
    return max(found, key=lambda pair: pair[0], default=(0.0, None))[1]


def as_problem(orphan: Orphan, layout: Layout) -> Problem:
    """A record without an article as a line for the user, with what to do about it."""
    if orphan.problem is not None:
        return orphan.problem
    number = f"{orphan.worked or 'no'} paragraph{'' if orphan.worked == 1 else 's'} with work in it"
    what = f"is the record of {clean_line(orphan.source)}, which is gone; {number}"
    if not orphan.fits:
        how = run_again("adopt ARTICLE --from RECORD")
        mend = f"if the article has another name now: {how}; else move the record away"
        return Problem(orphan.record, what, mend)
    fit = orphan.fits[0]
    article = layout.sources / fit.name
    if article.is_relative_to(Path.cwd()):
        article = article.relative_to(Path.cwd())
    joins = ", which has work of its own" if fit.begun else ""
    fits = f"{what}; it fits {clean_line(str(article))}{joins}"
    return Problem(orphan.record, fits, run_again(f"adopt {pasted(article)}"))


def adopt(layout: Layout, sources: Sources, name: str, record: Path) -> None:
    """Give the article `name` the work of `record`, which has no article, and do away with that file.

    Work that the article has already stays, and what the other has for the same paragraph is kept under `removed`.
    Both records as they were are kept among the article's generations. Killed at any moment, every file is whole and
    the work is in one of them; done again, it is as if nothing had happened.
    Raises WorkbenchError, with both records where they were, when something cannot be read or written.
    """
    if name not in sources.names:
        raise WorkbenchError(Problem(layout.sources / name, "there is no such article", "name one in sources/"))
    if record not in _records(layout, sources):
        what = "is no record in this project's translations"
        raise WorkbenchError(Problem(record, what, f"{run_again('adopt')} lists those without an article"))
    if record in {_record(layout, sources, other) for other in sources.names}:
        what = "is the record of an article that is there"
        raise WorkbenchError(Problem(record, what, f"{run_again('adopt')} lists those without one"))
    other, document = read_record(record), read_source(layout, name)
    target = record_path(name, layout.translations, sources.beside(name))
    present = read_record(target) if target.exists() else None
    english = english_path(name, layout.translations)
    generations = _generations(layout, other, name, sources)
    generations.keep(record)
    _take_english_along(layout, sources, record, other, english)
    known = [rematch(known, document) for known in (present, other) if known is not None]
    replace_record(merged(present, other, document), target, english, generations, known)
    if other.source not in sources.names:
        _take_own_along(layout, other.source, name)
    remove_inside(layout.root, record)
    if os.path.lexists(record):
        what = f"cannot be deleted, though {name} has its work now"
        raise WorkbenchError(Problem(record, what, "delete it"))
    with suppress(OSError):
        record.parent.rmdir()  # only where nothing else is in it


def _generations(layout: Layout, other: TranslationRecord, name: str, sources: Sources) -> Generations:
    """Those of the article, with those that were kept under its old name."""
    with suppress(WorkbenchError):
        if other.source not in sources.names:
            return Generations(layout.private, other.source).move_to(name)
    return Generations(layout.private, name)


def _take_own_along(layout: Layout, old: str, name: str) -> None:
    """What this machine keeps under the old name, history and bookmarks, is kept under the new one."""
    with suppress(WorkbenchError):
        Journal(layout.private, old).move_to(name)
        move_bookmarks(layout.private, old, name)


def _take_english_along(
    layout: Layout, sources: Sources, record: Path, other: TranslationRecord, english: Path
) -> None:
    """Rename the English version that lies beside the record, unless it is that of another article."""
    with suppress(WorkbenchError, OSError):
        old = english_path(inside(other.source).name, record.parent)
        taken = {english_path(name, layout.translations) for name in sources.names}
        ways_free = not in_the_way(layout.root, old) and not in_the_way(layout.root, english)
        if old not in taken and ways_free and old.exists() and not english.exists():
            make_folder_inside(layout.root, english.parent)
            old.rename(english)


def _record(layout: Layout, sources: Sources, name: str) -> Path | None:
    with suppress(WorkbenchError):
        return record_path(name, layout.translations, sources.beside(name))
    return None


def _records(layout: Layout, sources: Sources) -> Iterator[Path]:
    """Every .yaml file in translations/ and in stray folders of that name; no link is followed."""
    for folder in (layout.translations, *sources.strays):
        count = 0
        if folder.is_symlink():
            continue
        for place, folders, files in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                if name.endswith(".yaml") and not name.startswith("."):
                    count += 1
                    yield Path(place, name)
            if count > MOST_RECORDS:
                break


def _orphan(path: Path, articles: _Articles) -> Orphan:
    try:
        record = read_record(path)
    except WorkbenchError as error:
        return Orphan(path, said_source(path) or "", problem=error.problem)
    everything = (*record.paragraphs, *record.removed)
    return Orphan(
        path,
        record.source,
        reviewed=sum(paragraph.state is State.REVIEWED for paragraph in everything),
        worked=sum(paragraph.has_work for paragraph in everything),
        fits=articles.fits(record),
    )


class _Articles:
    """The articles of a project, read when the first record is compared with them."""

    def __init__(self, layout: Layout, sources: Sources) -> None:
        self._layout, self._sources = layout, sources
        self._begun: dict[str, bool] = {name: self._has_work(name) for name in sources.names}
        self._read: dict[bool, Mapping[str, tuple[Document, frozenset[str]]]] = {}

    def fits(self, record: TranslationRecord) -> tuple[Fit, ...]:
        """The articles without work of their own that have the record's German; where none has, the others that do."""
        words = _words(paragraph.german for paragraph in record.paragraphs)
        for begun in (False, True):
            known = self._documents(begun)
            near = sorted(known, key=lambda name: -len(words & known[name][1]))[:LOOKED_AT]
            shares = [(share_in(record, known[name][0]), name) for name in near if words & known[name][1]]
            likely = sorted(shares, key=lambda pair: (_same(record, known[pair[1]][0]), *pair), reverse=True)
            fits = [Fit(name, share, begun) for share, name in likely if share >= FITS]
            if fits:
                return tuple(fits)
        return ()

    def _has_work(self, name: str) -> bool:
        """Whether a person has decided something in an article, as its record says at a glance (it is not parsed).

        A record that cannot be read counts as work.
        """
        path = _record(self._layout, self._sources, name)
        try:
            return path is not None and bool(_DECIDED.search(read_regular(path, LARGEST) or b""))
        except WorkbenchError:
            return True

    def _documents(self, begun: bool) -> Mapping[str, tuple[Document, frozenset[str]]]:
        if begun not in self._read:
            found = {}
            for name in (name for name, has_work in self._begun.items() if has_work is begun):
                with suppress(WorkbenchError):
                    document = read_source(self._layout, name)
                    found[name] = document, _words(paragraph.text for paragraph in document.paragraphs)
            self._read[begun] = found
        return self._read[begun]


def _same(record: TranslationRecord, document: Document) -> int:
    """How many characters of the record's German stand in the article in paragraphs that are the very same."""
    texts = {paragraph.text for paragraph in document.paragraphs}
    return sum(len(paragraph.german) for paragraph in record.paragraphs if paragraph.german in texts)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())
