"""The findings of the document on the desk, kept up to date with each change."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice

from workbench.checks import Finding, WholeDocument, by_gravity, check_paragraph
from workbench.glossary import Entry, Glossary
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.text.words import Vocabulary
from workbench.translation import ParagraphRecord

ASKS_FIRST = frozenset({"term-missing", "term-forbidden", "term-capitals", "first-mention"})
"""The checks whose errors are shown for a decision before a paragraph is accepted."""

STEP = 20
"""Paragraphs that are looked at in one go."""


class Findings:
    """What the checks say of each paragraph, alone and in the whole, with one glossary, house style and vocabulary.

    A long document is looked at bit by bit (`look_on`), and so are paragraphs that change by hundreds (`look_later`):
    the screen does not wait for it. Whoever asks for what depends on it has it looked at first.
    """

    def __init__(
        self,
        paragraphs: Sequence[ParagraphRecord],
        glossary: Glossary,
        house: HouseStyle = NO_STYLE,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self.glossary, self.house, self.vocabulary = glossary, house, vocabulary
        self._paragraphs = list(paragraphs)
        self._whole = WholeDocument((), glossary, house, vocabulary)
        self._looked_at = 0
        self._later: dict[int, None] = {}
        self._of_paragraph = lru_cache(maxsize=1_000)(check_paragraph)

    @property
    def looked_at(self) -> int:
        """How many paragraphs have been looked at, from the first on."""
        return self._looked_at

    @property
    def seen_through(self) -> bool:
        """Whether the whole document has been looked at once."""
        return self._looked_at >= len(self._paragraphs)

    @property
    def complete(self) -> bool:
        """Whether nothing is to be looked at any more."""
        return self.seen_through and not self._later

    def look_on(self, seconds: float) -> frozenset[int]:
        """Look at some of the document, for so many seconds; whose findings are others by it."""
        changed: set[int] = set()
        end = time.monotonic() + seconds
        while not self.complete:
            changed |= self._look_until(self._looked_at + STEP) if not self.seen_through else self._look_at_later()
            if time.monotonic() >= end:
                break
        return frozenset(changed)

    def _look_until(self, end: int) -> frozenset[int]:
        """Look at the paragraphs before this one, if they have not been yet; whose findings are others by it."""
        new = range(self._looked_at, min(end, len(self._paragraphs)))
        self._looked_at = max(self._looked_at, new.stop)
        return self._look_at([*(index for index in self._later if index < end), *new])

    def _look_at_later(self) -> frozenset[int]:
        return self._look_at(list(islice(self._later, STEP)))

    def _look_at(self, indexes: Sequence[int]) -> frozenset[int]:
        for index in indexes:
            self._later.pop(index, None)
        return self._whole.update({index: self._paragraphs[index] for index in indexes}) if indexes else frozenset()

    def of(self, index: int) -> tuple[Finding, ...]:
        """What the checks say of one paragraph (from 0), the gravest first."""
        self._look_until(len(self._paragraphs))
        return self.so_far(index)

    def so_far(self, index: int) -> tuple[Finding, ...]:
        """What is known by now: what shows only in the whole document may be wanting until that is complete."""
        own = self._of_paragraph(index, self._paragraphs[index], self.glossary, self.house)
        whole = () if index in self._later else self._whole.of(index)
        return by_gravity((*own, *whole)) if whole else own

    def update(self, changed: Mapping[int, ParagraphRecord]) -> frozenset[int]:
        """Take up changed paragraphs; those whose findings may be others now, these among them."""
        self.look_later(changed)
        return self._look_at([index for index in changed if index < self._looked_at]) | changed.keys()

    def look_later(self, changed: Mapping[int, ParagraphRecord]) -> None:
        """Take up changed paragraphs that nobody is looking at; `look_on` tells whose findings are others by it."""
        for index, record in changed.items():
            self._paragraphs[index] = record
            if index < self._looked_at:
                self._later[index] = None

    def know(self, vocabulary: Vocabulary | None) -> frozenset[int]:
        """Go by another vocabulary; whose findings are others by it, as far as a few words make the difference.

        Where all of them may be, the document is to be looked at again (see `look_on`).
        """
        before, self.vocabulary = self.vocabulary, vocabulary
        words = vocabulary.beside(before) if vocabulary else None
        changed = self._whole.know(vocabulary, words or ())
        if words is None:
            self._later.update(dict.fromkeys(range(self._looked_at)))
        return changed

    @property
    def first_mentions(self) -> Mapping[Entry, int]:
        """For each entry with a `first` form the paragraph that names it first, of those that have been looked at."""
        return self._whole.first_mentions

    def is_first_mention(self, entry: Entry, index: int) -> bool:
        """Whether the document names an entry with a `first` form for the first time in this paragraph."""
        self._look_until(index + 1)
        return self._whole.first_mentions.get(entry) == index

    def first_in_english(self, index: int) -> int | None:
        """Where in a paragraph's English (characters) the first open finding known by now stands; None without one."""
        open_ones = (f.english for f in self.so_far(index) if not f.overridden and f.severity != "info")
        return next((place.start for place in open_ones if place is not None), None)

    def broken_rules(self, index: int) -> tuple[Finding, ...]:
        """The glossary rules a paragraph breaks: a reviewer decides on these before it is accepted."""
        self._look_until(index + 1)  # which names come first here, only what stands before it can tell
        return tuple(f for f in self.so_far(index) if f.check in ASKS_FIRST and f.severity == "error")
