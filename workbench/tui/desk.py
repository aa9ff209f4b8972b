"""The desk: the screen where an article is translated, paragraph by paragraph."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer
from textual.worker import get_current_worker

from workbench.glossary import Entry
from workbench.project import Project
from workbench.text import clean_line
from workbench.translation import Draft, Override, ParagraphRecord, State, Translation
from workbench.tui.dialogs.accept import AcceptDialog
from workbench.tui.dialogs.conflict import ConflictDialog
from workbench.tui.dialogs.find import FindDialog
from workbench.tui.dialogs.note import NoteDialog
from workbench.tui.dialogs.term import TermDialog
from workbench.tui.drafting import draft_for_screen
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

    def __init__(self, project: Project, name: str) -> None:
        super().__init__()
        self.project = project
        self.translation: Translation = project.open_document(name)
        self.sheet = Sheet(project, self.translation)
        self.status = StatusLine()
        self._activity = ""
        self._typing: Timer | None = None
        self._continuing = False

    def compose(self) -> ComposeResult:
        yield Masthead()
        with Container(id="body"):
            yield self.sheet
            yield Panel()
        yield self.status
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY, self._look_at_files)
        self.call_after_refresh(self._show_document)

    # Showing

    @property
    def pairs(self) -> PairsView:
        return self.sheet.pairs

    @property
    def records(self) -> tuple[ParagraphRecord, ...]:
        return self.translation.paragraphs

    def _show_document(self) -> None:
        self.sheet.show(self.translation.next_open(-1) or 0)
        self.pairs.focus()
        self._refresh_around()
        self._tell_glossary_problems()
        if self.project.read_only:
            self.status.tell(f"Read-only: {self.project.read_only_reason}", bad=True)
        else:
            self.status.tell("Enter edits, a accepts, ? helps.")
        self._draft()

    def _refresh_around(self) -> None:
        """Show the masthead and the panel for the paragraph the user is at."""
        index = self.pairs.current
        self.query_one(Masthead).show(self.project, self.translation, self._activity)
        self.query_one(Panel).show(self.project, self.translation, index)

    def _changed(self, *indexes: int) -> None:
        """These paragraphs are not what they were: show them as they are."""
        self.pairs.update(indexes)
        self._refresh_around()

    @on(PairsView.Moved)
    def _moved(self) -> None:
        if self.sheet.opened is not None and self.sheet.opened != self.pairs.current:
            self._close()
        self._refresh_around()

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
            self.status.tell(f"Read-only: {self.project.read_only_reason}", bad=True)
        else:
            self.status.tell("Esc done · Ctrl+S accept · Tab German/English · Ctrl+G term from selection")
        self._open(index, english=english, offset=offset)

    def _open(self, index: int, *, english: bool = True, offset: int | None = None) -> None:
        if self.records[index].state is State.SKIPPED:
            self.status.tell("This paragraph is skipped: s takes it up again.")
            return
        self._continuing = False
        self.sheet.open(index, english=english, offset=offset)

    @on(Sheet.Typed)
    def _typed(self) -> None:
        self._take_typed()
        if self._typing:
            self._typing.stop()
        self._typing = self.set_timer(SAVE_AFTER, self._save)
        self._refresh_around()

    def _take_typed(self) -> None:
        """Put what stands in the open cell into the translation; the next save takes it to the disk."""
        index, typed = self.sheet.opened, self.sheet.typed
        if index is not None and typed is not None:
            with self.status.telling():
                self.translation.edit(index, typed, continuing=self._continuing)
                self._continuing = True
            self.pairs.update([index])

    def _save(self) -> None:
        """Put what was typed on the disk, then say so."""
        self._take_typed()
        if self._typing:
            self._typing.stop()
        if not self.translation.saved:
            with self.status.telling():
                self.translation.save()
                self.status.tell(f"Saved: what you typed, paragraph {self.pairs.current + 1}.")
            self._refresh_around()

    def _close(self) -> None:
        self._save()
        self.sheet.close()
        self._changed(self.pairs.current)

    def action_done(self) -> None:
        if self.sheet.opened is not None:
            self._close()
        elif self.sheet.sought:
            self.sheet.sought = ""
            self.sheet.update()

    # Decisions

    @work
    async def action_accept(self) -> None:
        self._take_typed()
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
            self._close()
            self.status.tell(f"Saved: paragraph {index + 1} of {len(self.records)} accepted.")
            self._go_on(index, editing)

    def _go_on(self, index: int, editing: bool) -> None:
        following = self.translation.next_open(index)
        if following is None:
            self.status.tell("Saved. Every paragraph is reviewed: x hands the translation over.")
            return
        self.pairs.current = following
        if editing:
            self._open(following)

    def action_tab(self) -> None:
        if self.sheet.opened is not None:
            self.sheet.other_cell()
        elif (following := self.translation.next_open(self.pairs.current)) is None:
            self.status.tell("Every paragraph is reviewed.")
        else:
            self.pairs.current = following

    def action_back_to_draft(self) -> None:
        self._decide("is the draft again", self.translation.back_to_draft)

    def action_skip(self) -> None:
        skipped = self.records[self.pairs.current].state is State.SKIPPED
        self._decide("taken up again" if skipped else "skipped", self.translation.skip)

    def _decide(self, done: str, decision: Callable[[int], None]) -> None:
        index = self.pairs.current
        self._close()
        with self.status.telling():
            decision(index)
            self.status.tell(f"Saved: paragraph {index + 1} {done}. u undoes.")
        self._changed(index)

    @work
    async def action_note(self) -> None:
        index = self.pairs.current
        note = await self.app.push_screen_wait(NoteDialog(self.records[index].note))
        if note is not None:
            with self.status.telling():
                self.translation.set_note(index, note)
                self.status.tell(f"Saved: note on paragraph {index + 1}.")
            self._changed(index)

    @on(EnglishEditor.Exhausted)
    def _exhausted(self, event: EnglishEditor.Exhausted) -> None:
        self.action_step_back(event.redo)

    def action_step_back(self, redo: bool) -> None:
        editing = self.sheet.opened is not None
        self._save()
        with self.status.telling():
            step = self.translation.redo() if redo else self.translation.undo()
            if step is None:
                self.status.tell(f"Nothing to {'redo' if redo else 'undo'}.")
                return
            self.sheet.close()
            self.pairs.current = step.paragraph
            self._changed(step.paragraph)
            if editing:
                self._open(step.paragraph)
            self.status.tell(f"Saved: {step.told}.")

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.records[self.pairs.current].english)
        self.status.tell(f"English of paragraph {self.pairs.current + 1} sent to the terminal's clipboard.")

    # Terms

    @work
    async def action_term(self) -> None:
        index = self.pairs.current
        record = self.records[index]
        german = english = ""
        if self.sheet.opened is not None:
            german, english = self.sheet.german.selected_text, self.sheet.english.selected_text
            if german and not english:
                with self.status.telling():
                    english = await to_thread(self.project.propose_english, record, self.sheet.german.selected_span)
        forms = (clean_line(german),) if german.strip() else ()
        dialog = TermDialog(Entry(forms, clean_line(english)), self.project.termbase.add)
        if entry := await self.app.push_screen_wait(dialog):
            self.status.tell(f"Saved: {entry.de[0]} → {entry.en} in {self.project.layout.glossary.name}.")
            self._glossary_changed()

    def _look_at_files(self) -> None:
        """Take up what other programs changed: the glossary, the article, its record."""
        if self.project.termbase.reload():
            self._tell_glossary_problems()
            self._glossary_changed()
        with self.status.telling():
            change = self.project.look_again(self.translation, busy=self.sheet.opened is not None)
            if change == "taken up":
                self._show_changed("The files were changed by another program: this is what they hold now.")
            elif change == "conflict":
                self.status.tell("Another program changed this document on disk: F5 decides whose goes on.", bad=True)

    def _show_changed(self, told: str) -> None:
        self.sheet.show(self.pairs.current)
        self._refresh_around()
        self.status.tell(told)
        self._draft()

    @work
    async def action_reload(self) -> None:
        self._take_typed()
        if not self.project.changed_on_disk(self.translation):
            self.status.tell("No other program has changed this document.")
            return
        mine = await self.app.push_screen_wait(ConflictDialog(self.translation.path.name))
        with self.status.telling():
            if mine:
                self.translation.save(over=True)
                self.status.tell("Saved. What was on disk is put aside beside it.")
            elif mine is False:
                self.project.reload(self.translation)
                self._show_changed("This is what the files hold now. Work that was not saved is put aside.")

    def _tell_glossary_problems(self) -> None:
        for problem in self.project.termbase.problems[:3]:
            self.notify(str(problem), title="Glossary", severity="warning", markup=False)

    def _glossary_changed(self) -> None:
        self.sheet.update()
        self._refresh_around()
        self._draft()

    # Finding things

    def action_finding(self, by: int) -> None:
        def has_findings(index: int) -> bool:
            findings = self.project.findings(self.translation, index)
            return any(finding.severity != "info" for finding in findings)

        if not self.sheet.go_where(has_findings, self.pairs.current + by, by):
            self.status.tell("No errors and no warnings.")

    @work
    async def action_find(self) -> None:
        sought = await self.app.push_screen_wait(FindDialog(self.sheet.sought))
        if sought is not None:
            self.sheet.sought = sought
            self.sheet.update()
            if sought:
                self._find_from(self.pairs.current, 1)

    def action_found(self, by: int) -> None:
        self._find_from(self.pairs.current + by, by)

    def _find_from(self, start: int, by: int) -> None:
        sought = self.sheet.sought
        found = self.sheet.go_where(self.sheet.has_sought, start, by)
        told = "F3 next · Shift+F3 previous · Esc clears" if found else "is not in this document"
        self.status.tell(f"“{sought}” · {told}", bad=not found)

    # Handing over

    @work
    async def action_export(self) -> None:
        from workbench.export import unreviewed
        from workbench.tui.dialogs.export import ExportDialog

        self._close()
        missing = [index + 1 for index in unreviewed(self.translation.record)]
        choice = await self.app.push_screen_wait(ExportDialog(missing))
        if choice is not None:
            with self.status.telling():
                path = self.project.export(self.translation, *choice)
                self.status.tell(f"Written: {path}")

    # Drafting

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
        self._take_typed()
        self._activity = activity
        fresh = [(i, draft) for i, draft in drafts if self.records[i].german == records[i].german]
        for index, draft in fresh:
            self.translation.set_draft(index, draft)
            if self.sheet.opened == index and self.sheet.typed is not None:  # the open cell shows the old draft
                self._open(index)
        self._changed(*(index for index, _ in fresh))

    def _drafting_ended(self, problem: str) -> None:
        self._activity = ""
        if problem:
            self.status.tell(problem, bad=True)
        with self.status.telling():
            self.translation.save()
        self._refresh_around()

    def put_away(self) -> bool:
        """Save what is not saved yet; False, with the reason told, when that cannot be done."""
        self._close()
        return self.translation.saved
