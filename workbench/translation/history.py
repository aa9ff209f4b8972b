"""Undo and redo of one session's changes, each a paragraph before and after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench.translation.record import ParagraphRecord, State


@dataclass(frozen=True, slots=True)
class Step:
    """One change: which paragraph (from 0), what it was and became, and what the change is called."""

    index: int
    before: ParagraphRecord
    after: ParagraphRecord
    name: str


class Undone(NamedTuple):
    """What undo or redo did: the paragraph it concerned (from 0) and one line to show."""

    paragraph: int
    told: str


class History:
    """The steps that can be undone and those that can be redone."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._goes_on = False

    def add(self, step: Step, *, joined: bool = False) -> None:
        """Add a step that was done. `joined`: it goes on with the one before, if that is of the same kind."""
        last = self._done[-1] if self._done and self._goes_on else None
        if joined and last and (last.index, last.name) == (step.index, step.name):
            step = replace(step, before=last.before)
            self._done.pop()
        self._done.append(step)
        self._undone.clear()
        self._goes_on = True

    def next_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    def next_redo(self) -> Step | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """The step that `next_undo` gave was taken back."""
        self._undone.append(self._done.pop())
        self._goes_on = False

    def redone(self) -> None:
        """The step that `next_redo` gave was done again."""
        self._done.append(self._undone.pop())
        self._goes_on = False


def restored(wanted: ParagraphRecord, now: ParagraphRecord) -> ParagraphRecord:
    """The paragraph as it was in a step, but with the draft of now if one was made since."""
    if now.draft is None or now.draft == wanted.draft:
        return wanted
    if wanted.has_own_english or wanted.state is State.SKIPPED:
        return replace(wanted, draft=now.draft)
    return replace(wanted, draft=now.draft, english=now.draft.english, state=State.DRAFT)
