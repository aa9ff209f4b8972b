"""Which document of which project is meant by what a user typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.problem import Problem, WorkbenchError
from workbench.project import Project, find_layout, located


def of_translation_file(path: Path) -> tuple[Path, str | None] | None:
    """The root of the project in whose `translations/` a file lies, and the article that it belongs to, if any.

    None for a path that is no such file. Raises WorkbenchError when the project cannot be read.
    """
    folder = next((folder for folder in path.parents if folder.name == "translations"), None)
    if folder is None or not path.is_file():
        return None
    with Project.open(folder.parent.resolve(), read_only=True) as project:
        return project.layout.root, project.article_of(path.parent.resolve() / path.name)


def document_meant(given: Path) -> tuple[Path, str]:
    """The root of the project and the name of the article that a user means by a path or by a bare name.

    A path may be the article, its record or its English. A name (`gipfel`, `gipfel.txt`, `ausland/gipfel.txt`) is
    looked for in the project here. Raises WorkbenchError where there is none, or more than one.
    """
    path = located(given.expanduser())
    if path.is_dir():
        raise WorkbenchError(Problem(given, "this is a folder", "name one of its articles"))
    if path.exists() and not path.is_file():
        raise WorkbenchError(Problem(given, "this is no file: a pipe, a socket or a device", "name an article"))
    found = of_translation_file(path)
    if found is not None and found[1] is not None:
        return found[0], found[1]
    if found is None and path.is_file():
        layout, name = find_layout(path)
        if name is not None:
            return layout.root, name
    layout, _ = find_layout(Path())
    with Project.open(layout.root, read_only=True) as project:
        return layout.root, _the_one(given.as_posix(), project.sources().names)


def _the_one(wanted: str, names: Sequence[str]) -> str:
    """The article that has this name, in full or without its folder, else the one that has it without its suffix."""
    found = [name for name in names if wanted in (name, name.rpartition("/")[2])]
    found = found or [name for name in names if wanted == Path(name).stem]
    if not found:
        raise WorkbenchError(Problem(wanted, "there is no such article in the project here", "name one in sources/"))
    if len(found) > 1:
        mend = f"say which: {', '.join(found[:5])}"
        raise WorkbenchError(Problem(wanted, "is the name of several articles", mend))
    return found[0]
