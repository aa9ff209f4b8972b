"""The project's termbase: glossary.yaml in force, its hits in a paragraph, and changing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from workbench.files import stamp
from workbench.glossary import Entry, Glossary, TermHit, add_entry, judge, read_glossary, remove_entry, replace_entry
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
    Threads may ask for hits, read the file again and change it; a big file takes a second or two.
    """

    def __init__(self, path: Path, must_be_writable: Callable[[], None]) -> None:
        self.path = path
        self.glossary = Glossary(())
        self.problems: tuple[Problem, ...] = ()
        self._must_be_writable = must_be_writable
        self._seen: tuple[int, int] | None = (-1, -1)
        self._reading = Lock()
        self._hits = lru_cache(maxsize=50_000)(Glossary.find)
        self.reload()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries in force, in the file's order."""
        return self.glossary.entries

    def reload(self) -> bool:
        """Read the file again if it changed on disk; True if it had. Not while another thread is reading it."""
        if not self._reading.acquire(blocking=False):
            return False
        try:
            return self._read()
        finally:
            self._reading.release()

    def _read(self) -> bool:
        seen = stamp(self.path)
        if seen == self._seen:
            return False
        file = read_glossary(self.path)
        self.glossary, self.problems = file.glossary, file.problems
        self._seen = seen
        self._hits.cache_clear()
        return True

    def _take_up(self) -> None:
        """Put in force what was written here."""
        with self._reading:
            self._read()

    def add(self, entry: Entry) -> None:
        """Write a new entry into the file and put it in force.

        Raises WorkbenchError, with the file unchanged, when the entry contradicts another or cannot be written.
        """
        self._must_be_writable()
        add_entry(self.path, entry)
        self._take_up()

    def replace(self, old: Entry, new: Entry) -> None:
        """Write an entry in the place of another, whose comments stay, and put it in force.

        Raises WorkbenchError, with the file unchanged, when `old` is no longer there as it was, or when `new`
        contradicts another entry or cannot be written.
        """
        self._must_be_writable()
        replace_entry(self.path, old, new)
        self._take_up()

    def remove(self, entry: Entry) -> None:
        """Take an entry out of the file. Raises WorkbenchError, with the file unchanged, when that cannot be done."""
        self._must_be_writable()
        remove_entry(self.path, entry)
        self._take_up()

    def hits(self, german: str) -> tuple[TermHit, ...]:
        """The glossary's hits in a German text, in text order."""
        return self._hits(self.glossary, german)

    def rows(self, record: ParagraphRecord) -> tuple[TermRow, ...]:
        """One row for each different entry hit in a paragraph: what is required, and whether the English has it."""
        ways = {(german, english): way for german, english, way in record.draft.terms} if record.draft else {}
        rows = {}
        for hit in self.hits(record.german):
            if hit.entry not in rows:
                verdict = judge(hit.entry, record.english)
                way = ways.get((hit.surface, hit.entry.en)) or ways.get((hit.surface, hit.entry.first), "")
                rows[hit.entry] = TermRow(hit, verdict.met, verdict.forbidden, way)
        return tuple(rows.values())
