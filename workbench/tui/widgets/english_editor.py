"""The English of the open paragraph, to write in."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from workbench.text import Code, Inline, Span, clean
from workbench.text.inline import MARK, mark_of
from workbench.tui.codes import missing
from workbench.tui.widgets.cells import Cell, offset_of, quiet
from workbench.tui.widgets.ghost import ghost_rows, with_ghost
from workbench.tui.widgets.typing_marks import TypingMarks

WRITING: list[BindingType] = [
    quiet("backspace", "delete_left"),
    quiet("delete", "delete_right"),
    quiet("ctrl+w,ctrl+backspace,alt+backspace", "delete_word_left"),
    quiet("ctrl+delete,alt+delete", "delete_word_right"),
    quiet("ctrl+k", "delete_to_end_of_line_or_delete_line"),
    quiet("ctrl+x,super+x", "cut"),
    quiet("ctrl+v,super+v", "paste"),
    quiet("ctrl+z,super+z", "undo"),
    quiet("ctrl+y,super+y", "redo"),
    quiet("ctrl+j,shift+enter", "line_break"),
    quiet("enter", "screen.accept"),
    quiet("ctrl+r", "put_code"),
    quiet("ctrl+u", "clear_codes"),
    quiet("tab", "take_suggested(False)"),
    quiet("shift+tab", "take_suggested(True)"),
    quiet("right", "right_or_word"),
    quiet("escape", "hide_or_leave"),
]
"""Ctrl+J is what a terminal, tmux too, sends for a line feed; Shift+Enter reaches few programs."""


SEEN = 0.15
"""Seconds for which a suggestion has to be shown before a key that has another meaning without it is meant for it."""

State = tuple[str, object]


class EnglishEditor(Cell):
    """The English of the open paragraph. Undo past its own beginning goes on through the document's steps."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"english--ghost"}
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
        self.asks: Callable[[], None] | None = None
        """Called when the text is another: whoever has a suggestion shows it by `suggest`."""
        self._suggested: tuple[str, str, State] | None = None
        self._shown_at = 0.0
        self._came_late = False
        self._loaded = ""
        self._written: State | None = None
        self._hides = False
        self.marks = TypingMarks(self, self.put_letters)
        self.knows: Callable[[str], bool] = lambda word: False
        """Whether a word is English; before the dictionaries are read, none is."""

    async def _on_key(self, event: events.Key) -> None:
        letter = event.character
        if self.marks.style and letter and letter.isprintable() and not self.read_only and not self.choosing_a_word:
            event.stop()
            event.prevent_default()
            self.marks.write(letter)
        elif event.key == "enter" and not self.choosing_a_word:  # a binding, not a letter: done, on to the next
            event.prevent_default()

    def action_line_break(self) -> None:
        """A new line inside the paragraph."""
        self.write("\n")

    def put_letters(self, letters: str) -> None:
        """Put letters in the place of the selection; with those before them they are one step of undo."""
        self._replace_via_keyboard(letters, *self.selection)

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
            self.select_place(Span(start, end))
            self.write(MARK.sub("", self.text[start:end]))

    def action_delete_left(self) -> None:
        """Delete the selection or a letter; straight after marks were put right, bring back what was typed."""
        if not self.marks.take_back():
            super().action_delete_left()

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
        self.paste(event.text)

    def action_paste(self) -> None:
        self.paste(self.app.clipboard)

    def paste(self, text: str) -> None:
        """Put in a text from outside as it is meant; as it was, that is one undo or Backspace away."""
        raw = clean(text)
        if not self.read_only and raw:
            self.marks.paste(raw, self.meant(text))

    def write_as_it_is(self, text: str) -> None:
        """Put in a text from outside with nothing put right but what a terminal would obey."""
        if not self.read_only:
            self.marks.paste(clean(text), clean(text))

    def meant(self, text: str) -> str:
        """A text from a PDF or a page, cleaned, as the house style has its marks; `typing: plain` leaves it alone."""
        if self.marks.style is None:
            return clean(text)
        from workbench.text.pasted import pasted

        return clean(pasted(text, self.marks.style, self.knows))

    # What may follow

    def load(self, inline: Inline) -> None:
        """Show a text; what may follow is shown when it is written in."""
        super().load(inline)
        self._loaded, self._suggested, self._written = self.text, None, None
        if self.asks is not None:
            self.asks()

    def opened_anew(self) -> None:
        """Another paragraph is in the cell: suggestions are shown again where they were hidden."""
        self._hides = False

    @property
    def _state(self) -> State:
        return self.text, self.selection

    def on_text_area_changed(self) -> None:
        """The text was changed; by a key, if it is not what was loaded."""
        self._written = self._state if self.text != self._loaded else None
        self._loaded = "" if self._written else self._loaded
        if self.asks is not None:
            self.asks()

    @property
    def takes_suggestions(self) -> bool:
        """Whether the cursor is where something was written last, and nobody has hidden what may follow."""
        return not self._hides and not self.read_only and self._written == self._state

    @property
    def code_follows(self) -> bool:
        """Whether a code stands right behind the cursor."""
        return bool(MARK.match(self.text_behind))

    @property
    def around_cursor(self) -> tuple[str, str]:
        """The text before and behind the cursor, without codes."""
        behind = self.text_behind
        return MARK.sub("", self.text[: len(self.text) - len(behind)]), MARK.sub("", behind)

    @property
    def text_behind(self) -> str:
        """The text behind the cursor, where each code is a character."""
        return self.text[offset_of(self, self.cursor_location) :]

    def suggest(self, text: str, word: str, *, late: bool = False) -> None:
        """Show what may follow the cursor as the text is now; `word`: what one key takes of it. Empty: nothing.

        `late`: it was not there when the last letter was typed.
        """
        new = (text, word, self._state) if text else None
        if new != self._suggested:
            self._suggested, self._shown_at, self._came_late = new, monotonic(), late
            self.refresh()

    @property
    def suggested(self) -> tuple[str, str]:
        """What is shown behind the cursor, and its first word; empty where nothing is."""
        if self._suggested is None or not self.has_focus or self.choosing_a_word:
            return "", ""
        text, word, state = self._suggested
        if not self.takes_suggestions or state != self._state or not self._rows(text):
            return "", ""
        return text, word

    @property
    def _was_seen(self) -> bool:
        return monotonic() - self._shown_at >= SEEN

    def _rows(self, text: str) -> list[str]:
        """The rows in which a suggestion is drawn, from the cursor on."""
        column, row = self.wrapped_document.location_to_offset(self.cursor_location)
        width = self.wrap_width
        if self.cursor_location == self.document.end:
            begun = not self.around_cursor[0][-1:].isspace()
            free = self.scroll_offset.y + self.size.height - row
            return ghost_rows(text, width - column, width, free, begun=begun)
        line = self.render_line_alone(row - self.scroll_offset.y).text.rstrip()
        return ghost_rows(text, width - len(line), 0, 1)

    def render_line_alone(self, y: int) -> Strip:
        """A row of the cell without what may follow."""
        return super().render_line(y)

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        text, _ = self.suggested
        if not text:
            return strip
        column, row = self.wrapped_document.location_to_offset(self.cursor_location)
        at = y + self.scroll_offset.y - row
        rows = self._rows(text)
        if not 0 <= at < len(rows):
            return strip
        style = self.get_component_rich_style("english--ghost", partial=True)
        pushes = self.cursor_location != self.document.end
        return with_ghost(strip, rows[at], column if at == 0 else 0, self.size.width, style, pushes=pushes)

    async def action_take_suggested(self, whole: bool) -> None:
        """Write the first word of what may follow, or all of it; where nothing is shown, go to the other cell."""
        if not self._take(whole=whole):
            await self.run_action("screen.tab")

    def _take(self, *, whole: bool) -> bool:
        text, word = self.suggested
        if not text or (self._came_late and not self._was_seen):
            return False
        self.history.checkpoint()
        self.write(text if whole else word)
        self.history.checkpoint()
        return True

    def action_right_or_word(self) -> None:
        """At the end of what is written: its next word; else a place to the right."""
        if self.cursor_location != self.document.end or not self._take(whole=False):
            self.action_cursor_right()

    async def action_hide_or_leave(self) -> None:
        """Show nothing more behind the cursor in this paragraph; where nothing is shown, leave it."""
        if self.suggested[0] and self._was_seen:
            self._hides = True
            self.refresh()
        else:
            await self.run_action("screen.done")
