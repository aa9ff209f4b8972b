"""The files that somebody laid into a folder of a project, such as `memories/` and `glossaries/`."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.files import read_start
from workbench.problem import Problem

DEEPEST = 8
"""Folders within each other; what lies deeper is passed over."""
_MEND = "take it out of the folder, or put an ordinary file in its place"


def files_below(top: Path) -> tuple[list[Path], list[Problem]]:
    """The files in a folder and its subfolders, sorted, hidden ones aside; and what cannot be looked into.

    Nothing is opened, and no link to a folder is followed. No files where there is no such folder.
    """
    found: list[Path] = []
    problems: list[Problem] = []

    def told(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            what = f"cannot be looked into ({error.strerror or error})"
            problems.append(Problem(Path(error.filename or top), what, "check its permissions"))

    for folder, folders, names in os.walk(top, onerror=told):
        place = Path(folder)
        is_deep = len(place.relative_to(top).parts) >= DEEPEST
        folders[:] = [] if is_deep else sorted(name for name in folders if not name.startswith("."))
        found += [place / name for name in sorted(names) if not name.startswith(".")]
    return found, problems


def must_be_a_file(path: Path) -> None:
    """Raises WorkbenchError, with what to do there, where what lies in such a folder is no file: a pipe, a device."""
    read_start(path, 0, _MEND)
