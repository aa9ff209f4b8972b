"""Which documents `workbench check` is asked to check, and checking them one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench.cli.commands.check.rows import Row, glossary_rows, orphan_row, rows_of, source_rows, unreadable
from workbench.cli.commands.naming import of_translation_file
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.project import Project, as_problem, find_layout, located, offered


@dataclass(slots=True)
class Report:
    """What was found, and in how many documents it was looked for."""

    rows: list[Row] = field(default_factory=list)
    documents: int = 0


@dataclass(slots=True)
class _Meant:
    """What is to be checked of a project; `records`: files that may be records without an article, or all of them."""

    names: dict[str, None] = field(default_factory=dict)
    records: set[Path] = field(default_factory=set)
    whole: bool = False


def checked(paths: Sequence[Path], tell: Callable[[str], None]) -> Report:
    """What is found in the documents that these paths mean, project by project.

    A path may be a project, an article, a folder of articles in it, its record or its English in translations/, or a
    project's glossary (which means all its documents). What cannot be read is a row of its own, and the others are
    checked all the same; so is, of a whole project, a record whose article is gone.
    `tell` is told which documents have no translation yet, what is wrong in the settings and the list of words, and
    what was not looked at.
    """
    report = Report()
    wanted: dict[Path, _Meant] = {}
    for path in paths:
        try:
            _add(located(path), wanted)
        except WorkbenchError as error:
            report.rows.append(unreadable(error, path))
    for root, meant in wanted.items():
        with Project.open(root, read_only=True) as project:
            for problem in (*project.settings_problems, *project.words.problems):
                tell(str(problem))
            report.rows += glossary_rows(project)
            _check(project, meant, report, tell)
    return report


def _check(project: Project, meant: _Meant, report: Report, tell: Callable[[str], None]) -> None:
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
    project: Project, meant: _Meant, waiting: Sequence[str], report: Report, tell: Callable[[str], None]
) -> None:
    """Records without an article: a row each where they are meant, a word where they fit an article that waits."""
    orphans = project.orphans() if meant.whole or meant.records or waiting else ()
    told = [orphan for orphan in orphans if meant.whole or orphan.record in meant.records]
    report.rows += [orphan_row(orphan, project.layout) for orphan in told]
    for orphan in filter(None, (offered(orphans, name) for name in waiting)):
        if orphan not in told:
            tell(str(as_problem(orphan, project.layout)))


def _add(path: Path, wanted: dict[Path, _Meant]) -> None:
    """What a path means joins what is to be checked. Raises WorkbenchError when it means nothing, or is unreadable."""
    found = of_translation_file(path)
    if found is not None:
        root, name = found
        if name is None and path.suffix != ".yaml":
            raise WorkbenchError(Problem(path, "is the English of no article", "name the article"))
        meant = wanted.setdefault(root, _Meant())
        if name is not None:
            meant.names[name] = None
        else:
            meant.records.add(path.parent.resolve() / path.name)
        return
    root, names, whole = _meant(path)
    meant = wanted.setdefault(root, _Meant())
    meant.names.update(dict.fromkeys(names))
    meant.whole = meant.whole or whole


def _meant(path: Path) -> tuple[Path, Iterable[str], bool]:
    """The root of the project that a path belongs to, the articles that are meant, and whether it is all of it."""
    if path.name == "glossary.yaml":
        return path.parent, _names(path.parent), True
    layout, name = find_layout(path)
    if name:
        return layout.root, [name], False
    folder = path.resolve()
    inside = f"{folder.relative_to(layout.sources)}/" if folder.is_relative_to(layout.sources) else "./"
    if inside == "./":
        return layout.root, _names(layout.root), True
    return layout.root, [name for name in _names(layout.root) if name.startswith(inside)], False


def _names(root: Path) -> Sequence[str]:
    with Project.open(root, read_only=True) as project:
        return project.names()
