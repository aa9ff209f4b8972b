"""Undo and redo: one batch for one act, whatever it touched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.glossary import Entry
from workbench.translation import ParagraphRecord, Reshaped

if TYPE_CHECKING:
    from workbench.glossary.file.patch import Patch


@dataclass(frozen=True, slots=True)
class SegmentStep:
    """A paragraph (index from 0) of a document before and after."""

    document: str
    index: int
    before: ParagraphRecord
    after: ParagraphRecord


@dataclass(frozen=True, slots=True)
class EntryStep:
    """A glossary entry before and after; None where there was none, or is none any more.

    `patch`: what the change did to the file, by which it is taken back to the letter while nobody else changed it.
    """

    before: Entry | None
    after: Entry | None
    patch: Patch | None = None


@dataclass(frozen=True, slots=True)
class StructureStep:
    """Paragraphs of a document that were cut, joined or added to."""

    document: str
    change: Reshaped


@dataclass(frozen=True, slots=True)
class WordStep:
    """A word that was taken into the project's own list."""

    word: str


Step = SegmentStep | EntryStep | StructureStep | WordStep


@dataclass(frozen=True, slots=True)
class Batch:
    """One act: what it is called, and everything it changed."""

    label: str
    steps: tuple[Step, ...]

    @property
    def place(self) -> tuple[str, int] | None:
        """The one document and paragraph it touched, if it is one."""
        only = self.steps[0] if len(self.steps) == 1 else None
        return (only.document, only.index) if isinstance(only, SegmentStep) else None


class History:
    """The batches that can be undone and those that can be redone."""

    def __init__(self) -> None:
        self._done: list[Batch] = []
        self._undone: list[Batch] = []
        self._goes_on = False

    def add(self, batch: Batch, *, continuing: bool = False) -> None:
        """Add an act that was done. `continuing`: it goes on with the last one, if that is alike and in one place."""
        last = self._done[-1] if self._done and self._goes_on else None
        if continuing and last and last.label == batch.label and last.place == batch.place is not None:
            self._done.pop()
            batch = Batch(batch.label, (_joined(last.steps[0], batch.steps[0]),))
        self._done.append(batch)
        self._undone.clear()
        self._goes_on = True

    def add_to_last(self, label: str, steps: tuple[Step, ...], *, follows: bool) -> None:
        """Add an act of several steps. `follows`: it is part of the last one, which is called so from now on."""
        before = self._done.pop().steps if follows and self._done else ()
        self.add(Batch(label, (*before, *steps)))

    def forget(self, document: str) -> None:
        """A document was read anew: what was done in it before cannot be taken back any more."""
        for batches in (self._done, self._undone):
            batches[:] = [batch for batch in batches if not _touches(batch, document)]
        self._goes_on = False

    def next_undo(self) -> Batch | None:
        """What undo would take back."""
        return self._done[-1] if self._done else None

    def next_redo(self) -> Batch | None:
        """What redo would do again."""
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """What `next_undo` gave was taken back."""
        self._undone.append(self._done.pop())
        self._goes_on = False

    def redone(self) -> None:
        """What `next_redo` gave was done again."""
        self._done.append(self._undone.pop())
        self._goes_on = False


def _joined(first: Step, second: Step) -> Step:
    if isinstance(first, SegmentStep) and isinstance(second, SegmentStep):
        return replace(second, before=first.before)
    return second


def _touches(batch: Batch, document: str) -> bool:
    return any(not isinstance(step, EntryStep | WordStep) and step.document == document for step in batch.steps)
