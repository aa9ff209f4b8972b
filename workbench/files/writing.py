"""Writing a file: whole and on the disk, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.files.folder import Folder, opened_folder
from workbench.files.litter import claimed, sweep_once, temporary_name
from workbench.problem import Problem, WorkbenchError

_PERMISSION = ("no permission to write it", "check the permissions of the file and its folder")
_MENDS = {
    errno.EACCES: _PERMISSION,
    errno.EPERM: _PERMISSION,
    errno.EROFS: ("the disk is read-only", "choose a folder that can be written to"),
    errno.ENOSPC: ("the disk is full", "free some space, then save again"),
    errno.EDQUOT: ("the disk quota is used up", "free some space, then save again"),
    errno.ENOENT: ("its folder does not exist", "create the folder first"),
    errno.ENOTDIR: ("its folder is not a folder", "choose another place"),
    errno.EISDIR: ("it is a folder", "choose another name"),
    errno.ELOOP: ("its links go in a circle", "mend the symbolic link"),
    errno.ENAMETOOLONG: ("its name is too long", "choose a shorter name"),
}
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EACCES)


def write_atomically(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Replace the file that the user named by one with these bytes, which is on the disk when this returns.

    They may come piece by piece; what is raised while they come is passed on, with the old file as it was.

    The bytes go to a hidden file in the same folder, are flushed to the disk, and only then take the old
    file's place, so that a reader (or a crash at any moment) finds the old file or the new one, never a part.
    The old file's permissions are kept, and a symbolic link is followed to the file it means: for what the program
    writes by itself in a project there is `write_inside`.

    Raises WorkbenchError where this cannot be done; the old file is then as it was and no temporary file is
    left. (One exception: the last step, the flush of the folder, can only fail with the new file in place.)
    """
    with told_as_problem(path):
        target = path.resolve()
        with opened_folder(target.parent) as folder:
            replace(folder, target.name, data)


def replace(folder: Folder, name: str, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Put a file with these bytes in the place of a name in a folder, which must be no link.

    `durable=False` does not wait for the disk: for what can be made again. Raises OSError, with the old file there.
    """
    mode = _mode_of(folder, name)
    sweep_once(folder)
    temporary, handle = _temporary(folder)
    try:
        try:
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(handle, mode)
            for piece in (data,) if isinstance(data, bytes) else data:
                _write_all(handle, piece)
            if durable:
                os.fsync(handle)
        finally:
            os.close(handle)
        folder.replace(temporary, name)
        if durable:
            folder.sync()
    except BaseException:
        with suppress(OSError):
            folder.remove(temporary)
        raise


def create(folder: Folder, name: str, data: bytes) -> bool:
    """Put a new file with these bytes, whole, under a name in a folder; False, with nothing done, if the name is taken.

    Raises OSError, with nothing done.
    """
    if folder.look(name) is not None:
        return False
    sweep_once(folder)
    temporary, handle = _temporary(folder)
    try:
        try:
            _write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        made = _named(folder, temporary, name)
    finally:
        with suppress(OSError):
            folder.remove(temporary)
    folder.sync()
    return made


def append(folder: Folder, name: str, lines: bytes) -> None:
    """Add lines at the end of a file of a folder, which is made if it is missing; all of them or none.

    A last line without an end, which a killed process left, gets one first. A file with a second name (a hard link) is
    replaced by one that has the lines as well. Does not wait for the disk. Raises OSError, with the file as it was.
    """
    handle = folder.open(name, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0))
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "it is not an ordinary file")
        if found.st_size:
            os.lseek(handle, -1, os.SEEK_END)
            if os.read(handle, 1) != b"\n":
                lines = b"\n" + lines
        if found.st_nlink > 1:
            replace(folder, name, _all_of(handle) + lines, durable=False)
            return
        try:
            _write_all(handle, lines)
        except OSError:
            os.ftruncate(handle, found.st_size)
            raise
    finally:
        os.close(handle)


def _all_of(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    parts = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _named(folder: Folder, temporary: str, name: str) -> bool:
    """Give a finished file its name, if that is free."""
    try:
        return folder.give_name(temporary, name)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
    if folder.look(name) is not None:  # a file system without hard links (FAT): a moment in which another may come
        return False
    folder.replace(temporary, name)
    return True


@contextmanager
def told_as_problem(path: Path, what: str = "cannot be written") -> Iterator[None]:
    """What the system says about writing `path`, as a WorkbenchError."""
    try:
        yield
    except OSError as error:
        other = (error.strerror or str(error), "try again, or choose another place")
        reason, mend = _MENDS.get(error.errno or 0, other)
        raise WorkbenchError(Problem(path, f"{what}: {reason}", mend)) from error
    except RuntimeError as error:  # Python < 3.13 says so of a circle of links
        reason, mend = _MENDS[errno.ELOOP]
        raise WorkbenchError(Problem(path, f"{what}: {reason}", mend)) from error
    except ValueError as error:  # a NUL in the name
        raise WorkbenchError(Problem(path, "is no file name", "choose another name")) from error


def _mode_of(folder: Folder, name: str) -> int | None:
    """The permissions of the file that is there, or None; refuses what a rename would wrongly put aside."""
    found = folder.look(name)
    if found is None:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "folder")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is not an ordinary file")
    if not folder.may_write(name):
        raise PermissionError(errno.EACCES, "read-only")
    return stat.S_IMODE(found.st_mode)


def _temporary(folder: Folder) -> tuple[str, int]:
    """A new hidden file, claimed by this process so that nobody takes it for litter: its name and a handle."""
    while True:
        name = temporary_name(os.urandom(4).hex())
        handle = folder.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        if claimed(handle):
            return name, handle
        os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
