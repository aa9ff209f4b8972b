"""`workbench [PATH]`: the screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

NAME = "open"
HELP = "open the screen (the same as no command)"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[PATH]`."""
    parser.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="PATH",
        help="a project, a folder of articles, one article",
    )


def run(options: argparse.Namespace) -> int:
    """Open the screen on `options.path`."""
    return open_screen(options.path)


def open_screen(path: Path) -> int:
    """Open the screen on a path and stay until the user quits."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        what = "the screen needs a terminal"
        mend = f"run it in one, or use a command: {run_again('--help')}"
        raise WorkbenchError(Problem("standard output", what, mend))
    from workbench.glossary.finding.lexicon import read_soon

    read_soon()  # beside the loading of the screen
    from workbench.tui import run as run_screen

    run_screen(path)
    return 0
