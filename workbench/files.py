"""How every room writes a file: whole and on the disk, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from workbench.problem import Problem, WorkbenchError

_MENDS = {
    errno.EACCES: ("no permission to write it", "check the permissions of the file and its folder"),
    errno.EPERM: ("no permission to write it", "check the permissions of the file and its folder"),
    errno.EROFS: ("the disk is read-only", "choose a folder that can be written to"),
    errno.ENOSPC: ("the disk is full", "free some space, then save again"),
    errno.EDQUOT: ("the disk quota is used up", "free some space, then save again"),
    errno.ENOENT: ("its folder does not exist", "create the folder first"),
    errno.ENOTDIR: ("its folder is not a folder", "choose another place"),
    errno.EISDIR: ("it is a folder", "choose another name"),
    errno.ELOOP: ("its links go in a circle", "mend the symbolic link"),
    errno.ENAMETOOLONG: ("its name is too long", "choose a shorter name"),
}
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace `path` by a file with these bytes, which is on the disk when this returns.

    The bytes go to a hidden file in the same folder, are flushed to the disk, and only then take the old
    file's place, so that a reader (or a crash at any moment) finds the old file or the new one, never a part.
    The old file's permissions are kept, and a symbolic link is followed to the file it means.

    Raises WorkbenchError where this cannot be done; the old file is then as it was and no temporary file is
    left. (One exception: the last step, the flush of the folder, can only fail with the new file in place.)
    """
    try:
        target = path.resolve()
        mode = _mode_of(target)
        _replace(target, data, mode)
    except OSError as error:
        raise WorkbenchError(_problem(path, error)) from error
    except RuntimeError as error:  # Python < 3.13 says so of a circle of links
        raise WorkbenchError(_problem(path, OSError(errno.ELOOP, "loop"))) from error
    except ValueError as error:  # a NUL in the name
        raise WorkbenchError(Problem(str(path), "is no file name", "choose another name")) from error


def _mode_of(target: Path) -> int | None:
    """The permissions of the file that is there, or None; refuses what a rename would wrongly put aside."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "folder")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is not an ordinary file")
    if not os.access(target, os.W_OK):  # a rename would not ask
        raise PermissionError(errno.EACCES, "read-only")
    return stat.S_IMODE(found.st_mode)


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    temporary = target.parent / f".workbench-{os.getpid()}-{secrets.token_hex(4)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    folder: int | None = None
    handle = os.open(temporary, flags, 0o666)
    try:
        try:
            if mode is not None:
                temporary.chmod(mode)
            _write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        folder = _open_folder(target.parent)
        temporary.replace(target)
        _sync_folder(folder)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    finally:
        if folder is not None:
            os.close(folder)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _open_folder(folder: Path) -> int | None:
    """A handle to flush the folder with; None where the system gives none (Windows, a folder without `r`)."""
    try:
        return os.open(folder, os.O_RDONLY)
    except PermissionError:
        return None


def _sync_folder(folder: int | None) -> None:
    """Put the rename itself on the disk; some network file systems cannot be asked to, and need not be."""
    if folder is None:
        return
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def _problem(path: Path, error: OSError) -> Problem:
    other = (error.strerror or str(error), "try again, or choose another place")
    reason, mend = _MENDS.get(error.errno or 0, other)
    return Problem(path, f"cannot be written: {reason}", mend)


def stamp(path: Path) -> tuple[int, int] | None:
    """What tells that a file was changed (time in nanoseconds, bytes); None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
