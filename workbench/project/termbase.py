"""The project's termbase: glossary.yaml in force, its hits in a paragraph, and changing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workbench.files import stamp
from workbench.glossary import Entry, Glossary, TermHit, add_entry, judge, read_glossary
from workbench.problem import Problem
from workbench.text import Span
from workbench.translation import ParagraphRecord


@dataclass(frozen=True, slots=True)
class TermRow:
    """A glossary hit of one paragraph as the screen shows it.

    `english`: where the English has it; empty where it is missing. `way`: how the draft met it, if known.
    """

    hit: TermHit
    english: tuple[Span, ...]
    forbidden: tuple[Span, ...]
    way: str


class Termbase:
    """A glossary file that people and the program keep: what is in force, and how it is changed.

    `glossary` is another object after every change, so that what was computed with it can be told from what is new.
    """

    def __init__(self, path: Path, must_be_writable: Callable[[], None]) -> None:
        self.path = path
        self.glossary = Glossary(())
        self.problems: tuple[Problem, ...] = ()
        self._must_be_writable = must_be_writable
        self._seen: tuple[int, int] | None = (-1, -1)
        self._cached_hits = lru_cache(maxsize=20_000)(self._find)
        self.reload()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries in force, in the file's order."""
        return self.glossary.entries

    def reload(self) -> bool:
        """Read the file again if it changed on disk; True if it had."""
        seen = stamp(self.path)
        if seen == self._seen:
            return False
        file = read_glossary(self.path)
        self.glossary, self.problems = file.glossary, file.problems
        self._seen = seen
        self._cached_hits.cache_clear()
        return True

    def add(self, entry: Entry) -> None:
        """Write a new entry into the file and put it in force.

        Raises WorkbenchError, with the file unchanged, when the entry contradicts another or cannot be written.
        """
        self._must_be_writable()
        add_entry(self.path, entry)
        self.reload()

    def hits(self, german: str) -> tuple[TermHit, ...]:
        """The glossary's hits in a German text, in text order."""
        return self._cached_hits(german)

    def _find(self, german: str) -> tuple[TermHit, ...]:
        return self.glossary.find(german)

    def rows(self, record: ParagraphRecord) -> tuple[TermRow, ...]:
        """One row for each different entry hit in a paragraph: what is required, and whether the English has it."""
        ways = {(german, english): way for german, english, way in record.draft.terms} if record.draft else {}
        rows = {}
        for hit in self.hits(record.german):
            if hit.entry not in rows:
                verdict = judge(hit.entry, record.english)
                way = ways.get((hit.surface, hit.entry.en), "")
                rows[hit.entry] = TermRow(hit, verdict.met, verdict.forbidden, way)
        return tuple(rows.values())
