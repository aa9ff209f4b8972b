"""`workbench memory clear NAME`: delete a memory; `--unused`: those of projects that are gone."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workbench.cli.commands.telling import say, tell
from workbench.cli.offers import memories, offer
from workbench.problem import Problem, WorkbenchError

NAME = "clear"
HELP = "delete a memory for good, or those of projects that are gone"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`NAME | --unused [--yes]`."""
    offer(parser.add_argument("name", nargs="?", default="", metavar="NAME", help="the memory"), memories)
    parser.add_argument("--unused", action="store_true", help="those of projects that are not where they were")
    parser.add_argument("--yes", action="store_true", help="delete without asking")


def run(options: argparse.Namespace) -> int:
    """Ask, and delete; 1 where it was not wanted."""
    from workbench.project.memories.places import take_away, unused_memories

    if bool(options.name) == options.unused:
        raise WorkbenchError(Problem("memory clear", "it is not said which memory", "give one name, or --unused"))
    meant = unused_memories() if options.unused else ((_named(options.name), options.name),)
    if not meant:
        say("every memory belongs to a project that is there")
        return 0
    for path, name in meant:
        say(f"{name}: {path}")
    if not options.yes and not _agreed(len(meant)):
        say("nothing is deleted")
        return 1
    for path, name in meant:
        take_away(path)
        say(f"deleted: {name}")
    return 0


def _named(name: str) -> Path:
    from workbench.project.memories.places import named_memories, named_memory

    path = named_memory(name)
    if not path.exists():
        known = ", ".join(named_memories()[:10])
        mend = f"there are {known}" if known else "there is none to delete"
        raise WorkbenchError(Problem(name, "there is no memory of this name", mend))
    return path


def _agreed(number: int) -> bool:
    if sys.stdin is None or not sys.stdin.isatty() or not sys.stderr.isatty():
        raise WorkbenchError(Problem("memory clear", "nothing is deleted: there is no terminal to ask at", "say --yes"))
    tell(f"delete {'it' if number == 1 else f'these {number}'} for good? [y/N]")
    return input().strip().lower() in ("y", "yes", "j", "ja")
