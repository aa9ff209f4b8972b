"""Choosing another document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text
from textual import on
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.project import DocumentSummary
from workbench.text import clean_line
from workbench.tui.dialogs.dialog import Dialog


class DocumentsDialog(Dialog[str]):
    """The answer is the name of the document."""

    TITLE_TEXT = "Open a document"
    HINT = "↑ ↓ Enter: open · Esc: back"

    def __init__(self, documents: Sequence[DocumentSummary], current: str) -> None:
        super().__init__()
        self._documents, self._current = documents, current

    def body(self) -> Iterable[Widget]:
        names = [document.name for document in self._documents]
        options = OptionList(*(Option(_line(document), id=str(i)) for i, document in enumerate(self._documents)))
        if self._current in names:
            options.highlighted = names.index(self._current)
        yield options

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._documents[event.option_index].name)


def _line(document: DocumentSummary) -> Text:
    name = clean_line(document.name)
    if document.problem:
        return Text.assemble(name, ("  ✗ cannot be opened: " + document.problem, "bold"))
    done = " ✓" if document.total and document.reviewed == document.total else ""
    return Text.assemble((name, "bold"), f"  {document.reviewed} of {document.total} reviewed{done}")
