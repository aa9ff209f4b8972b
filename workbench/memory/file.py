"""The SQLite file of a memory: opening it, its version, its connections, and what is wrong with it.

Anybody may read while one writes (SQLite's write-ahead log). A commit waits for no disk: after a power cut the last
ones may be gone, the file is whole. What SQLite says of a file is told as a WorkbenchError that names it.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from workbench.files import told_as_problem
from workbench.invocation import run_again
from workbench.memory.schema import APPLICATION, SCHEMA, STEPS, VERSION
from workbench.problem import Problem, WorkbenchError

_CACHE_KB = 16_000
_FILES = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps beside a file, by what it puts behind its name."""
_IN_RAM = Path("the memory in RAM")


class MemoryFile:
    """The SQLite file of a memory. Threads share it: each that reads has a connection; those that write wait."""

    def __init__(
        self, path: Path | None, *, read_only: bool = False, salvage: bool = False, patience: float = 2.0
    ) -> None:
        """Opens the file, or makes it; None: in RAM. `patience`: seconds to wait for another program that writes.

        `read_only`, or where it may not be written, it is only read: `writable` says so. `salvage`: so is one that ends
        before it should. Raises WorkbenchError where it is no file of ours, damaged, of a newer version, locked for
        longer, or cannot be read or made.
        """
        self.path, self.patience = path, patience
        self._salvage = salvage
        self.writable = not read_only and not salvage
        self.damaged: WorkbenchError | None = None
        self._write_lock = threading.RLock()
        self._pool_lock = threading.Lock()
        self._pool: list[sqlite3.Connection] = []
        self._closed = False
        self._immutable = False
        if path is not None:
            self._look(path)
        with self._told():
            self._writer = self._first_connection()
            try:
                self._check()
            except BaseException:
                self._writer.close()
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to ask with, this thread's own meanwhile. Raises WorkbenchError for what SQLite says."""
        if self.path is None:
            with self._write_lock, self._told():
                yield self._writer
            return
        with self._pool_lock:
            if self._closed:
                raise self._problem("is closed", "open it again")
            connection = self._pool.pop() if self._pool else None
        with self._told():
            connection = connection or self._connect()
            try:
                yield connection
            finally:
                with self._pool_lock:
                    keep = not self._closed
                    if keep:
                        self._pool.append(connection)
                if not keep:
                    connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing. Raises WorkbenchError: disk full, locked, read-only, damaged."""
        with self._write_lock, self._told():
            if not self.writable:
                raise self.damaged or self._problem("is read-only", "give it the right to be written, or copy it")
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite has rolled back by itself when the disk was full
                    self._writer.execute("ROLLBACK")
                raise

    def tidy(self) -> None:
        """Put what was written lately into the file itself: its log begins anew. Waits for nobody."""
        if self.writable and self.path is not None:
            with self._write_lock, suppress(sqlite3.Error):
                self._writer.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Close all connections; those in use close when they are given back."""
        with self._pool_lock:
            self._closed = True
            pool, self._pool = self._pool, []
        for connection in pool:
            connection.close()
        with self._write_lock:
            self._writer.close()

    def _look(self, path: Path) -> None:
        """What lies there. Raises WorkbenchError for what may not be opened, and makes the folder of a new file."""
        with told_as_problem(path, "cannot be read"):
            try:
                mode = os.lstat(path).st_mode
            except FileNotFoundError:
                if not self.writable:
                    raise
                with told_as_problem(path):
                    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
                return
        if stat.S_ISLNK(mode):
            raise self._problem("is a symbolic link", "a memory has to be a file of its own: move the link away")
        if not stat.S_ISREG(mode):
            raise self._problem("is no file", "move it away")
        if not os.access(path, os.R_OK):
            raise self._problem("no permission to read it", "check the file's permissions")
        if self.writable and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            self.writable = False

    def _first_connection(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.OperationalError as error:
            # A log cannot be made in a folder that may not be written: then nobody writes it, and it needs none.
            if self.writable or _code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise
            self._immutable = True
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        if self.path is None:
            connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        else:
            mode = "rw" if self.writable else "ro&immutable=1" if self._immutable else "ro"
            address = f"{self.path.absolute().as_uri()}?mode={mode}"
            connection = sqlite3.connect(
                address, timeout=self.patience, isolation_level=None, check_same_thread=False, uri=True
            )
        try:
            if self._salvage:  # else SQLite reads nothing of a file that is shorter than its beginning says
                connection.execute("PRAGMA writable_schema = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")  # reads the file, and so its log
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
        return connection

    def _check(self) -> None:
        """Whether it is ours and of this version; a new one gets its tables, an older one is brought up to date."""
        application, version, tables = self._numbers()
        if application == 0 and tables == 0:
            self._make()
        elif application != APPLICATION:
            raise self._problem("is another program's", "move it away, or name another memory")
        elif version > VERSION:
            raise self._problem("is of a newer version of the workbench", "update the workbench, or move it away")
        elif version < VERSION:
            self._bring_up(version)
        if self.writable:
            self._try_to_write()

    def _numbers(self) -> tuple[int, int, int]:
        one = self._writer.execute
        application, version = (one(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        return application, version, one("SELECT count(*) FROM sqlite_master").fetchone()[0]

    def _make(self) -> None:
        if not self.writable:
            raise self._problem("is empty", "import something into it first")
        self._writer.execute("PRAGMA page_size = 8192")
        with suppress(sqlite3.OperationalError):  # another program makes it at this moment
            self._writer.execute("PRAGMA journal_mode = WAL")
        with self.writing() as connection:
            for statement in SCHEMA:
                connection.execute(statement)

    def _bring_up(self, version: int) -> None:
        with self.writing() as connection:
            for step in range(version, VERSION):
                for statement in STEPS[step]:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")

    def _try_to_write(self) -> None:
        try:
            self._writer.execute("BEGIN IMMEDIATE")
            self._writer.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if _code(error) == sqlite3.SQLITE_READONLY:
                self.writable = False
            elif _code(error) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite says of the file, as a WorkbenchError."""
        try:
            yield
        except sqlite3.ProgrammingError as error:
            if not self._closed:
                raise
            raise self._problem("is closed", "open it again") from error
        except sqlite3.DatabaseError as error:
            told = self._as_problem(error)
            if _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                self.damaged, self.writable = told, False
            raise told from error

    def _as_problem(self, error: sqlite3.Error) -> WorkbenchError:
        code, said = _code(error), str(error)
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return self._problem("is being written by another program", "try again when that is done")
        if code == sqlite3.SQLITE_FULL:
            return self._problem("cannot be written: the disk is full", "make room on the disk")
        if code == sqlite3.SQLITE_READONLY:
            return self._problem("is read-only", "give it the right to be written, or copy it")
        if code == sqlite3.SQLITE_NOTADB:
            return self._problem("is no translation memory, or its beginning is damaged", "move it away")
        if code == sqlite3.SQLITE_CORRUPT:
            return self._problem(f"is damaged: {said}", f"save what can be read: {_salvaging()}")
        return self._problem(f"cannot be used: {said}", "look at the disk and the permissions, or move it away")

    def _problem(self, what: str, mend: str) -> WorkbenchError:
        return WorkbenchError(Problem(self.path or _IN_RAM, what, mend))


def set_aside(path: Path) -> Path:
    """Move a memory, and what SQLite keeps beside it, to `NAME.broken-1`; one that lies there already is lost.

    Its new name. Close it before. Raises WorkbenchError where that cannot be done.
    """
    aside = path.with_name(f"{path.name}.broken-1")
    with told_as_problem(path, "cannot be moved"):
        for behind in _FILES:
            old, new = (place.with_name(place.name + behind) for place in (path, aside))
            new.unlink(missing_ok=True)
            if os.path.lexists(old):
                old.replace(new)
    return aside


@cache
def _salvaging() -> str:
    return run_again("memory export NAME FILE --salvage")


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code of an error."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
