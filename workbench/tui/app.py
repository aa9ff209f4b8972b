"""The program on the screen: one project, one desk, the command palette and the themes."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.events import Event, Key, Paste
from textual.screen import Screen

from workbench.problem import Problem, WorkbenchError
from workbench.project import Project, Session
from workbench.project.settings.settings import user_file
from workbench.text import printable_line
from workbench.tui.colours import FEW_COLOURS, has_few_colours
from workbench.tui.desk import DeskScreen
from workbench.tui.desk.workplace import Wanted
from workbench.tui.door import Delivery
from workbench.tui.keymap import key_map
from workbench.tui.keys import CELL, DESK, MOVES, OTHER_OFFERS, PANEL, spelt
from workbench.tui.keys import Key as KeyOfDesk
from workbench.tui.leaving import when_told_to_end
from workbench.tui.program import TURN, Program
from workbench.tui.sizes import BY_HEIGHT, BY_WIDTH

if TYPE_CHECKING:  # the list of documents comes when it is asked for
    from workbench.project.overview.survey import Survey

LEAVE_WITHIN = 20.0
"""Seconds after a Ctrl+Q that could not save in which a second one quits all the same; as long as that is told."""


class WorkbenchApp(Program):
    """The workbench on one project. Raises WorkbenchError when its first document cannot be opened."""

    TITLE = "Workbench"
    CSS_PATH = "workbench.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True),
        Binding("insert,ctrl+f10", "skip_step", "Skip a step", show=False, priority=True),
    ]

    def __init__(self, session: Session, *, learning: bool = False) -> None:
        """`learning`: a strip says what to do next (see `tui/learning`)."""
        super().__init__(self._tell_unseen, key_map(session.project.settings.keys, user_file()))
        self.learning = learning
        self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS = BY_WIDTH, BY_HEIGHT
        self.session = session
        self.project = session.project
        self._leaving = False
        session.deliver = self._deliver
        session.put_on_desk(self.project.first_document())
        self.set_keymap({action: keys for action, keys in self.keys.changed.items() if keys})
        self._desk = DeskScreen(session, self.keys)

    def on_mount(self) -> None:
        if self.project.settings.theme in self.available_themes:
            self.theme = self.project.settings.theme
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep_theme(theme.name))
        self.set_class(has_few_colours(self), FEW_COLOURS)
        self.push_screen(self._desk)
        if self.learning:
            self.call_after_refresh(self._show_steps)
        if self.project.settings.start == "documents" and not self.project.wanted:
            self.action_open()
        else:
            self.call_after_refresh(self._remember_opened)
        self.call_after_refresh(self.typed_ahead.seen)
        when_told_to_end(self._leave_at_once)

    def _show_steps(self) -> None:
        from workbench.tui.learning.strip import Strip

        self._desk.mount(Strip(self._desk), before=self._desk.status)

    def action_skip_step(self) -> None:
        """Go on to the next step of the tutorial, where it is under way."""
        if self.learning:
            from workbench.tui.learning.strip import Strip

            self._desk.query_one(Strip).skip()

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._desk.hands_on()
        await super().on_event(event)

    def _tell_unseen(self) -> None:
        self._desk.status.tell(
            "What came in before this screen was there was not taken. To paste an article: o, then p."
        )

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

    @cached_property
    def survey(self) -> Survey:
        """What is known of all documents."""
        from workbench.project.overview.survey import Survey

        return Survey(self.project, self.session.known_findings)

    @work
    async def action_open(self) -> None:
        """Show all documents, and put the one that is chosen on the desk in place of this one."""
        from workbench.tui.start import StartScreen

        desk = self.desk
        if desk is None:
            return
        current = self.session.document
        try:
            start = StartScreen(self.session, self.survey, self._take_pasted)
        except WorkbenchError as error:  # the last article was renamed away
            desk.status.tell_problem(error)
            return
        name = await self.push_screen_wait(start)
        if name is not None and name != current and (await self._columns_known(name)):
            self._put_on_desk(desk, name)
        else:
            self._remember_opened()

    async def _columns_known(self, name: str) -> bool:
        """Ask for the columns of a table where nothing says which is German; False where the user went back."""
        from workbench.project.tables import column_is_unknown

        return not column_is_unknown(self.project, name) or await self._ask_columns(name)

    async def _ask_columns(self, name: str) -> bool:
        from workbench.project.tables import table_of, take_columns
        from workbench.tui.dialogs.columns import ColumnsDialog

        take = partial(take_columns, self.project, name)
        return await self.push_screen_wait(ColumnsDialog(table_of(self.project, name), take)) is not None

    @work
    async def action_columns(self) -> None:
        """Choose other columns of the table on the desk; what was done in the ones before stays in its record."""
        from workbench.project.tables import is_table

        desk, name = self.desk, self.session.document
        if desk is None or not desk.put_away():
            return
        if not is_table(name):
            desk.status.tell("Columns are chosen in tables (.csv, .tsv, .xlsx).")
            return
        try:
            taken = await self._ask_columns(name)
        except WorkbenchError as error:
            desk.status.tell_problem(error)
            return
        if taken:
            with desk.status.telling():
                self.session.disk.take_up()
                desk.status.tell(f"The columns of {printable_line(name)} are remembered in project.yaml.")

    def _take_pasted(self, text: str) -> str:
        """Make a source of a text that was pasted; its name. Raises WorkbenchError, with nothing written."""
        from workbench.project.intake.importing import from_text, take_in

        if self.project.read_only:
            what = f"cannot be taken in: {self.project.read_only_reason}"
            raise WorkbenchError(Problem("this article", what, self.project.read_only_mend))
        return take_in(self.project.layout, from_text(text)).name

    @on(Wanted)
    def _wanted(self, event: Wanted) -> None:
        desk = self.desk
        if desk is None:
            return
        if event.document == self.session.document:
            desk.pairs.current = min(event.paragraph, len(desk.records) - 1)
        else:
            self._put_on_desk(desk, event.document, event.paragraph)
        if self.session.document == event.document:
            if event.words is not None and event.paragraph < len(desk.records):
                desk.place.write_at(event.paragraph, event.words)
            if event.told:
                desk.status.tell(event.told)

    def _put_on_desk(self, desk: DeskScreen, name: str, at: int | None = None) -> None:
        """Put another document in the place of this one, when everything of this one is saved."""
        if desk.put_away():
            with desk.status.telling():
                self.session.put_on_desk(name, at)
                self._remember_opened()

    def _remember_opened(self) -> None:
        """Keep when the document on the desk was opened, which the list of documents tells."""
        if not self.project.read_only:
            remember = partial(_remember_opened, self.project, self.session.document, datetime.now(UTC))
            self.session.lanes.disk.submit(remember)

    def action_command_palette(self) -> None:
        """Show all commands by name; the field says how to leave, for which a low window has no other place."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette", placeholder="A command’s name · Esc: back"))

    def action_help(self) -> None:
        """Show every key."""
        from workbench.tui.help import HelpScreen

        self.push_screen(HelpScreen(self.project.settings.style, self.keys))

    def action_leave(self) -> None:
        """Quit when everything is on the disk; asked a second time, put aside what is not, and quit."""
        desk = self.desk
        if desk is None or desk.put_away():
            self.exit()
        elif self._leaving:
            self._leave_at_once()
        else:
            self.set_timer(LEAVE_WITHIN, self._stay)
            told = "Ctrl+Q again quits, and keeps what is not saved in a file of its own."
            self.notify(told, title="Not saved", severity="warning", markup=False, timeout=LEAVE_WITHIN)
            self._leaving = True

    def _stay(self) -> None:
        """The user has gone on: the next Ctrl+Q is a first one again."""
        self._leaving = False

    def _leave_at_once(self) -> None:
        """Save what is typed, or put it aside in a file, and quit without a question."""
        try:
            if self.desk is not None:
                self.desk.take_everything()
            kept = self.session.keep()
            self.exit(message=f"workbench: what was not saved is in {kept}" if kept else None)
        except WorkbenchError as error:
            self.exit(return_code=2, message=f"workbench: {error}")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Screenshot"):
                yield command
        if isinstance(screen, DeskScreen):
            for key in self.keys.of((*DESK, *OTHER_OFFERS, *PANEL)):
                yield _command_of(key, screen.run_action)
            for key in self.keys.of(MOVES):
                yield _command_of(key, screen.pairs.run_action)
            if screen.sheet.opened is not None:
                for key in CELL:
                    yield _command_of(key, screen.sheet.cell.run_action)


def _command_of(key: KeyOfDesk, run_action: Callable[[str], Awaitable[object]]) -> SystemCommand:
    return SystemCommand(key.label, f"{key.about} ({spelt(key)})", partial(run_action, key.action))


def _remember_opened(project: Project, name: str, at: datetime) -> None:
    """In the disk's lane."""
    from workbench.project.overview.opened import remember_opened

    remember_opened(project.layout, name, at)


def run(path: Path) -> None:
    """Open the workbench on a project, a folder of articles or one article, and stay until the user quits."""
    sys.setswitchinterval(TURN)
    with Session.open(path, at_leisure=True) as session:
        WorkbenchApp(session).run()
