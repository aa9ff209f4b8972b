"""The short lock of a glossary file: screen and commands hold it from reading to renaming when they change the file.

It is a file beside the glossary, in the private folder: `.workbench/glossary.yaml.lock`. The operating system holds it
(flock, LockFileEx), so that it ends with the process, kill -9 included; the file stays. Where the file system has no
such locks, another file's being there is the lock, `glossary.yaml.held`; it goes with the release, and one that a
killed process of this machine left is taken over. Beside it lies a note that says who has it.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.glossary.progress import Progress, quietly
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

if TYPE_CHECKING:
    from filelock import BaseFileLock

WAIT = 10.0
"""Seconds that somebody who has the lock is waited for, if nothing else is said."""

_LONGEST_QUEUE = 12
_SLICE = 0.5  # seconds between two looks at who has it
_NO_LOCKS_HERE = (errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP)
_LONGEST_NOTE = 1_000  # bytes


@dataclass(frozen=True, slots=True)
class _Place:
    """The lock of one glossary: its file, the one that is there only while it is held, the note, the glossary."""

    glossary: Path
    lock: Path
    held: Path
    note: Path


@contextmanager
def glossary_lock(path: Path, wait: float = WAIT, progress: Progress = quietly) -> Iterator[None]:
    """Hold the lock of the glossary file `path`, be the file there or not.

    Whoever has it is waited for `wait` seconds. While it goes from one to the next the wait begins anew, up to twelve
    times as long in all, so that a long queue is served. `progress` is told now and then who has it. Raises
    WorkbenchError, saying who has it, if it does not come free, and if it cannot be taken here at all: the folder must
    be there and writable, and neither `.workbench` nor what is in it may be a link.
    """
    place = _place(path)
    lock = _taken(place, wait, progress)
    try:
        _sign(place.note)
        yield
    finally:
        with suppress(OSError):
            place.note.unlink()
        lock.release()


def _place(path: Path) -> _Place:
    """Where the lock is; its folder is made. Raises WorkbenchError where that cannot be."""
    try:
        folder = path.absolute().parent.resolve(strict=True) / ".workbench"
        made = not folder.exists()
        folder.mkdir(exist_ok=True)
        if made:
            (folder / ".gitignore").write_bytes(b"*\n")
    except (OSError, RuntimeError, ValueError) as error:
        raise WorkbenchError(_not_here(path, error)) from error
    place = _Place(path, *(folder / f"{path.name}.{kind}" for kind in ("lock", "held", "holder.json")))
    for own in (folder, place.lock, place.held, place.note):
        if own.is_symlink():
            mend = "delete the link (the program makes what it needs)"
            raise WorkbenchError(Problem(own, "is a link; the glossary is not changed through it", mend))
    return place


def _not_here(path: Path, error: Exception) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(path, "cannot be written: its folder does not exist", "create the folder first")
    reason = getattr(error, "strerror", None) or error
    what = f"cannot be changed: its lock in {path.parent / '.workbench'} cannot be made ({reason})"
    full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
    return Problem(path, what, "free some space" if full else "make that a folder that can be written to")


def _taken(place: _Place, wait: float, progress: Progress) -> BaseFileLock:
    from filelock import FileLock, SoftFileLock, Timeout

    lock: BaseFileLock = FileLock(place.lock, thread_local=False, fallback_to_soft=False)
    begun = served = time.monotonic()
    holder = ""
    while True:
        left = min(served + wait, begun + wait * _LONGEST_QUEUE) - time.monotonic()
        try:
            lock.acquire(timeout=max(min(left, _SLICE), 0))
            return lock
        except Timeout:
            before, holder = holder, _holder(place.note)
            if holder != before and left > 0:
                served = time.monotonic()
            elif left <= _SLICE:
                raise WorkbenchError(_held(place, holder, wait, isinstance(lock, SoftFileLock))) from None
            progress(f"waiting for {_who(holder)}, which is changing the glossary", 0, 0)
        except (OSError, NotImplementedError) as error:
            if isinstance(lock, SoftFileLock) or not _has_no_locks(error):
                raise WorkbenchError(_not_here(place.glossary, error)) from error
            lock = SoftFileLock(place.held, thread_local=False)


def _has_no_locks(error: Exception) -> bool:
    return isinstance(error, NotImplementedError) or getattr(error, "errno", None) in _NO_LOCKS_HERE


def _held(place: _Place, holder: str, wait: float, soft: bool) -> Problem:
    what = f"is being changed by {_who(holder)}; {wait:g} seconds were waited for it"
    if not soft:
        return Problem(place.glossary, what, "try again when it is done")
    return Problem(place.glossary, what, f"try again; if there is no such process any more, delete {place.held}")


def _sign(note: Path) -> None:
    """Say who has the lock, for those who wait; may fail harmlessly. No fsync: nobody needs it after a crash."""
    since = datetime.now().astimezone().isoformat(timespec="microseconds")
    text = json.dumps({"process": os.getpid(), "host": socket.gethostname(), "since": since})
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with suppress(OSError):
        handle = os.open(note, flags, 0o666)
        try:
            os.write(handle, text.encode())
        finally:
            os.close(handle)


def _holder(note: Path) -> str:
    """What the note says, as it is written; "" where there is none (yet)."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with suppress(OSError):
        handle = os.open(note, flags)
        try:
            return os.read(handle, _LONGEST_NOTE).decode(errors="replace")
        finally:
            os.close(handle)
    return ""


def _who(note: str) -> str:
    """A note in words."""
    try:
        told = json.loads(note)
        since = datetime.fromisoformat(told["since"]).strftime("%H:%M:%S")
        host = clean_line(str(told["host"]))[:60]
        return f"another workbench (process {int(told['process'])} on {host}, since {since})"
    except (ValueError, KeyError, TypeError, OverflowError):
        return "another workbench"
