"""Reading the command line, running one command, and ending in one line when something is wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from workbench import __version__
from workbench.cli import commands
from workbench.cli.commands.telling import tell
from workbench.cli.given import given_path
from workbench.cli.streams import clean_streams
from workbench.invocation import run_again
from workbench.printable import bounded, printable_line
from workbench.problem import WorkbenchError

ABOUT = """\
A German–English translation and glossary workbench for the terminal.

  workbench [PATH]     open the screen on a project, a folder of German articles, or one article
  workbench --plain    the same line by line, for a screen reader
"""
MORE = """\
A project is a folder with sources/, translations/ and glossary.yaml. Exit status: 0 done, 1 findings or
problems were reported, 2 the command could not be carried out (one line on standard error says why).
"""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line, whose paths are not empty, whose options stand anywhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._mixing = "_ARGCOMPLETE" in os.environ
        self.register("type", Path, given_path)

    def _get_value(self, action: argparse.Action, arg_string: str) -> object:
        if "\0" in arg_string:
            raise argparse.ArgumentError(action, "has a NUL in it, which no name has")
        return super()._get_value(action, arg_string)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """As argparse has it, but that options may stand anywhere, and the command tells what it knows not.

        Behind a `--` nothing is an option, which argparse's mixing forgets: such a line is read in its order.
        """
        if self._mixing or self._subparsers is not None or "--" in (args or ()):
            return super().parse_known_args(args, namespace)
        self._mixing = True  # argparse's own mixing comes back here, twice
        try:
            namespace, left = self.parse_known_intermixed_args(args, namespace)
        finally:
            self._mixing = False
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return namespace, left

    def error(self, message: str) -> NoReturn:
        words = f"{self.prog} --help".removeprefix("workbench ")
        self.exit(2, f"workbench: {printable_line(bounded(message))} – see: {run_again(words)}\n")


def build_parser(chosen: str | None = None) -> argparse.ArgumentParser:
    """The whole command line, as --help tells it; of the other commands only the names, where one is chosen."""
    parser = _Parser("workbench", description=ABOUT, epilog=MORE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"workbench {__version__}")
    subs = parser.add_subparsers(metavar="COMMAND", dest="command")
    names = command_names()
    for command in commands.ALL:
        listed = {} if command in commands.FOR_PROGRAMS else {"help": command.HELP}
        sub = subs.add_parser(command.NAME, description=command.HELP, **listed)
        if chosen in (None, command.NAME):
            command.arguments(sub)
        sub.set_defaults(run=command.run, commands=names)
    return parser


def command_names() -> frozenset[str]:
    """What a first word can be that is no path."""
    return frozenset(command.NAME for command in commands.ALL)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    with clean_streams():
        return _run(list(sys.argv[1:] if argv is None else argv))


def _run(arguments: list[str]) -> int:
    if "_ARGCOMPLETE" in os.environ:
        from workbench.cli.completing import complete

        complete(build_parser())
    if not arguments or (arguments[0] not in command_names() and _is_for_screen(arguments[0])):
        arguments.insert(0, "open")
    chosen = arguments[0] if arguments[0] in command_names() else None
    options = build_parser(chosen).parse_args(arguments)
    try:
        if not options.command:
            return commands.screen.open_screen(Path())
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except WorkbenchError as error:
        return _fail(str(error))
    except KeyboardInterrupt as stop:
        return _fail("; ".join(("stopped", *getattr(stop, "__notes__", ()))), status=130)
    except BrokenPipeError:
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        where = bounded(str(error.filename or "standard output"))
        return _fail(f"{where}: cannot be read or written ({error.strerror}) – look at it, or use another place")


def _is_for_screen(word: str) -> bool:
    """Whether a first word that is no command belongs to the screen: a path, or an option of its own."""
    return not word.startswith("-") or word == "--plain"


def _drop_output() -> None:
    """What is still to be written to standard output goes nowhere, so that Python's own exit is silent."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str, status: int = 2) -> int:
    tell(message)
    return status
