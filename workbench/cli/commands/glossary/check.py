"""`workbench glossary check`: what is wrong with glossary.yaml."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "check"
HELP = "report every problem, with its line; exit 1 when there are any"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[PATH]`."""
    parser.add_argument("path", nargs="?", type=Path, default=Path(), help="a project, or a glossary file")


def run(options: argparse.Namespace) -> int:
    """Report every problem of the glossary; 1 when there are any."""
    from workbench.glossary import read_glossary

    path: Path = options.path / "glossary.yaml" if options.path.is_dir() else options.path
    if not path.exists():
        print(f"{path}: there is no glossary here yet – workbench init DIR makes one")
        return 1
    file = read_glossary(path)
    for problem in file.problems:
        print(problem)
    print(f"{path}: {len(file.glossary.entries)} entries in force, {len(file.problems)} problems")
    return int(bool(file.problems))
