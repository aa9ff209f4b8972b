"""A command of the program, run to its end or to its limit, with what it said and what it took."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.survive.ground import Ground
from harness.survive.tries import demand, patience

LIMIT = 30.0
"""Seconds that any command may take on a busy machine."""
MOST_MEMORY = 6_000_000_000
"""Bytes of address space: what asks for more is ended by the system before the machine suffers."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that was run. `status` is None where it did not end in its time; `peak` is in megabytes."""

    arguments: tuple[str, ...]
    status: int | None
    out: bytes
    err: bytes
    seconds: float
    peak: int

    @property
    def said(self) -> str:
        """What went to both streams."""
        return (self.out + self.err).decode(errors="replace")


def run(
    ground: Ground,
    cwd: Path,
    arguments: Sequence[str],
    *,
    limit: float = LIMIT,
    launcher: Sequence[str] = ("-m", "workbench"),
) -> Ran:
    """Run `workbench ARGUMENTS` in a folder."""

    began = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [sys.executable, *launcher, *arguments],
            cwd=cwd,
            env=ground.environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        resource.prlimit(process.pid, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        status, peak = _waited(process, began + patience(limit))
        seconds = time.monotonic() - began
        said = []
        for stream in (out, err):
            stream.seek(0)
            said.append(stream.read(10_000_000))
    return Ran(tuple(arguments), status, said[0], said[1], seconds, peak)


def _waited(process: subprocess.Popen[bytes], end: float) -> tuple[int | None, int]:
    """The exit status (None for a process that had to be killed) and the peak of its memory."""
    pause, in_time, peak = 0.01, True, 0
    while True:
        peak = _peak(process.pid) or peak
        pid, status = os.waitpid(process.pid, os.WNOHANG if in_time else 0)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode if in_time else None, peak
        if time.monotonic() > end:
            in_time = False
            process.kill()
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)


def _peak(pid: int) -> int:
    """The most memory that a process has had so far, in MB; what wait4 tells begins with that of whoever started it."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) // 1000 if found else 0


def demand_manners(ran: Ran, *, most_memory: int = 700) -> None:
    """Demand what every command owes: an end, no traceback, exit status 0 to 2, one line of error, modest memory."""
    name = " ".join(ran.arguments)
    demand(ran.status is not None, f"{name}: did not end in {ran.seconds:.0f} s")
    demand("Traceback" not in ran.said, f"{name}: a traceback: {ran.said.strip().splitlines()[-1:]}")
    demand(ran.status in (0, 1, 2), f"{name}: exit status {ran.status}: {ran.said[-200:]}")
    lines = ran.err.decode(errors="replace").splitlines()
    demand(ran.status != 2 or ran.said.strip(), f"{name}: exit status 2 without a word")
    demand(all(len(line) < 2000 for line in lines), f"{name}: an error of {max(map(len, lines), default=0)} letters")
    demand(ran.peak < most_memory, f"{name}: took {ran.peak} MB")
