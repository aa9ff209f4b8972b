"""The program on the screen: one project, one desk, the command palette and the themes."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from workbench.problem import WorkbenchError
from workbench.project import Session
from workbench.tui.colours import desk_colours
from workbench.tui.desk import DeskScreen
from workbench.tui.dialogs.documents import DocumentsDialog
from workbench.tui.door import Delivery
from workbench.tui.help import HelpScreen
from workbench.tui.keys import DESK


class WorkbenchApp(App[None]):
    """The workbench on one project. Raises WorkbenchError when its first document cannot be opened."""

    TITLE = "Workbench"
    CSS_PATH = "workbench.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", "Quit", show=False, priority=True)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (130, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (34, "-tall")]
        self.session = session
        self.project = session.project
        self._leaving = False
        session.deliver = self._deliver
        session.put_on_desk(self.project.first_document())
        self._desk = DeskScreen(session)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, and those that are made from them so that all can be read."""
        variables = super().get_css_variables()
        return {**variables, **desk_colours(variables)}

    def on_mount(self) -> None:
        if self.project.settings.theme in self.available_themes:
            self.theme = self.project.settings.theme
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep_theme(theme.name))
        self.push_screen(self._desk)

        self._leave_when_told()

    def _leave_when_told(self) -> None:
        """Closing the terminal's window, or a polite kill, saves first."""
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.action_leave)

    def _deliver(self, take: Callable[[], None]) -> None:
        self.post_message(Delivery(take))

    @on(Delivery)
    def _take(self, event: Delivery) -> None:
        """A lane has something for the session; what is typed goes into the document before."""
        if self.desk is not None:
            self.desk.place.take_typed()
        event.take()

    def _keep_theme(self, name: str) -> None:
        try:
            self.project.set(theme=name)
        except WorkbenchError as error:
            self.notify(str(error), severity="warning", markup=False)

    @property
    def desk(self) -> DeskScreen | None:
        """The desk, whatever dialog stands over it."""
        return next((screen for screen in self.screen_stack if isinstance(screen, DeskScreen)), None)

    @work
    async def action_open(self) -> None:
        """Ask which document, and put it on the desk in place of this one."""
        desk = self.desk
        if desk is None:
            return
        current = self.session.document
        name = await self.push_screen_wait(DocumentsDialog(self.project.documents(), current))
        if name is not None and name != current:
            self._put_on_desk(desk, name)

    @on(DeskScreen.Wanted)
    def _wanted(self, event: DeskScreen.Wanted) -> None:
        desk = self.desk
        if desk is None:
            return
        if event.document == self.session.document:
            desk.pairs.current = min(event.paragraph, len(desk.records) - 1)
        else:
            self._put_on_desk(desk, event.document, event.paragraph)

    def _put_on_desk(self, desk: DeskScreen, name: str, at: int | None = None) -> None:
        """Put another document in the place of this one, when everything of this one is saved."""
        if desk.put_away():
            with desk.status.telling():
                self.session.put_on_desk(name, at)

    def action_help(self) -> None:
        """Show every key."""
        self.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Quit when everything is on the disk; asked a second time, quit all the same."""
        if self.desk is None or self._leaving or self.desk.put_away():
            self.exit()
        self._leaving = True

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Screenshot"):
                yield command
        if isinstance(screen, DeskScreen):
            for key in DESK:
                yield SystemCommand(key.label, key.about, partial(screen.run_action, key.action))


def run(path: Path) -> None:
    """Open the workbench on a project, a folder of articles or one article, and stay until the user quits."""
    with Session.open(path) as session:
        WorkbenchApp(session).run()
