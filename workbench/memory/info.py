"""What is told of a memory as a whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workbench.memory.pair import TRUSTS, Trust
from workbench.memory.schema import VERSION

_INDEX = ("posting", "lengths", "tail", "word", "word_new", "pair_same", "pair_place")
"""Tables and indexes that are there for searching."""


@dataclass(frozen=True, slots=True)
class Info:
    """What is told of a memory. Sizes are in bytes; `index`: the part of `size` that searching needs besides the texts.

    `oldest`, `newest`: when its pairs were made (ISO 8601), as far as that is known; `of_project`: the root of the
    project that it belongs to, "" for one that was imported.
    """

    name: str
    path: Path | None
    pairs: int
    documents: int
    trust: Mapping[Trust, int]
    size: int
    index: int
    oldest: str
    newest: str
    version: int
    of_project: str = ""


def project_of(path: Path) -> str:
    """The root of the project that a memory's file belongs to, as it says itself; empty where it says none."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.5)) as file:
            return _root(file)
    except sqlite3.Error:
        return ""


def _root(connection: sqlite3.Connection) -> str:
    root = connection.execute("SELECT value FROM meta WHERE key = 'of_project'").fetchone()
    return os.fsdecode(root[0]) if root and isinstance(root[0], (str, bytes)) else ""


def info_of(connection: sqlite3.Connection, name: str, path: Path | None) -> Info:
    """What is told of the memory of a file."""
    one = connection.execute
    trust = dict(one("SELECT trust, count(*) FROM pair GROUP BY trust"))
    oldest, newest = one("SELECT min(made), max(made) FROM pair WHERE made != ''").fetchone()
    (documents,) = one("SELECT count(DISTINCT document) FROM pair WHERE document > 0").fetchone()
    pages, page = (one(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return Info(
        name,
        path,
        sum(trust.values()),
        documents,
        {each: trust.get(place, 0) for place, each in enumerate(TRUSTS)},
        pages * page,
        _index_size(connection),
        oldest or "",
        newest or "",
        VERSION,
        _root(connection),
    )


def _index_size(connection: sqlite3.Connection) -> int:
    """Bytes of the index: of its pages where SQLite tells that, else of its lists and words."""
    named = ", ".join(f"'{name}'" for name in _INDEX)
    try:
        found = connection.execute(
            f"SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name IN ({named})"
        ).fetchone()
    except sqlite3.OperationalError:
        found = connection.execute(
            "SELECT (SELECT total(length(ids) + 12) FROM posting) + (SELECT total(length(words)) FROM lengths) + "
            "(SELECT total(length(keys)) FROM tail) + (SELECT total(length(word) + length(bases)) FROM word)"
        ).fetchone()
    return int(found[0] or 0)
