"""The findings of the document on the desk, kept up to date with each change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from workbench.checks import Finding, WholeDocument, by_gravity, check_paragraph
from workbench.glossary import Entry, Glossary
from workbench.translation import ParagraphRecord

ASKS_FIRST = frozenset({"term-missing", "term-forbidden", "first-mention"})
"""The checks whose errors are shown for a decision before a paragraph is accepted."""


class Findings:
    """What the checks say of each paragraph, alone and in the whole document, with one glossary."""

    def __init__(self, paragraphs: Sequence[ParagraphRecord], glossary: Glossary) -> None:
        self.glossary = glossary
        self._paragraphs = list(paragraphs)
        self._whole = WholeDocument(paragraphs, glossary)
        self._of_paragraph = lru_cache(maxsize=20_000)(check_paragraph)

    def of(self, index: int) -> tuple[Finding, ...]:
        """What the checks say of one paragraph (from 0), the gravest first."""
        own = self._of_paragraph(index, self._paragraphs[index], self.glossary)
        whole = self._whole.of(index)
        return by_gravity((*own, *whole)) if whole else own

    def update(self, changed: Mapping[int, ParagraphRecord]) -> frozenset[int]:
        """Take up changed paragraphs; those whose findings may be others now, these among them."""
        for index, record in changed.items():
            self._paragraphs[index] = record
        return self._whole.update(changed) | changed.keys()

    @property
    def first_mentions(self) -> Mapping[Entry, int]:
        """For each entry with a `first` form the paragraph that names it first."""
        return self._whole.first_mentions

    def broken_rules(self, index: int) -> tuple[Finding, ...]:
        """The glossary rules a paragraph breaks: a reviewer decides on these before it is accepted."""
        return tuple(f for f in self.of(index) if f.check in ASKS_FIRST and f.severity == "error")
