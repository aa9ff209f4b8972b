"""The files in a project's `memories/`: each is a memory, as long as it lies there."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from workbench.invocation import run_again
from workbench.problem import Problem
from workbench.project.folder.files_below import files_below
from workbench.project.folder.layout import Layout
from workbench.project.settings.memory_setting import MOST_TAKEN_OFF
from workbench.text import clean_line

MOST_FILES = 100
"""More files than these are told and passed over: each is asked for every sentence."""
_PASSED_OVER = (".md", ".txt", ".part", ".crdownload", ".download", ".tmp", "~")
"""Words about the files, and files that are not there as a whole yet."""
_OFF = re.compile(r"penalty-0*([0-9]{1,3})")
_TRUSTS = {"reviewed": "reviewed", "unreviewed": "unreviewed", "mt": "unreviewed", "aligned": "aligned"}


@dataclass(frozen=True, slots=True)
class LaidFile:
    """A file that somebody put into `memories/`.

    `name`: its path from there on, with `/`, as it is told. `stamp` is another after each change. What the folders say
    that it lies in: `trust`, how far all of its pairs may be trusted, empty where its own words count; `foreign`, that
    it is somebody else's; `penalty`: what is taken off its matches, in percent.
    """

    path: Path
    name: str
    stamp: tuple[int, ...]
    trust: str = ""
    foreign: bool = False
    penalty: int = 0

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.stamp[-1]


def laid_files(layout: Layout) -> tuple[tuple[LaidFile, ...], tuple[Problem, ...]]:
    """The files in `memories/`, subfolders and all, sorted by their names, and what cannot be looked at.

    Passed over are hidden files and folders, `.md` and `.txt`, and what is still being fetched. Nothing is opened.
    """
    top = layout.memories
    paths, problems = files_below(top)
    whole = (path for path in paths if not path.name.casefold().endswith(_PASSED_OVER))
    found = [laid for path in whole if (laid := _laid(path, path.relative_to(top).parts[:-1])) is not None]
    if len(found) > MOST_FILES:
        what = f"has {len(found):,} files, of which the first {MOST_FILES} are asked"
        mend = f"take several into one memory: {run_again('memory import FILE… --into NAME')}"
        problems.append(Problem(top, what, mend))
    return tuple(sorted(found, key=lambda laid: laid.name)[:MOST_FILES]), tuple(problems)


def _laid(path: Path, inner: tuple[str, ...]) -> LaidFile | None:
    try:
        seen = path.stat()
    except (OSError, ValueError):
        return None
    if stat.S_ISDIR(seen.st_mode):
        return None
    said = [name.casefold() for name in inner]
    trusts = [_TRUSTS[name] for name in said if name in _TRUSTS]
    offs = [int(off[1]) for name in said if (off := _OFF.fullmatch(name))]
    return LaidFile(
        path,
        _told("/".join((*inner, path.name))),
        (seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino, seen.st_size),
        trusts[-1] if trusts else "",
        "foreign" in said,
        min(MOST_TAKEN_OFF, offs[-1]) if offs else 0,
    )


def _told(name: str) -> str:
    """A name as the records can keep it, whatever its bytes are."""
    return clean_line(name.encode("utf-8", "replace").decode("utf-8"))
