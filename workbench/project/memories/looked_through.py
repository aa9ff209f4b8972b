"""Every memory on this machine looked through: what is wrong with it, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workbench.invocation import run_again
from workbench.memory import Memory
from workbench.problem import Problem, WorkbenchError
from workbench.project.memories.places import named_memories, named_memory, own_memories

Progress = Callable[[str, int, int], None]
"""Takes which memory is looked at, how far that is, and of how much."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A memory that was looked through: its name (empty for a project's own), its file, how many pairs it has.

    `problem`: what is wrong with it; None where nothing is. `of_project`: the root of the project it belongs to.
    """

    name: str
    path: Path
    pairs: int
    problem: Problem | None
    of_project: str = ""


def look_through(names: list[str], progress: Progress) -> Generator[Looked]:
    """Look through the memories of these names, or, without any, through every file of one; nothing is written."""
    for name in names or named_memories():
        path = named_memory(name)
        mend = (
            f"save what can be read ({run_again(f'memory export {name} FILE.tmx --salvage')}), delete it, import that"
        )
        yield _looked(name, path, "", mend, progress)
    for path, root in () if names else own_memories():
        mend = "close the project and move the file away: it is made anew from the records when you open it"
        yield _looked("", path, root, mend, progress)


def _looked(name: str, path: Path, root: str, mend: str, progress: Progress) -> Looked:
    try:
        with closing(Memory.open(path, name=name, read_only=True)) as memory:
            faults = _finished(memory.looked_through(), name or root, progress)
            wrong = Problem(path, "; ".join(faults), mend) if faults else None
            return Looked(name, path, memory.info().pairs, wrong, root)
    except WorkbenchError as error:
        return Looked(name, path, 0, error.problem, root)


def _finished(job: Generator[tuple[int, int], None, tuple[str, ...]], of: str, progress: Progress) -> tuple[str, ...]:
    while True:
        try:
            progress(of, *next(job))
        except StopIteration as end:
            return tuple(end.value)
