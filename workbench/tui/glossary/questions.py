"""What the glossary screen asks and tells over itself: deleting, the file's problems, its keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.glossary import Entry
from workbench.problem import Problem
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.glossary.details import told
from workbench.tui.glossary.keys import GLOSSARY
from workbench.tui.help import key_table, scroll_by_keys
from workbench.tui.keys import spelt


class DeleteDialog(Dialog[bool]):
    """The answer is True to delete the entry. `uses`: how often it stands in how many documents, if that is known."""

    TITLE_TEXT = "Delete this entry?"
    HINT = "Enter: delete · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "delete", "Delete")]

    def __init__(self, entry: Entry, uses: tuple[int, int] | None) -> None:
        super().__init__()
        self._entry, self._uses = entry, uses

    def body(self) -> Iterable[Widget]:
        yield Static(f"{', '.join(self._entry.de)} → {self._entry.en}", classes="entry", markup=False)
        yield Static(_consequence(self._uses), markup=False)

    def action_delete(self) -> None:
        self.dismiss(True)


def _consequence(uses: tuple[int, int] | None) -> str:
    if uses is None:
        return "How often it is used is not known yet: the documents are still being looked through."
    count, documents = uses
    if not count:
        return "It stands in no document."
    return (
        f"It stands {times(count)} in {documents} document{'s' if documents > 1 else ''}. "
        "The English there stays as it is, but is checked no more."
    )


def times(count: int) -> str:
    """`once`, `twice`, `12 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


class ProblemsDialog(Dialog[int]):
    """What is wrong with the glossary file; the answer is the line of the one that was chosen."""

    HINT = "Enter: to the entry · Esc: back. The file is read again as soon as you have mended it"

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._name, self._problems = name, problems

    def body(self) -> Iterable[Widget]:
        yield OptionList(*(Option(f"✗ {told(problem)}") for problem in self._problems), markup=False)

    @property
    def title_text(self) -> str:
        count = len(self._problems)
        return f"{count} problem{'s' if count > 1 else ''} in {self._name}"

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._problems[event.option_index].line or 0)


class GlossaryHelp(Dialog[None]):
    """Keys and signs of the glossary screen."""

    TITLE_TEXT = "The glossary: keys"
    HINT = "↑ ↓ PgUp PgDn: scroll · Esc: back"

    def body(self) -> Iterable[Widget]:
        moves = ("↑ ↓ PgUp PgDn Home End", "move")
        yield Static(key_table([moves, *((spelt(key), key.about) for key in GLOSSARY)]))
        yield Static("With the mouse: click to choose, click again to edit or to go there; the wheel scrolls.\n")
        yield Static(
            "An entry has:  1 a form for the first mention   + also   - avoid   = exact case   n note", markup=False
        )
        yield Static(
            "The English:  ✓ has the term   ○ has it not   ✗ has a forbidden form   · there is none yet", markup=False
        )

    def on_mount(self) -> None:
        scroll_by_keys(self)
