"""How every command prints: what it says on standard output, and what it tells on standard error."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, TextIO

from workbench.cli.streams import beneath
from workbench.printable import UNPRINTABLE, printable_line

if TYPE_CHECKING:
    from workbench.project import Project


def say(line: object) -> None:
    """One line on standard output, whatever names and texts are in it."""
    print(printable_line(str(line)))


def say_json(data: object, out: TextIO) -> None:
    """JSON, whole and readable; in it, what a terminal would obey is written as `\\u009b`."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    print(UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text), file=out)


def tell(message: object) -> None:
    """One line on standard error."""
    print(f"workbench: {printable_line(str(message))}", file=sys.stderr)


def tell_progress(line: str, *, done: bool) -> None:
    """A line on standard error that the next one is written over, until it is `done`."""
    start = "\r" if sys.stderr.isatty() else ""
    print(f"{start}{printable_line(line)}", end="\n" if done else "", file=beneath(sys.stderr), flush=True)


def tell_problems(project: Project) -> None:
    """Every problem of the project's glossary and settings, a line each; what is valid is in force all the same."""
    for problem in (*project.termbase.problems, *project.settings_problems):
        tell(problem)


def tell_orphan(project: Project, name: str) -> None:
    """That a record without an article fits an article that nobody has worked on: it was renamed."""
    from workbench.project import as_problem, offered

    orphan = offered(project.orphans(), name)
    if orphan is not None:
        tell(as_problem(orphan, project.layout))
