"""Which documents `workbench check` is asked to check, and checking them one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench.cli.commands.check.rows import Row, glossary_rows, orphan_row, rows_of, source_rows, unreadable
from workbench.cli.commands.meant import Meant, meant_by
from workbench.invocation import run_again
from workbench.problem import WorkbenchError
from workbench.project import Project, as_problem, offered


@dataclass(slots=True)
class Report:
    """What was found, and in how many documents it was looked for."""

    rows: list[Row] = field(default_factory=list)
    documents: int = 0


def checked(paths: Sequence[Path], tell: Callable[[str], None]) -> Report:
    """What is found in the documents that these paths mean, project by project.

    A path may be a project, an article, a folder of articles in it, its record or its English in translations/, or a
    project's glossary (which means all its documents). What cannot be read is a row of its own, and the others are
    checked all the same; so is, of a whole project, a record whose article is gone.
    `tell` is told which documents have no translation yet, what is wrong in the settings and the list of words, and
    what was not looked at.
    """
    report = Report()
    wanted = meant_by(paths, lambda error, path: report.rows.append(unreadable(error, path)))
    for root, meant in wanted.items():
        with Project.open(root, read_only=True) as project:
            for problem in (*project.settings_problems, *project.words.problems):
                tell(str(problem))
            report.rows += glossary_rows(project)
            _check(project, meant, report, tell)
    return report


def _check(project: Project, meant: Meant, report: Report, tell: Callable[[str], None]) -> None:
    waiting = []
    for name in meant.names:
        try:
            if project.is_begun(name):
                report.rows += rows_of(project, name)
                report.documents += 1
            else:
                waiting.append(name)
                report.rows += source_rows(project, name)
                tell(f"{name}: not translated yet, nothing to check – {run_again('translate')} drafts it")
        except WorkbenchError as error:
            report.rows.append(unreadable(error, project.layout.sources / name))
    for problem in project.sources().problems if meant.whole else ():
        tell(str(problem))
    _tell_orphans(project, meant, waiting, report, tell)


def _tell_orphans(
    project: Project, meant: Meant, waiting: Sequence[str], report: Report, tell: Callable[[str], None]
) -> None:
    """Records without an article: a row each where they are meant, a word where they fit an article that waits."""
    orphans = project.orphans() if meant.whole or meant.records or waiting else ()
    told = [orphan for orphan in orphans if meant.whole or orphan.record in meant.records]
    report.rows += [orphan_row(orphan, project.layout) for orphan in told]
    for orphan in filter(None, (offered(orphans, name) for name in waiting)):
        if orphan not in told:
            tell(str(as_problem(orphan, project.layout)))
