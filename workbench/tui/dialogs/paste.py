"""Pasting an article: it becomes a source of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from workbench.problem import WorkbenchError
from workbench.text import clean
from workbench.tui.dialogs.dialog import Dialog

LONGEST = 1_000_000
"""Characters that may be pasted: a long book."""
TOO_LONG = f"More than {LONGEST:,} characters: nothing was pasted. Save it as a file; `workbench import FILE` takes it."


class PastedText(TextArea):
    """The article as it is pasted; nothing of it reaches the terminal that a terminal would obey."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+j", "line_break", show=False),  # a line feed in a text that the terminal sends as keys
    ]

    takes: ClassVar[int] = LONGEST

    class Refused(Message):
        """More was pasted than fits. Nothing of it was put in: half an article would look like a whole one."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.put_in(event.text)

    def action_line_break(self) -> None:
        """A new line."""
        self.put_in("\n")

    def put_in(self, pasted: str) -> None:
        """Put a text in the place of what is selected, clean and whole."""
        if len(self.text) - len(self.selected_text) + len(pasted) > LONGEST:
            self.post_message(self.Refused())
        elif done := self._replace_via_keyboard(clean(pasted), *self.selection):
            self.move_cursor(done.end_location)


class PasteDialog(Dialog[str]):
    """The answer is the name of the article. `take` makes a source of a text; what it raises is shown, and the text
    stays.
    """

    TITLE_TEXT = "Paste an article"
    HINT = "its first line becomes its name · Ctrl+S: take it in · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,ctrl+enter", "take", "Take in", priority=True)]

    def __init__(self, take: Callable[[str], str], begun: str = "") -> None:
        super().__init__()
        self._take, self._begun, self._asked = take, begun, False

    def body(self) -> Iterable[Widget]:
        yield PastedText(id="pasted", soft_wrap=True)

    @on(PastedText.Refused)
    def _refused(self) -> None:
        self.tell(TOO_LONG)

    @on(TextArea.Changed)
    def _changed(self) -> None:
        """What was told of the text before is over."""
        self._asked = False
        self.tell("")

    def on_mount(self) -> None:
        self.query_one(PastedText).put_in(self._begun)

    @property
    def text(self) -> str:
        """What has been pasted or typed so far."""
        return self.query_one(PastedText).text

    def action_take(self) -> None:
        try:
            self.dismiss(self._take(clean(self.text)))
        except WorkbenchError as error:
            self.tell(str(error))

    def action_back(self) -> None:
        """Go back; a second time, if there is something that would be gone."""
        if self.text.strip() and not self._asked:
            self._asked = True
            self.tell("Esc again throws this text away; Ctrl+S takes it in.", bad=False)
        else:
            self.dismiss(None)
