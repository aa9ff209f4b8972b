"""The memories that are in force: asked as one, and each that cannot be used told of once."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Literal, TypeVar

from workbench.memory import MOST_TAKEN_OFF, Found, Match, Memory, Pair, Penalty, Stretch, of_trust
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.project.memories.laid_in import LaidIn, TakenIn
from workbench.project.memories.places import named_memory, own_memory
from workbench.project.settings.settings import Settings
from workbench.text import Inline

ALL_PROJECTS = "all-projects"
"""The name of the memory over all projects, which settings may ask for (`shared`)."""
MOST_OFFERED = 5
_PATIENCE = 0.1  # seconds to wait for another program that writes: somebody is typing
_AMERICAN = frozenset({"en-us", "en-ca", "en-ph"})

T = TypeVar("T")


@dataclass(slots=True)
class _Opened:
    """A memory that is in force, and what is taken off its matches."""

    memory: Memory
    penalty: Penalty


class Memories:
    """The memories that are in force: the project's own first, then those of the settings, then that of all projects,
    then those of the files in the folder `memories/` (`laid_in`).

    They are opened at the first question; what cannot be opened is in `problems`, and the others do without it. Any
    thread may ask. `own`: what is asked in the place of the project's own file.
    """

    def __init__(
        self, layout: Layout, settings: Callable[[], Settings], *, read_only: bool, own: Memory | None = None
    ) -> None:
        self._layout, self._settings, self._read_only = layout, settings, read_only
        self._lock = RLock()
        self._own = own
        self._named: dict[str, _Opened] | None = None
        self._problems: dict[str, Problem] = {}
        self.laid_in = LaidIn(layout)
        """The memories of the files in `memories/`."""
        self.begun_anew = False
        """Whether the project's own is empty now though it was not: it is to be made anew from the records."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why memories cannot be used, each once."""
        with self._lock:
            return (*self._problems.values(), *self.laid_in.problems)

    @property
    def number(self) -> int:
        """How many are asked; 0 as long as none has been opened."""
        return (self._own is not None) + len(self._named or ()) + self.laid_in.number

    @property
    def own(self) -> Memory:
        """The project's own: in RAM alone where no file can be."""
        with self._lock:
            if self._own is None:
                self._own = self._open_own()
            return self._own

    @property
    def shared(self) -> Memory | None:
        """The memory over all projects, where the settings want it and it can be written."""
        with self._lock:
            found = self._others().get(ALL_PROJECTS)
            return found.memory if found and self._settings().shared and found.memory.writable else None

    def failed(self, memory: Memory, error: WorkbenchError) -> None:
        """A memory could not be asked, or written: it is done without, and that is told.

        In the place of the project's own comes another, in a new file where the old one is damaged, else in RAM; it is
        to be made anew then.
        """
        with self._lock:
            if memory is self._own:
                damaged = not memory.writable and not self._read_only
                self._own = self._anew(error.problem) if damaged else self._in_ram(error.problem)
                self.begun_anew = True
                memory.close()
                return
            if problem := self.laid_in.failed(memory, error):
                self._tell(f"memories/{memory.name}", problem)
            for name, opened in list((self._named or {}).items()):
                if opened.memory is memory and self._named is not None:
                    self._tell(name, error.problem)
                    del self._named[name]
                    memory.close()

    def tell_of(self, done: TakenIn) -> None:
        """Something of a file in `memories/` was left: `problems` has it."""
        if done.problem:
            self._tell(f"memories/{done.name}", done.problem)

    # Asking

    def exact(self, text: Inline, before: str | None = None, after: str | None = None) -> tuple[Match, ...]:
        """The 100 and 101 % matches with nothing taken off, best first; of two with the same English the better one."""
        found: list[Match] = []
        for opened in self._in_force():
            found += self._asked(opened.memory, _exact(opened, text, before, after), ())
        return _each_english_once(sorted(found, key=lambda match: -match.percent))

    def same(self, text: Inline) -> tuple[Match, ...]:
        """The pairs of the very same German, those among them that something is taken off."""
        found: list[Match] = []
        for opened in self._in_force():
            memory, penalty = opened.memory, opened.penalty
            for match in self._asked(memory, partial(memory.exact, text, penalty=_nothing_off), ()):
                off = min(MOST_TAKEN_OFF, penalty(match.pair)[0])
                found.append(replace(match, percent=match.percent - off, penalty=off))
        return tuple(found)

    def fuzzy(
        self, text: Inline, before: str | None = None, after: str | None = None
    ) -> Generator[None, None, tuple[Match, ...]]:
        """The five best from the setting `match` on, penalties taken off, in the order that the settings say.

        A job in steps: one for each memory.
        """
        best = _best(self.exact(text, before, after))
        for opened in self._in_force():
            yield
            least = best[-1].percent + 1 if len(best) == MOST_OFFERED else self._settings().match
            if least <= 100:  # of two that are equally good the earlier memory's stays
                best = _best((*best, *self._asked(opened.memory, _fuzzy(opened, text, least), ())))
        return self._in_order(best)

    def _in_order(self, matches: tuple[Match, ...]) -> tuple[Match, ...]:
        """The same matches, the best first, as the settings want them."""
        match self._settings().order:
            case "date":
                return tuple(sorted(matches, key=lambda match: match.pair.made, reverse=True))
            case "memory":
                names = [opened.memory.name for opened in self._in_force()]
                return tuple(sorted(matches, key=lambda match: names.index(match.memory)))
            case _:
                return matches

    def best(self, text: Inline, before: str | None = None, after: str | None = None) -> Match | None:
        """The best one there is from the setting `match` on, in one call: for counting by bands."""
        exact = self.exact(text, before, after)
        found = exact[0] if exact else None
        for opened in () if exact else self._in_force():
            least = found.percent + 1 if found else self._settings().match
            found = next(iter(self._asked(opened.memory, _fuzzy(opened, text, least, 1), ())), found)
        return found

    def stretches(self, text: Inline) -> Generator[None, None, tuple[Stretch, ...]]:
        """The longest runs of words that stand in a memory, for where nothing else was found."""
        found: list[Stretch] = []
        for opened in self._in_force():
            yield
            found += self._asked(opened.memory, _stretches(opened, text), ())
        found.sort(key=lambda stretch: stretch.here.start - stretch.here.end)
        kept: list[Stretch] = []
        for one in found:
            if not any(k.here.start <= one.here.start and one.here.end <= k.here.end for k in kept):
                kept.append(one)
        return tuple(kept[:MOST_OFFERED])

    def concordance(self, words: str, language: Literal["de", "en"]) -> Iterator[Found]:
        """Places in all memories that have these words, as they are found."""
        for opened in self._in_force():
            try:
                yield from opened.memory.concordance(words, language)
            except WorkbenchError as error:
                self.failed(opened.memory, error)

    def reload(self) -> None:
        """Other settings are in force: open what is new, close what is not asked any more."""
        with self._lock:
            wanted = {name for name, _ in self._wanted()}
            for name in [name for name in self._named or {} if name not in wanted]:
                assert self._named is not None
                self._named.pop(name).memory.close()
            if self._named is not None:
                kept, self._named = self._named, None
                self._others(kept)

    def close(self) -> None:
        """Nothing is asked any more."""
        with self._lock:
            for memory in filter(None, (self._own, *(opened.memory for opened in (self._named or {}).values()))):
                memory.close()
            self._own, self._named = None, None
            self.laid_in.close()

    # Opening

    def _in_force(self) -> tuple[_Opened, ...]:
        with self._lock:
            return (_Opened(self.own, of_trust), *self._others().values(), *self._of_files())

    def _of_files(self) -> Iterator[_Opened]:
        """Those of the files in `memories/`; what the settings say of one counts before what its folder says."""
        asked = self.laid_in.asked()
        said = {one.name.casefold(): one.penalty for one in self._settings().memories} if asked else {}
        for one in asked:
            off = said.get(one.file.path.name.casefold(), one.file.penalty)
            yield _Opened(one.memory, self._penalty(off, one.file.path.name, foreign=one.file.foreign))

    def _others(self, kept: dict[str, _Opened] | None = None) -> dict[str, _Opened]:
        if self._named is None:
            self._named = {}
            for name, off in self._wanted():
                memory = kept[name].memory if kept and name in kept else self._open_named(name)
                if memory is not None:
                    self._named[name] = _Opened(memory, self._penalty(off, name))
        return self._named

    def _wanted(self) -> list[tuple[str, int]]:
        settings = self._settings()
        wanted = {one.name: one.penalty for one in settings.memories}
        if settings.shared:
            wanted.setdefault(ALL_PROJECTS, 0)
        files = self.laid_in.file_names if wanted else frozenset()
        return [(name, off) for name, off in wanted.items() if name.casefold() not in files]

    def _open_named(self, name: str) -> Memory | None:
        try:
            path = named_memory(name)
            is_shared = name == ALL_PROJECTS and self._settings().shared and not self._read_only
            if not path.exists() and not is_shared:
                if name != ALL_PROJECTS:
                    mend = "import it under this name, or take it out of the settings"
                    self._tell(name, Problem(path, f"there is no memory “{name}”", mend))
                return None
            return Memory.open(path, name=name, read_only=not is_shared, patience=_PATIENCE)
        except WorkbenchError as error:
            self._tell(name, error.problem)
            return None

    def _open_own(self) -> Memory:
        path = own_memory(self._layout.root)
        if self._read_only and not path.exists():
            return Memory.open(None)
        try:
            return self._open_file(path)
        except WorkbenchError as error:
            return self._in_ram(error.problem) if self._read_only else self._anew(error.problem)

    def _open_file(self, path: Path) -> Memory:
        root = str(self._layout.root)
        return Memory.open(path, read_only=self._read_only, of_project=root, patience=_PATIENCE)

    def _anew(self, problem: Problem) -> Memory:
        """Another file in the place of the one that cannot be used."""
        from workbench.memory.file import set_aside

        path = own_memory(self._layout.root)
        if self._own is not None:
            self._own.close()
        try:
            aside = set_aside(path) if path.exists() or path.is_symlink() else None
            memory = self._open_file(path)
        except WorkbenchError:
            return self._in_ram(problem)
        if aside is not None:
            what = f"the project's memory {problem.what}"
            self._tell("", Problem(path, what, f"it is made anew from the records; what it was is {aside.name}"))
        return memory

    def _in_ram(self, problem: Problem) -> Memory:
        """No file at all: the memory is made anew, and is gone when the program ends."""
        mend = f"{problem.mend}; till the program ends the project's memory is kept without a file"
        self._tell("", Problem(problem.where, problem.what, mend))
        return Memory.open(None)

    def _tell(self, name: str, problem: Problem) -> None:
        self._problems.setdefault(name, problem)

    def _asked(self, memory: Memory, ask: Callable[[], tuple[T, ...]], nothing: tuple[T, ...]) -> tuple[T, ...]:
        try:
            return ask()
        except WorkbenchError as error:
            with suppress(WorkbenchError):
                self.failed(memory, error)
            return nothing

    def _penalty(self, off: int, name: str, *, foreign: bool = False) -> Penalty:
        spelling = self._settings().style.spelling

        def penalty(pair: Pair) -> tuple[int, str]:
            trust = of_trust(pair)
            other = (1, "other English") if _is_foreign(pair.english, spelling) else (0, "")
            others = (1, "foreign") if foreign else (0, "")
            parts = [(percent, why) for percent, why in (trust, (off, name), other, others) if percent]
            return sum(percent for percent, _ in parts), ", ".join(why for _, why in parts)

        return penalty


def _nothing_off(pair: Pair) -> tuple[int, str]:
    return 0, ""


def _is_foreign(tag: str, spelling: str) -> bool:
    """Whether English of this tag is written otherwise than the house style has it: British or American."""
    if not spelling or "-" not in tag:
        return False
    return (tag.casefold() in _AMERICAN) != (spelling == "american")


def _exact(opened: _Opened, text: Inline, before: str | None, after: str | None) -> Callable[[], tuple[Match, ...]]:
    return lambda: opened.memory.exact(text, before, after, opened.penalty)


def _fuzzy(opened: _Opened, text: Inline, least: int, most: int = MOST_OFFERED) -> Callable[[], tuple[Match, ...]]:
    return lambda: opened.memory.fuzzy(text, least, most, opened.penalty)


def _stretches(opened: _Opened, text: Inline) -> Callable[[], tuple[Stretch, ...]]:
    return lambda: opened.memory.stretches(text, MOST_OFFERED)


def _best(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The best ones, as many as are offered, each English once; of equally good ones those that come first."""
    return _each_english_once(sorted(matches, key=lambda match: -match.percent))[:MOST_OFFERED]


def _each_english_once(matches: Iterable[Match]) -> tuple[Match, ...]:
    kept: dict[str, Match] = {}
    for match in matches:
        kept.setdefault(match.pair.target.shown(), match)
    return tuple(kept.values())
