"""`workbench merge-file KIND BASE OURS THEIRS PATH`: what git runs to merge a project's file (see `workbench team`)."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "merge-file"
HELP = "what git runs to merge a record, a glossary or an English text"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`KIND BASE OURS THEIRS [PATH]`."""
    parser.description = f"{HELP}: the merged file is written to OURS. Exit status: 0 merged, 1 to be merged by hand."
    parser.add_argument("kind", choices=("record", "glossary", "english"))
    for name, what in (("base", "as both had it"), ("ours", "as it is here"), ("theirs", "as the other has it")):
        parser.add_argument(name, type=Path, metavar=name.upper(), help=f"the file {what}")
    parser.add_argument("path", type=Path, nargs="?", metavar="PATH", help="where it lies in the repository")


def run(options: argparse.Namespace) -> int:
    """Merge the file, or let git do it line by line where that cannot be."""
    from workbench.cli.commands.telling import tell
    from workbench.project.team.driver import merge_file

    problem = merge_file(options.kind, options.base, options.ours, options.theirs, options.path or options.ours)
    if problem is None:
        return 0
    tell(problem)
    return 1
