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
from pathlib import Path

import pyte


class Terminal:
    """`python -m workbench …` on a pseudo-terminal, its screen kept by an emulator."""

    def __init__(self, *arguments: str, cwd: Path, columns: int = 100, lines: int = 30) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        environment = os.environ | {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        command = [sys.executable, "-m", "workbench", *arguments]
        self.process = subprocess.Popen(
            command, cwd=cwd, env=environment, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
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

    def press(self, keys: str) -> None:
        """Send keys as the terminal would."""
        os.write(self._master, keys.encode())

    def kill(self) -> None:
        """kill -9, and nothing else."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self._master)
