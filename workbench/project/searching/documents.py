"""The project's documents, to be looked through with what is known of them besides: findings, and who changed what."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from workbench.checks import Finding
from workbench.problem import Problem
from workbench.project.records import Records
from workbench.translation import ParagraphRecord

if TYPE_CHECKING:
    from workbench.project.team.authors import Hand


class FindingsOf(Protocol):
    """Tells the findings of a document, as `KnownFindings.steps` does."""

    def __call__(self, name: str, records: Records) -> Generator[None, None, Mapping[int, Sequence[Finding]]]: ...


class Documents:
    """The documents of `Records`, with their findings as `findings` has them."""

    def __init__(self, records: Records, findings: FindingsOf) -> None:
        self._records, self._findings = records, findings

    @property
    def names(self) -> Sequence[str]:
        """Their names."""
        return self._records.names

    @property
    def problems(self) -> Sequence[Problem]:
        """Why documents could not be read."""
        return self._records.problems

    def paragraphs(self, name: str) -> Sequence[ParagraphRecord]:
        """The paragraphs of one. Raises WorkbenchError where it cannot be read."""
        return self._records.paragraphs(name)

    def findings(self, name: str) -> Generator[None, None, Mapping[int, Sequence[Finding]]]:
        """In steps: what the checks tell of its paragraphs (from 0). Raises WorkbenchError where it cannot be read."""
        return self._findings(name, self._records)

    def hands(self, name: str) -> Mapping[int, Hand]:
        """Who changed its paragraphs last, as far as that is known. Raises WorkbenchError where it cannot be read."""
        from workbench.project.own.hands import last_hands

        records = self._records
        return last_hands(records.layout, records.file(name), records.record(name))
