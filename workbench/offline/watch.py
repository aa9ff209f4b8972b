"""Who tries to connect: every address and every name that Python is asked for is written down and refused."""

from __future__ import annotations

import sys
import sysconfig
import traceback
from dataclasses import dataclass, field
from pathlib import Path

_CONNECTING = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
    "socket.getnameinfo": 0,
}
"""Python's own audit events for what reaches for a network, and which argument says where."""
_STARTING = {"subprocess.Popen", "os.posix_spawn", "os.system", "os.exec", "os.fork", "os.forkpty"}
_LIBRARY = Path(sysconfig.get_path("stdlib"))
_ROOM = Path(__file__).resolve().parent
_IN_ITSELF = {"socketpair", "_fallback_socketpair"}
"""Functions of Python's `socket` that connect two ends within one process, on Windows by way of loopback."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Something that wanted to connect: to `what`, asked for at `where` (`file:line, in function`)."""

    what: str
    where: str


@dataclass(slots=True)
class Watch:
    """What has been seen so far. `programs`: other programs that were started, which are not watched by Python."""

    attempts: list[Attempt] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Watch until the process ends: Python lets nobody take that back."""
        sys.addaudithook(self._look)

    def _look(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _STARTING:
            self.programs.append(f"{event}: {arguments[0] if arguments else ''}"[:200])
        elif event in _CONNECTING and not _stays_here(event, arguments):
            what = f"{event.removeprefix('socket.')} {arguments[_CONNECTING[event]]}"[:200]
            self.attempts.append(Attempt(what, _place()))
            raise ConnectionRefusedError("workbench doctor --offline lets nothing connect")


def _stays_here(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether it goes to another process of this machine by a file, or to the process itself."""
    if arguments[_CONNECTING[event]] is None:  # along a connection that is there
        return True
    family = getattr(arguments[0], "family", None) if event in ("socket.connect", "socket.sendto") else None
    if getattr(family, "name", "") == "AF_UNIX":
        return True
    return any(
        frame.name in _IN_ITSELF and Path(frame.filename).stem == "socket" for frame in traceback.extract_stack()
    )


def _place() -> str:
    """Where it was asked for: the innermost line that is neither Python's own nor of this watch."""
    frames = [frame for frame in traceback.extract_stack() if not _is_pythons(frame.filename)]
    frame = frames[-1]
    return f"{frame.filename}:{frame.lineno}, in {frame.name}"


def _is_pythons(file: str) -> bool:
    path = Path(file)
    if file.startswith("<") or path.parent == _ROOM:
        return True
    return path.is_relative_to(_LIBRARY) and "site-packages" not in path.parts and "dist-packages" not in path.parts
