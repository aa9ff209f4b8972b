"""One answer after the other, until the user leaves; whatever ends it, what was done is on the disk."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import FrameType

from workbench.cli.plain import lines, looking_back
from workbench.cli.plain.by_letters import by_letters
from workbench.cli.plain.desk import PlainDesk
from workbench.cli.plain.words import BY_WORD
from workbench.printable import printable_line
from workbench.problem import WorkbenchError
from workbench.project import Session
from workbench.text import clean

_PROMPT = "> "
_ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT")
"""A polite kill, a closed terminal, Ctrl+\\."""


class _ToldToEndError(BaseException):
    """The terminal is gone, or somebody ended the program."""


def run_plain(path: Path) -> int:
    """Open a project, a folder or an article, and answer line by line until the user leaves; the exit status.

    Raises WorkbenchError where it cannot be opened or, at the end, saved.
    """
    with by_letters(), Session.open(path) as session, _told_to_end():
        desk = PlainDesk(session, _say, _asked, lines.half_typed)
        try:
            _begin(desk)
            while not desk.ended:
                _carry_out(desk, partial(_answer, desk))
        except (_ToldToEndError, EOFError, BrokenPipeError):
            pass
        finally:
            _end_in_peace()
            kept = session.keep()
        with suppress(OSError):
            desk.say(f"What could not be saved is in {kept}." if kept else "Everything is saved.")
    return 0


def _say(line: str) -> None:
    print(printable_line(line), flush=True)


def _begin(desk: PlainDesk) -> None:
    session = desk.session
    looking_back.listen(desk)
    desk.open_document(session.project.first_document())
    if session.read_only:
        desk.say(f"This can only be read: {session.project.read_only_reason}.")
    desk.say("help tells the answers; each is a word and Enter.")
    _carry_out(desk, partial(desk.go, desk.at))


def _answer(desk: PlainDesk) -> None:
    """Ask for one answer and carry it out."""
    line = _asked(_PROMPT).strip()
    desk.take_in()
    word, _, rest = line.partition(" ")
    answer = BY_WORD.get(word.casefold())
    if answer is not None:
        answer.do(desk, rest.strip())
    elif line.isdecimal():
        BY_WORD["go"].do(desk, line)
    elif line:
        desk.say(f"{word[:40]} is no answer that is known here: help tells them all.")


def _carry_out(desk: PlainDesk, act: Callable[[], None]) -> None:
    """Do something; what is wrong with it is told in one line, and Ctrl+C stops it."""
    try:
        act()
    except WorkbenchError as error:
        desk.say(f"Not done: {error}")
    except KeyboardInterrupt:
        with suppress(KeyboardInterrupt):  # pressed twice
            desk.say("")
            desk.say("stopped; nothing is lost. quit leaves.")


def _asked(question: str, given: str = "") -> str:
    return clean(lines.asked(question, given))


@contextmanager
def _told_to_end() -> Iterator[None]:
    """A closed terminal, a polite kill and Ctrl+\\ end the loop, so that everything is saved."""
    before = {number: signal.getsignal(number) for number in (*_numbers(_ENDING), signal.SIGINT)}
    for number in _numbers(_ENDING):
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _numbers(names: Iterable[str]) -> list[int]:
    """Those of the signals that the system has."""
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


def _end(_: int, __: FrameType | None) -> None:
    raise _ToldToEndError


def _end_in_peace() -> None:
    """From now on nothing that comes a second time stops the saving."""
    for number in (*_numbers(_ENDING), signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
