"""What git could not merge, in its index or with marks in the file: the versions, to be merged when it is opened."""

from __future__ import annotations

from pathlib import Path

from workbench.files import Versions, versions
from workbench.problem import WorkbenchError
from workbench.project.team.git import Git
from workbench.project.team.place import is_merging


def unmerged(path: Path, data: bytes) -> Versions | None:
    """The versions of a file which git has not merged; `data`: what the file holds. None where there are none.

    They are git's own where it has them and nobody has decided yet: the file has the marks of a conflict, or is ours
    as git has it (a driver that could not be started leaves that). Else those in the marks, if the file has any.
    """
    marked = versions(data)
    return (_of_index(path, data, marked=marked is not None) if is_merging(path.parent) else None) or marked


def _of_index(path: Path, data: bytes, *, marked: bool) -> Versions | None:
    git = Git(path.parent)
    try:
        stages = git.stages(path)
        if not {2, 3} <= stages.keys():
            return None
        ours = git.blob(stages[2])
        if not marked and _plain(ours) != _plain(data):
            return None
        return Versions(git.blob(stages[1]) if 1 in stages else None, ours, git.blob(stages[3]))
    except WorkbenchError:  # no git here, or one that does not answer: what the file holds counts
        return None


def _plain(data: bytes) -> bytes:
    """Without what git does to line ends on Windows."""
    return data.replace(b"\r\n", b"\n")
