"""Telling of acts: what was done to which paragraphs, before anything follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from workbench.project.events import Act, NotWritten
from workbench.project.history import SegmentStep

Keeper = Callable[[tuple[SegmentStep, ...]], None]
Listener = Callable[[Act], None]


class Acts:
    """Tells keepers of every change, also while it is being typed, and listeners of acts; keepers come first.

    Both are told in the thread of the commands, when the change is made and before it is shown and drafts follow it.
    What one of them cannot do costs nobody's work: `failed` gets that in a line.
    """

    def __init__(self, failed: Callable[[NotWritten], None]) -> None:
        self._failed = failed
        self._keepers: list[Keeper] = []
        self._listeners: list[Listener] = []
        self._typed: dict[tuple[str, int], SegmentStep] = {}
        self._label = ""

    def keep(self, keeper: Keeper) -> Callable[[], None]:
        """Tell somebody of every change of paragraphs from now on; calling the answer ends that."""
        self._keepers.append(keeper)
        return partial(self._keepers.remove, keeper)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell somebody of every act from now on; calling the answer ends that."""
        self._listeners.append(listener)
        return partial(self._listeners.remove, listener)

    def typed(self, label: str, steps: tuple[SegmentStep, ...]) -> None:
        """Something was typed: keepers are told now, listeners when the paragraph is left."""
        self._have_kept(steps)
        for step in steps:
            first = self._typed.get((step.document, step.index), step)
            self._typed[step.document, step.index] = replace(step, before=first.before)
            self._label = label

    def left(self) -> None:
        """Typing has ended: what it made of its paragraphs is one act, if they are others by it."""
        steps = tuple(step for step in self._typed.values() if step.before != step.after)
        self._typed.clear()
        if steps:
            self._tell(Act(self._label, steps, "left"))

    def done(self, act: Act) -> None:
        """Something was done; what was typed before it comes first."""
        self.left()
        self._have_kept(act.steps)
        self._tell(act)

    def _have_kept(self, steps: tuple[SegmentStep, ...]) -> None:
        for keeper in tuple(self._keepers) if steps else ():
            self._spared(partial(keeper, steps))

    def _tell(self, act: Act) -> None:
        for listener in tuple(self._listeners):
            self._spared(partial(listener, act))

    def _spared(self, call: Callable[[], None]) -> None:
        try:
            call()
        except Exception as error:  # whatever went wrong there, the work here is done and goes on
            self._failed(NotWritten(str(error) or type(error).__name__))
