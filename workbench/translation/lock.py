"""One project, one workbench that writes: the lock, and who holds it."""

from __future__ import annotations

import errno
import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.files import (
    OWN_FOLDERS,
    in_the_way,
    make_folder_inside,
    read_regular,
    remove_inside,
    remove_litter,
    write_inside,
)
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line, printable_line

if TYPE_CHECKING:
    from filelock import BaseFileLock

READ_ONLY_MEND = "close the other workbench or make the folder writable, then open this again"
"""What to do about a project in which nothing may be written."""

_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP)
_NO_LOCKS_MEND = "copy the project to a disk of this machine and open it there"
_DRAFTS = ("drafts.sqlite", "drafts.sqlite-wal", "drafts.sqlite-shm", "drafts.sqlite-journal")
_OWN_FILES = ("lock", "holder.json", ".gitignore", "settings.yaml", *_DRAFTS)
_LARGEST_NOTE = 10_000


class ProjectLock:
    """The right to write in a project, or the reason why this process does not have it.

    The operating system holds the lock (flock, LockFileEx): it ends with the process, kill -9 included.
    """

    def __init__(self, folder: Path, lock: BaseFileLock | None, reason: str, mend: str = READ_ONLY_MEND) -> None:
        self._folder = folder
        self._lock = lock
        self._file = _identity(folder) if lock is not None else None
        self.reason = reason
        """Why nothing may be written, as one line; empty when this process holds the lock."""
        self.mend = mend
        """What to do about that."""

    @classmethod
    def take(cls, folder: Path, *, read_only: bool = False) -> ProjectLock:
        """Take the lock in a project's private folder (`.workbench`), which is made if it is not there.

        Never waits and never raises: where somebody holds it, where nothing can be written or the file system has no
        locks, and where a link or something that is no file stands in the folder, `reason` says so and `mend` what to
        do. `read_only=True` takes nothing and leaves the disk alone.
        """
        if read_only:
            return cls(folder, None, "it was opened to be read only")
        try:
            lock = _taken(folder)
        except WorkbenchError as error:
            return cls(folder, None, _why(folder.parent, error.problem), error.problem.mend)
        if lock is None:
            return cls(folder, None, _holder(folder))
        for name in ("", *OWN_FOLDERS):
            remove_litter(folder.parent, folder.parent / name)
        _sign(folder)
        return cls(folder, lock, "")

    @property
    def held(self) -> bool:
        """Whether this process may write, as far as it was last looked (see `still_held`)."""
        return self._lock is not None

    def still_held(self) -> bool:
        """Look whether this process still has the lock: one `stat`, so it can be asked once a second.

        Where `.workbench/` or the lock in it was deleted or put aside meanwhile, another workbench could come in; so
        it is taken again at once, and True is the answer if that went well. If not (another was quicker, the
        project's folder is gone), the answer is False from now on: `held` is False, and `reason` and `mend` tell it
        to the user. Nobody needs to have asked for changes to be safe: a record that another workbench wrote is never
        written over. Never raises; False for a project that was opened to be read only.
        """
        if self._lock is None:
            return False
        if self._file is not None and self._file == _identity(self._folder):
            return True
        with suppress(OSError):
            self._lock.release()
        again = ProjectLock.take(self._folder)
        self._lock, self._file, self.reason, self.mend = again._lock, again._file, again.reason, again.mend
        return self.held

    def release(self) -> None:
        """Let the next one write; harmless when the lock is not held."""
        if self._lock is not None:
            if self._file == _identity(self._folder):  # else it is another's note
                remove_inside(self._folder.parent, self._folder / "holder.json")
            with suppress(OSError):
                self._lock.release()
            self._lock = None
            self.reason = "it was closed"


def _taken(folder: Path) -> BaseFileLock | None:
    """The lock; None where another process has it. Raises WorkbenchError where there can be none."""
    from filelock import FileLock, Timeout

    make_folder_inside(folder.parent, folder)
    for name in _OWN_FILES:
        if found := in_the_way(folder.parent, folder / name):
            raise WorkbenchError(found)
    if found := in_the_way(folder.parent, folder / "english", folder=True):
        raise WorkbenchError(found)
    lock = FileLock(folder / "lock", thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    except (OSError, NotImplementedError) as error:
        why = getattr(error, "strerror", None) or error
        if isinstance(error, NotImplementedError) or error.errno in _NO_LOCKS:
            what = f"is on a file system without locks ({why}), so nothing could keep two workbenches apart"
            raise WorkbenchError(Problem(folder, what, _NO_LOCKS_MEND)) from error
        raise WorkbenchError(Problem(folder, f"cannot be written in ({why})", READ_ONLY_MEND)) from error
    return lock


def _why(root: Path, found: Problem) -> str:
    where = Path(found.where)
    place = where.relative_to(root) if where != root and where.is_relative_to(root) else where
    return printable_line(f"nothing can be written in {root}: {place} {found.what}")


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which file the lock is, by its place in the file system; None where there is none."""
    try:
        found = (folder / "lock").lstat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _sign(folder: Path) -> None:
    """Leave a note of who holds the lock, and keep the folder out of git; both may fail harmlessly."""
    now = datetime.now().astimezone().isoformat(timespec="minutes")
    note = {"process": os.getpid(), "host": socket.gethostname(), "since": now}
    with suppress(WorkbenchError):
        write_inside(folder.parent, folder / "holder.json", json.dumps(note).encode(), durable=False)
        if not (folder / ".gitignore").exists():
            write_inside(folder.parent, folder / ".gitignore", b"*\n", durable=False)


def _holder(folder: Path) -> str:
    try:
        note = json.loads(read_regular(folder / "holder.json", _LARGEST_NOTE) or b"")
        since = datetime.fromisoformat(note["since"]).strftime("%Y-%m-%d %H:%M")
        who = f"process {int(note['process'])} on {clean_line(str(note['host']))[:60]}, since {since}"
    except (WorkbenchError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return "another workbench is working on this project"
    return f"another workbench is working on this project ({who})"
