"""Memories opened for a command: one by its name, or the project's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from workbench.invocation import run_again
from workbench.memory import Found, Info, Match, Memory, Pair
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import find_layout
from workbench.project.memories.laid_in import made_of_files
from workbench.project.memories.places import named_memories, named_memory, own_memory
from workbench.text import Inline, clean_line

__all__ = ["Found", "Info", "Match", "Memory", "Pair", "asked", "has_own", "matches", "of_files", "opened"]


@contextmanager
def opened(name: str, here: Path, *, salvage: bool = False) -> Iterator[Memory]:
    """The memory of this name, or, without one, that of the project in which the path `here` lies; to be read.

    A file in that project's `memories/` has its path from there on as its name.

    `salvage`: even where its end is gone. Raises WorkbenchError where there is none, or it cannot be read.
    """
    path = _of_file(name, here) or (named_memory(name) if name else own_memory(find_layout(here)[0].root))
    if not path.exists():
        raise WorkbenchError(_none(name, here))
    with closing(Memory.open(path, name=name, read_only=True, salvage=salvage)) as memory:
        yield memory


def of_files(here: Path) -> dict[str, Path]:
    """What was made of the files in the `memories/` of the project in which the path `here` lies, by their names."""
    try:
        return made_of_files(find_layout(here)[0])
    except WorkbenchError:
        return {}


def _of_file(name: str, here: Path) -> Path | None:
    return None if not name or name in named_memories() else of_files(here).get(name)


def has_own(here: Path) -> bool:
    """Whether the path `here` lies in a project that has a memory of its own."""
    try:
        return own_memory(find_layout(here)[0].root).exists()
    except WorkbenchError:
        return False


def asked(name: str, here: Path) -> tuple[str, ...]:
    """The name given, or, without one, those of all memories there are; that of the project first, as "", then those of
    its files.

    Raises WorkbenchError where there is none.
    """
    names = (name,) if name else (*([""] if has_own(here) else []), *of_files(here), *named_memories())
    if not names:
        mend = f"take one in: {run_again('memory import FILE.tmx')}"
        raise WorkbenchError(Problem("memory", "there is no memory to look into", mend))
    return names


def matches(memory: Memory, text: str, least: int) -> tuple[Match, ...]:
    """The best matches of a text, from `least` percent on."""
    line = Inline(clean_line(text))
    exact = memory.exact(line)
    known = {match.pair.target.shown() for match in exact}
    return (*exact, *(match for match in memory.fuzzy(line, least) if match.pair.target.shown() not in known))


def _none(name: str, here: Path) -> Problem:
    if not name:
        mend = "it gets one when it is opened and something is reviewed"
        if not os.access(find_layout(here)[0].root, os.W_OK):
            mend = "its folder is read-only, so it gets none: copy the project to where you may write"
        return Problem(here, "this project has no memory yet", mend)
    known = named_memories()
    mend = f"there are {', '.join(known[:10])}" if known else f"take one in: {run_again('memory import FILE.tmx')}"
    return Problem(name, "there is no memory of this name", mend)
