"""Files in `memories/` that are no memories: those that wait to be taken in, and those of which nothing can be made."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from workbench.memory.exchange import Report
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import find_layout
from workbench.project.folder.memory_files import LaidFile, laid_files
from workbench.project.memories.apart import pairs_of
from workbench.project.memories.laid_in import made_of_files


class NotTakenIn(NamedTuple):
    """Why files are no memories, a line each. `bad`: what hinders the others as well, such as too many of them."""

    waiting: tuple[Problem, ...]
    bad: tuple[Problem, ...]


def not_taken_in(here: Path) -> NotTakenIn:
    """Those of the project in which the path `here` lies. Each is read as far as its first pair; nothing is made.

    Raises WorkbenchError where there is no project.
    """
    layout, _ = find_layout(here)
    files, problems = laid_files(layout)
    made = made_of_files(layout)
    waiting: list[Problem] = []
    bad = list(problems)
    for file in files:
        if file.name not in made:
            problem = _of_no_use(file)
            (waiting if problem is None else bad).append(problem or _waits(file))
    return NotTakenIn(tuple(waiting), tuple(bad))


def _of_no_use(file: LaidFile) -> Problem | None:
    """What is told of a file of which no memory can be made, wherever it is told; None where one can."""
    try:
        pairs_of(file.path, Report(file.path), file.trust)
    except WorkbenchError as error:
        return error.problem
    return None


def _waits(file: LaidFile) -> Problem:
    mend = "it is when the project is opened, or a command drafts in it"
    return Problem(file.path, "has not been taken in yet", mend)
