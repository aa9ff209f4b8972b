"""What killed processes left: hidden files that were half written when the end came."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress

from workbench.files.folder import Folder

try:
    import fcntl
except ImportError:  # Windows, where a file that somebody has open cannot be deleted anyway
    fcntl = None  # type: ignore[assignment]  # the one way to say that a module is not there

_TEMPORARY = re.compile(r"\.workbench-\d+-[0-9a-f]+\.tmp")
_HELD = (errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK)
_swept: set[tuple[int, int]] = set()


def temporary_name(token: str) -> str:
    """The name of a file that is being written; `token` makes it one of its own."""
    return f".workbench-{os.getpid()}-{token}.tmp"


def claimed(handle: int) -> bool:
    """Lock a new temporary file while it is open, which tells it from litter; False if somebody deleted it before."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD  # a file system without locks: nobody deletes there
    return os.fstat(handle).st_nlink > 0


def sweep_once(folder: Folder) -> None:
    """Delete litter in a folder before this process writes into it for the first time."""
    with suppress(OSError):
        if folder.identity() not in _swept:
            _swept.add(folder.identity())
            sweep(folder)


def sweep(folder: Folder) -> None:
    """Delete the temporary files of killed processes; never one that somebody is writing now. Raises OSError."""
    for name in folder.names():
        if _TEMPORARY.fullmatch(name):
            with suppress(OSError):
                _remove_if_left(folder, name)


def _remove_if_left(folder: Folder, name: str) -> None:
    found = folder.look(name)
    if found is None or not stat.S_ISREG(found.st_mode):
        return
    if fcntl is None:
        folder.remove(name)
        return
    handle = folder.open(name, os.O_RDONLY | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # fails while its writer lives
        folder.remove(name)
    finally:
        os.close(handle)
