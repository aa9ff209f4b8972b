"""Asking for a line: from a terminal, with the line that stands there to be changed, or from a pipe."""

from __future__ import annotations

import sys
from types import ModuleType

from workbench.cli.plain import by_letters
from workbench.cli.streams import beneath, is_terminal
from workbench.printable import printable
from workbench.problem import Problem, WorkbenchError

MOST = 20_000
"""Characters that a line may have beside those that stood in it: as many as a paragraph takes at once on the screen."""


def readline() -> ModuleType | None:
    """Python's line editor, where the system has one (Windows has its own)."""
    try:
        import readline as module
    except ImportError:
        return None
    return module


def asked(question: str, given: str = "") -> str:
    """The line that is typed after the question; `given` stands there to be changed, where there is a line editor.

    Without one it is told before. Raises EOFError at the end of the input, KeyboardInterrupt for Ctrl+C, WorkbenchError
    for a line that is longer than anything here.
    """
    line, length = _piped() if not is_terminal(sys.stdin) else _typed(question, given)
    if length > MOST + len(given):
        raise WorkbenchError(Problem("this line", f"has {length:,} characters", f"give at most {MOST:,} at once"))
    return line


def _piped() -> tuple[str, int]:
    """The next line of a pipe or file, of a very long one the beginning, and how long it is."""
    line, length = "", 0
    while sys.stdin is not None and (piece := sys.stdin.readline(65_536)):
        line = line or piece
        length += len(piece)
        if piece.endswith("\n"):
            break
    if not length:
        raise EOFError
    return line.rstrip("\r\n"), length


def _typed(question: str, given: str) -> tuple[str, int]:
    editor = readline()
    if editor is None or not by_letters.edits_lines():
        if given:
            print(f"there now: {printable(given)}", flush=True)
        line = input(question)
        return line, len(line)
    sys.stdout.flush()
    out, sys.stdout = sys.stdout, beneath(sys.stdout)  # `input` uses the line editor on the terminal itself alone
    editor.set_startup_hook(lambda: editor.insert_text(given))
    try:
        with by_letters.shown():
            line = input(question)
    finally:
        editor.set_startup_hook()
        sys.stdout = out
    return line, len(line)


def half_typed() -> str:
    """What stands in the line that was being typed when something ended it."""
    editor = readline()
    return str(editor.get_line_buffer()) if editor is not None else ""
