"""The screen of corrections: names and terms that were put right again and again; one becomes a rule by Enter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Sequence
from functools import lru_cache, partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from workbench.problem import Problem, WorkbenchError
from workbench.project import Session
from workbench.project.learning.learnt import LEAST, Learnt, learnt
from workbench.project.records import Records
from workbench.text import Span
from workbench.text.counted import counted
from workbench.tui import door
from workbench.tui.corrections.rows import CorrectionRows
from workbench.tui.widgets.key_bar import Hint, KeyBar
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.rows import RowList
from workbench.tui.widgets.status import StatusLine

FOOT = (
    Hint("Enter", "Make a rule", "choose"),
    Hint("o", "Go there", "go_there"),
    Hint("l", "How often", "least"),
    Hint("Esc", "Back", "back"),
)
JOB = "corrections list"
_ALIGNED = 4_096
Place = tuple[str, int]


class CorrectionsScreen(Screen[Place]):
    """What was put right so often in all documents. The answer is a place to go to, or None.

    `decide` asks what one becomes, does it, and says what was done; empty where nothing was.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "go_there", "Go there"),
        Binding("l", "least", "How often"),
        Binding("escape,q", "back", "Back"),
    ]

    def __init__(self, session: Session, decide: Callable[[Learnt], Awaitable[str]]) -> None:
        super().__init__()
        self._session, self._decide = session, decide
        self._masthead, self.status = Masthead(), StatusLine()
        self._rows = CorrectionRows()
        self.list = RowList(self._rows, id="corrections")
        self._least = LEAST
        self._align = lru_cache(_ALIGNED)(self._aligned)
        self.prepared = False
        self.at_once = frozenset(("escape", "q"))
        """The keys that it takes while it looks."""

    def _aligned(self, german: str, english: str) -> Sequence[tuple[Span, Span]]:
        return self._session.project.drafter.align(german, english)

    def compose(self) -> ComposeResult:
        yield self._masthead
        yield self.list
        yield self.status
        yield KeyBar(FOOT)

    def on_mount(self) -> None:
        self.set_focus(self.list)
        self.call_after_refresh(self._look)

    def on_unmount(self) -> None:
        self._session.lanes.model.drop(JOB)

    def _look(self, told: str = "") -> None:
        """List them anew; `told` is said when they are there."""
        self.prepared = False
        self._masthead.say("Corrections", (f"put right {self._least} times or more",))
        self.status.tell("Looking at what was changed in drafts …")
        opened = self._session.opened
        records = Records(self._session.project, opened.record if opened else None)
        self._session.lanes.model.submit(partial(self._steps, records, self._least, told), name=JOB, urgent=True)

    def _steps(self, records: Records, least: int, told: str) -> Generator[None]:
        """Where the model works: a changed paragraph a step."""
        project = self._session.project
        steps = learnt(records, project.layout, project.termbase.glossary, self._align, least)
        try:
            while True:
                done, of = next(steps)
                if not done % 10:
                    self._session.deliver(partial(self._tell, f"{done:,} of {of:,} changed paragraphs …"))
                yield
        except StopIteration as end:
            self._session.deliver(partial(self._take, end.value, told, tuple(records.problems)))
        except WorkbenchError as error:
            self._session.deliver(partial(self._take, (), str(error), ()))

    def _tell(self, told: str) -> None:
        if door.is_shown(self):
            self.status.tell(told)

    def _take(self, found: Sequence[Learnt], told: str, problems: Sequence[Problem]) -> None:
        if not door.is_shown(self):
            return
        self._rows.learnt = found
        self.list.show(self.list.current)
        self._masthead.say(
            "Corrections", (counted(len(found), "name or term", "names and terms"), f"{self._least} times or more")
        )
        none = f"Nothing was put right {counted(self._least, 'time')} that is in no entry."
        unread = str(problems[0].within(self._session.project.layout.root)) if problems else ""
        self.status.tell(told or unread or ("" if found else f"{none} l: how often"), bad=bool(unread and not told))
        self.prepared = True

    @property
    def current(self) -> Learnt | None:
        """The one that the user is at."""
        return self._rows.learnt[self.list.current] if self._rows.learnt else None

    @on(RowList.Chosen)
    @work
    async def _chosen(self) -> None:
        if (one := self.current) is None:
            return
        if self._session.read_only:
            self.status.tell(f"Read-only: {self._session.project.read_only_reason}", bad=True)
        elif (told := await self._decide(one)) and door.is_shown(self):
            self._look(told)

    def action_choose(self) -> None:
        self.list.action_choose()

    def action_go_there(self) -> None:
        if self.current is not None:
            self.dismiss(self.current.places[0])

    def action_least(self) -> None:
        """Three times, twice, once."""
        self._least = self._least - 1 or LEAST
        self._look()

    def action_back(self) -> None:
        self.dismiss(None)
