"""What a clone needs so that git merges a project's files as the workbench does, and what of it is missing."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from workbench.files import read_regular, write_inside
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.project.team.git import Git
from workbench.project.team.place import git_folder

ATTRIBUTES = (
    "translations/**/*.yaml merge=workbench-record text eol=lf",
    "translations/**/*.en.* merge=workbench-english",
    "glossary.yaml merge=workbench-glossary",
    "words.dic merge=union",
)
"""The lines of `.gitattributes`, which everybody gets: how which file is merged."""
IGNORED = ("*.aside-*", "exports/", ".workbench/")
"""The lines of `.gitignore`: what is each one's own."""
DRIVERS = ("record", "english", "glossary")
"""What `workbench merge-file` merges; each is a driver in the clone's own configuration."""
_A = {"record": "a record", "english": "an English text", "glossary": "a glossary"}
_LARGEST = 1_000_000


def set_up(root: Path) -> tuple[str, ...]:
    """Do what is missing in the clone that the project `root` lies in; what was done, a line each.

    Raises WorkbenchError where it lies in none, or something cannot be written.
    """
    git = _git(root)
    done = [line for name, lines in _FILES for line in _add_lines(root, name, lines)]
    for kind in DRIVERS:
        if (driver := _driver(kind)) != _known(git, kind):
            git.asked("config", "--local", f"merge.workbench-{kind}.name", f"workbench: merge a file ({kind})")
            git.asked("config", "--local", f"merge.workbench-{kind}.driver", driver)
            done.append(f"git merges {_A[kind]} with the workbench in this clone")
    return tuple(done)


def missing(root: Path) -> tuple[Problem, ...]:
    """What of it is missing, or does not work any more. Raises WorkbenchError where the project is in no clone."""
    return tuple(_missing(root, _git(root)))


def is_shared(root: Path) -> bool:
    """Whether a project in a git repository says that the workbench merges its files: then each clone needs to."""
    attributes = read_regular(root / ".gitattributes", _LARGEST) or b""
    return b"merge=workbench-" in attributes and git_folder(root) is not None


def _missing(root: Path, git: Git) -> Iterator[Problem]:
    mend = run_again("team")
    for name, lines in _FILES:
        if gone := _not_in(root, name, lines):
            yield Problem(root / name, f"lacks {len(gone)} of its lines, as `{gone[0]}`", f"{mend} adds them")
    for kind in DRIVERS:
        known = _known(git, kind)
        if not known:
            yield Problem(root, f"git does not know here how {_A[kind]} is merged", f"{mend} tells it, once a clone")
        elif not _can_start(known):
            what = f"git merges {_A[kind]} with a program that is gone ({known.split()[0]})"
            yield Problem(root, what, f"{mend} tells it which")


_FILES = ((".gitattributes", ATTRIBUTES), (".gitignore", IGNORED))


def _git(root: Path) -> Git:
    if git_folder(root) is None:
        raise WorkbenchError(Problem(root, "is in no git repository", "make one there: git init"))
    return Git(root)


def _driver(kind: str) -> str:
    """The command that merges: as this program is run now, and with nothing of the project's folder on its path."""
    return f"{shlex.quote(Path(sys.executable).as_posix())} -P -m workbench merge-file {kind} %O %A %B %P"


def _known(git: Git, kind: str) -> str:
    said = git.asked("config", "--get", f"merge.workbench-{kind}.driver", fine=(0, 1))
    return said.decode(errors="replace").strip()


def _can_start(driver: str) -> bool:
    try:
        program = shlex.split(driver)[0]
    except (ValueError, IndexError):
        return False
    return shutil.which(program) is not None


def _not_in(root: Path, name: str, lines: tuple[str, ...]) -> list[str]:
    there = (read_regular(root / name, _LARGEST) or b"").decode(errors="replace")
    known = {" ".join(line.split()) for line in there.splitlines()}
    return [line for line in lines if line not in known]


def _add_lines(root: Path, name: str, lines: tuple[str, ...]) -> Iterator[str]:
    gone = _not_in(root, name, lines)
    if gone:
        there = read_regular(root / name, _LARGEST) or b""
        begun = there + b"\n" if there and not there.endswith(b"\n") else there
        write_inside(root, root / name, begun + "".join(f"{line}\n" for line in gone).encode())
        yield f"{name}: {len(gone)} {'line' if len(gone) == 1 else 'lines'} added"
