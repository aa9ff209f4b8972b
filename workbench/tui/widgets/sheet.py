"""The sheet: one document in two columns, and over them the live cells of the one paragraph that is open."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widgets import TextArea

from workbench.problem import WorkbenchError
from workbench.project import Session
from workbench.project.commands import Edit
from workbench.text import Inline, Span
from workbench.text.inline import MARK
from workbench.tui.codes import drawn, of_text, shown
from workbench.tui.row import Row
from workbench.tui.shown import Shown
from workbench.tui.view import marks_of, misspelt_marks, row_of
from workbench.tui.widgets.cells import Cell, GermanReader, location_of
from workbench.tui.widgets.english_editor import EnglishEditor
from workbench.tui.widgets.pairs import PairsView

if TYPE_CHECKING:  # what is looked for comes after the first screen
    from workbench.project.doubts import Doubts
    from workbench.project.narrowing import Narrowing
    from workbench.project.searching.walk import Sought

Made = TypeVar("Made")


def done(steps: Generator[object, None, Made]) -> Made:
    """What comes of work in steps when it is done in one go."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made


class Sheet(Container):
    """Shows the document on the desk, edits a paragraph in place, and finds places. It saves nothing."""

    class Typed(Message):
        """The English of the open paragraph is not what it was: see `typed`."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="sheet")
        self._session = session
        self.pairs = PairsView(self._row, self._texts)
        self.german, self.english = GermanReader(), EnglishEditor()
        self.opened: int | None = None
        """The index of the open paragraph."""
        self.sought: Sought | None = None
        """What is being looked for; its places are marked."""
        self.narrowing: Narrowing | None = None
        """Which paragraphs are shown; None: all of them. See `narrow`."""
        self.doubts: Doubts | None = None
        """Which words of untouched drafts are in doubt; they are marked."""
        self.lights: Callable[[], None] | None = None
        """Looks again which words are lit; None as long as none are (see `desk/lighting.py`)."""
        self._continuing = False
        self._shown_of = ""
        self._ids: tuple[str, ...] = ()
        self._typed_to: tuple[str, tuple[int, int]] | None = None
        """The English and the cursor in it after the last letter that was typed: its word is not finished."""

    def compose(self) -> ComposeResult:
        yield self.pairs
        yield self.german
        yield self.english

    def on_mount(self) -> None:
        self.german.display = self.english.display = False
        self.watch(self.pairs, "scroll_y", self._place, init=False)

    def _row(self, index: int) -> Row:
        return row_of(self._session, index, self.sought, self.doubts.here(index) if self.doubts else ())

    def _texts(self, index: int) -> tuple[str, str]:
        """The texts as they are drawn."""
        record = self._session.paragraphs[index]
        return shown(record.source), shown(record.target)

    def show(self, current: int) -> None:
        """Show the document from the beginning, with the pointer at one of its paragraphs."""
        self.close()
        if self._session.document != self._shown_of:
            self.narrowing = None
        self._shown_of = self._session.document
        self.pairs.show(self._still_shown(), current)

    def _still_shown(self) -> Shown:
        """All but the paragraphs that are hidden: whatever has come, been cut or joined is shown."""
        count = len(self._session.paragraphs)
        if self.narrowing is not None:
            ids = self._session.translation.record.ids
            hidden = {key for index, key in enumerate(self._ids) if index not in self.pairs.shown}
            shown = Shown.only(count, (index for index, key in enumerate(ids) if key not in hidden))
            self._ids = ids
            if shown:
                return shown
            self.narrowing = None
        return Shown.all_of(count)

    def narrow(self, narrowing: Narrowing, wanted: Iterable[int]) -> None:
        """Show only these paragraphs, which are those that the user wants to see; there is one at least.

        What is shown stays then, whatever becomes of it, until this is called again: nothing moves under the user's
        hands.
        """
        self.narrowing = narrowing
        self._ids = self._session.translation.record.ids
        self._show(Shown.only(len(self._session.paragraphs), wanted), self.pairs.current)

    def drop_unwanted(self) -> None:
        """Take out of what is shown what is not wanted any more; where nothing is left, show everything."""
        from workbench.project.narrowing import narrowed

        assert self.narrowing is not None
        try:
            wanted = done(narrowed(self._session, self.narrowing, self.pairs.shown.paragraphs))
        except WorkbenchError:  # what it went by is gone
            wanted = ()
        if wanted:
            self.narrow(self.narrowing, wanted)
        else:
            self.widen()

    def widen(self) -> None:
        """Show every paragraph again."""
        self.narrowing = None
        self._show(Shown.all_of(len(self._session.paragraphs)), self.pairs.current)

    def _show(self, shown: Shown, current: int) -> None:
        self.close()
        self.pairs.show(shown, current)
        self.pairs.post_message(PairsView.Moved(self.pairs.current))

    @property
    def told_shown(self) -> str:
        """What is shown, for the head line: `12 of 80 shown: with findings`; empty where all is."""
        shown = self.pairs.shown
        return f"{len(shown):,} of {shown.count:,} shown: {self.narrowing.told}" if self.narrowing else ""

    def update(self) -> None:
        """Draw everything again: the glossary or the search has changed."""
        self.pairs.update(range(len(self._session.paragraphs)))
        self.mark()

    def take_up(self, segments: frozenset[int], findings: frozenset[int]) -> None:
        """Draw paragraphs again that have another text or other findings; an open cell shows what is there now."""
        self.pairs.update(segments | findings)
        if self.opened in segments and self.typed is not None:
            self.open(self.opened)
        elif self.opened in segments | findings:
            self.mark()

    # Editing in place

    def open(self, index: int, *, english: bool = True, offset: int | None = None) -> None:
        """Open a paragraph, with the cursor in one of the cells at a character offset (at the end of the English)."""
        self.opened = index
        self._continuing, self._typed_to = False, None
        record = self._session.paragraphs[index]
        for cell, inline in zip(self.cells, (record.source, record.target), strict=True):
            cell.load(inline)
            cell.display = True
        self.mark()
        self.english.read_only = self._session.read_only or bool(self._session.translation.locked(index))
        self.english.wanted = record.codes
        settings = self._session.project.settings
        self.english.marks.style = settings.style if settings.typing == "smart" else None
        self.english.knows = self._session.project.words.knows
        self._place()
        cell, inline = (self.english, record.target) if english else (self.german, record.source)
        at = len(inline.text) if offset is None and english else offset or 0
        cell.move_cursor(location_of(cell, drawn(inline, Span(at, at)).start))
        self.screen.set_focus(cell)

    def mark(self) -> None:
        """Mark terms, what is sought and misspelt words in the open cells, as the document has them now."""
        if self.opened is None or self.typed is not None:
            return
        record = self._session.paragraphs[self.opened]
        german, english = marks_of(self._session, record, self._session.termbase.rows(record), self.sought)
        self.german.mark(german)
        self.english.mark((*misspelt_marks(self._session, self.opened, but=self._being_typed), *english))

    @property
    def _being_typed(self) -> int | None:
        """Where the cursor is in the English (characters without codes) while its word is being typed."""
        english = self.english
        is_typed = self._typed_to == (english.text, english.cursor_location)
        return english.selected_span.start if is_typed else None

    @on(TextArea.SelectionChanged, "#english")
    def _moved(self) -> None:
        """The cursor has left a word, perhaps: it is finished now."""
        if self._typed_to is not None and self._being_typed is None:
            self._typed_to = None
            self.mark()

    def clicked(self, event: PairsView.Opened) -> int:
        """The offset in the text where the user clicked."""
        record = self._session.paragraphs[event.index]
        return of_text((record.target if event.english else record.source).marked(), event.offset)

    @property
    def typed(self) -> Inline | None:
        """The English of the open paragraph as it now stands in its cell, if that is not what the document has."""
        now = self.english.inline if self.opened is not None else None
        return now if self.opened is not None and now != self._session.paragraphs[self.opened].target else None

    def take_typed(self) -> None:
        """Put what stands in the open cell into the document; the next save takes it to the disk.

        Raises WorkbenchError when the document cannot be changed.
        """
        if self.opened is not None and (typed := self.typed) is not None:
            self._session.do(Edit(self.opened, typed, self._continuing))
            self._continuing = True

    def close(self) -> None:
        """Close the open paragraph, whatever is in its cell."""
        if self.opened is not None:
            self.opened = None
            self.german.display = self.english.display = False
            self.pairs.close_row()
            self.screen.set_focus(self.pairs)

    @property
    def cell(self) -> Cell:
        """The cell that the cursor is in."""
        return self.german if self.german.has_focus else self.english

    def show_labels(self) -> None:
        """Show letters over the words of the open cell."""
        if self.opened is not None:
            self.cell.show_labels()

    def put_in(self, words: str) -> None:
        """Put words at the English cursor, or in the place of what is selected there, with a space where one wants."""
        text, place = self.english.text, self.english.selected_place
        before, after = MARK.sub("", text[: place.start]), MARK.sub("", text[place.end :])
        if not before.strip() or before.rstrip().endswith((".", "!", "?", ":")):
            words = words[:1].upper() + words[1:]
        left = " " if before and (before[-1].isalnum() or before[-1] in ".,;:!?") else ""
        right = " " if after and after[0].isalnum() else ""
        self.screen.set_focus(self.english)
        self.english.write(left + words + right)

    def select_german(self, index: int, span: Span) -> None:
        """Open a paragraph with a stretch of its German selected."""
        self.open(index, english=False)
        self.german.select_span(span)

    def other_cell(self) -> None:
        """Go from the German to the English, or the other way round."""
        self.screen.set_focus(self.german if self.english.has_focus else self.english)

    @property
    def cells(self) -> tuple[Cell, Cell]:
        """The German and the English cell."""
        return self.german, self.english

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if event.text_area is self.english and self.typed is not None:
            self._typed_to = (self.english.text, self.english.cursor_location)
            self.post_message(self.Typed())
        self._place()

    @on(Cell.Rewrapped)
    def _place(self) -> None:
        """Put the cells over their paragraph: their own height, but no higher than the window."""
        if self.opened is None:
            return
        columns, window = self.pairs.columns, max(1, self.pairs.size.height)
        height = min(max(cell.height_needed for cell in self.cells), max(1, window - 1))
        self.pairs.open_row(self.opened, height)
        top = self.pairs.top_of(self.opened)
        lefts = ((columns.german, columns.german_width), (columns.english, columns.english_width))
        for cell, (left, width) in zip(self.cells, lefts, strict=True):
            cell.styles.offset = (left, top)
            cell.styles.width, cell.styles.height = width + 1, height
        self.cell.scroll_cursor_visible()  # a line that begins with the last letter was not there when it was typed

    def on_resize(self) -> None:
        self.call_after_refresh(self._place)

    # Finding

    def seek(self, sought: Sought | None) -> None:
        """Mark what is being looked for, in the place of what was; None ends that."""
        self.sought = sought
        self.update()

    def go_where(self, wanted: Callable[[int], bool], start: int, by: int) -> bool:
        """Go to the nearest wanted paragraph from `start` on, in steps of `by`, round the end; False if none is."""
        count = len(self._session.paragraphs)
        around = ((start + by * step) % count for step in range(count))
        found = next((index for index in around if wanted(index)), None)
        if found is not None:
            self.pairs.current = found
        return found is not None

    def has_sought(self, index: int) -> bool:
        """Whether a paragraph has what is being looked for, in German or English."""
        sought, record = self.sought, self._session.paragraphs[index]
        return sought is not None and bool(
            sought.places(record.german, "german") or sought.places(record.english, "english")
        )
