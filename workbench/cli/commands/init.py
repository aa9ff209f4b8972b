"""`workbench init DIR`: a new project."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path

from workbench.cli.commands.telling import say
from workbench.cli.offers import folders, offer, styles
from workbench.invocation import pasted, run_again

NAME = "init"
HELP = "make a new project: sources/, translations/, glossary.yaml; with --style its house style"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`DIR` and `--style`."""
    folder = parser.add_argument("folder", type=Path, metavar="DIR", help="where; what is there already stays")
    offer(folder, folders)
    named = "british, american, guardian, bbc, economist, eu, un, ap, chicago"
    style = parser.add_argument(
        "--style", metavar="NAME", help=f"the house style of the English: {named}; see help style"
    )
    offer(style, styles)


def run(options: argparse.Namespace) -> int:
    """Make the project and say what to do next."""
    from workbench.project import begin_style, known_style, make_project

    style = known_style(options.style) if options.style else ""
    layout = make_project(options.folder)
    if style:
        begin_style(layout.root, style)
    say(f"{layout.root} is a project now. Put German articles (.txt, .md) into its sources/, then:")
    say(f"  {run_again(_argument(options.folder, options.commands))}")
    if not style:
        say("No house style is set: drafts are as the package writes them. To set one, British, American or that of a")
        say(f"style guide: {run_again('help style')}")
    return 0


def _argument(folder: Path, commands: Collection[str]) -> str:
    """The folder as it is to be typed: one that has a command's name is no command with a slash in it."""
    argument = pasted(folder)
    return f"./{argument}" if argument in commands else argument
