"""The two live cells of the open paragraph: the German to select in, the English to write in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from workbench.text import Code, Inline, Span, clean
from workbench.text.inline import MARK, mark_of
from workbench.tui.codes import drawn, missing, of_text, signs
from workbench.tui.row import MARK_LOOKS, Mark
from workbench.tui.widgets.jump import Jump


def offset_of(area: TextArea, location: tuple[int, int]) -> int:
    """The character offset of a (line, column) location in the text area's text."""
    line, column = location
    return sum(len(area.document.get_line(i)) + 1 for i in range(line)) + column


def location_of(area: TextArea, offset: int) -> tuple[int, int]:
    """The (line, column) location of a character offset in the text area's text."""
    for line in range(area.document.line_count):
        length = len(area.document.get_line(line))
        if offset <= length:
            return line, offset
        offset -= length + 1
    return area.document.end


def _quiet(keys: str, action: str) -> Binding:
    return Binding(keys, action, show=False)


MOVING: list[BindingType] = [
    _quiet("up", "cursor_up"),
    _quiet("down", "cursor_down"),
    _quiet("left", "cursor_left"),
    _quiet("right", "cursor_right"),
    _quiet("ctrl+left,alt+left,alt+b", "cursor_word_left"),
    _quiet("ctrl+right,alt+right,alt+f", "cursor_word_right"),
    _quiet("home", "cursor_line_start"),
    _quiet("end", "cursor_line_end"),
    _quiet("ctrl+home", "text_edge(False)"),
    _quiet("ctrl+end", "text_edge(True)"),
    _quiet("pageup", "cursor_page_up"),
    _quiet("pagedown", "cursor_page_down"),
    _quiet("shift+up", "cursor_up(True)"),
    _quiet("shift+down", "cursor_down(True)"),
    _quiet("shift+left", "cursor_left(True)"),
    _quiet("shift+right", "cursor_right(True)"),
    _quiet("ctrl+shift+left,alt+shift+left", "cursor_word_left(True)"),
    _quiet("ctrl+shift+right,alt+shift+right", "cursor_word_right(True)"),
    _quiet("shift+home", "cursor_line_start(True)"),
    _quiet("shift+end", "cursor_line_end(True)"),
    _quiet("ctrl+shift+home", "text_edge(False, True)"),
    _quiet("ctrl+shift+end", "text_edge(True, True)"),
    _quiet("ctrl+a", "select_all"),
    _quiet("ctrl+c,super+c", "copy"),
]
"""Moving and selecting as editors have it. Every other function and Ctrl key is the desk's, as while browsing."""

WRITING: list[BindingType] = [
    _quiet("backspace", "delete_left"),
    _quiet("delete", "delete_right"),
    _quiet("ctrl+w,ctrl+backspace,alt+backspace", "delete_word_left"),
    _quiet("ctrl+delete,alt+delete", "delete_word_right"),
    _quiet("ctrl+k", "delete_to_end_of_line_or_delete_line"),
    _quiet("ctrl+x,super+x", "cut"),
    _quiet("ctrl+v,super+v", "paste"),
    _quiet("ctrl+z,super+z", "undo"),
    _quiet("ctrl+y,super+y", "redo"),
    _quiet("ctrl+j,shift+enter", "line_break"),
    _quiet("enter", "screen.accept"),
    _quiet("ctrl+r", "put_code"),
    _quiet("ctrl+u", "clear_codes"),
]
"""Ctrl+J is what a terminal, tmux too, sends for a line feed; Shift+Enter reaches few programs."""


class Cell(TextArea, inherit_bindings=False):
    """A text area without frame that fills its place in the columns and marks stretches of its text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = MARK_LOOKS | {"pairs--label"}
    BINDINGS: ClassVar[list[BindingType]] = MOVING

    def __init__(self, *, read_only: bool, id: str) -> None:
        super().__init__(read_only=read_only, id=id, compact=True, max_checkpoints=1_000, highlight_cursor_line=False)
        self._marks: Sequence[Mark] = ()
        self._jump: Jump | None = None

    class Rewrapped(Message):
        """The text is broken into other lines now: the cell has another width."""

    def on_resize(self) -> None:
        self.post_message(self.Rewrapped())

    def mark(self, marks: Sequence[Mark]) -> None:
        """Draw these stretches (of what is drawn) in the looks of the columns beside."""
        self._marks = marks
        self._draw_again()

    def _draw_again(self) -> None:
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        if MARK.search(line.plain):
            line.plain = signs(line.plain)
        start = offset_of(self, (line_index, 0))
        for span, look in self._marks:
            first, last = max(span.start - start, 0), min(span.end - start, len(line))
            if first < last:
                line.stylize(self.get_component_rich_style(look, partial=True), first, last)
        return self._labelled(line, start) if self._jump else line

    def _labelled(self, line: Text, start: int) -> Text:
        """The line with the labels of the words in the place of their first letters."""
        assert self._jump is not None
        letters, look = list(line.plain), self.get_component_rich_style("pairs--label", partial=True)
        places: list[tuple[int, int]] = []
        for span, label in self._jump.shown:
            at = span.start - start
            if 0 <= at < len(letters):
                shown = label[: len(letters) - at]
                letters[at : at + len(shown)] = shown
                places.append((at, at + len(shown)))
        labelled = Text("".join(letters), style=line.style, end=line.end, no_wrap=True)
        for first, last in places:
            labelled.stylize(look, first, last)
        return labelled

    def show_labels(self) -> None:
        """Show a letter or two over each word; typing them selects the word."""
        self._jump = Jump(self.text)
        self._draw_again()

    async def _on_key(self, event: events.Key) -> None:
        """While labels are shown, letters choose a word; any other key takes them away."""
        if self._jump is None:
            return  # Textual calls the handlers of the classes above by itself
        event.stop()
        event.prevent_default()
        found = self._jump.type(event.character) if event.character and event.character.isalpha() else None
        if found is True:
            self._draw_again()
            return
        self._jump = None
        self._draw_again()
        if isinstance(found, Span):
            self._select(found)

    def load(self, inline: Inline) -> None:
        """Show a text; each of its codes is one character here."""
        self.load_text(inline.marked())

    @property
    def inline(self) -> Inline:
        """The text as it stands here, with its codes."""
        return Inline.unmarked(self.text)

    def select_span(self, span: Span) -> None:
        """Select a stretch of the text, given as character offsets without codes; the cursor is at its end."""
        self._select(drawn(self.inline, span))

    def _select(self, span: Span) -> None:
        self.selection = Selection(location_of(self, span.start), location_of(self, span.end))

    def action_text_edge(self, end: bool, select: bool = False) -> None:
        """To the beginning or the end of the text."""
        self.move_cursor(self.document.end if end else (0, 0), select=select)

    @property
    def selected_span(self) -> Span:
        """The selection as character offsets without codes; empty at the cursor when nothing is selected."""
        place, text = self.selected_place, self.text
        return Span(of_text(text, place.start), of_text(text, place.end))

    @property
    def selected_words(self) -> str:
        """The text that is selected, without codes."""
        return MARK.sub("", self.selected_text)

    @property
    def selected_place(self) -> Span:
        """The selection as offsets in `text`, where each code is a character; first before last."""
        ends = sorted(offset_of(self, location) for location in self.selection)
        return Span(ends[0], ends[1])

    @property
    def height_needed(self) -> int:
        """Lines that the whole text takes at the present width."""
        return max(1, self.wrapped_document.height)


class GermanReader(Cell):
    """The German of the open paragraph: a cursor and a selection, no writing."""

    BINDINGS: ClassVar[list[BindingType]] = [_quiet("enter", "screen.tab")]

    def __init__(self) -> None:
        super().__init__(read_only=True, id="german")


class EnglishEditor(Cell):
    """The English of the open paragraph. Undo past its own beginning goes on through the document's steps."""

    BINDINGS: ClassVar[list[BindingType]] = WRITING

    class Exhausted(Message):
        """Nothing is left to undo (or redo) in this cell."""

        def __init__(self, redo: bool) -> None:
            super().__init__()
            self.redo = redo

    def __init__(self) -> None:
        super().__init__(read_only=False, id="english")
        self.wanted: tuple[Code, ...] = ()
        """The codes of the German."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self._jump is None:  # a binding, not a letter: done with this one, on to the next
            event.prevent_default()

    def action_line_break(self) -> None:
        """A new line inside the paragraph."""
        self.write("\n")

    def write(self, text: str) -> None:
        """Put text in the place of the selection, as if it were typed."""
        if not self.read_only and (done := self._replace_via_keyboard(text, *self.selection)):
            self.move_cursor(done.end_location)

    def action_put_code(self) -> None:
        """Put the next code that is missing at the cursor: a pair around what is selected, a half on its side of it."""
        if self.read_only:
            return
        codes = missing(self.wanted, self.inline.codes)
        if not codes:
            self.notify("The English has every code of the German.")
            return
        start, end = self.selected_place
        chosen = self.text[start:end]
        before = "".join(mark_of(code) for code in codes if code.kind != "close")
        after = "".join(mark_of(code) for code in codes if code.kind == "close")
        self.write(before + chosen + after)
        if before and after and not chosen:
            self.action_cursor_left()

    def action_clear_codes(self) -> None:
        """Take away the codes in what is selected, or all of them where nothing is."""
        start, end = self.selected_place
        if start == end:
            start, end = 0, len(self.text)
        if MARK.search(self.text[start:end]):
            self._select(Span(start, end))
            self.write(MARK.sub("", self.text[start:end]))

    def action_undo(self) -> None:
        if self.history.undo_stack:
            self.undo()
        else:
            self.post_message(self.Exhausted(redo=False))

    def action_redo(self) -> None:
        if self.history.redo_stack:
            self.redo()
        else:
            self.post_message(self.Exhausted(redo=True))

    async def _on_paste(self, event: events.Paste) -> None:
        """Paste without escape sequences and control characters, which the terminal would obey."""
        event.prevent_default()
        event.stop()
        self.write(clean(event.text))
