"""`workbench restore NAME`: earlier states of a document's record, and putting one back."""

from __future__ import annotations

import argparse
import shlex
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import say
from workbench.cli.offers import articles, offer
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

if TYPE_CHECKING:
    from workbench.project import Kept

NAME = "restore"
HELP = "list earlier states of a document's record, or put one back"

_SHOWN = 6
_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"))


def arguments(parser: argparse.ArgumentParser) -> None:
    """`NAME [--take N]`."""
    name = parser.add_argument("name", type=Path, metavar="NAME", help="the article, its record, or its bare name")
    offer(name, articles)
    parser.add_argument("--take", type=int, metavar="N", help="put this one back; what is there now is kept as well")


def run(options: argparse.Namespace) -> int:
    """List what is kept, or put one back."""
    from workbench.cli.commands.naming import document_meant
    from workbench.project import Project

    root, name = document_meant(options.name)
    again = run_again(f"restore {shlex.quote(str(options.name))}")
    with Project.open(root, read_only=options.take is None) as project:
        kept = project.kept(name)
        if options.take is None:
            _list(name, kept)
            return 0
        if not 1 <= options.take <= len(kept):
            mend = f"there are {len(kept)}: {again} lists them" if kept else "nothing is kept of it yet"
            raise WorkbenchError(Problem(clean_line(name), f"has no earlier state {options.take}", mend))
        state = kept[options.take - 1]
        project.restore(name, state)
    saved = f"{state.generation.saved:%Y-%m-%d %H:%M}"
    say(clean_line(f"{name} is as it was on {saved}; to undo that: {again} --take 1"))
    return 0


def _list(name: str, kept: tuple[Kept, ...]) -> None:
    if not kept:
        say(f"{clean_line(name)}: nothing is kept yet; earlier states are kept while you work on it")
    for number, state in enumerate(kept, start=1):
        saved = state.generation.saved
        say(f"{number:>3}  {saved:%Y-%m-%d %H:%M}  {_age(saved):>14}  {_told(state)}")


def _told(state: Kept) -> str:
    if state.problem is not None:
        return clean_line(f"cannot be read: {state.problem.what}")
    reviewed = f"{state.reviewed} of {state.total} reviewed"
    if not state.differs:
        return f"{reviewed}, as now"
    which = "paragraph" if len(state.differs) == 1 else "paragraphs"
    numbers = ", ".join(str(index + 1) for index in state.differs[:_SHOWN])
    more = len(state.differs) - _SHOWN
    return f"{reviewed}, other than now: {which} {numbers}" + (f" and {more} more" if more > 0 else "")


def _age(saved: datetime) -> str:
    seconds = (datetime.now().astimezone() - saved).total_seconds()
    for length, unit in _UNITS:
        count = int(seconds // length)
        if count >= 1:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"
