"""What git could not merge, in its index or with marks in the file: the versions, to be merged when it is opened."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from workbench.files import Versions, read_regular, versions, write_linked
from workbench.glossary.file.lock import glossary_lock
from workbench.glossary.file.merge import merge_glossaries
from workbench.glossary.file.yaml_file import MOST_BYTES
from workbench.problem import Problem, WorkbenchError
from workbench.project.team.git import Git
from workbench.project.team.place import is_merging
from workbench.translation import KeptFile


def unmerged(path: Path, data: bytes) -> Versions | None:
    """The versions of a file which git has not merged; `data`: what the file holds. None where there are none.

    They are git's own where it has them and nobody has decided yet: the file has the marks of a conflict, or is ours
    as git has it (a driver that could not be started leaves that). Else those in the marks, if the file has any.
    """
    marked = versions(data)
    return (_of_index(path, data, marked=marked is not None) if is_merging(path.parent) else None) or marked


def settled_glossary(path: Path) -> Problem | None:
    """Merge a glossary file that git has left unmerged, and write it; what is to be told, None where it is not so.

    What stood there is put aside first (`glossary.yaml.aside-1`). Never raises: what cannot be merged stays as it is.
    """
    with suppress(WorkbenchError):
        data = read_regular(path, MOST_BYTES) or b""
        both = unmerged(path, data)
        if both is not None and (made := merge_glossaries(both, path)) != data:
            with glossary_lock(path):
                file = KeptFile(path, path.parent)
                if file.read() == data:
                    file.set_aside()
                    write_linked(path, made)
                    return Problem(path, "was merged with the other translator's work", _MEND)
    return None


def shown_glossary(path: Path) -> tuple[bytes, Problem] | None:
    """The same where nothing may be written: what the file will hold once it is merged, and what is to be told."""
    with suppress(WorkbenchError):
        data = read_regular(path, MOST_BYTES) or b""
        both = unmerged(path, data)
        if both is not None and (made := merge_glossaries(both, path)) != data:
            return made, Problem(path, "is shown merged with the other translator's work, and not written", _UNWRITTEN)
    return None


_UNWRITTEN = "open the project where it can be written; the lines that are told are those of the merged file"
_MEND = "look at what is told of it; git add and git commit end the merge"


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
