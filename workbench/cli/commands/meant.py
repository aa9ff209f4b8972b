"""Which documents of which projects are meant by the paths that a user typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench.cli.commands.naming import of_translation_file
from workbench.problem import Problem, WorkbenchError
from workbench.project import Project, find_layout, located


@dataclass(slots=True)
class Meant:
    """What is meant of a project; `records`: files that may be records without an article, or all of them."""

    names: dict[str, None] = field(default_factory=dict)
    records: set[Path] = field(default_factory=set)
    whole: bool = False


def meant_by(paths: Sequence[Path], failed: Callable[[WorkbenchError, Path], object]) -> dict[Path, Meant]:
    """What these paths mean, by the roots of their projects; `failed` is told of paths that mean nothing.

    A path may be a project, an article, a folder of articles in it, its record or its English in translations/, or a
    project's glossary (which means all its documents).
    """
    wanted: dict[Path, Meant] = {}
    for path in paths:
        try:
            _add(located(path), wanted)
        except WorkbenchError as error:
            failed(error, path)
    return wanted


def _add(path: Path, wanted: dict[Path, Meant]) -> None:
    """What a path means joins what was meant before. Raises WorkbenchError when it means nothing, or is unreadable."""
    found = of_translation_file(path)
    if found is not None:
        root, name = found
        if name is None and path.suffix != ".yaml":
            raise WorkbenchError(Problem(path, "is the English of no article", "name the article"))
        meant = wanted.setdefault(root, Meant())
        if name is not None:
            meant.names[name] = None
        else:
            meant.records.add(path.parent.resolve() / path.name)
        return
    root, names, whole = _meant(path)
    meant = wanted.setdefault(root, Meant())
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
