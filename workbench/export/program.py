"""Another program, run to its end with all that it starts; it never outlives the one who waits for it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_LOOK_AGAIN = 0.1
_STOPPING = ("SIGINT", "SIGTERM", "SIGHUP")


def run(
    command: Sequence[str],
    folder: Path,
    surroundings: Mapping[str, str],
    wanted: Callable[[], bool],
    seconds: float,
) -> bool:
    """Run a program in a folder until it ends; False where it took more than so many seconds, or is no longer wanted.

    Then, and when this is interrupted (Ctrl+C), it is ended with all that it started: LibreOffice is a script that
    starts another, which starts the office. Raises OSError where it cannot be started.
    """
    process = None
    try:
        with _stopped_only_afterwards():
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=surroundings,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return _ended_by_itself(process, wanted, time.monotonic() + seconds)
    finally:
        if process is not None:
            _end(process)


@contextmanager
def _stopped_only_afterwards() -> Iterator[None]:
    """Hold back what would interrupt the start of a program, which is in nobody's hand until it has begun."""
    if threading.current_thread() is not threading.main_thread():  # no signal gets here
        yield
        return
    came: list[int] = []
    numbers = [getattr(signal, name) for name in _STOPPING if hasattr(signal, name)]
    before = {number: handler for number in numbers if callable(handler := signal.getsignal(number))}
    try:
        for number in before:
            signal.signal(number, lambda number, _: came.append(number))
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in came:
            signal.raise_signal(number)


def _ended_by_itself(process: subprocess.Popen[bytes], wanted: Callable[[], bool], end: float) -> bool:
    while process.poll() is None:
        if not wanted() or time.monotonic() > end:
            return False
        with suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK_AGAIN)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it started; one that has ended may have left others behind."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
