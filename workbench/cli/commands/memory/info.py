"""`workbench memory info [NAME…]`: what there is in memories, and where they lie."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.glossary.progress import shown_progress, wipe_progress
from workbench.cli.commands.remembering import remember_here
from workbench.cli.commands.telling import say, say_json, tell
from workbench.cli.offers import memories, offer
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.project.memories.asking import Info

NAME = "info"
HELP = "how many pairs the memories have, how large they are, where they lie"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[NAME…] [--json | --check]`."""
    names = parser.add_argument(
        "names", nargs="*", metavar="NAME", help="default: that of the project here, and all others"
    )
    offer(names, memories)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="for programs")
    how.add_argument("--check", action="store_true", help="look through every file; exit 1 when something is wrong")


def run(options: argparse.Namespace) -> int:
    """Tell each memory, and files in `memories/` that are none.

    1 where one of them cannot be read, or with `--check` where something is wrong with it.
    """
    if options.check:
        return _check(options.names)
    found, failed = _infos(options.names)
    if options.json:
        say_json([{**asdict(info), "path": str(info.path), "trust": dict(info.trust)} for info in found], sys.stdout)
    else:
        for info in found:
            _tell(info)
    return int(failed)


def _check(names: list[str]) -> int:
    """Tell of each memory in a line whether anything is wrong with it."""
    from workbench.project.memories.looked_through import look_through

    wrong, line = 0, ""
    with shown_progress() as show:
        for one in look_through(names, show):
            name = one.name or f"the memory of {one.of_project or 'a project'}"
            line = f"{name}: {one.pairs:,} pair{'' if one.pairs == 1 else 's'}, nothing is wrong"
            wipe_progress()
            say(one.problem or line)
            wrong += one.problem is not None
    if not line:
        tell("there is no memory yet")
    return int(wrong > 0)


def _infos(names: list[str]) -> tuple[list[Info], bool]:
    from workbench.project.memories.asking import has_own, of_files, opened
    from workbench.project.memories.places import named_memories

    if not names:
        remember_here()
    found, failed = [], False
    own = ("",) if has_own(Path()) else ()
    for name in names or (*own, *of_files(Path()), *named_memories()):
        try:
            with opened(name, Path()) as memory:
                found.append(memory.info())
        except WorkbenchError as error:
            tell(error)
            failed = True
    others = _others() if not names else ()
    for why, is_bad in others:
        tell(why)
        failed = failed or is_bad
    if not found and not others and not failed:
        tell("there is no memory yet")
    return found, failed


def _others() -> Sequence[tuple[Problem, bool]]:
    """Why files in `memories/` are no memories here; whether that is more than that they wait."""
    from workbench.project.memories.not_taken_in import not_taken_in

    try:
        missing = not_taken_in(Path())
    except WorkbenchError:  # no project is here
        return ()
    return (*((one, False) for one in missing.waiting), *((one, True) for one in missing.bad))


def _tell(info: Info) -> None:
    name = info.name or "the project's own"
    trust = ", ".join(f"{number:,} {trust}" for trust, number in info.trust.items() if number)
    documents = f" of {info.documents:,} document{'' if info.documents == 1 else 's'}" if info.documents else ""
    say(f"{name}: {info.pairs:,} pair{'' if info.pairs == 1 else 's'}{documents}{f' ({trust})' if trust else ''}")
    if info.newest:
        say(f"  made: {info.oldest[:10]} to {info.newest[:10]}")
    say(f"  {info.size / 1e6:,.1f} MB, of which the index is {info.index / 1e6:,.1f} MB: {info.path}")
    if info.of_project:
        say(f"  of the project {info.of_project}")
