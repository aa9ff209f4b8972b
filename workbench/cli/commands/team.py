"""`workbench team [PATH]`: several people on one project by git; run once in each clone."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.commands.telling import say

NAME = "team"
HELP = "let git merge the work of several translators; once in each clone"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[PATH] [--check]`."""
    parser.description = f"{HELP}. See: help team"
    parser.add_argument(
        "path", nargs="?", type=Path, default=Path(), metavar="PATH", help="the project (default: here)"
    )
    parser.add_argument("--check", action="store_true", help="only tell what is missing; exit 1 when something is")


def run(options: argparse.Namespace) -> int:
    """Set the clone up, or tell what is missing."""
    from workbench.project import find_layout
    from workbench.project.team.setting_up import missing, set_up

    root = find_layout(options.path)[0].root
    if options.check:
        problems = missing(root)
        for problem in problems:
            say(problem)
        if not problems:
            say(f"{root}: git merges the work of several translators here")
        return int(bool(problems))
    done = set_up(root)
    for line in done:
        say(line)
    say(f"{root}: git merges the work of several translators here" + (", as it did before" if not done else ""))
    if any(line.startswith(".git") for line in done):
        say(
            "Commit .gitattributes and .gitignore, so that the others get them; each runs this once in their own clone."
        )
    return 0
