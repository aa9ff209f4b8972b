"""`workbench init DIR`: a new project."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path

from workbench.cli.commands.telling import say
from workbench.cli.offers import folders, offer
from workbench.invocation import pasted, run_again

NAME = "init"
HELP = "make a new project: sources/, translations/, glossary.yaml"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`DIR`."""
    folder = parser.add_argument("folder", type=Path, metavar="DIR", help="where; what is there already stays")
    offer(folder, folders)


def run(options: argparse.Namespace) -> int:
    """Make the project and say what to do next."""
    from workbench.project import make_project

    layout = make_project(options.folder)
    say(f"{layout.root} is a project now. Put German articles (.txt, .md) into its sources/, then:")
    say(f"  {run_again(_argument(options.folder, options.commands))}")
    return 0


def _argument(folder: Path, commands: Collection[str]) -> str:
    """The folder as it is to be typed: one that has a command's name is no command with a slash in it."""
    argument = pasted(folder)
    return f"./{argument}" if argument in commands else argument
