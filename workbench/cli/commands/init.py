"""`workbench init DIR`: a new project."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "init"
HELP = "make a new project: sources/, translations/, glossary.yaml"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`DIR`."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="where; what is there already stays")


def run(options: argparse.Namespace) -> int:
    """Make the project and say what to do next."""
    from workbench.project import make_project

    layout = make_project(options.folder)
    print(f"{layout.root}: put German articles (.txt, .md) into sources/, then: workbench {options.folder}")
    return 0
