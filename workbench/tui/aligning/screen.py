"""Both sides of an alignment, line by line; each key is an act on the line where the user is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from workbench.project.aligning.pairs import take_in, usual_name, write
from workbench.project.aligning.record import take_as_record
from workbench.project.aligning.work import SideName, Table, Work
from workbench.project.jobs import Lane
from workbench.text import clean_line
from workbench.tui.aligning.dialogs import AlignHelp, LeaveDialog, NameDialog
from workbench.tui.aligning.keys import ALIGN
from workbench.tui.aligning.rows import AlignedRows
from workbench.tui.dialogs.waiting import WaitingDialog
from workbench.tui.keymap import USUAL, KeyMap
from workbench.tui.keys import bindings
from workbench.tui.widgets.key_bar import KeyBar, hints
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.rows import RowList
from workbench.tui.widgets.status import StatusLine

_JOB = "anew"
FOOT = (*((key.action, "") for key in ALIGN if key.footer and key.action != "help"), ("help", ""))


class AlignScreen(Screen[None]):
    """The lines of an alignment, to join, split, move, cross, align anew, drop, accept and keep."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(ALIGN)
    AUTO_FOCUS = ""

    def __init__(self, work: Work, keys: KeyMap = USUAL) -> None:
        super().__init__()
        self.work, self._keys = work, keys
        self.prepared = False
        """Whether the lines are shown, so that keys mean what the footer says."""
        self.status, self._masthead = StatusLine(), Masthead()
        self._rows = AlignedRows(work)
        self.list = RowList(self._rows, id="aligned")
        self._lane = Lane("aligning", "latest first")
        self._kept = work.table
        """What was kept last, or found: as long as it is that, nothing is lost by leaving."""

    def compose(self) -> ComposeResult:
        yield self._masthead
        yield self.list
        yield self.status
        yield KeyBar(hints(ALIGN, FOOT))

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.set_focus(self.list)
        self.list.show(self.work.table.next_doubt(-1) or 0)
        self._show_masthead()
        if (unlike := self.work.unlike) is not None:
            self.status.tell(str(unlike), bad=True)
        for problem in self._keys.problems[:3]:
            self.app.notify(str(problem), title="Keys", severity="warning", markup=False)
        self.prepared = True

    def _show_masthead(self) -> None:
        done = self.work
        names = f"{clean_line(done.german.path.name)} │ {clean_line(done.english.path.name)}"
        doubts = f"{done.doubts:,} to look at" if done.doubts else "nothing in doubt"
        self._masthead.say("Align", (names, f"{done.pairs:,} pairs, {done.accepted:,} accepted", doubts))

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.status.stand(f"Line {self.list.current + 1:,} of {len(self._rows):,}")

    @on(RowList.Stepped)
    def _stepped(self) -> None:
        self.status.rest()

    # Acts

    def _do(self, act: Callable[[Table], Table], otherwise: str) -> None:
        """Do something at the current line; `otherwise` is told where it makes nothing another."""
        at = self.list.current
        if self.work.do(act, at):
            self.status.rest()
            self._show(at)
        else:
            self.status.tell(otherwise)

    def _show(self, at: int) -> None:
        self.list.show(max(0, min(at, len(self._rows) - 1)))
        self._show_masthead()

    @on(RowList.Chosen)
    def action_accept(self) -> None:
        at = self.list.current
        self.work.do(lambda table: table.accepted(at), at)
        self.status.rest()
        self._show(at + 1)

    def action_accept_sure(self) -> None:
        self._do(lambda table: table.accepted_sure(), "Every pair that is not in doubt is accepted.")

    def action_join(self) -> None:
        at = self.list.current
        self._do(lambda table: table.joined(at), "This is the last line.")

    def action_split(self) -> None:
        at = self.list.current
        self._do(lambda table: table.split(at), "This line has one sentence.")

    def action_down(self, side: SideName) -> None:
        at = self.list.current
        self._do(lambda table: table.moved_down(at, side), f"There is no {side.capitalize()} sentence to move down.")

    def action_up(self, side: SideName) -> None:
        at = self.list.current
        self._do(lambda table: table.moved_up(at, side), f"The next line has no {side.capitalize()} sentence.")

    def action_cross(self) -> None:
        at = self.list.current
        self._do(lambda table: table.crossed(at), "There are not just two and two sentences from this line on.")

    @work
    async def action_anew(self) -> None:
        at = self.list.current
        told = "The lines after this one are aligned anew, up to the next that is accepted or dropped …"
        table = await self.app.push_screen_wait(WaitingDialog("Align anew", told, partial(self._made_anew, at)))
        if table is None:
            self._lane.drop(_JOB)
            self.status.tell("Nothing was aligned anew.")
        else:
            self._do(lambda _: table, "Nothing after this line is another.")

    async def _made_anew(self, at: int) -> Table:
        return await asyncio.wrap_future(self._lane.submit(partial(self.work.anew, at), name=_JOB))

    def action_drop(self) -> None:
        at = self.list.current
        self._do(lambda table: table.dropped(at), "")

    def action_undo(self) -> None:
        self._step(self.work.undo(), "There is nothing to undo.")

    def action_redo(self) -> None:
        self._step(self.work.redo(), "There is nothing to do again.")

    def _step(self, done: bool, otherwise: str) -> None:
        if not done:
            self.status.tell(otherwise)
            return
        self.status.rest()
        self._show(self.work.at)

    def action_doubt(self, step: int) -> None:
        found = self.work.table.next_doubt(self.list.current, step)
        if found is None:
            self.status.tell(f"Nothing in doubt {'after' if step > 0 else 'before'} this line.")
        else:
            self.status.rest()
            self.list.current = found

    # Keeping

    @work
    async def action_memory(self) -> None:
        about = f"{self.work.pairs:,} pairs; what nobody accepted is kept as aligned. The name of the memory:"
        await self._ask(NameDialog("Into a memory", about, usual_name(self.work.german.path), self._into_memory))

    def _into_memory(self, name: str) -> str:
        taken = take_in(self.work, name)
        return f"{taken.pairs:,} pairs, {taken.new:,} of them new in the memory {taken.memory}."

    @work
    async def action_write(self) -> None:
        usual = self.work.german.path.with_suffix(".tmx").name
        about = f"{self.work.pairs:,} pairs. The file (.tmx, .tsv or .xlsx):"
        await self._ask(NameDialog("Write the pairs", about, usual, self._write))

    def _write(self, name: str) -> str:
        number = write(self.work, Path(name).expanduser())
        return f"{name}: {number:,} pairs."

    async def _ask(self, dialog: NameDialog) -> None:
        told = await self.app.push_screen_wait(dialog)
        if told:
            self._keep(told)

    def action_record(self) -> None:
        with self.status.telling():
            self._keep(take_as_record(self.work).told)

    def _keep(self, told: str) -> None:
        self._kept = self.work.table
        self.status.tell(told)

    # Leaving

    def action_help(self) -> None:
        self.app.push_screen(AlignHelp(self._keys))

    @work
    async def action_leave(self) -> None:
        if self._kept != self.work.table:
            sure: bool | None = await self.app.push_screen_wait(LeaveDialog())
            if not sure:
                return
        self.app.exit()
