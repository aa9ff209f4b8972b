"""The screen of the real program on a terminal, for tries: keys in, and how it ends."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from harness.survive.ground import FIRST_WORDS, Ground
from harness.survive.tries import DemandError, demand, patience
from harness.terminal import Terminal

# The keys of the screen, where tries need them: one place to follow when they change.
ACCEPT, UNDO, EDIT, LEAVE, QUIT = "a", "u", "\r", "\x1b", "\x11"
NOTE, TERM, GLOSSARY, CANDIDATES, OPEN, EXPORT, FIND, HELP, LET_STAND = "n", "g", "t", "m", "o", "x", "/", "?", "i"
FILTER, SHOW_ALL, NUMBER, BOOKMARK, NEXT_BOOKMARK, HISTORY = "v", "V", "#", "b", "B", "H"
SEARCH, REPLACE, STYLE, COLUMNS, REVIEW = "A", "R", "F", "C", "M"
REST, ALTERNATIVES, DICTIONARY, SPELLING, PUT_TERM = "\x1b[Z", "\x1c", "\x1b[20;5~", "\x1b[18;5~", "\x00"
CASE, SWAP, PASTE_AS_IT_WAS, FIGURE, SOURCE = "\x1b[1;5R", "\x1b[1;5S", "\x1b[15;5~", "\x1b[23~", "\x1b[1;5Q"
BEST_OFFER, CONCORDANCE, RULE, CORRECTIONS, DOUBTFUL = "\x1e", "\x1d", "\x1b[1;2P", "\x1b[17;5~", "\x1b[19;5~"
RELOAD, DOWN, ENTER, END = "\x1b[15~", "\x1b[B", "\r", "\x1b[F"
_REVIEWED = re.compile(r"(\d+)\s*(?:/|of)\s*\d+ reviewed")
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\^_])")
_ERROR = re.compile(r"[A-Za-z_.]+(?:Error|Exception|Matches|Stack\w*|Mounted|Failed)\b.*")
KEYS_TOLD = "Help"
"""What stands below every article, when the screen is there."""
ENDS_IN = 5.0
"""Seconds in which the program ends when it is told to."""


class Desk:
    """`workbench PROJECT` on a terminal of its own; ended at the latest when the `with` is left."""

    def __init__(
        self, ground: Ground, project: Path, *arguments: str, launcher: Sequence[str] = ("-m", "workbench")
    ) -> None:
        self.terminal = Terminal(
            *(arguments or (str(project),)), cwd=project, environment=ground.environment(), launcher=launcher
        )

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.terminal.kill()

    @property
    def text(self) -> str:
        """What the screen shows."""
        return self.terminal.text

    @property
    def pid(self) -> int:
        """The process."""
        return self.terminal.process.pid

    def ready(self, words: str = FIRST_WORDS, seconds: float = 20.0) -> Desk:
        """Wait until the article is on the screen and the program waits for keys; DemandError when it never is."""
        demand(self.sees(words, patience(seconds)), f"the screen never came: {self.last_words()}")
        self.settle()
        return self

    def sees(self, words: str, seconds: float) -> bool:
        """Whether the screen shows these words within some seconds."""
        end = time.monotonic() + seconds
        while words not in self.text:
            if time.monotonic() > end or (not self.alive and not self._more()):
                return False
            self.terminal.read()
        return True

    def _more(self) -> bool:
        before = len(self.terminal.written)
        self.terminal.read()
        return len(self.terminal.written) > before

    @property
    def asks_for_keys(self) -> bool:
        """Whether the screen tells what keys can be pressed."""
        return KEYS_TOLD in self.text

    def settle(self, quiet: float = 0.3, longest: float = 2.0) -> None:
        """Read until the program has written nothing for a while."""
        end = time.monotonic() + longest
        silent_since = time.monotonic()
        while time.monotonic() < end and time.monotonic() - silent_since < quiet:
            if self._more():
                silent_since = time.monotonic()

    def press(self, *keys: str, pause: float = 0.25) -> None:
        """Send keys one after the other, with time to answer between them."""
        for key in keys:
            try:
                self.terminal.press(key)
            except OSError:
                return
            self.read_for(pause)

    def read_for(self, seconds: float) -> None:
        """Take in what is written during some seconds."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.terminal.read(min(left, 0.05))

    def type_english(self, words: str) -> None:
        """Open the paragraph and put words at the end of its English, unsaved as yet."""
        self.press(EDIT, pause=0.2)
        self.settle()
        self.press(END, pause=0.1)
        self.type_seen(f" {words}")

    def type_seen(self, words: str) -> None:
        """Type words, and see them on the screen."""
        self.press(words, pause=0.0)
        demand(
            self.sees(words.rsplit(maxsplit=1)[-1], patience(3.0)),
            f"“{words}” was typed and is not seen: {self.last_words()}",
        )

    @property
    def reviewed(self) -> int:
        """How many paragraphs the screen says are reviewed; raises DemandError where it says nothing of it."""
        found = _REVIEWED.search(self.text)
        if found is None:
            raise DemandError(f"the screen does not say how many are reviewed: {self.last_words()}")
        return int(found[1])

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self.terminal.process.poll() is None

    def tell_to_end(self, how: str) -> None:
        """End it as `how` says: SIGHUP, SIGTERM, `closed` (the terminal's window) or `quit` (its key, up to twice)."""
        if how == "closed":
            self.terminal.hang_up()
        elif how == "quit":
            self.press(QUIT, pause=0.0)
            if not self.ended(1.0):
                self.press(QUIT, pause=0.5)
        else:
            self.terminal.process.send_signal(getattr(signal, how))

    def demand_quits(self) -> None:
        """Demand that its key ends it, in a dialog or two as well, with no traceback and the status 0."""
        for _ in range(3):
            if self.alive:
                self.tell_to_end("quit")
        demand(self.ended(), f"does not answer to Ctrl+Q: {self.last_words()}")
        self.demand_no_traceback()
        status = self.terminal.process.returncode
        demand(status == 0, f"ended with {status}")

    def ended(self, seconds: float = ENDS_IN) -> bool:
        """Whether the process ends within some seconds."""
        end = time.monotonic() + patience(seconds)
        while self.alive:
            if time.monotonic() > end:
                return False
            self.terminal.read(0.05)
            time.sleep(0.01)
        self.terminal.read(0.05)
        return True

    def demand_no_traceback(self) -> None:
        """Demand that the program has not ended in a traceback."""
        written = self.terminal.written.decode(errors="replace")
        place = written.rfind("Traceback")
        lines = _SEQUENCE.sub("", written[max(place, 0) :]).splitlines()
        errors = [line.strip() for line in lines if _ERROR.match(line.strip())]
        demand(place < 0, f"a traceback: {errors[-1] if errors else self.last_words()}")

    def last_words(self) -> str:
        """The last of what the screen shows, on a line."""
        words = [line.strip(" │╭╮╰╯─") for line in self.text.splitlines()]
        return " | ".join(word for word in words if word)[-260:]
