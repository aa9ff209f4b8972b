"""`workbench [PATH]`: the screen."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from workbench.cli.streams import is_terminal
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

NAME = "open"
HELP = "open the screen (the same as no command)"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[PATH] [--plain]`."""
    parser.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="PATH",
        help="a project, a folder of articles, one article",
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help="line by line, for a screen reader or a script: no full screen, everything in words (help screen-readers)",
    )


def run(options: argparse.Namespace) -> int:
    """Open the screen on `options.path`, or go through it line by line."""
    return open_screen(options.path, plain=options.plain)


def open_screen(path: Path, *, plain: bool = False) -> int:
    """Open the screen on a path and stay until the user quits. `plain`: line by line, as the setting `plain` says; a
    terminal that calls itself dumb cannot be drawn on, and gets that as well.
    """
    if plain or os.environ.get("TERM") == "dumb" or _set_plain(path):
        from workbench.cli.plain.loop import run_plain

        return run_plain(path)
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        what = "the screen needs a terminal"
        mend = f"run it in one, with --plain line by line, or use a command: {run_again('--help')}"
        raise WorkbenchError(Problem("standard output", what, mend))
    from workbench.glossary.finding.lexicon import read_soon

    read_soon()  # beside the loading of the screen
    from workbench.tui import run as run_screen

    run_screen(path)
    return 0


def _set_plain(path: Path) -> bool:
    """Whether the settings want it line by line; of a path that is no project the user's own say so."""
    from workbench.project.folder.layout import find_layout
    from workbench.project.settings.settings import read_settings

    try:
        root = find_layout(path)[0].root
    except WorkbenchError:  # told when it is opened
        root = path
    return read_settings(root).settings.plain
