"""Earlier states of a record: up to ten, the nearer in time the denser, for when work was spoilt or lost."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workbench.files import make_folder_inside, read_regular, remove_inside, write_inside
from workbench.problem import Problem, WorkbenchError
from workbench.translation.kept_file import LARGEST, inside

MOST = 10
"""Generations that are kept of one record."""

EVERY = 600.0
"""Seconds of work after which the next generation is kept; the first one is kept at a session's first change."""

SECOND = timedelta(seconds=1)
_NAME = "%Y-%m-%dT%H-%M-%SZ.yaml"


@dataclass(frozen=True, slots=True)
class Generation:
    """One earlier state of a record, and when the record was saved like this (local time)."""

    path: Path
    saved: datetime


class Generations:
    """The earlier states of one record, in `.workbench/generations/NAME/`: this machine's own, not in git."""

    def __init__(self, private: Path, source: str) -> None:
        """`private`: the project's `.workbench`; `source`: the source file's name from `sources/` on."""
        self._private = private
        self.root = private.parent
        self.folder = private / "generations" / inside(source)
        self._next = 0.0

    def before_replacing(self, record: Path) -> None:
        """Keep the record that is about to be replaced, if none was kept in the last ten minutes.

        Costs nothing in between, and a hard link then. Never raises: work is saved also where this cannot be kept.
        """
        now = time.monotonic()
        if now >= self._next:
            self._next = now + EVERY
            with suppress(OSError, WorkbenchError):
                self._keep(record)

    def keep(self, record: Path) -> None:
        """Keep the record as it is now, whenever the last one was kept; nothing happens where there is none.

        Raises WorkbenchError when that cannot be done.
        """
        try:
            self._keep(record)
        except OSError as error:
            what = f"an earlier state cannot be kept there ({error.strerror or error})"
            raise WorkbenchError(Problem(self.folder, what, "look at the folder, or move it away")) from error

    def listed(self) -> tuple[Generation, ...]:
        """What is kept, the newest first: in the order in which they were kept, whatever the clock said."""
        return tuple(
            Generation(path, datetime.fromtimestamp(path.lstat().st_mtime).astimezone())
            for _, path in reversed(self._found())
        )

    def move_to(self, source: str) -> Generations:
        """The same for a source that has got another name: what is kept here is kept there from now on.

        Never raises: what cannot be moved stays where it is.
        """
        there = Generations(self._private, source)
        with suppress(OSError, WorkbenchError):
            make_folder_inside(self.root, self.folder)
            make_folder_inside(self.root, there.folder)
            for at, path in self._found():
                path.replace(there._free(at))
            self.folder.rmdir()
        return there

    def _keep(self, record: Path) -> None:
        try:
            found = record.lstat()
        except FileNotFoundError:
            return
        if not stat.S_ISREG(found.st_mode):
            return
        make_folder_inside(self.root, self.folder)
        there = self._found()
        if there and _same(there[-1][1], record):
            return
        copy = self._free(max(datetime.now(UTC), there[-1][0] + SECOND) if there else datetime.now(UTC))
        try:
            os.link(record, copy)
        except OSError:  # another disk, or a file system without hard links
            write_inside(self.root, copy, read_regular(record, LARGEST) or b"", durable=False)
            os.utime(copy, ns=(found.st_atime_ns, found.st_mtime_ns))
        self._thin_out()

    def _free(self, at: datetime) -> Path:
        """A file name that says when; a second or more later where that one is there already."""
        while os.path.lexists(path := self.folder / at.strftime(_NAME)):
            at += SECOND
        return path

    def _thin_out(self) -> None:
        found = self._found()[::-1]
        stay = thinned([(found[0][0] - at).total_seconds() for at, _ in found])
        for number, (_, path) in enumerate(found):
            if number not in stay:
                remove_inside(self.root, path)

    def _found(self) -> list[tuple[datetime, Path]]:
        """(when kept, file), the oldest first. Links and what has another name are passed over."""
        found = []
        with suppress(OSError):
            for path in self.folder.iterdir():
                with suppress(ValueError):
                    at = datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
                    if stat.S_ISREG(path.lstat().st_mode):
                        found.append((at, path))
        return sorted(found)


def thinned(ages: Sequence[float], most: int = MOST) -> frozenset[int]:
    """Which of the generations of these ages (seconds, ascending) stay: their indices, at most `most`.

    The newest and the oldest stay; of the others those go that stand closest together for their age. So what stays is
    minutes apart for the last hour, hours for the last day, and weeks for the last year.
    """
    kept = list(range(len(ages)))
    while len(kept) > most:
        gaps = [
            ((ages[after] - ages[before]) / max(ages[here], 1.0), at)
            for at, (before, here, after) in enumerate(zip(kept, kept[1:], kept[2:], strict=False), start=1)
        ]
        del kept[min(gaps)[1]]
    return frozenset(kept)


def _same(one: Path, other: Path) -> bool:
    a, b = one.stat(), other.stat()
    if os.path.samestat(a, b):
        return True
    return a.st_size == b.st_size and read_regular(one, LARGEST) == read_regular(other, LARGEST)
