"""Writing inside a project: nothing that the program writes by itself leaves the folder or goes through a link."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from workbench.files.folder import Folder, opened_folder
from workbench.files.litter import sweep
from workbench.files.reading import ordinary
from workbench.files.writing import append, create, replace, told_as_problem
from workbench.problem import Problem, WorkbenchError

OWN_FOLDERS = ("translations", "exports", ".workbench")
"""The folders of a project that the program keeps by itself."""

_YAML = (".yaml", ".yml")


def write_inside(root: Path, path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace a file of the project `root` as `write_atomically` does; its folders are made if they are missing.

    Between `root` (which may itself be reached through links) and the file no symbolic link is followed. A hard link
    is: the file gets the new bytes, the other name keeps the old ones. `durable=False` does not wait for the disk.
    Raises WorkbenchError, which names the link, and where the file cannot be written; the old file is then as it was.
    """
    with folder_inside(root, path.parent, make=True) as folder:
        _refuse_link(folder, path.name)
        with told_as_problem(path):
            replace(folder, path.name, data, durable=durable)


def append_inside(root: Path, path: Path, lines: bytes) -> None:
    """Add whole lines (ending in a newline) at the end of a file of the project `root`, all of them or none.

    File and folders are made if they are missing. No link is followed, neither a symbolic one nor a hard one, whose
    other name keeps what it has. A line that a killed process left half done stands as a line of its own. Does not wait
    for the disk: for what may be lost in a power cut. Raises WorkbenchError as `write_inside` does.
    """
    with folder_inside(root, path.parent, make=True) as folder:
        _refuse_link(folder, path.name)
        with told_as_problem(path):
            if (found := folder.look(path.name)) is not None:
                ordinary(path, found, "move it away")
            append(folder, path.name, lines)


def create_inside(root: Path, path: Path, data: bytes) -> bool:
    """Write a new file of the project `root`, whole or not at all; False, with nothing done, if there is one already.

    Its folders are made if they are missing; no symbolic link is followed. Raises WorkbenchError as `write_inside`.
    """
    with folder_inside(root, path.parent, make=True) as folder, told_as_problem(path):
        return create(folder, path.name, data)


def write_linked(path: Path, data: bytes) -> None:
    """Write a YAML file that a user may keep elsewhere: through a link only to a YAML file of the same folder tree.

    Raises WorkbenchError for a link that leads out of the file's folder or into the program's own folders.
    """
    root = path.parent
    if not path.is_symlink():
        return write_inside(root, path, data)
    with told_as_problem(path):
        target, whole = path.resolve(), root.resolve()
    inside = target.is_relative_to(whole) and target.relative_to(whole).parts[0] not in (*OWN_FOLDERS, "sources")
    if inside and target.suffix.lower() in _YAML:
        return write_inside(whole, target, data)
    what = f"is a symbolic link to {target}, outside of this project: it is read, and not written"
    raise WorkbenchError(Problem(path, what, "change that file itself, or put a copy of it in the link's place"))


def make_folder_inside(root: Path, path: Path) -> None:
    """Make a folder of the project, and those before it. Raises WorkbenchError as `write_inside` does."""
    with folder_inside(root, path, make=True):
        pass


def remove_inside(root: Path, path: Path) -> None:
    """Delete a file of the project (a link, not what it leads to) if it can be done without going through a link."""
    with suppress(OSError, WorkbenchError), folder_inside(root, path.parent) as folder:
        folder.remove(path.name)


def remove_litter(root: Path, path: Path) -> None:
    """Delete the temporary files of killed processes in a folder of the project `root` (or in `root` itself).

    Never through a link, never one that somebody is writing now; what cannot be deleted stays.
    """
    with suppress(OSError, WorkbenchError), folder_inside(root, path) as folder:
        sweep(folder)


def in_the_way(root: Path, path: Path, *, folder: bool = False) -> Problem | None:
    """What keeps the program from writing a file (or a `folder`) of the project: a link, or no ordinary file there.

    None where nothing does, or where nothing is there yet.
    """
    try:
        with folder_inside(root, path if folder else path.parent) as parent:
            if not folder:
                _refuse_link(parent, path.name)
                if (found := parent.look(path.name)) is not None:
                    ordinary(path, found, "move it away")
    except FileNotFoundError:
        return None
    except WorkbenchError as error:
        return error.problem
    except OSError as error:
        return Problem(path, f"cannot be looked at: {error.strerror}", "check the permissions of its folder")
    return None


@contextmanager
def folder_inside(root: Path, path: Path, *, make: bool = False) -> Iterator[Folder]:
    """A folder of the project, held open, with no link between `root` and it; `make` makes it where it is missing.

    Raises WorkbenchError for a link, or something else that is no folder, on the way, and where it cannot be made;
    FileNotFoundError where it is missing and shall not be made.
    """
    if not path.is_relative_to(root) or ".." in path.relative_to(root).parts:
        raise WorkbenchError(Problem(path, f"is outside of the project {root}", "choose another place"))
    with ExitStack() as stack:
        with told_as_problem(path):
            folder = stack.enter_context(opened_folder(root))
        for name in path.relative_to(root).parts:
            folder = stack.enter_context(_step(folder, name, make))
        yield folder


@contextmanager
def _step(folder: Folder, name: str, make: bool) -> Iterator[Folder]:
    """From a folder into one in it."""
    path = folder.path / name
    with ExitStack() as stack:
        _refuse_link(folder, name)
        if make:
            with told_as_problem(path, "cannot be made"):
                if folder.look(name) is None:
                    folder.make_folder(name)
        try:
            inner = stack.enter_context(opened_folder(Path(name), folder))
        except NotADirectoryError:
            raise WorkbenchError(Problem(path, "is not a folder", "move it away")) from None
        except OSError as error:
            if error.errno == errno.ENOENT and not make:
                raise
            if error.errno == errno.ELOOP:
                _refuse_link(folder, name)
            mend = "check the permissions of its folder"
            raise WorkbenchError(Problem(path, f"cannot be opened: {error.strerror}", mend)) from error
        yield inner


def _refuse_link(folder: Folder, name: str) -> None:
    path = folder.path / name
    with told_as_problem(path):
        found = folder.look(name)
        if found is None or not stat.S_ISLNK(found.st_mode):
            return
        leads = path.readlink()
    what = f"is a symbolic link (to {leads}), and nothing is written through it"
    raise WorkbenchError(Problem(path, what, "delete the link, or put what it leads to in its place"))
