"""A real terminal for a real process: what a user would see, and keys as a user would press them."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pyte

QUIET = 0.02
"""Seconds without output after which a program is taken to have drawn what it had to draw."""


class Terminal:
    """`python -m workbench …` on a pseudo-terminal, its screen kept by an emulator.

    `program`: what Python runs instead; `environment`: what its environment has beside this one's.
    """

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        columns: int = 100,
        lines: int = 30,
        program: Sequence[str] = ("-m", "workbench"),
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        variables = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", **environment}
        command = [sys.executable, *program, *arguments]
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            command, cwd=cwd, env=variables, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
        )
        os.close(slave)

    @property
    def text(self) -> str:
        """The screen as it is now, line by line."""
        return "\n".join(self._screen.display)

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the process has written."""
        while select.select([self._master], [], [], seconds)[0]:
            try:
                data = os.read(self._master, 65_536)
            except OSError:
                return
            if not data:
                return
            self._stream.feed(data)
            seconds = 0.01

    def wait_for(self, words: str, seconds: float = 60.0) -> None:
        """Wait until the screen shows these words; fail with the screen's text when it never does."""
        end = time.monotonic() + seconds
        while words not in self.text:
            assert time.monotonic() < end, f"never saw {words!r}:\n{self.text}"
            self.read()

    def when(self, shown: Callable[[str], bool], seconds: float = 60.0) -> float:
        """The moment (time.monotonic) when what came from the process made the screen's text be as `shown` wants it.

        It is the moment at which the last bytes were there that this took. Until the process pauses, they are only
        read, with the time of each read; the emulator, which is slow, takes them in after that. Fails with the screen's
        text when the screen is never so.
        """
        end = time.monotonic() + seconds
        while True:
            pieces: list[tuple[float, bytes]] = []
            while len(pieces) < 1_000 and select.select([self._master], [], [], QUIET if pieces else 0.2)[0]:
                try:
                    data = os.read(self._master, 65_536)
                except OSError:  # the process has ended
                    end = 0.0
                    break
                pieces.append((time.monotonic(), data))
            moment = None
            for at, data in pieces:
                self._stream.feed(data)
                if moment is None and shown(self.text):
                    moment = at
            if moment is not None:
                return moment
            assert time.monotonic() < end, f"the screen was never as expected:\n{self.text}"

    def answer(self, keys: str, shown: Callable[[str], bool], seconds: float = 60.0) -> float:
        """Press keys: the seconds until the screen shows what they do (see `when`)."""
        begun = time.monotonic()
        self.press(keys)
        return self.when(shown, seconds) - begun

    @property
    def memory(self) -> int:
        """The process's resident memory, in bytes (Linux)."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    @property
    def processor_time(self) -> float:
        """Seconds of processor time that the process has taken (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def press(self, keys: str) -> None:
        """Send keys as the terminal would."""
        os.write(self._master, keys.encode())

    def kill(self) -> None:
        """kill -9, and nothing else."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self._master)
