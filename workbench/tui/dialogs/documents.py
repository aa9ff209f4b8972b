"""Choosing another document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.project import DocumentSummary
from workbench.text import clean_line
from workbench.tui.dialogs.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Pasted:
    """The user wants to paste an article; `text` is what has been pasted already."""

    text: str = ""


class DocumentsDialog(Dialog[str | Pasted]):
    """The answer is the name of the document, or that an article is to be pasted."""

    TITLE_TEXT = "Open a document"
    HINT = "↑ ↓ Enter: open · p: paste an article · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("p", "paste", "Paste")]

    def __init__(self, documents: Sequence[DocumentSummary], current: str) -> None:
        super().__init__()
        self._documents, self._current = documents, current

    def body(self) -> Iterable[Widget]:
        names = [document.name for document in self._documents]
        options = OptionList(*(Option(_line(document), id=str(i)) for i, document in enumerate(self._documents)))
        if self._current in names:
            options.highlighted = names.index(self._current)
        yield options

    def action_paste(self) -> None:
        self.dismiss(Pasted())

    def on_paste(self, event: events.Paste) -> None:
        self.dismiss(Pasted(event.text))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._documents[event.option_index].name)


def _line(document: DocumentSummary) -> Text:
    name = clean_line(document.name)
    if document.problem:
        return Text.assemble(name, ("  ✗ cannot be opened: " + document.problem, "bold"))
    done = " ✓" if document.total and document.reviewed == document.total else ""
    return Text.assemble((name, "bold"), f"  {document.reviewed} of {document.total} reviewed{done}")
