"""One file of others made a memory in a process of its own: whoever works meanwhile shares no interpreter with it.

`python -m workbench.project.memories.apart FILE PLACE NAME TRUST` tells what became of it in one line of JSON. It runs
with less right to the processor than the program, and is ended when nobody waits for it any more.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import cast

from workbench.memory import Memory, Pair, Trust
from workbench.memory.exchange import Report, pairs_in
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.files_below import must_be_a_file

_LOOK_EVERY = 0.05  # seconds between looks whether it is done
_LESS = 5  # steps of niceness


def made_apart(file: Path, place: Path, name: str, trust: str) -> Generator[None, None, tuple[int, Problem | None]]:
    """Have a memory made of a file in another process: how many pairs, and what of it was left. A job in steps.

    Raises WorkbenchError where nothing can be made of it, and OSError where there can be no process.
    """
    # -P: what is imported is the program's own, whatever lies in the folder that the user is in
    command = [sys.executable or "", "-P", "-m", __name__, *map(str, (file, place, name, trust))]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            while process.poll() is None:
                yield
                time.sleep(_LOOK_EVERY)
            told = process.stdout.read() if process.stdout else b""
        finally:
            if process.poll() is None:
                process.kill()
    try:
        said = json.loads(told)
    except ValueError:
        what = "could not be taken in: the process that did so ended early"
        mend = "make room in RAM and on the disk, and open the project again"
        raise WorkbenchError(Problem(file, what, mend)) from None
    problem = Problem(Path(said["where"]), said["what"], said["mend"], said["line"]) if "what" in said else None
    if not said["pairs"] and problem:
        raise WorkbenchError(problem)
    return said["pairs"], problem


def pairs_of(file: Path, report: Report, trust: str) -> Iterator[Pair]:
    """The pairs of a file, trusted as it is said, else as the file says. Raises WorkbenchError where there are none."""
    must_be_a_file(file)
    found = pairs_in(file, report)
    pairs = (replace(pair, trust=cast("Trust", trust)) for pair in found) if trust else found
    first = next(pairs, None)  # what is wrong with the whole file shows before anything is made
    if first is None:
        mend = "take the file out of the folder, or put one with German and English there"
        raise WorkbenchError(left_of(report) or Problem(file, "has no German with its English", mend))
    return chain((first,), pairs)


def left_of(report: Report) -> Problem | None:
    """What was left of a file, in one line."""
    from workbench.invocation import run_again

    first, *others = (*report.problems, None)
    if first is None or len(others) < 2:
        return first
    return replace(first, what=f"{first.what}; {run_again('memory import')} tells {len(others) - 1} more of its kind")


def main(file: str, place: str, name: str, trust: str) -> None:
    """Make the memory; what became of it on standard output."""
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_LESS)
    report = Report(Path(file))
    said: dict[str, object] = {"pairs": 0}
    problem: Problem | None = None
    try:
        pairs = pairs_of(Path(file), report, trust)
        with closing(Memory.open(Path(place), name=name)) as memory:
            memory.add(pairs)
            for _ in memory.seal():
                pass
        said["pairs"], problem = report.pairs, left_of(report)
    except WorkbenchError as error:
        problem = error.problem
    if problem:
        said |= {"where": str(problem.where), "what": problem.what, "mend": problem.mend, "line": problem.line}
    print(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:5])
