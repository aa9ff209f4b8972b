"""Pasting an article: it becomes a source of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from workbench.problem import WorkbenchError
from workbench.text import clean
from workbench.tui.dialogs.dialog import Dialog

LONGEST = 1_000_000
"""Characters that may be pasted: a long book."""


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
        yield PastedText(self._begun, id="pasted", soft_wrap=True)

    def on_mount(self) -> None:
        box = self.query_one(PastedText)
        box.move_cursor(box.document.end)

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


class PastedText(TextArea):
    """The article as it is pasted; nothing of it reaches the terminal that a terminal would obey."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        put_in(self, event.text)


def put_in(box: TextArea, pasted: str) -> None:
    """Put a text at the cursor, clean, and no more than fits."""
    room = LONGEST - len(box.text)
    box.insert(clean(pasted[: max(room, 0)]))
