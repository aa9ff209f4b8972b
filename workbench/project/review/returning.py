"""A reviewer's file: which article it is of, and reading it against that."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.files import read_regular
from workbench.formats.container import MOST_BYTES
from workbench.problem import Problem, WorkbenchError
from workbench.project.project import Project
from workbench.text import clean_line

if TYPE_CHECKING:
    from workbench.export.returned import Returned


def read_file(path: Path) -> Returned:
    """What a reviewer's file says. Raises WorkbenchError where there is none, or none that can be read."""
    from workbench.export.returning import read_returned

    data = read_regular(path, MOST_BYTES, "name the file that came back", "split it into several files")
    if data is None:
        raise WorkbenchError(Problem(path, "there is no such file", "name the file that came back"))
    return read_returned(data, path)


def returned_files(project: Project, most: int = 8) -> tuple[list[tuple[Path, str]], str]:
    """Files of a project that may have come back, the newest first, with their names; and the suffixes there are.

    These are in `exports/` and in the project's own folder.
    """
    from workbench.export.returning import READERS

    found: list[tuple[float, Path, str]] = []
    for folder in (project.layout.root, project.layout.exports):
        with suppress(OSError):
            there = (path for path in folder.iterdir() if path.suffix.lower() in READERS and path.name[0] not in "~.")
            root = project.layout.root
            found += [(path.stat().st_mtime, path, str(path.relative_to(root))) for path in there if path.is_file()]
    newest = sorted(found, key=lambda one: one[0], reverse=True)[:most]
    return [(path, name) for _, path, name in newest], ", ".join(READERS)


def article_of_review(project: Project, returned: Returned, where: Path) -> str:
    """The article of a project that a file is a review of: the one it names, else the one that has its paragraphs.

    Raises WorkbenchError where there is none.
    """
    names = project.names()
    named = next((name for name in names if returned.document and clean_line(name) == returned.document), None)
    if named is not None and _share(project, returned, named):
        return named
    shares = {name: _share(project, returned, name) for name in names if name != named}
    best = max(shares, key=lambda name: shares[name], default="")
    if best and shares[best]:
        return best
    of = f"is a review of “{returned.document}”, of which" if returned.document else "is a review of which"
    what = f"{of} this project has no paragraph"
    raise WorkbenchError(Problem(where, what, "go to the project that it belongs to"))


def _share(project: Project, returned: Returned, name: str) -> int:
    """How many of a file's paragraphs an article has, as it is translated here, by their ids or their German."""
    with suppress(WorkbenchError):
        if project.is_begun(name):
            record = project.open_document(name).record
            ids, texts = record.ids, [paragraph.german for paragraph in record.paragraphs]
        else:
            document = project.read_source(name)
            ids, texts = document.ids, [paragraph.text for paragraph in document.paragraphs]
        known, there = {clean_line(text) for text in texts} - {""}, set(ids)
        return sum(one.id in there or one.source in known for one in returned.segments)
    return 0
