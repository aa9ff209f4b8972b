"""`workbench glossary check`: what is wrong with glossary.yaml."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.commands.glossary.place import PATH_HELP, existing_glossary
from workbench.text.counted import counted

NAME = "check"
HELP = "report every problem, with its line; exit 1 when there are any"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[PATH]`."""
    parser.add_argument("path", nargs="?", type=Path, default=Path(), help=PATH_HELP)


def run(options: argparse.Namespace) -> int:
    """Report every problem of the glossary; 1 when there are any."""
    from workbench.glossary import read_glossary

    path = existing_glossary(options.path)
    file = read_glossary(path)
    for problem in file.problems:
        print(problem)
    entries = counted(len(file.glossary.entries), "entry", "entries")
    print(f"{path}: {entries} in force, {counted(len(file.problems), 'problem', 'problems')}")
    return int(bool(file.problems))
