"""The folder with pictures and style sheets that a browser saves beside a page: it goes where its page goes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path, PurePath
from urllib.parse import unquote

from workbench.files import create_inside, read_regular, write_inside
from workbench.formats.page import in_utf8
from workbench.problem import Problem, WorkbenchError

PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
MOST_FILES = 2_000
MOST_BYTES = 200_000_000
LARGEST = 50_000_000
"""Of one folder: its files, their bytes together, the bytes of one."""
_DEEPEST = 4

_ENDS = ("_files", "-Dateien", "_Dateien", "-files", ".files")
"""How browsers call it, behind the name of the page: in English and in German."""
_LEADS_TO = re.compile(
    rf"""=\s*["'](?:\./)?([^"'/<>?#\\]{{1,250}}?(?:{"|".join(map(re.escape, _ENDS))}))/""", re.IGNORECASE
)
_NUMBERED = re.compile(r"-\d{1,3}\Z")


@dataclass(slots=True)
class Brought:
    """What came of a folder: how many files lie beside the page now, and what does not."""

    files: int = 0
    problems: list[Problem] = field(default_factory=list)


def is_page(name: str) -> bool:
    """Whether a file is a page by its name."""
    return name.lower().endswith(PAGE_SUFFIXES)


def belongs_to_page(folder: str, beside: Iterable[str]) -> bool:
    """Whether a folder holds the pictures of a page, by its name and the files beside it: no article is in it.

    >>> belongs_to_page("gipfel_files", ["gipfel.html"]), belongs_to_page("alte-Dateien", ["gipfel.html"])
    (True, False)
    """
    end = next((end for end in _ENDS if folder.lower().endswith(end.lower())), "")
    if not end:
        return False
    pages = [PurePath(name).stem for name in beside if is_page(name)]
    if not pages:
        return False
    stem = folder[: -len(end)]
    return end == "_files" or any(stem in (page, _NUMBERED.sub("", page)) for page in pages)


def folders_of(page: bytes) -> tuple[str, ...]:
    """The names of the folders beside a page that it leads to, as browsers name them; most pages have one or none."""
    found = (unescape(match[1]) for match in _LEADS_TO.finditer(in_utf8(page, "")))
    names = dict.fromkeys(unquote(name) for name in found)
    return tuple(name for name in names if not name.startswith(".") and not set(name) & set("/\\\0:"))[:3]


def bring(page: bytes, source: Path, root: Path, target: Path, *, replace: bool = False) -> Brought:
    """Copy the folders that a page leads to from `source`, where it lies, to `target`, a folder in `root`.

    No link is followed, here or there; nothing but ordinary files is copied, and so many and so large as the limits
    say. `replace`: a file that is there gets the new bytes; else it stays, which is told where it is another. Never
    raises: what is not copied is a problem.
    """
    done = Brought()
    for name in folders_of(page):
        folder = source / name
        if folder.is_symlink() or not folder.is_dir():
            what = "is a link, and no link is followed" if folder.is_symlink() else "is not there, or is no folder"
            mend = "put it beside the page, then import the page again, if you want its pictures"
            done.problems.append(Problem(folder, f"{what}: the page has its pictures in it", mend))
            continue
        _Copy(root, target / name, done, replace=replace).copy(folder)
    return done


def put(files: Mapping[str, bytes], root: Path, target: Path) -> Brought:
    """Put the files of a page that came as one file into `target`, a folder in `root`; as `bring` does."""
    done = Brought()
    _Copy(root, target, done, replace=False).put(files)
    return done


class _Copy:
    """The copying of one folder."""

    def __init__(self, root: Path, target: Path, done: Brought, *, replace: bool) -> None:
        self._root, self._target, self._done, self._replace = root, target, done, replace
        self._count = self._bytes = self._others = self._links = 0

    def copy(self, folder: Path) -> None:
        try:
            for path in _files_in(folder, 1):
                if path.is_symlink():
                    self._links += 1
                    continue
                if self._count >= MOST_FILES or self._bytes >= MOST_BYTES:
                    limit = f"at most {MOST_FILES:,} files of {MOST_BYTES // 1_000_000} MB together"
                    self._tell(folder, f"has more in it than is copied ({limit})", "copy the rest by hand")
                    break
                self._one(path, self._target / path.relative_to(folder))
        except (OSError, WorkbenchError) as error:
            problem = error.problem if isinstance(error, WorkbenchError) else Problem(folder, str(error), "copy it")
            self._done.problems.append(problem)
        if self._links:
            self._tell(
                folder, f"has {self._links} links in it, which are not followed", "copy what they lead to by hand"
            )
        self._tell_others()

    def _tell_others(self) -> None:
        if self._others:
            what = f"{self._others} of its files were there already and are others: they stay as they were"
            self._tell(self._target, what, "look whether the page shows the right pictures")

    def put(self, files: Mapping[str, bytes]) -> None:
        """Put files there that lie in no folder, by their names."""
        try:
            for name, data in files.items():
                self._put(data, self._target / name)
        except WorkbenchError as error:
            self._done.problems.append(error.problem)
        self._tell_others()

    def _one(self, path: Path, target: Path) -> None:
        data = read_regular(path, LARGEST, "leave it out", "leave it out, or make it smaller")
        if data is not None:
            self._put(data, target)

    def _put(self, data: bytes, target: Path) -> None:
        self._count += 1
        self._bytes += len(data)
        if not create_inside(self._root, target, data):
            there = None if target.is_symlink() else read_regular(target, LARGEST)
            if there != data and self._replace:
                write_inside(self._root, target, data)
            elif there != data:
                self._others += 1
                return
        self._done.files += 1

    def _tell(self, where: Path, what: str, mend: str) -> None:
        self._done.problems.append(Problem(where, what, mend))


def _files_in(folder: Path, depth: int) -> Iterator[Path]:
    """The files and links of a folder and those in it, in the order of their names; hidden ones are passed over."""
    with os.scandir(folder) as entries:
        found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if depth < _DEEPEST:
                yield from _files_in(Path(entry.path), depth + 1)
        else:
            yield Path(entry.path)
