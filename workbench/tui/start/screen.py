"""The start screen: all documents with their figures; one of them is opened, or an article is pasted."""

from __future__ import annotations

from collections.abc import Callable, Generator
from concurrent.futures import Future
from functools import partial
from time import monotonic, sleep
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from workbench.project import Session
from workbench.project.overview.document import DocumentOverview, together
from workbench.project.overview.listing import ORDERS, Order, listed
from workbench.project.overview.shares import Counting, Shares
from workbench.project.overview.survey import Survey, Told
from workbench.project.tables import is_table
from workbench.text import clean, clean_line
from workbench.text.counted import counted
from workbench.tui import door
from workbench.tui.dialogs.paste import PasteDialog
from workbench.tui.keys import bindings
from workbench.tui.start.chart import Chart
from workbench.tui.start.help import StartHelp
from workbench.tui.start.keys import START
from workbench.tui.start.rows import DocumentRows, columns, percent
from workbench.tui.typed_ahead import TypedAhead
from workbench.tui.widgets.heads import Heads
from workbench.tui.widgets.key_bar import Hint, KeyBar, hints
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.rows import RowList
from workbench.tui.widgets.status import StatusLine

LOOK_EVERY = 2.0
"""Seconds between two looks at all documents; what is as it was is not read again."""
QUIET, LONGEST_WAY = 0.1, 0.6
"""Seconds after a key in which nothing is counted; and how long that may go on before a step of it is done."""
FOOT = (*((key.action, "") for key in START if key.action not in ("back", "help")), ("back", ""), ("help", ""))
_CHARTED = {"": "document", "document": "all", "all": ""}


class StartScreen(Screen[str]):
    """All documents. The answer is the name of the one to open; None to go back to the one on the desk.

    `survey` knows what was counted before; `take` makes an article of a text that was pasted. Raises WorkbenchError
    where there is no article.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(START)
    AUTO_FOCUS = ""

    def __init__(self, session: Session, survey: Survey, take: Callable[[str], str]) -> None:
        super().__init__()
        self.session, self._survey, self._take_pasted = session, survey, take
        self.prepared = False
        """Whether the documents are shown, so that keys mean what the footer says."""
        self.status, self._masthead = StatusLine(), Masthead()
        self._filter = FilterInput(placeholder="Letters of a name", id="filter", compact=True)
        self._order: Order = "name"
        self._heads: Heads[Order] = Heads(columns, self._order, self._clicked)
        self._rows = DocumentRows()
        self.list = RowList(self._rows, id="documents")
        self._chart, self._totals = Chart(), Static(id="totals", markup=False)
        self._documents: Told = survey.begin()
        self._looking: Future[None] | None = None
        self._counting = Counting(session.project)
        self._typed_ahead: TypedAhead | None = None
        self._charted = ""
        self._asked: tuple[str, int] | None = None

    def compose(self) -> ComposeResult:
        yield self._masthead
        with Vertical(id="start"):
            yield self._filter
            yield self._heads
            yield self.list
            yield self._chart
        yield self._totals
        yield self.status
        yield KeyBar(
            hints(START, FOOT), [Hint("Esc", "Show all", "back"), Hint("Enter", "to the list", "leave_filter")]
        )

    def on_mount(self) -> None:
        self._filter.display = self._chart.display = False
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        for job in ("overview", "chart"):
            self.session.lanes.look_up.drop(job)
        self.session.lanes.look_up.submit(self._counting.close)

    def _begin(self) -> None:
        self._typed_ahead = getattr(self.app, "typed_ahead", None)
        self.set_focus(self.list)
        self.status.tell(self.session.project.read_only_reason)
        self._list_anew(self.session.document)
        self.prepared = True
        self._look()
        self.set_interval(LOOK_EVERY, self._look)

    # Looking at the documents

    def _look(self) -> None:
        """Look at all documents, if the look before has ended."""
        if self._looking is None or self._looking.done():
            self._looking = self.session.lanes.look_up.submit(self._in_lane, name="overview")

    def _in_lane(self) -> Generator[None]:
        opened = self.session.opened
        for told in self._survey.look(opened.record if opened else None):
            if told is not None:
                self.session.deliver(partial(self._take, told))
            yield
            self._give_way()
        self.session.deliver(partial(self._take, self._survey.documents, done=True))

    def _give_way(self) -> None:
        """In the lane: what is counted leaves the processor to the keys as long as they come, for a while."""
        end = monotonic() + LONGEST_WAY
        while self._typed_ahead is not None and monotonic() - self._typed_ahead.last_key < QUIET < end - monotonic():
            sleep(QUIET / 4)

    def _take(self, told: Told, *, done: bool = False) -> None:
        """Show what is known now. While it is counted no line moves; when all is, they are in order again."""
        if not door.is_shown(self):
            return
        before, self._documents = self._documents, told
        if done or len(before) != len(told) or any(a.name != b.name for a, b in zip(before, told, strict=True)):
            self._list_anew(self._here)
            self._ask_for_chart()
        elif told != before:
            known, listed_before = {one.name: one for one in told}, self._rows.documents
            self._rows.documents = tuple(known[one.name] for one in listed_before)
            pairs = zip(listed_before, self._rows.documents, strict=True)
            self.list.draw_again(at for at, (one, other) in enumerate(pairs) if one != other)
            self._show_around()

    # The list

    @property
    def current(self) -> DocumentOverview | None:
        """The document the user is at."""
        return self._rows.documents[self.list.current] if len(self._rows) else None

    @property
    def _here(self) -> str:
        return self.current.name if self.current else ""

    @property
    def words(self) -> str:
        """What the list is filtered by."""
        return clean_line(self._filter.value)

    def _list_anew(self, at: str) -> None:
        """List the documents in order, filtered, with the pointer at the one of this name, if it is there."""
        shown = listed(self._documents, self.words, self._order)
        if shown != self._rows.documents or at != self._here:
            self._rows.documents = shown
            names = [one.name for one in shown]
            self.list.show(names.index(at) if at in names else self.list.current)
        self._heads.show(self._order)
        self._show_around()

    def _show_around(self) -> None:
        """The lines above and below the list."""
        shown, all_of_them = together(self._rows.documents), together(self._documents)
        counting = sum(one.findings is None and not one.problem for one in self._documents if not self._on_desk(one))
        parts = (
            clean_line(self.session.project.layout.root.name),
            f"by {self._order}" if self._order != "name" else "",
            f"counting: {counting:,} to go" if counting else "",
        )
        self._masthead.say("Documents", parts, ("READ-ONLY" if self.session.read_only else "",))
        of, having = (f" of {all_of_them.documents:,}", f" with “{self.words}”") if self.words else ("", "")
        known = shown.findings or shown.looked_at + shown.unreadable == shown.documents
        unreadable = f" ({shown.unreadable:,} ✗)" if shown.unreadable else ""
        totals = (
            f"{shown.documents:,}{of} document{'s' * (all_of_them.documents != 1)}{having}{unreadable}",
            counted(shown.words, "word"),
            f"{shown.reviewed:,} of {shown.paragraphs:,} reviewed ({percent(shown.reviewed, shown.paragraphs)})",
            f"{shown.findings:,} finding{'s' * (shown.findings != 1)}" if known else "… findings",
        )
        if (line := " · ".join(filter(None, totals))) != self._totals.content:
            self._totals.update(line, layout=False)
        self._show_current()

    def _on_desk(self, document: DocumentOverview) -> bool:
        """Whether it is the one on the desk, whose findings wait while something is drafted in it."""
        return document.counted and document.name == self.session.document

    def _show_current(self) -> None:
        if self.current is not None:
            self.status.stand(standing(self.current))
        elif self.words:
            self.status.stand("No document has these letters: Esc shows all.")
        else:
            self.status.stand("There is no article here any more: p pastes one.")

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._show_current()
        self._ask_for_chart()

    @on(RowList.Stepped)
    def _stepped(self) -> None:
        """What was told of another document is over."""
        self.status.rest()

    def _clicked(self, order: Order) -> None:
        self._order = order
        self._list_anew(self._here)

    def action_order(self) -> None:
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._list_anew(self._here)

    def action_filter(self) -> None:
        self._filter.display = True
        self.set_focus(self._filter)

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._list_anew(self._here)

    def action_leave_filter(self) -> None:
        """Back to the list; what was typed goes on filtering."""
        self.set_focus(self.list)
        self._filter.display = bool(self.words)

    # Opening, going back

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Open the document; of a table that nobody knows the columns of it is asked for them then."""
        document = self.current
        if document is not None and document.problem and not is_table(document.name):
            self.status.tell(f"✗ {document.problem}", bad=True)
            self.app.notify(f"{clean_line(document.name)}: {document.problem}", severity="error", markup=False)
        elif document is not None:
            self.dismiss(document.name)

    def action_paste(self) -> None:
        self._paste("")

    def on_paste(self, event: events.Paste) -> None:
        self._paste(event.text)

    @work(exclusive=True, group="paste")
    async def _paste(self, text: str) -> None:
        name = await self.app.push_screen_wait(PasteDialog(self._take_pasted, clean(text)))
        if name is not None:
            self.dismiss(name)

    def action_back(self) -> None:
        if self._filter.has_focus or self.words:
            at = self._here
            self._filter.value = ""
            self.action_leave_filter()
            self._list_anew(at)
        else:
            self.dismiss(None)

    def action_help(self) -> None:
        self.app.push_screen(StartHelp())

    # The chart

    def action_chart(self) -> None:
        self._charted = _CHARTED[self._charted]
        self._chart.display = bool(self._charted)
        self._asked = None
        self._ask_for_chart()

    def _ask_for_chart(self) -> None:
        """Have counted what the chart shows, if it shows something else than is asked for already."""
        name = self._here if self._charted == "document" else ""
        wanted = (name, self._survey.changes)
        if not self._charted or wanted == self._asked or (self._charted == "document" and not name):
            return
        if self._asked is None or name != self._asked[0]:
            self._chart.show(Shares(name))
        self._asked = wanted
        self.session.lanes.look_up.submit(partial(self._count, *wanted), name="chart")

    def _count(self, name: str, state: int) -> Generator[None]:
        opened = self.session.opened
        for shares in self._counting.steps(name, opened.record if opened else None, state):
            if shares is not None:
                self.session.deliver(partial(self._draw, (name, state), shares))
            yield

    def _draw(self, asked: tuple[str, int], shares: Shares) -> None:
        if door.is_shown(self) and asked == self._asked:
            self._chart.show(shares)


def standing(document: DocumentOverview) -> str:
    """How it stands with a document, in words."""
    if document.problem:
        return f"✗ {document.problem}"
    name = clean_line(document.name)
    if not document.counted:
        return f"{name} · being counted"
    states = ("reviewed", "translated", "draft", "new")
    counts = [f"{getattr(document, state):,} {state}" for state in states if getattr(document, state)]
    notes = [f"{document.notes:,} note{'s' * (document.notes > 1)}"] * bool(document.notes)
    skipped = [f"{document.skipped:,} left out"] * bool(document.skipped)
    paragraphs = f"{document.paragraphs:,} paragraph{'s' * (document.paragraphs != 1)}"
    return " · ".join((*[paragraphs], *counts, *skipped, *notes))


class FilterInput(Input):
    """The letters that names must have; down and Enter go on to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down,enter", "screen.leave_filter", show=False)]
