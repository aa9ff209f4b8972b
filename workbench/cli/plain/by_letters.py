"""The terminal read by letters from the first line to the last, not only while a line is asked for.

Between two questions a terminal would read by lines: what is typed ahead there would have its Backspace, Ctrl+W and
Ctrl+U obeyed before the line that they are meant for is there, Ctrl+D would be lost, and a line end at 4,095 bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from workbench.cli.streams import beneath, is_terminal

try:
    import readline
    import termios
except ImportError:  # Windows reads by letters by itself
    readline = termios = None  # type: ignore[assignment]

_LOCAL = 3
"""Where the attributes of a terminal have what is asked for here."""


def edits_lines() -> bool:
    """Whether lines are asked for by Python's line editor: on a terminal that is written on, too."""
    return readline is not None and termios is not None and is_terminal(sys.stdin) and is_terminal(beneath(sys.stdout))


@contextmanager
def by_letters() -> Iterator[None]:
    """Read the terminal by letters and show none of them, until the end; then it is as it was.

    Ctrl+C stays what it is. Nothing is done where no line editor asks.
    """
    if not edits_lines():
        yield
        return
    before = termios.tcgetattr(sys.stdin)
    _set(canonical=False, echo=False)
    _lost_end(binds=True)
    try:
        yield
    finally:
        _lost_end(binds=False)
        with suppress(termios.error):  # the terminal may be gone
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)


@contextmanager
def shown() -> Iterator[None]:
    """While a line is asked for: the line editor shows what is typed only on a terminal that would."""
    _set(canonical=False, echo=True)
    try:
        yield
    finally:
        _set(canonical=False, echo=False)
        _lost_end(binds=False)


def _set(*, canonical: bool, echo: bool) -> None:
    with suppress(termios.error):
        attributes = termios.tcgetattr(sys.stdin)
        for flag, wanted in ((termios.ICANON, canonical), (termios.ECHO, echo)):
            attributes[_LOCAL] = attributes[_LOCAL] | flag if wanted else attributes[_LOCAL] & ~flag
        termios.tcsetattr(sys.stdin, termios.TCSANOW, attributes)


def _lost_end(*, binds: bool) -> None:
    """Ctrl+D that was typed before the terminal was read by letters comes as a zero: in the first line it is Ctrl+D."""
    if "libedit" not in (readline.__doc__ or ""):
        readline.parse_and_bind('"\\C-@": "\\C-d"' if binds else '"\\C-@": set-mark')
