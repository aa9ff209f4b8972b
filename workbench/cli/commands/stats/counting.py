"""Counting what the user named, with how far it is."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workbench.cli.commands.glossary.progress import shown_progress
from workbench.cli.commands.meant import Meant, meant_by
from workbench.cli.commands.telling import tell
from workbench.problem import Problem, WorkbenchError
from workbench.project import Project

if TYPE_CHECKING:
    from workbench.glossary.progress import Progress
    from workbench.project.figures.figures import Figures
    from workbench.project.memories.opened import Memories

T = TypeVar("T")


def counted(paths: Sequence[Path], rule: str, line: int, *, bands: bool) -> tuple[Figures, bool]:
    """The figures of the documents that these paths mean, and whether all of them could be read.

    Raises WorkbenchError where none can, and for paths of several projects.
    """
    from workbench.project.figures.figures import figures
    from workbench.project.figures.words import RULES
    from workbench.project.records import Records

    root, meant = _the_one(paths)
    with Project.open(root, read_only=True) as project, shown_progress() as show:
        records = Records(project, None)
        with _memories(project, show) if bands else nullcontext() as memories:
            steps = figures(records, tuple(meant.names), RULES[rule], memories, line, project.layout.private)
            found: Figures = _shown("counting", steps, show)
            left = memories.problems if memories else ()
    for problem in (*left, *records.problems):
        tell(problem)
    if not found.documents:
        raise WorkbenchError(Problem(root, "none of the documents could be read", "see the lines above"))
    return found, not records.problems


@contextmanager
def _memories(project: Project, show: Progress) -> Iterator[Memories]:
    """The memories in force, which are only asked."""
    from workbench.project.memories.only_asked import only_asked

    with closing(_shown("memory", only_asked(project.layout, lambda: project.settings), show)) as memories:
        yield memories


def _shown(what: str, job: Generator[tuple[int, int], None, T], show: Progress) -> T:
    """What a job in steps comes to; how far it is, is shown meanwhile."""
    while True:
        try:
            show(what, *next(job))
        except StopIteration as end:
            found: T = end.value
            return found


def _the_one(paths: Sequence[Path]) -> tuple[Path, Meant]:
    """The one project that all paths belong to."""

    def failed(error: WorkbenchError, _: Path) -> None:
        raise error

    wanted = meant_by(paths, failed)
    found = [(root, meant) for root, meant in wanted.items() if meant.names]
    if len(found) == 1 and len(wanted) == 1:
        return found[0]
    if len(wanted) > 1:
        one, other, *_ = wanted
        raise WorkbenchError(Problem(other, f"belongs to another project than {one}", "count one project at a time"))
    if paths[0].is_dir():
        raise WorkbenchError(Problem(paths[0], "is a folder without an article", "name an article or a project"))
    raise WorkbenchError(Problem(paths[0], "is the record of no article", "name an article or a project"))
