"""`workbench init DIR`: a new project."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path

from workbench.cli.commands.glossary.taking_along import taken_along
from workbench.cli.commands.telling import say
from workbench.cli.offers import folders, offer, styles
from workbench.invocation import pasted, run_again

NAME = "init"
HELP = "make a new project: sources/, translations/, glossary.yaml; with --style its house style"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`DIR`, `--style` and `--glossary`."""
    folder = parser.add_argument("folder", type=Path, metavar="DIR", help="where; what is there already stays")
    offer(folder, folders)
    named = "british, american, guardian, bbc, economist, eu, un, ap, chicago"
    style = parser.add_argument(
        "--style", metavar="NAME", help=f"the house style of the English: {named}; see help style"
    )
    offer(style, styles)
    what = "take the terms of this file along: another project's glossary.yaml, or what 'glossary import' reads"
    parser.add_argument("--glossary", type=Path, metavar="FILE", help=what)


def run(options: argparse.Namespace) -> int:
    """Make the project and say what to do next; 1 when a term that came along had to be left out."""
    from workbench.project import begin_style, known_style, make_project

    style = known_style(options.style) if options.style else ""
    along = taken_along(options.glossary, options.folder) if options.glossary else None
    layout = make_project(options.folder, along.data if along else None)
    if along:
        along.tell(layout.glossary)
    if style:
        begin_style(layout.root, style)
    if not style:
        say(f"No house style is set: drafts are as the package writes them. How to set one: {run_again('help style')}")
    say(f"{layout.root} is a project now. Put German articles (text, Word, web pages …) into its sources/, then:")
    say(f"  {run_again(_argument(options.folder, options.commands))}")
    return int(bool(along and along.left_out))


def _argument(folder: Path, commands: Collection[str]) -> str:
    """The folder as it is to be typed: one that has a command's name is no command with a slash in it."""
    argument = pasted(folder)
    return f"./{argument}" if argument in commands else argument
