"""The program that has the screen for aligning alone: it needs no project."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import Any, ClassVar, TypeVar, overload

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Event, Key, Paste
from textual.screen import Screen

from workbench.project.aligning.work import Work
from workbench.tui.aligning.dialogs import LeaveDialog
from workbench.tui.aligning.screen import AlignScreen
from workbench.tui.colours import desk_colours
from workbench.tui.leaving import when_told_to_end
from workbench.tui.typed_ahead import Handled, TypedAhead

Answer = TypeVar("Answer")


class AlignApp(App[None]):
    """The screen on two documents that were aligned. Keys go through one by one, as on the desk."""

    TITLE = "Workbench"
    CSS_PATH = "../workbench.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", "Quit", show=False, priority=True)]

    def __init__(self, work: Work, theme: str = "") -> None:
        super().__init__()
        self._wanted_theme = theme
        self.lines = AlignScreen(work)
        self.typed_ahead = TypedAhead(self, super().on_event, self._tell_unseen)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, and those that are made from them so that all can be read."""
        variables = super().get_css_variables()
        return {**variables, **desk_colours(variables)}

    def on_mount(self) -> None:
        if self._wanted_theme in self.available_themes:
            self.theme = self._wanted_theme
        self.push_screen(self.lines)
        self.call_after_refresh(self.typed_ahead.seen)
        when_told_to_end(self.exit)

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self.typed_ahead.take(event)
        else:
            await super().on_event(event)

    @overload
    async def push_screen_wait(self, screen: Screen[Answer], *, mode: str | None = None) -> Answer: ...

    @overload
    async def push_screen_wait(self, screen: str, *, mode: str | None = None) -> Any: ...

    async def push_screen_wait(self, screen: Screen[Any] | str, *, mode: str | None = None) -> Any:
        """What is typed meanwhile is for this screen."""
        with self.typed_ahead.asking(screen) if isinstance(screen, Screen) else nullcontext():
            return await super().push_screen_wait(screen, mode=mode)

    @on(Handled)
    def _handled(self, event: Handled) -> None:
        event.arrived.set()

    def action_leave(self) -> None:
        """Leave; asked while it is being asked, leave all the same."""
        if isinstance(self.screen, LeaveDialog):
            self.exit()
        else:
            self.lines.action_leave()

    def _tell_unseen(self) -> None:
        self.lines.status.tell("What came in before this screen was there was not taken.")


def run(work: Work, theme: str = "") -> None:
    """Show an alignment, in this theme, and stay until the user leaves."""
    from workbench.tui.app import TURN

    sys.setswitchinterval(TURN)
    AlignApp(work, theme).run()
