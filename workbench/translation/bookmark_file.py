"""The bookmarks that a user has set in a project: one file in `.workbench`, a line each, this machine's own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.files import read_regular, write_inside
from workbench.problem import Problem, WorkbenchError

MOST = 10_000
"""Bookmarks that are kept of a project."""
_LARGEST = 20_000_000
_MEND = "move it away: it holds bookmarks and nothing else"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A paragraph that was marked: its id, and its German with codes, by which it is found again under another id."""

    id: str
    german: str


Bookmarked = Mapping[str, tuple[Bookmark, ...]]
"""Bookmarks by the names of their documents."""


def bookmark_file(private: Path) -> Path:
    """Where they are kept; `private`: the project's `.workbench`."""
    return private / "bookmarks.jsonl"


def read_bookmarks(private: Path) -> tuple[Bookmarked, Problem | None]:
    """The bookmarks of a project, and what is wrong with the file, if something is; the rest of it counts."""
    path = bookmark_file(private)
    try:
        lines = (read_regular(path, _LARGEST, _MEND) or b"").splitlines()
    except WorkbenchError as error:
        return {}, error.problem
    found: dict[str, list[Bookmark]] = {}
    damaged = 0
    for line in lines:
        try:
            said = json.loads(line)
            found.setdefault(str(said["document"]), []).append(Bookmark(str(said["id"]), str(said["german"])))
        except (ValueError, TypeError, KeyError, RecursionError):
            damaged += bool(line.strip())
    what = f"{damaged} damaged line{'s' if damaged > 1 else ''} of it left out: bookmarks may be missing"
    problem = Problem(path, what, "set them again") if damaged else None
    return {name: tuple(marks) for name, marks in found.items()}, problem


def write_bookmarks(private: Path, bookmarks: Bookmarked) -> None:
    """Keep these bookmarks, in the place of those that were kept. Raises WorkbenchError, with the old ones there."""
    every = [(name, mark) for name, marks in bookmarks.items() for mark in marks]
    if len(every) > MOST:
        raise WorkbenchError(Problem(bookmark_file(private), f"holds {MOST:,} bookmarks already", "take some away"))
    lines = (_line(name, mark) for name, mark in every)
    write_inside(private.parent, bookmark_file(private), "".join(lines).encode("utf-8"), durable=False)


def move_bookmarks(private: Path, old: str, new: str) -> None:
    """A document has another name now: what was marked in it is marked there. Raises WorkbenchError."""
    bookmarks, _ = read_bookmarks(private)
    if old in bookmarks and old != new:
        both = _once((*bookmarks.get(new, ()), *bookmarks[old]))
        rest = {name: marks for name, marks in bookmarks.items() if name != old}
        write_bookmarks(private, {**rest, new: both})


def _once(marks: Iterable[Bookmark]) -> tuple[Bookmark, ...]:
    return tuple(dict.fromkeys(marks))


def _line(name: str, mark: Bookmark) -> str:
    return json.dumps({"document": name, "id": mark.id, "german": mark.german}) + "\n"
