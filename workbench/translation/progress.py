"""How far a document is, counted from its record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from workbench.translation.record import State
from workbench.translation.yaml_file import read_record


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a document is. `total` and the words (of German) leave skipped paragraphs out."""

    new: int = 0
    draft: int = 0
    translated: int = 0
    reviewed: int = 0
    skipped: int = 0
    words: int = 0

    @property
    def total(self) -> int:
        """The paragraphs there are to review, those that are reviewed included."""
        return self.new + self.draft + self.translated + self.reviewed


    def moved(self, before: State, after: State, words: int) -> Progress:
        """With a paragraph of so many words of German in another state."""
        if before is after:
            return self
        counts = {before.value: getattr(self, before) - 1, after.value: getattr(self, after) + 1}
        out, back = before is State.SKIPPED, after is State.SKIPPED
        return replace(self, words=self.words + words * (out - back), **counts)


def count(paragraphs: Iterable[tuple[State, int]]) -> Progress:
    """The progress of paragraphs that are given as (state, words of German)."""
    states = dict.fromkeys(State, 0)
    words = 0
    for state, length in paragraphs:
        states[state] += 1
        words += length if state is not State.SKIPPED else 0
    return Progress(words=words, **{state.value: n for state, n in states.items()})


def read_summary(record: Path) -> Progress | None:
    """The progress of a record, as it was last saved; None where there is none.

    Raises WorkbenchError when the record cannot be read.
    """
    try:
        found = record.stat()
    except OSError:
        return None
    return _progress(record, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=500)
def _progress(path: Path, modified: int, size: int) -> Progress:
    """Read once for each state of the file on disk: a long list of documents is quick to show again."""
    return count((p.state, len(p.german.split())) for p in read_record(path).paragraphs)
