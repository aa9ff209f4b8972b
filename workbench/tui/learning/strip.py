"""The strip that says the next step, and goes on when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.widgets import Static

from workbench.project import State
from workbench.project.events import Act
from workbench.tui.learning.steps import Lesson, Seen

if TYPE_CHECKING:
    from workbench.tui.desk import DeskScreen

LOOK_EVERY = 0.1
"""Seconds between looks at what comes about between the keys; it is looked after each key, too."""


class Strip(Static):
    """It presses and takes no key: whatever is pressed does at the desk what it always does."""

    def __init__(self, desk: DeskScreen) -> None:
        super().__init__(id="learning", markup=False)
        self._desk, self._session = desk, desk.session
        self._undone = 0
        self._screens: tuple[str, ...] = ()
        self._lesson = Lesson(self._seen())
        self._stop_hearing = self._session.on_act(self._hear)

    def on_mount(self) -> None:
        self.app.screen_change_signal.subscribe(self, self._screen_came)
        self.set_interval(LOOK_EVERY, self._look)
        self._desk.place.typed_ahead.when_handled = self._look
        self._show()

    def on_unmount(self) -> None:
        self._stop_hearing()
        self._desk.place.typed_ahead.when_handled = None

    def skip(self) -> None:
        """The user does not want to do this step."""
        self._lesson.skip(self._seen())
        self._show()

    def _hear(self, act: Act) -> None:
        self._undone += act.kind == "undone"

    def _screen_came(self, screen: Screen[object]) -> None:
        if screen is not self._desk:
            self._screens += (type(screen).__name__,)
        self._look()

    def _look(self) -> None:
        if self._lesson.look(self._seen()):
            self._show()

    def _show(self) -> None:
        ways = "Ctrl+Q ends" if self._lesson.ended else "Ins (Ctrl+F10) skips · Ctrl+Q ends"
        self.update(f"{self._lesson.told}  {self._lesson.sentence}\n{ways}")

    def _seen(self) -> Seen:
        session, sheet, paragraphs = self._session, self._desk.sheet, self._session.paragraphs
        entries = len(session.termbase.glossary.entries) if session.termbase.ready else 0
        return Seen(
            place=sheet.pairs.current,
            opened=sheet.opened,
            english=tuple(one.english for one in paragraphs),
            reviewed=frozenset(index for index, one in enumerate(paragraphs) if one.state is State.REVIEWED),
            troubled=frozenset(index for index in range(len(paragraphs)) if session.first_problem(index) is not None),
            entries=entries,
            undone=self._undone,
            doubts=sheet.doubts is not None and sheet.doubts.shown,
            light=session.project.settings.light,
            narrowed=sheet.narrowing is not None,
            screens=self._screens,
            over=bool(self._screens) and self.app.screen is not self._desk,
        )
