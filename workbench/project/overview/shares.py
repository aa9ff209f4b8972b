"""What documents consist of, by state and match band: the figures of `workbench stats`, for the list of documents."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.project.figures.bands import Matcher
from workbench.project.figures.figures import Figures, figures
from workbench.project.figures.words import RULES
from workbench.project.folder.sources import find_sources
from workbench.project.memories.only_asked import only_asked
from workbench.project.memories.opened import Memories
from workbench.project.records import Records
from workbench.translation import TranslationRecord

if TYPE_CHECKING:
    from workbench.project.project import Project

_RULE = RULES["workbench"]


@dataclass(frozen=True, slots=True)
class Shares:
    """The figures of a document, or of all (`name` is empty), as far as they are known by now.

    `done` of `of`: how many documents were counted, then for how many it was looked for what is like what is to be done
    (`figures.looked_up` says that this is known). `unreadable`: documents that could not be read.
    """

    name: str
    figures: Figures | None = None
    done: int = 0
    of: int = 0
    unreadable: int = 0

    @property
    def complete(self) -> bool:
        """Whether nothing is to be counted any more."""
        return self.figures is not None and self.figures.looked_up


class Counting:
    """Counts what is asked for; what was counted in the same state of the documents is told at once.

    Make one for a project in its own thread; `steps` is for a lane.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._state: object = None
        self._memories: Memories | None = None
        self._known: dict[str, Shares] = {}

    def steps(self, name: str, opened: TranslationRecord | None, state: object) -> Generator[Shares | None]:
        """The figures of a document, of all where `name` is empty: a sentence a step, now and then what is known.

        First the counts, then how alike is what is still to be done. `opened`: the record of the document on the desk;
        `state`: another one when documents are others than before.
        """
        if state != self._state:
            self.close()
            self._state, self._known = state, {}
        if name in self._known:
            yield self._known[name]
            return
        sources = find_sources(self._project.layout)
        names = (name,) if name else sources.names
        shares = yield from self._counted(Shares(name), names, Records(self._project, opened, sources), None)
        if self._memories is None:
            self._memories = yield from self._only_asked()
        shares = yield from self._counted(shares, names, Records(self._project, opened, sources), self._memories)
        self._known[name] = shares
        yield shares

    def close(self) -> None:
        """Let go of the memories. In the lane, too."""
        if self._memories is not None:
            self._memories.close()
            self._memories = None

    def _only_asked(self) -> Generator[None, None, Memories]:
        """The memories in force, as `stats` asks them."""
        steps = only_asked(self._project.layout, lambda: self._project.settings)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                memories: Memories = end.value
                return memories
            yield None

    def _counted(
        self, shares: Shares, names: tuple[str, ...], records: Records, matcher: Matcher | None
    ) -> Generator[Shares | None, None, Shares]:
        steps = figures(records, names, _RULE, matcher, of_drafts=False)
        told = -1
        while True:
            try:
                done, of = next(steps)
            except StopIteration as end:
                found = Shares(shares.name, end.value, len(names), len(names), len(records.problems))
                yield found
                return found
            if done != told:
                told = done
                yield Shares(shares.name, shares.figures, done, of, len(records.problems))
            else:
                yield None
