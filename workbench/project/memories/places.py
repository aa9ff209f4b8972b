"""Where translation memories lie on this machine: never in a project, and so never in git or in a synced folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from workbench.files import told_as_problem
from workbench.memory import project_of
from workbench.problem import Problem, WorkbenchError
from workbench.project.settings.memory_setting import no_memory_name

SUFFIX = ".sqlite"
_OF_FILES = ".files"
_PRIVATE = 0o700


def own_memory(root: Path) -> Path:
    """Where the memory of the project `root` lies: in the user's folder for states, by a hash of the root.

    It can be made anew from the records whenever it is gone.
    """
    name = blake2b(str(root.resolve()).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return _own_folder() / f"{name}{SUFFIX}"


def file_memories(root: Path) -> Path:
    """The folder of what was made of the files in the `memories/` of the project `root`.

    All of it can be made anew from these whenever it is gone.
    """
    return own_memory(root).with_suffix(_OF_FILES)


def named_memory(name: str) -> Path:
    """Where the memory of this name lies, or will; capitals in it do not count.

    Raises WorkbenchError for what is no name of one, and for a symbolic link in its place.
    """
    if why := no_memory_name(name):
        mend = 'use letters, digits, blanks and dashes, at most 60, without / \\ : * ? " < > | and a dot at its ends'
        raise WorkbenchError(Problem(name, why, mend))
    there = next((other for other in named_memories() if other.casefold() == name.casefold()), name)
    path = named_folder() / f"{there}{SUFFIX}"
    if path.is_symlink():
        raise WorkbenchError(Problem(path, "is a symbolic link in the place of a memory", "put the file itself there"))
    return path


def named_memories() -> tuple[str, ...]:
    """The names of the memories there are, sorted."""
    return tuple(sorted(path.stem for path in _files(named_folder())))


def own_memories() -> tuple[tuple[Path, str], ...]:
    """The memories of projects: the file, and the root that it names, empty where it names none."""
    return tuple((path, project_of(path)) for path in _files(_own_folder()))


def unused_memories() -> tuple[tuple[Path, str], ...]:
    """Memories of projects that are not where they were: the file, and the root that it names."""
    return tuple((path, root) for path, root in own_memories() if root and not Path(root).is_dir())


def named_folder() -> Path:
    """The folder of the memories that have names."""
    from platformdirs import user_data_path

    return user_data_path("workbench", appauthor=False) / "memories"


def with_folder(path: Path) -> Path:
    """The same path, in a folder that is there and is this user's alone. Raises WorkbenchError where that fails."""
    with told_as_problem(path.parent, "cannot be made"):
        path.parent.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    return path


def take_away(path: Path) -> None:
    """Delete a memory and what SQLite keeps beside it, and with a project's own what was made of its files.

    Raises WorkbenchError where that fails.
    """
    with told_as_problem(path, "cannot be deleted"):
        for suffix in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        if path.parent == _own_folder():
            shutil.rmtree(path.with_suffix(_OF_FILES), ignore_errors=True)


def _own_folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("workbench", appauthor=False) / "memory"


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from (path for path in folder.iterdir() if path.suffix == SUFFIX and not path.name.startswith("."))
    except OSError:
        return
