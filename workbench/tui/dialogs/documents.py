"""Choosing another document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.project import DocumentSummary, Session
from workbench.text import clean_line
from workbench.tui import door
from workbench.tui.dialogs.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Pasted:
    """The user wants to paste an article; `text` is what has been pasted already."""

    text: str = ""


class DocumentsDialog(Dialog[str | Pasted]):
    """The answer is the name of the document, or that an article is to be pasted.

    The names are there at once; how far each is, for which files are read, follows.
    """

    TITLE_TEXT = "Open a document"
    HINT = "↑ ↓ Enter: open · p: paste an article · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("p", "paste", "Paste")]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._names = session.project.names()

    def body(self) -> Iterable[Widget]:
        options = OptionList(*(Option(Text(clean_line(name), "bold")) for name in self._names))
        if self._session.document in self._names:
            options.highlighted = self._names.index(self._session.document)
        yield options

    @work
    async def on_mount(self) -> None:
        """Look how far each document is, one by one, so that a key is never waited for."""
        project, lane = self._session.project, self._session.lanes.disk
        for index, name in enumerate(self._names):
            summary = await door.result(self, lane.submit(partial(project.summary, name)))
            self.query_one(OptionList).replace_option_prompt_at_index(index, _line(summary))

    def action_paste(self) -> None:
        self.dismiss(Pasted())

    def on_paste(self, event: events.Paste) -> None:
        self.dismiss(Pasted(event.text))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._names[event.option_index])


def _line(document: DocumentSummary) -> Text:
    name = clean_line(document.name)
    if document.problem:
        return Text.assemble(name, ("  ✗ cannot be opened: " + document.problem, "bold"))
    done = " ✓" if document.total and document.reviewed == document.total else ""
    return Text.assemble((name, "bold"), f"  {document.reviewed} of {document.total} reviewed{done}")
