"""Reading a file: never waiting for it, never more of it than is wanted."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from workbench.problem import Problem, WorkbenchError

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_PART = 1 << 20
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_regular(path: Path, most: int, mend: str = "move it away", too_large: str = "") -> bytes | None:
    """The bytes of an ordinary file of at most `most` bytes; None if there is no file. Links are followed.

    What is no ordinary file (a pipe, a device, a socket) is not even opened, so that nothing waits and nothing is set
    off. Raises WorkbenchError for that, for a folder, a link to nothing, a larger file, and where it cannot be read.
    `mend` says what to do about what is no ordinary file, `too_large` (or `mend`) about one that is larger.
    """
    with _told(path):
        handle = _open(path, mend)
        if handle is None:
            return None
        try:
            size = os.fstat(handle).st_size
            data = b"" if size > most else b"".join(_parts(handle, most + 1))
        finally:
            os.close(handle)
    if max(size, len(data)) > most:
        what = f"has {_size(max(size, len(data)))}, over the limit of {_size(most, 0)}"
        raise WorkbenchError(Problem(path, what, too_large or mend))
    return data


@contextmanager
def opened_regular(path: Path, mend: str = "name an ordinary file") -> Iterator[BinaryIO]:
    """An ordinary file, opened to be read piece by piece, however large. Raises as `read_regular` does, and where there
    is none; what fails while it is read as well.
    """
    with _told(path):
        handle = _open(path, mend)
        if handle is None:
            raise WorkbenchError(Problem(path, "there is no such file", "check the name and the folder"))
        with os.fdopen(handle, "rb") as file:
            yield file


def read_start(path: Path, most: int, mend: str = "move it away") -> bytes | None:
    """The first bytes of an ordinary file, however large; None if there is no file. Raises as `read_regular` does."""
    with _told(path):
        handle = _open(path, mend)
        if handle is None:
            return None
        try:
            return b"".join(_parts(handle, most))
        finally:
            os.close(handle)


def stamp(path: Path) -> tuple[int, int] | None:
    """What tells that a file was changed (a number that is another after each change, bytes); None where none is.

    A change that keeps the time of the last one (`cp -p`, a clock set back) is seen all the same.
    """
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return hash((found.st_mtime_ns, found.st_ctime_ns, found.st_ino)), found.st_size


def ordinary(path: Path, found: os.stat_result, mend: str) -> None:
    """Raises WorkbenchError where what was found is no ordinary file."""
    if stat.S_ISDIR(found.st_mode):
        raise WorkbenchError(Problem(path, "is a folder, not a file", mend))
    if not stat.S_ISREG(found.st_mode):
        kind = next((f" but {name}" for is_kind, name in _KINDS if is_kind(found.st_mode)), "")
        raise WorkbenchError(Problem(path, f"is not an ordinary file{kind}", mend))


def _open(path: Path, mend: str) -> int | None:
    """A handle of an ordinary file. It is looked at again when it is open: it may have been another a moment ago."""
    try:
        ordinary(path, path.stat(), mend)
        handle = os.open(path, _FLAGS)
    except FileNotFoundError:
        if path.is_symlink():
            what = f"is a symbolic link to nothing ({path.readlink()})"
            raise WorkbenchError(Problem(path, what, "delete the link, or mend it")) from None
        return None
    try:
        ordinary(path, os.fstat(handle), mend)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _parts(handle: int, most: int) -> Iterator[bytes]:
    while most > 0 and (part := os.read(handle, min(most, _PART))):
        most -= len(part)
        yield part


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise WorkbenchError(Problem(path, "no permission to read it", "check the file's permissions")) from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        mend = "mend the symbolic link" if error.errno == errno.ELOOP else "check the file and its folder"
        raise WorkbenchError(Problem(path, f"cannot be read: {reason}", mend)) from error
    except (RuntimeError, ValueError) as error:  # links in a circle; a NUL in the name
        raise WorkbenchError(Problem(path, f"cannot be read: {error}", "choose another name")) from error


def _size(number: int, digits: int = 1) -> str:
    if number >= 1_000_000:
        return f"{number / 1e6:,.{digits}f} MB"
    return f"{number / 1e3:,.{digits}f} kB"
