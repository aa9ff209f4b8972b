"""Asking for a line: from a terminal, with the line that stands there to be changed, or from a pipe."""

from __future__ import annotations

import sys
from types import ModuleType

from workbench.cli.streams import beneath, is_terminal
from workbench.printable import printable


def readline() -> ModuleType | None:
    """Python's line editor, where the system has one (Windows has its own)."""
    try:
        import readline as module
    except ImportError:
        return None
    return module


def asked(question: str, given: str = "") -> str:
    """The line that is typed after the question; `given` stands there to be changed, where there is a line editor.

    Without one it is told before. Raises EOFError at the end of the input, KeyboardInterrupt for Ctrl+C.
    """
    if not is_terminal(sys.stdin):
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line:
            raise EOFError
        return line.rstrip("\r\n")
    editor = readline()
    if editor is None:
        if given:
            print(f"there now: {printable(given)}", flush=True)
        return input(question)
    sys.stdout.flush()
    out, sys.stdout = sys.stdout, beneath(sys.stdout)  # `input` uses the line editor on the terminal itself alone
    editor.set_startup_hook(lambda: editor.insert_text(given))
    try:
        return input(question)
    finally:
        editor.set_startup_hook()
        sys.stdout = out


def half_typed() -> str:
    """What stands in the line that was being typed when something ended it."""
    editor = readline()
    return str(editor.get_line_buffer()) if editor is not None else ""
