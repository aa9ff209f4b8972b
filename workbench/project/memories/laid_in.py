"""The memories that are made of the files in a project's `memories/`.

What is made of a file lies in the user's folder for states, under a name that tells the file and what it was like: so
it is known without being opened whether it is of the file as it is now. Nothing is written into the project.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from threading import RLock

from workbench.memory import Memory, Pair
from workbench.memory.exchange import Report
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.project.folder.memory_files import LaidFile, laid_files
from workbench.project.memories.apart import left_of, made_apart, pairs_of
from workbench.project.memories.places import SUFFIX, file_memories, take_away, with_folder

PAUSE = 0.003
"""Seconds between two steps of taking a file in beside somebody's work: a key never waits longer for it."""
LARGE = 500_000
"""Bytes of a file from which on it is taken in by a process of its own, while somebody works."""
_FORM = "1"
"""Raised by hand where the same file would come to other pairs: all is made anew then."""
_IN_A_STEP = 25  # pairs that are read between two pauses: some 3 ms
_AT_ONCE = 4_000  # pairs that are put in by one transaction: SQLite lets other threads go on meanwhile
_SEALED_EVERY = 16_000  # pairs after which what was put in goes into the index
_OLD = 86_400.0  # seconds after which what another program began is taken to be given up
_MOST_FAILURES = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A memory that was made of a file, and the file."""

    memory: Memory
    file: LaidFile


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into the folder found: memories that are asked from now on, and that are no more, by their names.

    `waits`: whether there is something that has to be taken in first.
    """

    came: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    waits: bool = False


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file: how many pairs, or why there are none of it; `problem` may tell of what was left, too."""

    name: str
    pairs: int
    problem: Problem | None = None


def made_of_files(layout: Layout) -> dict[str, Path]:
    """What was made of the files in `memories/` as they are now, by their names."""
    files, _ = laid_files(layout)
    places = {file.name: _place(file_memories(layout.root), file) for file in files}
    return {name: place for name, place in places.items() if place.exists()}


class LaidIn:
    """The memories of the files in `memories/`: asked as long as these lie there. Any thread may call."""

    def __init__(self, layout: Layout) -> None:
        self._layout, self._folder = layout, file_memories(layout.root)
        self._lock = RLock()
        self._asked: dict[str, Asked] = {}
        self._before: dict[str, tuple[int, ...]] | None = None
        self._waiting: tuple[LaidFile, ...] = ()
        self._tried: dict[str, tuple[int, ...]] = {}
        self._failures: dict[Path, int] = {}
        self._closed = False
        self.problems: tuple[Problem, ...] = ()
        """What of the folder cannot be looked at."""

    def asked(self) -> tuple[Asked, ...]:
        """The memories there are by now; the first call looks into the folder."""
        if self._before is None:
            self.look()
        with self._lock:
            return tuple(self._asked.values())

    @property
    def file_names(self) -> frozenset[str]:
        """How the files in the folder are called, without their folders and in small letters."""
        self.asked()
        with self._lock:
            return frozenset(name.rpartition("/")[2].casefold() for name in self._before or ())

    @property
    def number(self) -> int:
        """How many there are by now."""
        return len(self._asked)

    def look(self) -> Look:
        """Look into the folder: what is gone is asked no more, what was made before is asked.

        A file that appears or changes while the program is open is taken when it is the same in two looks: it may be
        being copied.
        """
        files, problems = laid_files(self._layout)
        with self._lock:
            before, self._before = self._before, {file.name: file.stamp for file in files}
            self.problems = problems
            gone = tuple(sorted(self._asked.keys() - self._before.keys()))
            for name in gone:
                self._put_away(name)
            others = [] if self._closed else [file for file in files if not self._is_asked(file)]
            came = tuple(file.name for file in others if self._begin_asking(file))
            self._waiting = tuple(file for file in others if self._waits(file, before))
            return Look(came, gone, bool(self._waiting))

    def _is_asked(self, file: LaidFile) -> bool:
        return file.name in self._asked and self._asked[file.name].file == file

    def _waits(self, file: LaidFile, before: Mapping[str, object] | None) -> bool:
        """Whether a file is to be taken in: it is as it was `before`, and has not been tried as it is."""
        is_whole = before is None or before.get(file.name) == file.stamp
        return is_whole and not self._is_asked(file) and self._tried.get(file.name) != file.stamp

    def take_in(self, pause: float = 0.0) -> Generator[TakenIn | None, None, None]:
        """A job in steps: take in what waits, and tell what became of each file.

        `pause`: seconds to rest between short steps, for beside somebody's work.
        """
        self.asked()
        while (file := self._next()) is not None:
            before = self._tried.get(file.name)
            self._tried[file.name] = file.stamp
            try:
                yield (yield from self._taken_in(file, pause))
            except GeneratorExit:  # nobody waits for it: the next look begins anew
                self._tried[file.name] = before or ()
                raise
        self._sweep()

    def failed(self, memory: Memory, error: WorkbenchError) -> Problem | None:
        """A memory of a file cannot be asked: it is made anew. A problem where that has been tried."""
        with self._lock:
            found = next((one for one in self._asked.values() if one.memory is memory), None)
            if found is None:
                return None
            place = self._place(found.file)
            self._failures[place] = self._failures.get(place, 0) + 1
            self._put_away(found.file.name)
            if self._failures[place] < _MOST_FAILURES:
                self._tried.pop(found.file.name, None)
                return None
            return error.problem

    def close(self) -> None:
        """Nothing is asked any more."""
        with self._lock:
            self._closed, asked, self._asked = True, self._asked, {}
            self._before, self._waiting = None, ()
        for one in asked.values():
            one.memory.close()

    def _next(self) -> LaidFile | None:
        with self._lock:
            waiting = (file for file in self._waiting if self._tried.get(file.name) != file.stamp)
            return next(waiting, None)

    def _begin_asking(self, file: LaidFile) -> bool:
        """Ask what was made of a file as it is now, in the place of what was made of it before; whether there is."""
        place = self._place(file)
        if self._failures.get(place, 0) >= _MOST_FAILURES or not place.exists():
            return False
        try:
            memory = Memory.open(place, name=file.name, read_only=True)
        except WorkbenchError:
            _forget(place)
            return False
        if file.name in self._asked:
            self._put_away(file.name)
        self._asked[file.name] = Asked(memory, file)
        return True

    def _put_away(self, name: str) -> None:
        one = self._asked.pop(name)
        one.memory.close()
        _forget(self._place(one.file))

    def _place(self, file: LaidFile) -> Path:
        return _place(self._folder, file)

    def _taken_in(self, file: LaidFile, pause: float) -> Generator[None, None, TakenIn]:
        place = self._place(file)
        part = place.with_name(f".{place.stem}-{os.getpid()}{SUFFIX}")
        try:
            _forget(part)
            number, problem = yield from _made(file, with_folder(part), pause)
            with suppress(OSError):
                part.replace(place)
        except WorkbenchError as error:
            with self._lock:
                if file.name in self._asked:  # it was good before it was changed
                    self._put_away(file.name)
            return TakenIn(file.name, 0, error.problem)
        finally:
            _forget(part)
        with self._lock:
            if not self._closed:
                self._begin_asking(file)
        return TakenIn(file.name, number, problem)

    def _sweep(self) -> None:
        """Delete what was made of files that are others or gone, and what was begun and given up."""
        with self._lock:
            files, _ = laid_files(self._layout)
            kept = {self._place(file).name for file in files}
        with suppress(OSError):
            for path in self._folder.iterdir():
                begun = path.name.startswith(".")
                if begun and time.time() - path.stat().st_mtime < _OLD:
                    continue
                if path.suffix == SUFFIX and path.name not in kept:
                    _forget(path)


def _made(file: LaidFile, part: Path, pause: float) -> Generator[None, None, tuple[int, Problem | None]]:
    """A memory of a file: how many pairs it has, and what was left. Raises WorkbenchError where there are none."""
    if pause and file.size > LARGE:
        with suppress(OSError):  # where there can be no other process it is made here
            return (yield from made_apart(file.path, part, file.name, file.trust))
    report = Report(file.path)
    pairs = pairs_of(file.path, report, file.trust)
    with closing(Memory.open(part, name=file.name)) as memory:
        yield from _put_in(memory, pairs, pause)
    return report.pairs, left_of(report)


def _put_in(memory: Memory, pairs: Iterator[Pair], pause: float) -> Generator[None, None, None]:
    """Put pairs into a new memory: at once, or in short steps with pauses."""
    if not pause:
        memory.add(pairs)
        yield from memory.seal()
        return
    put = 0
    while some := (yield from _read(pairs, pause)):
        memory.add(some)
        put += len(some)
        if put >= _SEALED_EVERY:
            yield from _with_pauses(memory.seal(), pause)
            put = 0
    yield from _with_pauses(memory.seal(), pause)


def _read(pairs: Iterator[Pair], pause: float) -> Generator[None, None, list[Pair]]:
    """The next pairs, at most as many as are put in at once; a few at a time."""
    some: list[Pair] = []
    while len(some) < _AT_ONCE and (few := list(islice(pairs, _IN_A_STEP))):
        some += few
        yield
        time.sleep(pause)
    return some


def _with_pauses(steps: Iterator[None], pause: float) -> Generator[None, None, None]:
    for _ in steps:
        yield
        time.sleep(pause)


def _place(folder: Path, file: LaidFile) -> Path:
    """Where what is made of a file lies: by its name, what it is like, and what its folders say of its pairs."""
    said = "\x1f".join((_FORM, file.trust, *map(str, file.stamp)))
    return folder / f"{_hashed(file.name)}-{_hashed(said)}{SUFFIX}"


def _forget(place: Path) -> None:
    with suppress(WorkbenchError):
        take_away(place)


def _hashed(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
