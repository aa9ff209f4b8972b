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
    """What the checks say of each paragraph, alone and in the whole document, with one glossary.

    A long document is looked at bit by bit (`look_on`): the screen does not wait for it.
    """

    def __init__(self, paragraphs: Sequence[ParagraphRecord], glossary: Glossary) -> None:
        self.glossary = glossary
        self._paragraphs = list(paragraphs)
        self._whole = WholeDocument((), glossary)
        self._looked_at = 0
        self._of_paragraph = lru_cache(maxsize=1_000)(check_paragraph)

    @property
    def complete(self) -> bool:
        """Whether the whole document has been looked at."""
        return self._looked_at >= len(self._paragraphs)

    def look_on(self) -> frozenset[int]:
        """Look at a hundredth of the document, 100 paragraphs at least; whose findings are others by it."""
        return self._look_until(self._looked_at + max(100, len(self._paragraphs) // 100))

    def _look_until(self, end: int) -> frozenset[int]:
        """Look at the paragraphs before this one, if they have not been yet; whose findings are others by it."""
        new = range(self._looked_at, min(end, len(self._paragraphs)))
        self._looked_at = max(self._looked_at, new.stop)
        return self._whole.update({index: self._paragraphs[index] for index in new}) if new else frozenset()

    def of(self, index: int) -> tuple[Finding, ...]:
        """What the checks say of one paragraph (from 0), the gravest first."""
        self._look_until(len(self._paragraphs))
        return self.so_far(index)

    def so_far(self, index: int) -> tuple[Finding, ...]:
        """What is known by now: what shows only in the whole document may be wanting until that is complete."""
        own = self._of_paragraph(index, self._paragraphs[index], self.glossary)
        whole = self._whole.of(index)
        return by_gravity((*own, *whole)) if whole else own

    def update(self, changed: Mapping[int, ParagraphRecord]) -> frozenset[int]:
        """Take up changed paragraphs; those whose findings may be others now, these among them."""
        for index, record in changed.items():
            self._paragraphs[index] = record
        known = {index: record for index, record in changed.items() if index < self._looked_at}
        return self._whole.update(known) | changed.keys()

    @property
    def first_mentions(self) -> Mapping[Entry, int]:
        """For each entry with a `first` form the paragraph that names it first."""
        self._look_until(len(self._paragraphs))
        return self._whole.first_mentions

    def first_in_english(self, index: int) -> int | None:
        """Where in a paragraph's English (characters) the first open finding stands; None if none has a place there."""
        open_ones = (f.english for f in self.of(index) if not f.overridden and f.severity != "info")
        return next((place.start for place in open_ones if place is not None), None)

    def broken_rules(self, index: int) -> tuple[Finding, ...]:
        """The glossary rules a paragraph breaks: a reviewer decides on these before it is accepted."""
        self._look_until(index + 1)  # which names come first here, only what stands before it can tell
        return tuple(f for f in self.so_far(index) if f.check in ASKS_FIRST and f.severity == "error")
