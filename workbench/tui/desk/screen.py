"""The desk's screen: showing a document, editing a paragraph in place, deciding on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer
from textual.worker import get_current_worker

from workbench.glossary import Entry
from workbench.project import Project
from workbench.translation import Draft, Override, ParagraphRecord, State, Translation
from workbench.tui.desk import files, findings, handing_over, seeking, terms
from workbench.tui.desk.drafts import draft_for_screen
from workbench.tui.dialogs.accept import AcceptDialog
from workbench.tui.dialogs.note import NoteDialog
from workbench.tui.keys import DESK, bindings
from workbench.tui.widgets.cells import EnglishEditor
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.pairs import PairsView
from workbench.tui.widgets.panel import Panel
from workbench.tui.widgets.sheet import Sheet
from workbench.tui.widgets.status import StatusLine

SAVE_AFTER = 0.8
"""Seconds without a key after which typed text is written to the disk."""
LOOK_EVERY = 1.0
"""Seconds between looks whether another program changed the glossary, the article or its record."""


class DeskScreen(Screen[None]):
    """One document on the desk. It computes nothing: it asks the project and the translation, and shows."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(DESK)

    class Wanted(Message):
        """The user wants to be at a paragraph (index from 0), perhaps of another document."""

        def __init__(self, document: str, paragraph: int) -> None:
            super().__init__()
            self.document, self.paragraph = document, paragraph

    def __init__(self, project: Project, name: str, at: int | None = None) -> None:
        """`name`: the source file; `at`: the paragraph to begin with, else the first one that is not reviewed."""
        super().__init__()
        self.project = project
        self.translation: Translation = project.open_document(name)
        self.sheet = Sheet(project, self.translation)
        self.status = StatusLine()
        self._at = at
        self._activity = ""
        self._typing: Timer | None = None
        self._continuing = False
        self.hidden_candidates: set[str] = set()
        """German forms that the user does not want to see among the candidates."""
        self._first_mentions: dict[Entry, int] = {}

    def compose(self) -> ComposeResult:
        yield Masthead()
        with Container(id="body"):
            yield self.sheet
            yield Panel()
        yield self.status
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY, self.look_at_files)
        self.call_after_refresh(self._show_document)

    # Showing

    @property
    def pairs(self) -> PairsView:
        """The two columns."""
        return self.sheet.pairs

    @property
    def records(self) -> tuple[ParagraphRecord, ...]:
        """The paragraphs as they are now."""
        return self.translation.paragraphs

    def _show_document(self) -> None:
        first = self.translation.next_open(-1) or 0
        self.sheet.show(first if self._at is None else min(self._at, len(self.records) - 1))
        self.pairs.focus()
        self.refresh_around()
        terms.tell_problems(self)
        if self.project.read_only:
            self.tell_read_only()
        else:
            self.status.tell("Enter edits, a accepts, ? helps.")
        self.draft()

    def tell_read_only(self) -> None:
        """Why nothing can be changed here."""
        self.status.tell(f"Read-only: {self.project.read_only_reason}", bad=True)

    def refresh_around(self) -> None:
        """Show the masthead and the panel for the paragraph the user is at."""
        self.query_one(Masthead).show(self.project, self.translation, self._activity)
        self.query_one(Panel).show(self.project, self.translation, self.pairs.current)

    def show_changed(self, *indexes: int) -> None:
        """These paragraphs are not what they were: show them as they are."""
        self.pairs.update(indexes)
        self.refresh_around()

    def show_again(self) -> None:
        """Everything may be another: show and draft it all again, from the same place."""
        self.sheet.show(self.pairs.current)
        self.refresh_around()
        self.draft()

    @on(PairsView.Moved)
    def _moved(self) -> None:
        if self.sheet.opened is not None and self.sheet.opened != self.pairs.current:
            self.close_paragraph()
        self.refresh_around()

    # Editing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter opens a paragraph only while none is open; the footer follows."""
        return not (action == "edit" and self.sheet.opened is not None)

    @on(PairsView.Opened)
    def _clicked(self, event: PairsView.Opened) -> None:
        self._begin(event.index, english=event.english, offset=event.offset)

    def action_edit(self) -> None:
        self._begin(self.pairs.current)

    def _begin(self, index: int, *, english: bool = True, offset: int | None = None) -> None:
        """Open a paragraph because the user asked for it, and say what can be done there."""
        if self.project.read_only:
            self.tell_read_only()
        else:
            self.status.tell("Esc done · Ctrl+S accept · Tab German/English · Ctrl+G term from selection")
        self.open_paragraph(index, english=english, offset=offset)

    def open_paragraph(self, index: int, *, english: bool = True, offset: int | None = None) -> None:
        """Put the cursor into a paragraph; one that is skipped stays closed."""
        if self.records[index].state is State.SKIPPED:
            self.status.tell("This paragraph is skipped: s takes it up again.")
            return
        self._continuing = False
        self.sheet.open(index, english=english, offset=offset)

    @on(Sheet.Typed)
    def _typed(self) -> None:
        self.take_typed()
        if self._typing:
            self._typing.stop()
        self._typing = self.set_timer(SAVE_AFTER, self.save)
        self.refresh_around()

    def take_typed(self) -> None:
        """Put what stands in the open cell into the translation; the next save takes it to the disk."""
        index, typed = self.sheet.opened, self.sheet.typed
        if index is not None and typed is not None:
            with self.status.telling():
                self.translation.edit(index, typed, continuing=self._continuing)
                self._continuing = True
            self.pairs.update([index])

    def save(self) -> None:
        """Put what was typed on the disk, then say so."""
        self.take_typed()
        if self._typing:
            self._typing.stop()
        if not self.translation.saved:
            with self.status.telling():
                self.translation.save()
                self.status.tell(f"Saved: what you typed, paragraph {self.pairs.current + 1}.")
            self.refresh_around()

    def close_paragraph(self) -> None:
        """Leave the open paragraph; what was typed is saved."""
        self.save()
        self.sheet.close()
        self.show_changed(self.pairs.current)
        self.follow_first_mentions()

    def put_away(self) -> bool:
        """Save what is not saved yet; False, with the reason told, when that cannot be done."""
        self.close_paragraph()
        return self.translation.saved

    def action_done(self) -> None:
        if self.sheet.opened is not None:
            self.close_paragraph()
        elif self.sheet.sought:
            self.sheet.sought = ""
            self.sheet.update()

    # Decisions

    @work
    async def action_accept(self) -> None:
        self.take_typed()
        index = self.pairs.current
        overrides: tuple[Override, ...] = ()
        if broken := self.project.broken_rules(self.translation, index):
            reason = await self.app.push_screen_wait(AcceptDialog(broken))
            if reason is None:
                return
            overrides = tuple(Override(finding.check, finding.about, reason) for finding in broken)
        with self.status.telling():
            self.translation.accept(index, overrides)
            editing = self.sheet.opened is not None
            self.close_paragraph()
            self.status.tell(f"Saved: paragraph {index + 1} of {len(self.records)} accepted.")
            self._go_on(index, editing)

    def _go_on(self, index: int, editing: bool) -> None:
        following = self.translation.next_open(index)
        if following is None:
            self.status.tell("Saved. Every paragraph is reviewed: x hands the translation over.")
            return
        self.pairs.current = following
        if editing:
            self.open_paragraph(following)

    def action_tab(self) -> None:
        if self.sheet.opened is not None:
            self.sheet.other_cell()
        elif (following := self.translation.next_open(self.pairs.current)) is None:
            self.status.tell("Every paragraph is reviewed.")
        else:
            self.pairs.current = following

    def action_back_to_draft(self) -> None:
        self._decide("is the draft again", self.translation.back_to_draft)
        self.draft()

    def action_skip(self) -> None:
        skipped = self.records[self.pairs.current].state is State.SKIPPED
        self._decide("taken up again" if skipped else "skipped", self.translation.skip)
        self.draft()

    def _decide(self, done: str, decision: Callable[[int], None]) -> None:
        index = self.pairs.current
        self.close_paragraph()
        with self.status.telling():
            decision(index)
            self.status.tell(f"Saved: paragraph {index + 1} {done}. u undoes.")
        self.show_changed(index)

    @work
    async def action_note(self) -> None:
        index = self.pairs.current
        note = await self.app.push_screen_wait(NoteDialog(self.records[index].note))
        if note is not None:
            with self.status.telling():
                self.translation.set_note(index, note)
                self.status.tell(f"Saved: note on paragraph {index + 1}.")
            self.show_changed(index)

    @on(EnglishEditor.Exhausted)
    def _exhausted(self, event: EnglishEditor.Exhausted) -> None:
        self.action_step_back(event.redo)

    def action_step_back(self, redo: bool) -> None:
        editing = self.sheet.opened is not None
        self.save()
        with self.status.telling():
            step = self.translation.redo() if redo else self.translation.undo()
            if step is None:
                self.status.tell(f"Nothing to {'redo' if redo else 'undo'}.")
                return
            self.sheet.close()
            self.pairs.current = step.paragraph
            self.show_changed(step.paragraph)
            if editing:
                self.open_paragraph(step.paragraph)
            self.status.tell(f"Saved: {step.told}.")
        self.draft()

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.records[self.pairs.current].english)
        self.status.tell(f"English of paragraph {self.pairs.current + 1} sent to the terminal's clipboard.")

    # What has a module of its own

    @work
    async def action_term(self) -> None:
        await terms.add_selected(self)

    @work
    async def action_glossary(self) -> None:
        await terms.look_into_glossary(self)

    @work
    async def action_candidates(self) -> None:
        await terms.go_through_candidates(self)

    def action_finding(self, by: int) -> None:
        findings.go(self, by)

    @work(exclusive=True, group="fixing")
    async def action_fix(self) -> None:
        await findings.fix(self)

    @work
    async def action_let_stand(self) -> None:
        await findings.let_stand(self)

    @work
    async def action_find(self) -> None:
        await seeking.ask(self)

    def action_found(self, by: int) -> None:
        seeking.go(self, self.pairs.current + by, by)

    @work
    async def look_at_files(self) -> None:
        """Take up what other programs changed, if they did."""
        await files.look(self)

    @work
    async def action_reload(self) -> None:
        await files.decide(self)

    @work
    async def action_export(self) -> None:
        await handing_over.ask(self)

    # Drafting

    def follow_first_mentions(self) -> None:
        """Draft again where an entry's first mention is in another paragraph than it was."""
        if self.project.first_mentions(self.records) != self._first_mentions:
            self.draft()

    def draft(self) -> None:
        """Draft what nobody has worked on yet, in the background; what is drafted as it should be stays."""
        self._first_mentions = self.project.first_mentions(self.records)
        self._draft()

    @work(thread=True, exclusive=True, group="drafting")
    def _draft(self) -> None:
        worker, records, on_screen = get_current_worker(), self.records, self.app.call_from_thread

        def show(drafts: list[tuple[int, Draft]], activity: str) -> bool:
            if not worker.is_cancelled:
                on_screen(self._drafted, records, drafts, activity)
            return not worker.is_cancelled

        problem = draft_for_screen(self.project, records, self.pairs.in_sight, show)
        if not worker.is_cancelled:
            on_screen(self._drafting_ended, problem)

    def _drafted(self, records: tuple[ParagraphRecord, ...], drafts: list[tuple[int, Draft]], activity: str) -> None:
        self.take_typed()
        self._activity = activity
        fresh = [(i, draft) for i, draft in drafts if self.records[i].german == records[i].german]
        for index, draft in fresh:
            self.translation.set_draft(index, draft)
            if self.sheet.opened == index and self.sheet.typed is not None:  # the open cell shows the old draft
                self.open_paragraph(index)
        self.show_changed(*(index for index, _ in fresh))

    def _drafting_ended(self, problem: str) -> None:
        self._activity = ""
        if problem:
            self.status.tell(problem, bad=True)
        with self.status.telling():
            self.translation.save()
        self.refresh_around()
