"""Which documents `workbench check` is asked to check, and checking them one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench.cli.commands.check.rows import Row, glossary_rows, rows_of, unreadable
from workbench.invocation import run_again
from workbench.problem import WorkbenchError
from workbench.project import Project, find_layout, located
from workbench.translation import english_path, read_record


@dataclass(slots=True)
class Report:
    """What was found, and in how many documents it was looked for."""

    rows: list[Row] = field(default_factory=list)
    documents: int = 0


def checked(paths: Sequence[Path], tell: Callable[[str], None]) -> Report:
    """What is found in the documents that these paths mean, project by project.

    A path may be a project, an article, its record or its English in translations/, or a project's glossary (which
    means all its documents). What cannot be read is a row of its own, and the others are checked all the same.
    `tell` is told which documents have no translation yet, and what is wrong in the settings.
    """
    report = Report()
    wanted: dict[Path, dict[str, None]] = {}
    for path in paths:
        try:
            root, names = _meant(located(path))
            wanted.setdefault(root, {}).update(dict.fromkeys(names))
        except WorkbenchError as error:
            report.rows.append(unreadable(error, path))
    for root, meant in wanted.items():
        with Project.open(root, read_only=True) as project:
            for problem in project.settings_problems:
                tell(str(problem))
            report.rows += glossary_rows(project)
            _check(project, meant, report, tell)
    return report


def _check(project: Project, names: Iterable[str], report: Report, tell: Callable[[str], None]) -> None:
    for name in names:
        try:
            if project.is_begun(name):
                report.rows += rows_of(project, name)
                report.documents += 1
            else:
                tell(f"{name}: not translated yet, nothing to check – {run_again('translate')} drafts it")
        except WorkbenchError as error:
            report.rows.append(unreadable(error, project.layout.sources / name))


def _meant(path: Path) -> tuple[Path, Sequence[str]]:
    """The root of the project that a path belongs to, and the source files that are meant.

    Raises WorkbenchError when it belongs to none, or cannot be read.
    """
    folder = path.parent
    if folder.name == "translations" and path.suffix == ".yaml":
        return folder.parent, [read_record(path).source]
    if folder.name == "translations" and path.is_file():
        names = _names(folder.parent)
        return folder.parent, [name for name in names if english_path(name, folder) == path]
    if path.name == "glossary.yaml":
        return folder, _names(folder)
    layout, name = find_layout(path)
    return layout.root, [name] if name else _names(layout.root)


def _names(root: Path) -> Sequence[str]:
    with Project.open(root, read_only=True) as project:
        return project.names()
