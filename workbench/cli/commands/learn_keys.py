"""`workbench learn-keys`: the keys, step by step, on an example of its own."""

from __future__ import annotations

import argparse
import sys

from workbench.cli.streams import is_terminal
from workbench.problem import Problem, WorkbenchError

NAME = "learn-keys"
HELP = "learn the keys in five minutes, on an example that is thrown away afterwards"


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(options: argparse.Namespace) -> int:
    """Open the screen on the example and stay until the user quits."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise WorkbenchError(Problem("standard output", "the screen needs a terminal", "run it in one"))
    from workbench.tui.tutorial import learn_keys

    learn_keys()
    return 0
