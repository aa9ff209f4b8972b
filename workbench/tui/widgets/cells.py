"""The live cells of the open paragraph: what both have, and the German to select in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from workbench.text import Inline, Span
from workbench.text.inline import MARK
from workbench.tui.codes import drawn, of_text, signs
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


def quiet(keys: str, action: str) -> Binding:
    """A key of a cell, which the bottom line does not tell."""
    return Binding(keys, action, show=False)


MOVING: list[BindingType] = [
    quiet("up", "cursor_up"),
    quiet("down", "cursor_down"),
    quiet("left", "cursor_left"),
    quiet("right", "cursor_right"),
    quiet("ctrl+left,alt+left,alt+b", "cursor_word_left"),
    quiet("ctrl+right,alt+right,alt+f", "cursor_word_right"),
    quiet("home", "cursor_line_start"),
    quiet("end", "cursor_line_end"),
    quiet("ctrl+home", "text_edge(False)"),
    quiet("ctrl+end", "text_edge(True)"),
    quiet("pageup", "cursor_page_up"),
    quiet("pagedown", "cursor_page_down"),
    quiet("shift+up", "cursor_up(True)"),
    quiet("shift+down", "cursor_down(True)"),
    quiet("shift+left", "cursor_left(True)"),
    quiet("shift+right", "cursor_right(True)"),
    quiet("ctrl+shift+left,alt+shift+left", "cursor_word_left(True)"),
    quiet("ctrl+shift+right,alt+shift+right", "cursor_word_right(True)"),
    quiet("shift+home", "cursor_line_start(True)"),
    quiet("shift+end", "cursor_line_end(True)"),
    quiet("ctrl+shift+home", "text_edge(False, True)"),
    quiet("ctrl+shift+end", "text_edge(True, True)"),
    quiet("ctrl+a", "select_all"),
    quiet("ctrl+c,super+c", "copy"),
]
"""Moving and selecting as editors have it. Every other function and Ctrl key is the desk's, as while browsing."""


class Cell(TextArea, inherit_bindings=False):
    """A text area without frame that fills its place in the columns and marks stretches of its text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = MARK_LOOKS | {"pairs--label"}
    BINDINGS: ClassVar[list[BindingType]] = MOVING

    def __init__(self, *, read_only: bool, id: str) -> None:
        super().__init__(read_only=read_only, id=id, compact=True, max_checkpoints=1_000, highlight_cursor_line=False)
        self._marks: Sequence[Mark] = ()
        self._lit: tuple[Mark, ...] = ()
        self._jump: Jump | None = None

    class Rewrapped(Message):
        """The text is broken into other lines now: the cell has another width."""

    def on_resize(self) -> None:
        self.post_message(self.Rewrapped())

    def mark(self, marks: Sequence[Mark]) -> None:
        """Draw these stretches (of what is drawn) in the looks of the columns beside."""
        self._marks = marks
        self._draw_again()

    def light(self, places: Sequence[Span]) -> None:
        """Light these words (of what is drawn), and no others: they stand for those at the cursor of the other cell."""
        lit = tuple(Mark(place, "pairs--lit") for place in places)
        if lit != self._lit:
            self._lit = lit
            self._draw_again()

    @property
    def lit(self) -> tuple[str, ...]:
        """The words that are lit."""
        return tuple(self.text[slice(*mark.span)] for mark in self._lit)

    def _draw_again(self) -> None:
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        if MARK.search(line.plain):
            line.plain = signs(line.plain)
        start = offset_of(self, (line_index, 0))
        for span, look in (*self._marks, *self._lit):
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

    @property
    def choosing_a_word(self) -> bool:
        """Whether letters stand over the words, and the next ones choose a word."""
        return self._jump is not None

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
            self.select_place(found)

    def load(self, inline: Inline) -> None:
        """Show a text; each of its codes is one character here."""
        self._lit = ()
        self.load_text(inline.marked())

    @property
    def inline(self) -> Inline:
        """The text as it stands here, with its codes."""
        return Inline.unmarked(self.text)

    def select_span(self, span: Span) -> None:
        """Select a stretch of the text, given as character offsets without codes; the cursor is at its end."""
        self.select_place(drawn(self.inline, span))

    def select_place(self, span: Span) -> None:
        """Select a stretch given as offsets in `text`; the cursor is at its end."""
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

    BINDINGS: ClassVar[list[BindingType]] = [quiet("enter", "screen.tab")]

    def __init__(self) -> None:
        super().__init__(read_only=True, id="german")
