"""Whether a file that the user named can be written where they said, before anything is made for it."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.problem import Problem, WorkbenchError


def must_be_free(path: Path, *, replace: bool = False, mend: str = "choose another name, or say --replace") -> None:
    """Refuse a place where a folder is, or what is no ordinary file, and any file but for `replace`.

    Raises WorkbenchError; `mend` says what to do about a file that is there.
    """
    if path.is_dir():
        raise WorkbenchError(Problem(path, "is a folder", "name a file in it"))
    if path.exists() and not path.is_file():
        raise WorkbenchError(Problem(path, "is a device, a pipe or a stream, not a file", "choose another name"))
    if os.path.lexists(path) and not replace:
        raise WorkbenchError(Problem(path, "is there already", mend))
