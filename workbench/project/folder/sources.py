"""The articles of a project: finding them, subfolders and all, and reading one by its name."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from workbench.formats import SOURCE_SUFFIXES, SUFFIXES_TOLD, TABLE_SUFFIXES, Document, read_document
from workbench.formats.page import ARCHIVE_SUFFIXES
from workbench.invocation import pasted, run_again
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout, is_project, layout_of
from workbench.project.folder.page_files import belongs_to_page
from workbench.project.settings.settings import columns_of
from workbench.translation import english_path, inside, record_path

_TAKEN_IN = {".pdf": "a PDF file", **dict.fromkeys(ARCHIVE_SUFFIXES, "a page saved as one file (MHTML)")}
MOST_ARTICLES = 5_000
MOST_FOLDERS = 1_000
MOST_FILES = 100_000
DEEPEST = 12
NEVER = frozenset({"translations", "exports"})
"""Folders in which no article is looked for, as in hidden ones: the program's own of an earlier day."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles of a project as they were found.

    `names` are paths from the sources folder on, with `/` on every system (`ausland/gipfel.txt`), sorted: the articles
    of a folder before those of its subfolders. There may be none. `problems`: what could not be looked at, and names
    that would be one file elsewhere. `strays`: folders named `translations` among the articles.
    """

    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    strays: tuple[Path, ...] = ()
    _alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def beside(self, name: str) -> tuple[str, ...]:
        """The articles, this one included, whose names begin like this one's: their records must be told apart."""
        return self._alike.get(_beginning(name), ())


def find_files(folder: Path) -> Sources:
    """The same in any folder, as if it were the `sources` of a project."""
    walk = _Walk(replace(layout_of(folder / ".."), sources=folder))
    walk.look()
    return Sources(tuple(sorted(walk.names, key=_order)), tuple(walk.problems))


def find_sources(layout: Layout) -> Sources:
    """Look for a project's articles. Never raises: what cannot be read is a problem, and the others are found.

    Subfolders of `sources/` count, a plain folder of articles has only its own. Passed over are hidden files and
    folders, `translations`, `exports`, the folder with the pictures of a page beside it, and folders that are projects
    of their own. Links are followed, but into no folder twice, and into none that the sources lie in.
    """
    walk = _Walk(layout)
    walk.look()
    names = tuple(sorted(walk.names, key=_order))
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[_beginning(name)].append(name)
    problems = (*walk.problems, *_one_elsewhere(layout.sources, alike.values()))
    groups = {beginning: tuple(group) for beginning, group in alike.items()}
    return Sources(names, problems, tuple(walk.strays), groups)


def read_source(layout: Layout, name: str) -> Document:
    """Read the article of that name. Raises WorkbenchError when it cannot be read, or is outside the sources."""
    path = layout.sources / inside(name)
    return replace(read_document(path, columns_in_force(layout, name)), name=name)


def columns_in_force(layout: Layout, name: str) -> str:
    """The columns that were chosen for a table, by which it is read; empty where none were, and for other articles."""
    return columns_of(layout.root, name) if _is_table(name) else ""


def _is_table(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in TABLE_SUFFIXES


def article_of(layout: Layout, sources: Sources, file: Path) -> str | None:
    """The article whose record or English version a file is; None where it is that of none."""
    for name in sources.names:
        with suppress(WorkbenchError):
            record = record_path(name, layout.translations, sources.beside(name))
            if file in (record, english_path(name, layout.translations)):
                return name
    return None


def no_article(layout: Layout) -> Problem:
    """What is wrong with a project that has no article."""
    return Problem(layout.sources, "there is no article here", f"put {SUFFIXES_TOLD} files there")


class _Walk:
    """One look through the folders of a project's articles."""

    def __init__(self, layout: Layout) -> None:
        self.names: list[str] = []
        self.problems: list[Problem] = []
        self.strays: list[Path] = []
        self._layout = layout
        self._deep = layout.sources != layout.root
        self._waiting = deque([(layout.sources, "", 1)])
        self._links: deque[tuple[Path, str, int]] = deque()
        self._seen = {self._identity(parent) for parent in layout.sources.resolve().parents}
        self._files = self._folders = 0

    def look(self) -> None:
        """Folder by folder; what is behind a link comes last, so that a folder has the name of its own place."""
        while self._waiting or self._links:
            folder, prefix, depth = (self._waiting or self._links).popleft()
            identity = self._identity(folder)
            if identity is not None and identity in self._seen:
                continue
            self._seen.add(identity)
            self._folders += 1
            if not self._enough():
                self._look_into(folder, prefix, depth)

    def _enough(self) -> bool:
        """Whether a limit is reached, which is told once."""
        limits = (
            (len(self.names), MOST_ARTICLES, "articles"),
            (self._folders, MOST_FOLDERS, "folders"),
            (self._files, MOST_FILES, "files"),
        )
        for count, most, what in limits:
            if count > most:
                self._left_out(self._layout.sources, f"there are more than {most:,} {what}")
                self._waiting.clear()
                self._links.clear()
                return True
        return False

    def _left_out(self, where: Path, why: str) -> None:
        self.problems.append(Problem(where, f"{why}: some articles are left out", "make several projects of them"))

    def _look_into(self, folder: Path, prefix: str, depth: int) -> None:
        try:
            with os.scandir(folder) as entries:
                found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            why = f"cannot be read ({error.strerror})"
            self.problems.append(Problem(folder, why, "check the folder's permissions"))
            return
        self._files += len(found)
        names = [entry.name for entry in found]
        for entry in found:
            if not belongs_to_page(entry.name, names):
                self._take(entry, prefix, depth)

    def _take(self, entry: os.DirEntry[str], prefix: str, depth: int) -> None:
        name, path = prefix + entry.name, Path(entry.path)
        try:
            is_folder, is_file = entry.is_dir(), entry.is_file()
        except OSError:  # links in a circle
            is_folder, is_file = False, False
        if not is_file:
            self._tell_strange(path, is_folder=is_folder)
        if is_folder and self._deep:
            self._take_folder(path, name, depth, self._links if entry.is_symlink() else self._waiting)
        elif is_file and self._is_article(path) and len(self.names) <= MOST_ARTICLES:
            self.names.append(name)
        elif is_file and self._deep and (kind := _TAKEN_IN.get(path.suffix.lower())):
            mend = f"take its text in: {run_again(f'import {pasted(path)}')}"
            self.problems.append(Problem(path, f"{kind} is no article as it is", mend))

    def _tell_strange(self, path: Path, *, is_folder: bool) -> None:
        """Tell what has an article's name and is no file."""
        if not self._is_article(path):
            return
        kind = "a folder" if is_folder else "no ordinary file" if path.exists() else "a symbolic link to nothing"
        what, mend = f"is {kind}, so it is no article here", "move it away, or mend it"
        if is_folder and self._deep:
            what, mend = f"{what}; those in it are", "rename it, so that nobody takes it for one"
        self.problems.append(Problem(path, what, mend))

    def _is_article(self, path: Path) -> bool:
        """Whether a file is one by its suffix; in a plain folder a table is not: it may be the glossary."""
        suffix = path.suffix.lower()
        return suffix in SOURCE_SUFFIXES and (self._deep or suffix not in TABLE_SUFFIXES)

    def _take_folder(self, path: Path, name: str, depth: int, line: deque[tuple[Path, str, int]]) -> None:
        if path.name.casefold() in NEVER:
            if path.name == "translations":
                self.strays.append(path)
        elif depth >= DEEPEST:
            self._left_out(path, f"folders are more than {DEEPEST} deep")
        elif not is_project(path):
            line.append((path, f"{name}/", depth + 1))

    @staticmethod
    def _identity(folder: Path) -> tuple[int, int] | None:
        try:
            found = folder.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


def _order(name: str) -> tuple[tuple[tuple[int, str], ...], str]:
    *folders, file = name.casefold().split("/")
    return ((*((1, folder) for folder in folders), (0, file)), name)


def _beginning(name: str) -> str:
    path = PurePosixPath(name)
    return _anywhere(str(path.parent / path.name.split(".")[0]))


def _anywhere(name: str) -> str:
    """The name as Windows and macOS compare it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _one_elsewhere(folder: Path, groups: Iterable[list[str]]) -> Iterable[Problem]:
    for group in groups:
        seen: dict[str, str] = {}
        for name in group:
            other = seen.setdefault(_anywhere(name), name)
            if other != name:
                what = f"is one file with {other} on Windows and macOS"
                yield Problem(folder / name, what, "rename one of them")
