"""The desk's screen: showing a document, editing a paragraph in place, deciding on it."""

from __future__ import annotations

from collections.abc import Awaitable
from inspect import isawaitable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import TextArea

from workbench.project import Changed, Drafting, ParagraphRecord, Session, Translation
from workbench.project.events import Event, MatchPutIn, NotWritten
from workbench.tui.desk import acts, files
from workbench.tui.desk.notes import Notes
from workbench.tui.desk.offers import BROWSING, WRITING, left_out, offered
from workbench.tui.desk.workplace import LookedAt, Workplace
from workbench.tui.keymap import USUAL, KeyMap
from workbench.tui.keys import CELL, DESK, OTHER_OFFERS, PANEL, bindings
from workbench.tui.view import standing
from workbench.tui.widgets.english_editor import EnglishEditor
from workbench.tui.widgets.key_bar import KeyBar, hints
from workbench.tui.widgets.masthead import Masthead, bar
from workbench.tui.widgets.pairs import PairsView
from workbench.tui.widgets.panel import Panel
from workbench.tui.widgets.sheet import Sheet
from workbench.tui.widgets.status import StatusLine

SAVE_AFTER = 0.8
"""Seconds without a key after which typed text is written to the disk."""
LOOK_EVERY = 1.0
"""Seconds between looks whether another program changed the glossary, the article or its record."""
READING = "reading the glossary"


class DeskScreen(Screen[None]):
    """The document on the desk. It computes nothing: it gives commands, and shows what the session tells."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((*DESK, *OTHER_OFFERS), of_desk=True),
        *bindings(PANEL, priority=True, of_desk=True),
    ]

    def __init__(self, session: Session, keys: KeyMap = USUAL) -> None:
        super().__init__()
        self.session = session
        self._keys = keys
        self.sheet = Sheet(session)
        self.masthead, self.panel, self.status = Masthead(), Panel(), StatusLine(lambda: self.sheet.opened is not None)
        self.place = Workplace(session, self.sheet, self.status)
        self.key_bar = KeyBar(hints(keys.of(DESK), BROWSING), hints((*CELL, *keys.of(DESK)), WRITING, writing=True))
        self.key_bar.leave_out(left_out(None))
        self._activity = ""
        self._asks_memory = False
        self._typing: Timer | None = None
        self._unsubscribe = session.subscribe(self._hear)
        self._notes = Notes(self.place)

    def compose(self) -> ComposeResult:
        yield self.masthead
        with Container(id="body"):
            yield self.sheet
            yield self.panel
        yield self.status
        yield self.key_bar

    def on_mount(self) -> None:
        if self.session.project.settings.panel == "hidden":
            self.panel.put_away(True)
        self.set_interval(LOOK_EVERY, self.look_at_files)
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        self._unsubscribe()

    @property
    def prepared(self) -> bool:
        """Whether the next keys can be taken (see `takes_keys`)."""
        return not self.place.at_work.now

    # Showing

    @property
    def pairs(self) -> PairsView:
        """The two columns."""
        return self.sheet.pairs

    @property
    def translation(self) -> Translation:
        """The document that is shown."""
        return self.session.translation

    @property
    def records(self) -> tuple[ParagraphRecord, ...]:
        """The paragraphs as they are now."""
        return self.session.paragraphs

    def _begin(self) -> None:
        self.session.drafts.in_sight = self.pairs.in_sight
        self.session.writes = lambda: self.sheet.opened is not None
        self.place.tell_problems(self.session.project.settings_problems, "Settings")
        self.place.tell_problems(self._keys.problems, "Keys")
        self._read_glossary()
        self._show_document(self.session.first_place)
        acts.learning.begin(self.place)
        acts.doubting.begin(self.place)
        acts.visiting.begin(self.place)

    @work
    async def _read_glossary(self) -> None:
        """Show what is wrong in the glossary; where it is a large one, the screen does not wait for it."""
        if not self.session.termbase.ready:
            self._activity = READING
            await files.read_glossary(self.place)
            self._activity = ""
            self.session.take_up_glossary()
        self.place.tell_problems(self.session.termbase.problems, "Glossary")

    def _show_document(self, at: int) -> None:
        self.place.hidden.clear()
        self._notes.forget()
        self._activity = "" if self.session.termbase.ready else READING
        self.sheet.show(at)
        self.set_focus(self.pairs)
        self.refresh_around()
        if self.place.writable():
            self.status.rest()
            if lines := len(self.translation.furniture):
                self.status.tell(f"{lines} line{'s' * (lines > 1)} of the page, not of the article: S leaves them out.")
        self.place.tell_problems(self.translation.remarks, "Article")
        self.place.tell_problems(self.session.own.bookmarks.problems, "Bookmarks")
        self.call_after_refresh(self._go_on_behind)

    @work(exclusive=True, group="offer")
    async def _go_on_behind(self) -> None:
        """The document is seen: now what takes time."""
        self._asks_memory = True
        await files.go_on(self.place)

    def refresh_around(self) -> None:
        """Show the masthead and the panel for the paragraph the user is at."""
        self.masthead.show(self.session, self._activity, self.sheet.told_shown)
        self._show_panel()

    @on(LookedAt)
    @on(TextArea.SelectionChanged, "#german")
    @on(DescendantFocus, "#german, #english")
    def _show_panel(self) -> None:
        """What is known of the paragraph; the memories are asked for the sentence that the user is at."""
        offers = acts.memory.be_here(self.place) if self._asks_memory else None
        if offers is not None:  # while they are being asked the bar stays as it is
            self.key_bar.leave_out(left_out(offers))
        self.panel.show(self.session, self.pairs.current, offers)
        self._stand()

    def _stand(self) -> None:
        """Say where the user is; where there is no panel also what the memories offer."""
        told = "" if self.panel.display else offered(self.panel.offers)
        besides = " · shown besides the others" * (self.pairs.current in self.pairs.shown.besides)
        self.status.stand(standing(self.session, self.pairs.current, told) + besides)

    def _hear(self, event: Event) -> None:
        """Show what the session tells, and nothing else."""
        if not self.is_attached:
            return
        if isinstance(event, NotWritten):
            self.status.tell(event.problem, bad=True)
            return
        if isinstance(event, Drafting):
            self._activity = f"drafting {bar(event.done, event.total)} {event.done}/{event.total}" * event.running
            if event.problem:
                self.status.tell(event.problem, bad=True)
        elif isinstance(event, MatchPutIn):
            acts.memory.tell_put_in(self.place, event)
            self._save_soon()
        elif isinstance(event, Changed):
            self._show_changed(event)
        self.refresh_around()

    def _show_changed(self, event: Changed) -> None:
        if event.anew and event.at is not None:
            self._show_document(event.at)
        elif event.anew:
            self.sheet.show(self.pairs.current)
        elif event.glossary:
            self.sheet.update()
        else:
            self.sheet.take_up(event.segments, event.findings | event.marked)

    @on(PairsView.Moved)
    def _moved(self, event: PairsView.Moved) -> None:
        if self.sheet.opened is not None and self.sheet.opened != self.pairs.current:
            self.place.close_paragraph()
        acts.visiting.moved(self.place, passing=event.passing)
        self.refresh_around()

    @on(PairsView.Stepped)
    def _stepped(self) -> None:
        """What was told of another paragraph is over."""
        self.status.rest()

    def action_panel_hide(self) -> None:
        self.panel.put_away()
        self._stand()
        with self.status.telling():
            self.session.project.set(panel="hidden" if self.panel.away else "shown")

    def action_panel_more(self) -> None:
        self.panel.toggle_more()
        self._stand()

    def action_panel_scroll(self, by: int) -> None:
        self.panel.scroll_relative(y=by, animate=False)

    # Editing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter opens a paragraph only while none is open; the footer follows."""
        return not (action == "edit" and self.sheet.opened is not None)

    @on(PairsView.Opened)
    def _clicked(self, event: PairsView.Opened) -> None:
        self._edit(event.index, english=event.english, offset=self.sheet.clicked(event))

    def action_edit(self) -> None:
        self._edit(self.pairs.current)

    def _edit(self, index: int, *, english: bool = True, offset: int | None = None) -> None:
        """Open a paragraph because the user asked for it, and say what can be done there."""
        if self.place.writable():
            self.status.rest()
        self.place.open_paragraph(index, english=english, offset=offset)

    @on(Sheet.Typed)
    def _typed(self) -> None:
        self.status.rest()
        self.place.take_typed()
        self._save_soon()

    def _save_soon(self) -> None:
        """Write what is not on the disk yet when the keys pause."""
        if self._typing:
            self._typing.stop()
        self._typing = self.set_timer(SAVE_AFTER, self._save)

    def _save(self) -> None:
        self.place.save()
        self.refresh_around()

    def put_away(self) -> bool:
        """Save what is not saved yet; False, with the reason told, when that cannot be done."""
        self.place.close_paragraph()
        if self.translation.recorded:
            with self.status.telling():
                self.translation.save()
        return self.translation.saved

    def hands_on(self) -> None:
        """A key was pressed, here or in what stands over the desk: it is for the paragraph that the user is at."""
        if self.is_attached and self.records:
            self.session.own.key_pressed(self.pairs.current)

    def take_everything(self) -> None:
        """The program is told to end: what stands in the open cell and in a note goes into the document."""
        self.place.take_typed()
        self._notes.take_typed()

    def action_done(self) -> None:
        self.status.rest()
        if self.sheet.opened is not None:
            self.place.close_paragraph()
            self.refresh_around()
        elif self.sheet.sought:
            self.sheet.seek(None)

    # Decisions

    @work
    async def action_accept(self) -> None:
        self._save_if(await acts.deciding.accept(self.place))

    def action_tab(self) -> None:
        if self.sheet.opened is not None:
            self.sheet.other_cell()
            return
        self.status.rest()
        if not self.place.go_to_next_open(self.pairs.current):
            self.status.tell(self.place.all_done if self.sheet.narrowing else "Every paragraph is reviewed.")

    def action_back_to_draft(self) -> None:
        self._save_if(acts.deciding.back_to_draft(self.place))

    def action_skip(self) -> None:
        self._save_if(acts.deciding.skip(self.place))

    def action_skip_furniture(self) -> None:
        self._save_if(acts.deciding.skip_furniture(self.place))

    def _save_if(self, done: bool) -> None:
        if done:
            self._save_soon()

    @work
    async def action_note(self) -> None:
        await self._notes.write()

    def action_original(self) -> None:
        self._notes.ask_for_original()

    @on(EnglishEditor.Exhausted)
    def _exhausted(self, event: EnglishEditor.Exhausted) -> None:
        self.action_step_back(event.redo)

    def action_step_back(self, redo: bool) -> None:
        self._save_if(acts.deciding.step_back(self.place, redo=redo))

    def action_jump(self) -> None:
        """Letters over the words of the open cell, or of the English of this paragraph, which is opened for it."""
        if self.sheet.opened is None:
            self._edit(self.pairs.current)
        if self.sheet.opened is not None:
            self.sheet.show_labels()
            self.status.tell("Type the letters over a word to select it; Esc takes them away.")

    # What has a module of its own

    async def action_act(self, name: str, *given: object) -> None:
        """Do what a module of `tui/desk` has for it: `act('findings.go', 1)` calls `findings.go(desk, 1)`.

        What takes time goes on behind, until the same is asked for again.
        """
        module, function = name.split(".")
        done = getattr(getattr(acts, module), function)(self.place, *given)
        if isawaitable(done):
            self.run_worker(self._ended(done), name=name, group=f"act {name}", exclusive=True)
        else:
            self._save_what_is_new()

    async def _ended(self, done: Awaitable[None]) -> None:
        await done
        self._save_what_is_new()

    def _save_what_is_new(self) -> None:
        if self.is_attached and not self.translation.saved:
            self._save_soon()

    @work
    async def look_at_files(self) -> None:
        """Take up what other programs changed, if they did."""
        await files.look(self.place)

    @work
    async def action_reload(self) -> None:
        await files.decide(self.place)

    @work
    async def action_review(self) -> None:
        with self.place.at_work:  # between two of its questions the file is read
            self._save_if(await acts.reviewing.take_over(self.place))
