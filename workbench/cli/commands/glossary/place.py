"""Which glossary a verb works on, and how an entry is told in a line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.glossary import Entry, GlossaryFile

KINDS = ("person", "place", "organisation", "term")
_WAIT = 20.0
PATH_HELP = "a project folder, or a glossary file (default: the project here)"


def add_wait(parser: argparse.ArgumentParser) -> None:
    """`[--wait SECONDS]`."""
    what = f"how long to wait for somebody who is changing the glossary just now ({_WAIT:g})"
    parser.add_argument("--wait", type=_seconds, default=_WAIT, metavar="SECONDS", help=what)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 3600:
        raise argparse.ArgumentTypeError("give 0 to 3600 seconds")
    return seconds


def glossary_path(path: Path) -> Path:
    """The glossary file that a path means: `glossary.yaml` in a folder, or the file itself, be it there or not.

    Raises WorkbenchError for a folder that is not there.
    """
    try:
        if path.is_dir():
            return path / "glossary.yaml"
        if path.suffix.lower() in (".yaml", ".yml") or path.exists():
            return path
    except (OSError, ValueError):
        pass
    raise WorkbenchError(Problem(path, "there is no such folder or glossary", "give a project folder or a .yaml file"))


def terms_file(path: Path) -> Path:
    """The file with terms that a path means: itself, or the glossary of a project folder."""
    glossary = path / "glossary.yaml"
    return glossary if glossary.is_file() else path


def existing_glossary(path: Path) -> Path:
    """The glossary file that a path means. Raises WorkbenchError if there is none."""
    glossary = glossary_path(path)
    if not glossary.exists():
        mend = f"{run_again('glossary add')} makes one, and so does {run_again('init DIR')}"
        raise WorkbenchError(Problem(glossary, "there is no glossary here yet", mend))
    return glossary


def read_existing(path: Path) -> GlossaryFile:
    """Read a glossary that must have something in it. Raises WorkbenchError if problems leave no entry in force."""
    from workbench.glossary import read_glossary

    file = read_glossary(path)
    if file.problems and not file.glossary.entries:
        raise WorkbenchError(file.problems[0])
    return file


def told(entry: Entry) -> str:
    """An entry in one line: `Kiew, Kyjiw → Kyiv (place; also Kyiv city; not Kiev)`."""
    more = [
        entry.kind,
        f"first {entry.first}" if entry.first else "",
        f"also {', '.join(entry.also)}" if entry.also else "",
        f"not {', '.join(entry.avoid)}" if entry.avoid else "",
        "exact case" if entry.case == "exact" else "",
    ]
    return f"{', '.join(entry.de)} → {entry.en} ({'; '.join(filter(None, more))})"
