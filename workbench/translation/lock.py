"""One project, one workbench that writes: the lock, and who holds it."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.files import write_atomically
from workbench.problem import WorkbenchError
from workbench.text import clean_line
from workbench.translation.kept_file import remove_litter

if TYPE_CHECKING:
    from filelock import BaseFileLock

READ_ONLY_MEND = "close the other workbench or make the folder writable, then open this again"
"""What to do about a project in which nothing may be written."""


class ProjectLock:
    """The right to write in a project, or the reason why this process does not have it.

    The operating system holds the lock (flock, LockFileEx): it ends with the process, kill -9 included.
    """

    def __init__(self, folder: Path, lock: BaseFileLock | None, reason: str) -> None:
        self._folder = folder
        self._lock = lock
        self.reason = reason
        """Why nothing may be written, as one line; empty when this process holds the lock."""

    @classmethod
    def take(cls, folder: Path, *, read_only: bool = False) -> ProjectLock:
        """Take the lock in a project's private folder (`.workbench`), which is made if it is not there.

        Never waits and never raises: where somebody holds it, or nothing can be written, `reason` says so.
        `read_only=True` takes nothing and leaves the disk alone.
        """
        if read_only:
            return cls(folder, None, "it was opened to be read only")
        from filelock import FileLock, Timeout

        lock = FileLock(folder / "lock", thread_local=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except Timeout:
            return cls(folder, None, _holder(folder))
        except (OSError, NotImplementedError) as error:
            why = getattr(error, "strerror", None) or error
            return cls(folder, None, f"nothing can be written in {clean_line(str(folder))} ({why})")
        remove_litter(folder)
        _sign(folder)
        return cls(folder, lock, "")

    @property
    def held(self) -> bool:
        """Whether this process may write."""
        return self._lock is not None

    def release(self) -> None:
        """Let the next one write; harmless when the lock is not held."""
        if self._lock is not None:
            with suppress(OSError):
                (self._folder / "holder.json").unlink()
            self._lock.release()
            self._lock = None
            self.reason = "it was closed"


def _sign(folder: Path) -> None:
    """Leave a note of who holds the lock, and keep the folder out of git; both may fail harmlessly."""
    now = datetime.now().astimezone().isoformat(timespec="minutes")
    note = {"process": os.getpid(), "host": socket.gethostname(), "since": now}
    with suppress(WorkbenchError):
        write_atomically(folder / "holder.json", json.dumps(note).encode())
        if not (folder / ".gitignore").exists():
            write_atomically(folder / ".gitignore", b"*\n")


def _holder(folder: Path) -> str:
    try:
        note = json.loads((folder / "holder.json").read_bytes())
        since = datetime.fromisoformat(note["since"]).strftime("%Y-%m-%d %H:%M")
        who = f"process {int(note['process'])} on {clean_line(str(note['host']))[:60]}, since {since}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another workbench is working on this project"
    return f"another workbench is working on this project ({who})"
