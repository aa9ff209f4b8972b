"""The frame that every dialog stands in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList, Static, TextArea

from workbench.tui.widgets.rows import RowList

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A question in a frame that has its title; below it, always in sight, a problem if there is one, and the keys.

    The answer is None when the user goes back.
    """

    TITLE_TEXT: ClassVar[str] = ""
    HINT: ClassVar[str] = "Enter: yes · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back")]

    def compose(self) -> ComposeResult:
        with Vertical(id="frame") as frame:
            frame.border_title = Content(self.title_text)
            with Question(id="content", can_focus=False):
                yield from self.body()
            with Vertical(id="foot"):
                yield Static("", id="problem", markup=False)
                yield Static(self.hint, id="hint", markup=False)

    @property
    def title_text(self) -> str:
        """What stands in the frame's upper edge."""
        return self.TITLE_TEXT

    @property
    def hint(self) -> str:
        """The keys, as they are told."""
        return self.HINT

    def body(self) -> Iterable[Widget]:
        """What the question consists of."""
        return ()

    def tell(self, text: str, *, bad: bool = True) -> None:
        """Say what is wrong (or under way) in the one place for it, over the keys; empty takes it away."""
        problem = self.query_one("#problem", Static)
        problem.set_class(bad, "-bad")
        problem.update(f"✗ {text}" if bad and text else text)
        problem.display = bool(text)

    def action_back(self) -> None:
        self.dismiss(None)


def digits(count: int, most: int = 9) -> str:
    """The digits that choose among so many, as a hint tells them.

    >>> digits(1), digits(5), digits(12)
    ('1', '1 … 5', '1 … 9')
    """
    return f"1 … {min(count, most)}" if count > 1 else "1"


class Question(VerticalScroll):
    """The question; the field that is typed in, and the line that the user is at, stay in sight in however little room.

    A list or a text scrolls by itself, but may be higher than the question has room for.
    """

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_field)

    @on(OptionList.OptionHighlighted)
    @on(RowList.Moved)
    def _stepped(self) -> None:
        self.call_after_refresh(self.show_field)

    def show_field(self) -> None:
        """Bring what the user is at into sight; nothing where the dialog has been closed before that."""
        field = self.screen.focused if self.is_attached else None
        if field is None or field is self:
            return
        lines = _lines_in(field)
        if lines is None:
            field.scroll_visible(animate=False)
        else:
            top = field.content_region.y + lines[0] - self.content_region.y + self.scroll_offset.y
            self.scroll_to_region(Region(0, top, 1, lines[1]), animate=False)


def _lines_in(field: Widget) -> tuple[int, int] | None:
    """Where what the user is at begins in a list or a text, in lines from its upper edge, and how many lines it has.

    The list or the text has been scrolled to that.
    """
    if isinstance(field, TextArea):
        field.scroll_cursor_visible()
        return field.cursor_screen_offset.y - field.content_region.y, 1
    if isinstance(field, OptionList) and field.highlighted is not None:
        field.scroll_to_highlight()
        return field._index_to_line.get(field.highlighted, 0) - field.scroll_offset.y, 1
    return field.current_lines if isinstance(field, RowList) else None
