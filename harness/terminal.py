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
from contextlib import suppress
from pathlib import Path

import pyte
from pyte.screens import Char

QUIET = 0.02
"""Seconds without output after which a program is taken to have drawn what it had to draw."""


class Terminal:
    """`python -m workbench …` on a pseudo-terminal, its screen kept by an emulator.

    The terminal is the process's controlling one: closing it (`hang_up`) tells the process so, as a closed window does.
    `environment` is the process's own (default: this process's); `launcher` what Python runs in place of workbench;
    `kind` what the terminal says that it is (`TERM`).
    """

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        columns: int = 100,
        lines: int = 30,
        environment: Mapping[str, str] | None = None,
        launcher: Sequence[str] = ("-m", "workbench"),
        kind: str = "xterm-256color",
    ) -> None:
        self._master, slave = pty.openpty()
        self._open = True
        self.folder = cwd
        """The folder that the process was started in."""
        self.written = bytearray()
        """Everything that the process has written, as the terminal got it."""
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        own = os.environ if environment is None else environment
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, *launcher, *arguments],
            cwd=cwd,
            env={**own, "TERM": kind, "TEXTUAL_ANIMATIONS": "none"},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - nothing else gives a child its controlling terminal
        )
        os.close(slave)

    @property
    def text(self) -> str:
        """The screen as it is now, line by line."""
        return "\n".join(self._screen.display)

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the terminal's cursor is: column and line, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def cells(self) -> list[Char]:
        """Every letter of the screen as it is drawn."""
        return [
            self._screen.buffer[row][column]
            for row in range(self._screen.lines)
            for column in range(self._screen.columns)
        ]

    def looks(self, words: str) -> list[Char]:
        """How the letters of these words are drawn, where they stand first on the screen."""
        line, row = next((line, row) for row, line in enumerate(self._screen.display) if words in line)
        start = line.index(words)
        return [self._screen.buffer[row][column] for column in range(start, start + len(words))]

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size, as a user does by pulling at its corner."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the process has written."""
        while self._open and select.select([self._master], [], [], seconds)[0]:
            try:
                data = os.read(self._master, 65_536)
            except OSError:
                return
            if not data:
                return
            self.written += data
            self._stream.feed(data)
            seconds = 0.01

    def rest(self) -> None:
        """Take in what the process writes until it has done all that was asked of it, and waits for keys (Linux).

        It waits when none of its threads has run, or wants to, for a quarter of a second, however busy the machine is:
        longer than the tenth after which an Esc is no beginning of another key.
        """
        asleep = 0
        while asleep < 10 and self.process.poll() is None:
            taken = self.processor_time
            self.read(0.025)
            asleep = asleep + 1 if self._sleeps() and self.processor_time == taken else 0

    def _sleeps(self) -> bool:
        """Whether no thread of the process runs, wants to, or waits for the disk."""
        states = set()
        for thread in Path(f"/proc/{self.process.pid}/task").glob("*/stat"):
            with suppress(OSError):  # the thread has ended
                states.add(thread.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0])
        return states == {"S"}

    def until(self, true: Callable[[], object], seconds: float = 60.0, what: str = "was so") -> None:
        """Take in what the process writes until something is true; fail with the screen's text when it never is.

        It never is when the process has ended, and what it wrote before did not make it so.
        """
        end = time.monotonic() + seconds
        while not true():
            status = self.process.poll()
            assert time.monotonic() < end, f"never {what}:\n{self.text}"
            self.read()
            assert status is None or true(), f"never {what}: ended with {status} before:\n{self.text}"

    def wait_for(self, words: str, seconds: float = 60.0) -> None:
        """Wait until the screen shows these words; fail with the screen's text when it never does."""
        self.until(lambda: words in self.text, seconds, f"saw {words!r}")

    def wait_for_end(self, seconds: float = 60.0) -> int:
        """Take in what the process writes until it has ended; its exit status. Fails with the screen's text when it
        never ends.
        """
        self.until(lambda: self.process.poll() is not None, seconds)
        return self.process.returncode

    def when(self, shown: Callable[[str], bool], seconds: float = 60.0) -> float:
        """Wait until the screen's text is as `shown` wants it; the moment (time.monotonic) since which it is.

        It is the moment at which the bytes were there that made it so, or now if it was so already. Fails with the
        screen's text when it is never so.
        """
        return time.monotonic() if shown(self.text) else self._change(shown, seconds)

    def answer(self, keys: str, shown: Callable[[str], bool], seconds: float = 60.0) -> float:
        """Press keys: the seconds until what the process writes makes the screen's text be as `shown` wants it."""
        begun = time.monotonic()
        self.press(keys)
        return self._change(shown, seconds) - begun

    def _change(self, shown: Callable[[str], bool], seconds: float) -> float:
        """The moment at which the bytes were there that made the screen be like this.

        Until the process pauses, they are only read, with the time of each read; the emulator, which is slow, takes
        them in after that.
        """
        end = time.monotonic() + seconds
        while True:
            pieces = self._pieces()
            moment = None
            for at, data in pieces:
                self.written += data
                self._stream.feed(data)
                if moment is None and shown(self.text):
                    moment = at
            if moment is not None:
                return moment
            ended = not pieces and self.process.poll() is not None
            assert time.monotonic() < end and not ended, f"the screen was never as expected:\n{self.text}"

    def _pieces(self) -> list[tuple[float, bytes]]:
        """What the process writes until it pauses, with the times at which it was there."""
        pieces: list[tuple[float, bytes]] = []
        while len(pieces) < 1_000 and select.select([self._master], [], [], QUIET if pieces else 0.2)[0]:
            try:
                data = os.read(self._master, 65_536)
            except OSError:  # the process has ended
                break
            pieces.append((time.monotonic(), data))
        return pieces

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

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        if self._open:
            self._open = False
            os.close(self._master)

    def kill(self) -> None:
        """kill -9, and nothing else; harmless when the process has ended."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.hang_up()


def _take_terminal() -> None:
    """In the child: make its standard input the terminal that controls it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
