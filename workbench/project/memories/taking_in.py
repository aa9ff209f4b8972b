"""Files of other programs taken into a memory that has a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from workbench.memory import Memory, Pair
from workbench.memory.exchange import Report, by_sentences, pairs_in
from workbench.problem import Problem, WorkbenchError
from workbench.project.memories.places import named_memory, take_away, with_folder
from workbench.project.settings.memory_setting import no_memory_name

Progress = Callable[[float, int], None]
"""Takes how much of a file has been read (0 to 1), and how many pairs have come of it."""

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file. `pairs`: how many were in it, `new`: how many of them the memory did not have.

    `notes`: how it was read; `problems`: what of it was left, a line for each reason.
    """

    memory: str
    pairs: int
    new: int
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """How files are taken. `reviewed`: a person has looked at all of it; `swap`: in a table without names of columns
    English stands first; `sentences`: paragraphs are divided into sentences."""

    reviewed: bool = False
    swap: bool = False
    sentences: bool = False


def usual_name(path: Path) -> str:
    """The name of the memory that a file is taken into where none is said: that of the file.

    >>> usual_name(Path("eu-2023.tmx.gz"))
    'eu-2023'
    """
    stem = path.name
    while "." in stem[1:] and len(stem) - stem.rindex(".") <= len(".sdlxliff"):
        stem = stem[: stem.rindex(".")]
    name = "".join("-" if no_memory_name(f"x{letter}x") else letter for letter in stem).strip(" .-")[:_LONGEST_NAME]
    return name if name and not no_memory_name(name) else "imported"


def take_in(path: Path, name: str, wish: Wish, progress: Progress) -> Taken:
    """Take the pairs of a file into the memory of this name, which is made where there is none.

    What it has already gets the newer date. Pairs are taken up in ten thousands, each whole or not at all. Raises
    WorkbenchError for a file of which nothing can be taken, with the memory as it was, and where the memory cannot be
    written; what was taken up before that stays. So it does at a KeyboardInterrupt, which gets a note of how much that
    is. A memory that was to be made and got nothing is gone again.
    """
    where = named_memory(name)
    if where.exists() and path.exists() and path.samefile(where):
        raise WorkbenchError(Problem(path, "is the memory itself", "give the file of another program"))
    report = Report(path)
    found = pairs_in(path, report, swap=wish.swap, progress=lambda part: progress(part, report.pairs))
    pairs = _as_wished(found, wish)
    first = next(pairs, None)  # what is wrong with the whole file shows before there is a memory
    if first is None:
        return Taken(name, 0, 0, tuple(report.notes), report.problems)
    is_new = not where.exists()
    with closing(Memory.open(with_folder(where), name=name)) as memory:
        try:
            new = _added(memory, chain((first,), pairs))
        except BaseException:
            if is_new and _is_empty(memory):
                memory.close()
                take_away(where)
            raise
    return Taken(name, report.pairs, new, tuple(report.notes), report.problems)


def _added(memory: Memory, pairs: Iterator[Pair]) -> int:
    kept: list[int] = []
    try:
        new = memory.add(pairs, kept.append)
        for _ in memory.seal():
            pass
        return new
    except WorkbenchError as error:
        if not kept:
            raise
        told = error.problem
        what = f"{told.what}; the first {sum(kept):,} pairs are kept"
        mend = f"{told.mend}, and import it again: what is there is passed over"
        raise WorkbenchError(Problem(told.where, what, mend, told.line)) from None
    except KeyboardInterrupt as stop:
        stop.add_note(f"the first {sum(kept):,} pairs are kept" if kept else "nothing of it was taken up")
        raise


def _is_empty(memory: Memory) -> bool:
    with suppress(WorkbenchError):
        return next(memory.pairs(), None) is None
    return False


def _as_wished(pairs: Iterator[Pair], wish: Wish) -> Iterator[Pair]:
    for pair in pairs:
        taken = replace(pair, trust="reviewed") if wish.reviewed else pair
        yield from by_sentences(taken) if wish.sentences else (taken,)
