"""`workbench doctor --offline`: a day's work in a process that has no network, and what of it tried to connect."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.cli.commands.telling import say
from workbench.cli.stopping import stopped_like_ctrl_c
from workbench.problem import Problem, WorkbenchError

_WITHIN = 900
"""Seconds after which a day's work has hung."""
_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "ARGOS_PACKAGES_DIR": "packages",
}
"""Where the day keeps what is a user's, so that it neither finds nor leaves anything in yours."""


@dataclass(frozen=True, slots=True)
class Day:
    """What came of it. `attempts`: what tried to connect, and where that was asked for, a line each; `tries`: how often
    the kernel was asked for a way out where the day had a network namespace to itself; `programs`: what was started.
    """

    namespace: bool
    done: Sequence[str]
    failed: str
    attempts: Sequence[str]
    tries: int
    programs: Sequence[str]

    @property
    def fine(self) -> bool:
        """Whether all was done and nothing tried to connect."""
        return not (self.failed or self.attempts or self.tries)


def nothing_connects() -> bool:
    """Do the day's work, and say in a few lines what was done and what tried to connect; whether all is well.

    Raises WorkbenchError where it cannot be begun, or says nothing.
    """
    day = day_without_network()
    for line in lines_of(day):
        say(line)
    return day.fine


def day_without_network(*, namespace: bool = True) -> Day:
    """A day's work of a process in a temporary folder. `namespace`: in a network of its own, where that is allowed.

    Raises WorkbenchError where it cannot be begun, or says nothing.
    """
    with stopped_like_ctrl_c(), TemporaryDirectory(prefix="workbench-", ignore_cleanup_errors=True) as made:
        folder = Path(made).resolve()
        kept = {variable: str(folder / name) for variable, name in _FOLDERS.items()}
        for path in {*kept.values(), str(folder / "work")}:
            Path(path).mkdir()
        command = [sys.executable, "-m", "workbench.offline", str(folder / "work")]
        try:
            done = subprocess.run(
                command if namespace else [*command, "--no-namespace"],
                env=os.environ | kept,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=_WITHIN,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise WorkbenchError(Problem("a day's work", f"could not be done ({error})", "try it again")) from error
        return _told(done)


def _told(done: subprocess.CompletedProcess[str]) -> Day:
    try:
        said = json.loads(done.stdout)
        attempts = [f"{one['what']} – at {one['where']}" for one in said["attempts"]]
        return Day(said["namespace"], said["done"], said["failed"], attempts, said["tries"], said["programs"])
    except (ValueError, KeyError, TypeError) as error:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise WorkbenchError(Problem("a day's work", f"ended before its end ({last})", "install it anew")) from error


def lines_of(day: Day) -> Iterator[str]:
    """What is told of a day, in a few lines."""
    how = "in a network namespace without a network" if day.namespace else "with Python's connections refused"
    yield f"{'ok  ' if day.fine else 'BAD '} offline: a day's work {how}"
    yield f"     done: {'; '.join(day.done) or 'nothing'}"
    if day.failed:
        yield f"     could not be done: {day.failed}"
    for attempt in dict.fromkeys(day.attempts):
        yield f"     tried to connect: {attempt}"
    if day.tries:
        yield f"     tried to connect: something that is not Python, {day.tries} times by the kernel's count"
    if not (day.attempts or day.tries):
        counted = " (Python's attempts: 0; the kernel was asked for a way out 0 times)" if day.namespace else ""
        yield f"     nothing tried to connect{counted}"
    if day.programs and not day.namespace:
        yield f"     not watched, since they are no Python: {', '.join(sorted(_names(day.programs)))}"


def _names(programs: Sequence[str]) -> set[str]:
    return {Path(program.partition(": ")[2]).name or program for program in programs}
