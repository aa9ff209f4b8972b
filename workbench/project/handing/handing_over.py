"""Where a finished document may be written: into exports/, or where the user says, but never over what is kept."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from workbench.files import must_be_free, write_atomically, write_inside
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout, is_project, layout_of
from workbench.project.folder.sources import find_sources
from workbench.project.settings.settings import PROJECT_FILE

_STREAMS = tuple(map(Path, ("/dev/stdin", "/dev/stdout", "/dev/stderr", "/dev/fd", "/proc")))
_ELSEWHERE = "choose another place, or leave --output out"


def hand_over(
    layout: Layout,
    data: bytes,
    usual: Path,
    output: Path | None = None,
    *,
    replace: bool = False,
    within: Path | None = None,
) -> Path:
    """Write a document's bytes to its `usual` place in exports/, or to `output`; the path of the file.

    The folder of `output` is made where it is missing, but not the one above it; `within`: this one may be missing,
    too, and all between the two.

    The program's own earlier export is replaced; another file that is there only with `replace`. Raises
    WorkbenchError, with nothing half-written: for the own files of this project or another, by whatever path (links,
    other capitals, hard links); for a file that is there; for what is no ordinary file; and where it cannot be written.
    """
    if output is None or _is_same(output, usual):
        write_inside(layout.root, usual, data)
        return usual
    _refuse_what_is_no_file(output)
    must_not_be_own(layout, output)
    must_be_free(output, replace=replace)
    try:
        if within is not None:
            within.mkdir(exist_ok=True)
        output.parent.mkdir(parents=within is not None, exist_ok=True)
    except OSError as error:
        what = f"cannot be made ({error.strerror})"
        raise WorkbenchError(Problem(output.parent, what, "make its folder writable")) from error
    write_atomically(output, data)
    return output


def _is_same(output: Path, usual: Path) -> bool:
    """Whether the user named the usual place in other words; a link there is what it leads to."""
    return _resolved(output) == usual.parent.resolve() / usual.name and not usual.is_symlink()


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (RuntimeError, ValueError, OSError):  # links in a circle, a NUL in the name
        raise WorkbenchError(Problem(str(path), "is no file name", "choose another name")) from None


def _refuse_what_is_no_file(output: Path) -> None:
    """A folder; and devices, pipes and streams (/dev/stdout, /dev/fd/3), whose place no file can take."""
    found = _look(output)
    if found is not None and stat.S_ISDIR(found.st_mode):
        raise WorkbenchError(Problem(output, "is a folder", "name a file in it"))
    stream = any(place.is_relative_to(top) for place in (_absolute(output), _resolved(output)) for top in _STREAMS)
    if stream or (found is not None and not stat.S_ISREG(found.st_mode)):
        what = "is a device, a pipe or a stream, not a file"
        raise WorkbenchError(Problem(output, what, "name a file; -o - writes to standard output"))


def _absolute(path: Path) -> Path:
    return Path(os.path.normpath(Path.cwd() / path))


def must_not_be_own(layout: Layout, output: Path) -> None:
    """Raises WorkbenchError for the own files of this project or another, and what would come to lie among them, by
    whatever path: nothing could bring them back.
    """
    _must_not_be_of(layout, output, "the project's")
    for other in _other_projects(layout, output):
        _must_not_be_of(other, output, "another project's")


def _other_projects(layout: Layout, output: Path) -> Iterator[Layout]:
    """The projects besides this one that a place lies in."""
    for folder in _resolved(output).parents:
        if folder != layout.root and is_project(folder):
            yield layout_of(folder)


def _must_not_be_of(layout: Layout, output: Path, whose: str) -> None:
    place = _resolved(output)
    folders = [layout.translations, layout.private] + ([layout.sources] if layout.sources != layout.root else [])
    files = [layout.glossary, layout.root / PROJECT_FILE, *_articles(layout)]
    inside = {_identity(folder) for folder in folders if folder.is_dir()}
    own = place in map(_resolved, files) or any(place.is_relative_to(_resolved(folder)) for folder in folders)
    if own or not inside.isdisjoint(map(_identity, place.parents)):
        raise WorkbenchError(Problem(output, f"is one of {whose} own files, or among them", _ELSEWHERE))
    there = _identity(place)
    if there is not None and there in map(_identity, (*files, *_all_files(folders))):
        raise WorkbenchError(Problem(output, f"is another name of one of {whose} own files", _ELSEWHERE))


def _articles(layout: Layout) -> tuple[Path, ...]:
    return tuple(layout.sources / name for name in find_sources(layout).names)


def _all_files(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        for top, _, names in os.walk(folder):
            yield from (Path(top, name) for name in names)


def _identity(path: Path) -> tuple[int, int] | None:
    found = _look(path)
    return (found.st_dev, found.st_ino) if found else None


def _look(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError, RuntimeError):
        return None
