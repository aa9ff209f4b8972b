"""What the checks say of the document on the desk: found when it is asked for, with what is in force then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from workbench.project.project import Project
from workbench.project.standing import Standing, standing_of
from workbench.translation import ParagraphRecord

if TYPE_CHECKING:  # these are loaded when they are first used: the screen does not wait for them
    from workbench.checks import Finding
    from workbench.project.findings import Findings


class Desk(Protocol):
    """The document on the desk (the session)."""

    @property
    def project(self) -> Project:
        """Its project."""

    @property
    def paragraphs(self) -> Sequence[ParagraphRecord]:
        """Its paragraphs as they are now."""


class DeskFindings:
    """The findings of the document on the desk. `begun`: whether they are looked for; before it is only shown."""

    def __init__(self, desk: Desk, begun: Callable[[], bool]) -> None:
        self._desk, self._begun = desk, begun
        self._findings: Findings | None = None

    def forget(self) -> None:
        """The paragraphs are others: nothing that was found in them counts."""
        self._findings = None

    @property
    def now(self) -> Findings:
        """All of them, with the glossary and the house style in force."""
        from workbench.project.findings import Findings

        project = self._desk.project
        glossary, house = project.termbase.glossary, project.settings.style
        if self._findings is None or self._findings.glossary is not glossary or self._findings.house != house:
            self._findings = Findings(self._desk.paragraphs, glossary, house, project.words.vocabulary)
        return self._findings

    @property
    def are_told(self) -> bool:
        """Whether what is known of them by now is shown."""
        return self._begun() and self._desk.project.termbase.ready

    def so_far(self, index: int) -> tuple[Finding, ...]:
        """Those of a paragraph (from 0) that are known by now, without waiting."""
        return self.now.so_far(index) if self.are_told else ()

    def standing(self, index: int) -> Standing:
        """How it stands with a paragraph, as far as is known by now."""
        limits = self._desk.project.settings.style.limits
        return standing_of(self._desk.paragraphs[index], self.so_far(index), limits)

    def first_problem(self, index: int) -> int | None:
        """Where in the English of a paragraph (characters) the first open finding stands, as far as is known by now."""
        return self.now.first_in_english(index) if self.are_told else None
