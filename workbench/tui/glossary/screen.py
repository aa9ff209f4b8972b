"""The glossary's screen: a list of entries, the current one in full, and its uses in all documents."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from workbench.glossary import Entry
from workbench.problem import WorkbenchError
from workbench.project import Changed, Session
from workbench.project.commands import RemoveEntry
from workbench.project.events import Event
from workbench.project.terms.changes import Applied, Change, changes, outdated
from workbench.project.terms.listing import ORDERS, Order, listed
from workbench.project.terms.usages import Uses
from workbench.text import clean_line
from workbench.tui import door
from workbench.tui.glossary import editing
from workbench.tui.glossary.details import details, problems_of
from workbench.tui.glossary.entries import EntryRows, heads
from workbench.tui.glossary.keys import GLOSSARY
from workbench.tui.glossary.looking_through import LookingThrough
from workbench.tui.glossary.questions import GlossaryHelp, ProblemsDialog
from workbench.tui.glossary.uses import Place, UsesPane
from workbench.tui.keys import bindings
from workbench.tui.widgets.heads import Heads
from workbench.tui.widgets.key_bar import Hint, KeyBar, hints
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.rows import RowList
from workbench.tui.widgets.status import StatusLine

FOOT = (
    ("edit", ""),
    ("add", ""),
    ("remove", ""),
    ("uses", ""),
    ("filter", ""),
    ("order", ""),
    ("back", ""),
    ("problems", ""),
    ("help", ""),
)
"""What the bar at the bottom offers, the most important first, Help last."""


class GlossaryScreen(Screen[Place]):
    """Browse, filter, sort, add, change and delete entries, and see where they are used.

    The answer is the place of a use that the user wants to go to, or None. `at`: the entry to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(GLOSSARY)
    AUTO_FOCUS = "#entries"

    def __init__(self, session: Session, at: Entry | None = None) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
        self.session, self.termbase = session, session.termbase
        self.busy = False
        """Whether changes are being applied: no key does anything until they are."""
        self.status, self._masthead = StatusLine(), Masthead()
        self._filter = FilterInput(placeholder="Words of an entry", id="filter", compact=True)
        self._fields = Static(id="fields", markup=False)
        self._details = VerticalScroll(self._fields, id="details", can_focus=False)
        self._at = at
        self.prepared = False
        """Whether the entries are shown, so that keys mean what the footer says."""
        self._order: Order = "file"
        self._heads: Heads[Order] = Heads(heads, self._order, self._clicked)
        self._through = LookingThrough(
            self,
            session,
            on_way=self._show_masthead,
            found=self._show_found,
            failed=partial(self.status.tell, bad=True),
        )
        self._rows = EntryRows(lambda entry: self.uses.count(entry) if self.uses else None)
        self.entries = RowList(self._rows, id="entries")
        self.used = UsesPane(session.lanes.look_up, session.deliver)
        self._unsubscribe = session.subscribe(self._hear)
        self.usages = self.used.list

    def compose(self) -> ComposeResult:
        yield self._masthead
        with Container(id="glossary"):
            with Vertical(id="list"):
                yield self._filter
                yield self._heads
                yield self.entries
            with Vertical(id="entry"):
                yield self._details
                yield self.used
        yield self.status
        yield KeyBar(
            hints(GLOSSARY, FOOT), [Hint("Esc", "Show all", "back"), Hint("Enter", "to the list", "leave_filter")]
        )

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        self._unsubscribe()
        self._through.end()

    def _begin(self) -> None:
        self._filter.display = False
        self.set_focus(self.entries)
        self.status.tell(self.session.project.read_only_reason)
        self.show_entries(self._at)
        self.prepared = True
        self._through.begin()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.busy

    # The list

    @property
    def current(self) -> Entry | None:
        """The entry the user is at."""
        return self._rows.entries[self.entries.current] if self._rows.entries else None

    @property
    def words(self) -> str:
        """What the list is filtered by."""
        return clean_line(self._filter.value)

    def show_entries(self, at: Entry | None, otherwise: int | None = None) -> None:
        """Show the entries in force, filtered and in order, with the pointer at one of them if it is there.

        `otherwise`: the row to be at if it is not; else the pointer stays where it is.
        """
        shown = listed(self.termbase.entries, self.words, self._order, self.uses.count if self.uses else None)
        self._rows.entries = shown
        self._heads.show(self._order)
        row = self.entries.current if otherwise is None else otherwise
        self.entries.show(row if at is None else _index_of(at, shown, row))
        self._show_masthead()

    def _show_found(self) -> None:
        self.show_entries(self.current)

    def _show_masthead(self) -> None:
        all_of_them, shown = len(self.termbase.entries), len(self._rows)
        entries = f"{all_of_them} entr{'y' if all_of_them == 1 else 'ies'}"
        problems = len(self.termbase.problems)
        warnings = (
            "READ-ONLY" if self.session.read_only else "",
            f"✗ {problems} problem{'s' if problems > 1 else ''}: p" if problems else "",
        )
        parts = (
            f"{shown} of {entries} with “{self.words}”" if self.words else entries,
            f"by {self._order}" if self._order != "file" else "",
            self._through.activity,
        )
        self._masthead.say(clean_line(self.termbase.path.name), parts, warnings)

    @on(RowList.Moved, "#entries")
    def _moved(self) -> None:
        entry = self.current
        self.status.stand(f"Entry {self.entries.current + 1} of {len(self._rows)}" if entry else "")
        self._details.scroll_home(animate=False)
        termbase = self.termbase
        problems = problems_of(entry, termbase.entries, termbase.problems) if entry else ()
        nothing = "No entry has these words: Esc shows all." if self.words else "No entries yet: a adds one."
        self._fields.update(details(entry, problems) if entry else nothing)
        self.used.show(entry, self.uses)

    @on(RowList.Stepped)
    def _stepped(self) -> None:
        """What was told of another entry is over."""
        self.status.rest()

    @on(RowList.Chosen, "#entries")
    def _chosen(self) -> None:
        self.action_edit()

    def _clicked(self, order: Order) -> None:
        self._order = order if order != self._order else "file"
        self.show_entries(self.current)

    def action_order(self) -> None:
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.show_entries(self.current)

    def action_filter(self) -> None:
        self._filter.display = True
        self.set_focus(self._filter)

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self.show_entries(self.current, otherwise=0)

    def action_leave_filter(self) -> None:
        """Back to the list; what was typed goes on filtering."""
        self.set_focus(self.entries)
        self._filter.display = bool(self.words)

    # The uses of entries

    @property
    def uses(self) -> Uses | None:
        """Where the entries in force are used, once the documents have been looked through."""
        return self._through.uses

    def action_uses(self) -> None:
        self.set_focus(self.entries if self.usages.has_focus else self.usages)

    @on(RowList.Chosen, "#usages")
    def _go_there(self) -> None:
        self.dismiss(self.used.place)

    # The file

    def _hear(self, event: Event) -> None:
        """Another glossary is in force: by a key here, by the desk's undo, or by another program."""
        if isinstance(event, Changed) and event.glossary and self.is_attached:
            self.take_up(self.current)
            if not event.told:
                self.status.tell(f"{self.termbase.path.name} was changed: this is what it holds.")

    def take_up(self, at: Entry | None) -> None:
        """The glossary is another: show it, and look for its entries' uses."""
        self._through.begin()
        self.show_entries(at)

    @work
    async def action_problems(self) -> None:
        problems = self.termbase.problems
        if not problems:
            self.status.tell(f"Nothing is wrong with {self.termbase.path.name}.")
            return
        name = clean_line(self.termbase.path.name)
        line = await self.app.push_screen_wait(ProblemsDialog(name, problems))
        before = [entry for entry in self.termbase.entries if line and entry.line <= line]
        if before:
            self.show_all(before[-1])

    # Changing it

    def _may_change(self) -> bool:
        if self.session.read_only:
            self.status.tell(f"Read-only: {self.session.project.read_only_reason}", bad=True)
        return not self.session.read_only

    @work
    async def action_add(self) -> None:
        if self._may_change() and (entry := await editing.add(self.app, self.session)):
            self._saved(entry)

    @work
    async def action_edit(self) -> None:
        old = self.current
        if old is None or not self._may_change():
            return
        if entry := await editing.change(self.app, self.session, old):
            self._saved(entry)
            if outdated(old, entry):
                await self._follow_up(old, entry)
            if old.first != entry.first:
                told = "First mentions that are no longer right are findings: ] on the desk goes to them."
                self.notify(told, title=f"{entry.de[0]}: another first mention", markup=False, timeout=12)

    @work
    async def action_remove(self) -> None:
        entry = self.current
        if entry is None or not self._may_change():
            return
        used = (self.uses.count(entry), self.uses.documents(entry)) if self.uses else None
        if await editing.may_delete(self.app, entry, used):
            try:
                await door.result(self, self.session.change_glossary(RemoveEntry(entry)))
            except WorkbenchError as error:
                self.status.tell_problem(error)
            else:
                self.status.tell(f"Deleted: {entry.de[0]} → {entry.en}.")

    def _saved(self, entry: Entry) -> None:
        """Show an entry that was saved, whatever the list is filtered by, and say so."""
        self.show_entries(entry)
        if self.current is None or self.current.de != entry.de:
            self.show_all(entry)
        self.status.tell(f"Saved: {entry.de[0]} → {entry.en} in {self.termbase.path.name}.")

    async def _follow_up(self, old: Entry, typed: Entry) -> None:
        """Show the sentences that have the old English, and change those that are ticked."""
        ticked = await editing.what_follows(self.app, old, typed, partial(self._changes, old, typed))
        if ticked:
            await self._apply(typed, ticked)
            self._through.begin()
        elif ticked is None:
            self.status.tell("Saved. All sentences stay as they are.")
        else:
            self.status.tell("Saved. No sentence that you wrote or accepted changes with it.")

    async def _changes(self, old: Entry, typed: Entry) -> Sequence[Change]:
        uses = await self._through.all()
        in_force = (entry for entry in uses.glossary.entries if entry.de == typed.de) if uses else ()
        new = next(iter(in_force), None)
        if uses is None or new is None:
            return ()
        find = partial(tuple, changes(uses, old, new))
        found: Sequence[Change] = await door.result(self, self.session.lanes.look_up.submit(find))
        return found

    async def _apply(self, entry: Entry, ticked: Sequence[Change]) -> None:
        self.busy = True
        done = Applied()
        with self.status.telling():
            for done in self.session.rewording(ticked, entry.en, follows=True):
                self.status.tell(f"{done.sentences} of {len(ticked)} sentences changed …")
                await sleep(0)
            self.status.tell(f"Saved: {entry.en} in {done.places}. u on the desk undoes it, the entry too.")
        self.busy = False
        for problem in done.left:
            self.notify(str(problem), title="Left as it is", severity="warning", markup=False, timeout=12)

    # Going back

    def action_help(self) -> None:
        self.app.push_screen(GlossaryHelp())

    def show_all(self, at: Entry | None) -> None:
        """Show every entry again, with the pointer at one of them."""
        self._filter.value = ""
        self.action_leave_filter()
        self.show_entries(at)

    def action_back(self) -> None:
        if self.usages.has_focus:
            self.set_focus(self.entries)
        elif self._filter.display:
            self.show_all(self.current)
        else:
            self.dismiss(None)


class FilterInput(Input):
    """The words that entries must have; down and Enter go on to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down,enter", "screen.leave_filter", show=False)]


def _index_of(entry: Entry, entries: tuple[Entry, ...], otherwise: int) -> int:
    """Where an entry stands, though it may have been edited: the same, or the one with its first German form."""
    same = (index for index, other in enumerate(entries) if other == entry)
    alike = (index for index, other in enumerate(entries) if other.de == entry.de)
    first = (index for index, other in enumerate(entries) if other.de[0] in entry.de)
    return next(chain(same, alike, first), otherwise)
