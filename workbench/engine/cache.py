"""Drafts that were made before, kept in an SQLite file. It is only a cache: whatever is wrong with the file,
the program goes on without it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from types import TracebackType

from workbench.files import in_the_way, make_folder_inside, remove_inside
from workbench.problem import WorkbenchError

# Sentences kept; a sentence takes about 400 bytes, so the file stays under 100 MB.
LARGEST = 200_000
# Pruned this far below, so that not every new draft prunes again.
_PRUNED = 0.9
_TIMEOUT = 0.5
_VERSION = 1
_CHUNK = 500
_BESIDE = ("-wal", "-shm", "-journal")


class DraftCache:
    """Values by key, both text. `path` None keeps them in memory only, until `close`.

    A file that is locked for more than half a second, read-only or full is read where that is possible and
    not written; a file that is no SQLite database is set aside as `NAME.broken`. Nothing is opened through a symbolic
    link, nor what is no ordinary file. May be used by several threads, and by several programs at a time.
    """

    def __init__(self, path: Path | None, largest: int = LARGEST) -> None:
        self._largest = largest
        self._lock = Lock()
        self._connection = _open(path) if path else _connect(":memory:")

    def get_many(self, keys: Sequence[str]) -> dict[str, str]:
        """The values of those keys that are there."""
        found: dict[str, str] = {}
        with self._using() as connection:
            for start in range(0, len(keys), _CHUNK):
                some = list(keys[start : start + _CHUNK])
                marks = ",".join("?" * len(some))
                found.update(connection.execute(f"SELECT key, value FROM draft WHERE key IN ({marks})", some))
        return found

    def put_many(self, values: Mapping[str, str]) -> None:
        """Keep these values; beyond the largest size the oldest go."""
        now = time.time()
        with self._using() as connection, connection:
            connection.executemany(
                "INSERT OR REPLACE INTO draft (key, value, made) VALUES (?, ?, ?)",
                [(key, value, now) for key, value in values.items()],
            )
            self._prune(connection)

    def close(self) -> None:
        """Close the file. What is asked afterwards is not found, what is put is forgotten."""
        with self._lock, suppress(sqlite3.Error):
            self._connection.close()

    def __enter__(self) -> DraftCache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with self._lock, suppress(sqlite3.Error):
            yield self._connection

    def _prune(self, connection: sqlite3.Connection) -> None:
        (count,) = connection.execute("SELECT COUNT(*) FROM draft").fetchone()
        if count > self._largest:
            spare = count - int(self._largest * _PRUNED)
            connection.execute(
                "DELETE FROM draft WHERE rowid IN (SELECT rowid FROM draft ORDER BY made, rowid LIMIT ?)",
                (spare,),
            )


def _open(path: Path) -> sqlite3.Connection:
    """The file's connection; one in memory where the file cannot be used at all."""
    for attempt in (1, 2):
        try:
            make_folder_inside(path.parent.parent, path.parent)
            if any(in_the_way(path.parent.parent, Path(f"{path}{suffix}")) for suffix in ("", *_BESIDE)):
                break
            return _connect(str(path))
        except sqlite3.OperationalError:
            return _read_only(path)
        except sqlite3.DatabaseError:
            if attempt == 1:
                _set_aside(path)
        except (OSError, ValueError, WorkbenchError):
            break
    return _connect(":memory:")


def _connect(name: str, uri: bool = False) -> sqlite3.Connection:
    connection: sqlite3.Connection = sqlite3.connect(name, timeout=_TIMEOUT, check_same_thread=False, uri=uri)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if uri:
            connection.execute("SELECT 1 FROM draft LIMIT 1")
            return connection
        if name != ":memory:":
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if version != _VERSION:
            connection.execute("DROP TABLE IF EXISTS draft")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS draft (key TEXT PRIMARY KEY, value TEXT NOT NULL, made REAL NOT NULL)"
        )
        connection.execute(f"PRAGMA user_version = {_VERSION}")
    except BaseException:
        connection.close()
        raise
    return connection


def _read_only(path: Path) -> sqlite3.Connection:
    """A locked or read-only file: what is in it can perhaps be read."""
    as_it_lies = "" if Path(f"{path}-wal").exists() else "&immutable=1"  # else a folder must be writable to read in it
    for more in ("", as_it_lies):
        with suppress(sqlite3.Error, OSError, ValueError):
            return _connect(f"{path.absolute().as_uri()}?mode=ro{more}", uri=True)
    return _connect(":memory:")


def _set_aside(path: Path) -> None:
    with suppress(OSError):
        path.replace(path.with_name(path.name + ".broken"))
    for suffix in _BESIDE:
        remove_inside(path.parent.parent, path.with_name(path.name + suffix))
