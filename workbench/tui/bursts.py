"""What a terminal sends in one long burst is a text that was pasted, whether it marks it as such or not."""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from collections.abc import Iterable
from selectors import EVENT_READ, SelectSelector

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Paste
from textual.message import Message

from workbench.terminal_size import terminal_size

ESCAPE = "\x1b"
LEAST = 1_000
"""Characters in one read, none of them an Esc, that nobody has typed: as keys they would take seconds."""
GOES_ON = 0.05
"""Seconds in which the rest of a burst follows."""
_TAIL = len(BRACKETED_PASTE_START) - 1


class Bursts(XTermParser):
    """Textual's reading of what a terminal sends; a long run without an Esc is one text, told by `rest`."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._before, self._marked = "", False
        self._run: list[str] = []

    @property
    def goes_on(self) -> bool:
        """Whether a burst is under way."""
        return bool(self._run)

    def feed(self, data: str) -> Iterable[Message]:
        """What was sent, as events; of a burst nothing before it is over."""
        if ESCAPE not in data and self._between_keys and (self._run or len(data) >= LEAST):
            self._run.append(data)
            return
        yield from self.rest()
        self._look(data)
        first, *others = data.split(ESCAPE)
        for piece in (first, *(ESCAPE + other for other in others)):
            if piece.startswith(ESCAPE) and self._awaiting.timeout is not None:
                self._timeout_time = 0.0  # another key begins: Esc and a letter before it are all there is
                yield from self.tick()
            if piece or not data:
                yield from super().feed(piece)

    def rest(self) -> Iterable[Message]:
        """The burst that was under way, which is over."""
        if self._run:
            text = "".join(self._run).replace("\0", "")
            self._run.clear()
            yield Paste(text)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        """Textual tells Esc and a sign (`]`) in one breath as the sign alone; letters with Alt are parted later."""
        keys = list(super()._sequence_to_key_events(sequence, alt))
        if alt and keys and not keys[0].key.startswith("alt+"):
            keys.insert(0, Key("escape", ESCAPE))
        return keys

    @property
    def _between_keys(self) -> bool:
        return not self._marked and self._awaiting.timeout is None

    def _look(self, data: str) -> None:
        """Keep whether a paste that the terminal marks has begun and not ended."""
        text = self._before + data
        begun, ended = text.rfind(BRACKETED_PASTE_START), text.rfind(BRACKETED_PASTE_END)
        if begun != ended:
            self._marked = begun > ended
        self._before = text[-_TAIL:]


class BurstDriver(LinuxDriver):
    """Textual's driver, which reads by `Bursts`: a key of its own for each of 300,000 letters takes a minute."""

    def _get_terminal_size(self) -> tuple[int, int]:
        return terminal_size(self.fileno)

    def run_input_thread(self) -> None:
        """Read what the terminal sends until the program ends."""
        parser, decode = Bursts(self._debug), getincrementaldecoder("utf-8")().decode
        with SelectSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(GOES_ON if parser.goes_on else 0.1):
                    data = decode(os.read(self.fileno, 65_536))
                    self._take(parser.feed(data) if data else ())
                else:
                    self._take(parser.rest())
                self._take(parser.tick())

    def _take(self, events: Iterable[Message]) -> None:
        for event in events:
            self.process_message(event)
