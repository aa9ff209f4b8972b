"""What shows only in a document as a whole, kept up to date paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.checks.finding import Finding
from workbench.checks.mentions import where_first
from workbench.checks.table import check_whole
from workbench.glossary import Entry, Glossary
from workbench.translation import ParagraphRecord, TranslationRecord


class WholeDocument:
    """The findings of the checks over a whole document."""

    def __init__(self, paragraphs: Sequence[ParagraphRecord], glossary: Glossary) -> None:
        self._paragraphs = list(paragraphs)
        self._glossary = glossary
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self.first_mentions: Mapping[Entry, int] = {}
        self.update({})

    def of(self, index: int) -> tuple[Finding, ...]:
        """What is told at one paragraph (from 0)."""
        return self._findings.get(index, ())

    def update(self, changed: Mapping[int, ParagraphRecord]) -> frozenset[int]:
        """Take up changed paragraphs; those whose findings are others now."""
        for index, record in changed.items():
            self._paragraphs[index] = record
        before = self._findings
        self._findings = check_whole(TranslationRecord("", tuple(self._paragraphs)), self._glossary)
        self.first_mentions = where_first(self._paragraphs, self._glossary)
        either = before.keys() | self._findings.keys()
        return frozenset(i for i in either if before.get(i, ()) != self._findings.get(i, ()))
