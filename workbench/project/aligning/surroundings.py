"""What is known where two documents are aligned: a project's package, glossary, memories and settings, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.memory.aligning import Judge, Known
from workbench.memory.aligning.known import Term
from workbench.problem import Problem, WorkbenchError
from workbench.project.aligning.documents import place_of
from workbench.project.engines import Engines
from workbench.project.folder.layout import MARKS, Layout, find_layout, is_project
from workbench.project.settings.settings import own_settings
from workbench.text import Inline, Span

if TYPE_CHECKING:
    from workbench.project.project import Project

_OF_A_PERCENT = 0.1
"""What each percent that is taken off a pair of a memory takes off its score (see `Judge`)."""


class Surroundings:
    """A project, opened to be looked at, whose package, glossary, memories and settings are heeded; or none."""

    def __init__(self, layout: Layout | None = None) -> None:
        self.problems: list[Problem] = []
        """What cannot be heeded, and why."""
        self._project = self._opened(layout) if layout else None

    @classmethod
    def of(cls, german: Path, here: Path) -> Surroundings:
        """Those of the project that the German is an article of, else of the one that the path `here` lies in."""
        place = place_of(german)
        if place is not None and is_worked_in(place[0]):
            return cls(place[0])
        with suppress(WorkbenchError):
            layout = find_layout(here)[0]
            if is_project(layout.root):
                return cls(layout)
        return cls()

    def _opened(self, layout: Layout) -> Project | None:
        from workbench.project.project import Project

        try:
            project = Project.open(layout.root, read_only=True)
        except WorkbenchError as error:
            self.problems.append(error.problem)
            return None
        self.problems += (*project.settings_problems, *project.termbase.problems)
        return project

    @property
    def theme(self) -> str:
        """The theme that the screen is to have; empty where nothing says so."""
        return self._project.settings.theme if self._project else ""

    @property
    def keys(self) -> Mapping[str, str]:
        """The setting `keys`, which is the user's own: it is heeded where there is no project, too."""
        return (self._project.settings if self._project else own_settings()).keys

    @property
    def spelling(self) -> str:
        """How the English is spelt here: `british`, `oxford`, `american`; empty where nothing says so."""
        return self._project.settings.style.spelling if self._project else ""

    def judge(self) -> Judge | None:
        """The scores of the package in use here; None, and one of `problems` more, where it cannot be used."""
        try:
            return self._engines.drafter.likely
        except WorkbenchError as error:
            if self._project is not None:
                self.problems.append(error.problem)
            return None

    @property
    def _engines(self) -> Engines:
        return self._project.engines if self._project else Engines(str)

    def known(self) -> Known:
        """What the glossary and the memories here know of German sentences."""
        project = self._project
        if project is None:
            return Known()
        glossary, memories = project.termbase.glossary, project.memories

        def terms(german: str) -> list[Term]:
            return [(Span(hit.start, hit.end), tuple(hit.entry.accepted)) for hit in glossary.find(german)]

        def english(german: str) -> dict[str, float]:
            same = memories.same(Inline(german))
            return {match.pair.target.text: _OF_A_PERCENT * min(0, match.percent - 100) for match in same}

        return Known(terms, english)

    def told(self) -> tuple[Problem, ...]:
        """All that could not be heeded by now, memories among it."""
        memories = self._project.memories.problems if self._project else ()
        return (*self.problems, *memories)

    def close(self) -> None:
        """Nothing is asked any more."""
        if self._project is not None:
            self._project.close()


def is_worked_in(layout: Layout) -> bool:
    """Whether a folder is a project, and no folder that somebody happens to have a text in."""
    return layout.sources != layout.root or any((layout.root / mark).exists() for mark in MARKS)
