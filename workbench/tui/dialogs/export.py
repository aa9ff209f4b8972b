"""Handing over: which documents, in which formats, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from workbench.export import FORMATS, fate_of_unreviewed, numbers, own_format
from workbench.project import OWN, Choice, Since, Wanted
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.sizes import is_tiny
from workbench.tui.widgets.rows import Look, RowList

_REVIEWED, _CHANGED = "only what is reviewed", "only what has changed "
_FINDINGS = "what the checks say, in documents with both languages"


class ExportDialog(Dialog[Choice]):
    """The answer is what was ticked.

    `source`: the source file's name; `choice`: what is ticked to begin with; `since`: what is other than it was
    handed over last, None where it never was.
    """

    TITLE_TEXT = "Hand over, into exports/"
    HINT = "Space: tick · a: all · n: none · Enter: write them · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "tick(True)", "All"),
        Binding("n", "tick(False)", "None"),
        Binding("space", "tick_this", "Tick", priority=True),
        Binding("enter,ctrl+s", "write", "Write", priority=True),
    ]

    def __init__(
        self,
        source: str,
        unreviewed: Sequence[int],
        choice: Choice,
        since: Since | None = None,
    ) -> None:
        super().__init__()
        self._unreviewed, self._since = unreviewed, since
        self._rows = ChoiceRows(source, choice, since)
        self._list = RowList(self._rows, id="documents")

    def body(self) -> Iterable[Widget]:
        if self._unreviewed:
            yield Static("", id="unreviewed", classes="warning", markup=False)
        yield self._list

    def on_mount(self) -> None:
        self._rows.with_heads = not is_tiny(self)
        self.set_focus(self._list)
        self.call_after_refresh(self._show)
        self._tell_fate()

    def on_resize(self) -> None:
        """A window of few lines has no room for heads between the rows."""
        self._rows.with_heads = not is_tiny(self)
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        """The list has its width now. Keys that were typed ahead may have moved the pointer by then."""
        self._list.show(self._list.current)

    def action_tick(self, ticked: bool) -> None:
        self._rows.tick_all(ticked)
        self._ticked()

    def action_tick_this(self) -> None:
        self._rows.turn(self._list.current)
        self._ticked()

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.action_tick_this()

    def _ticked(self) -> None:
        self.tell("")
        self._tell_fate()
        self._list.draw_again()

    def _tell_fate(self) -> None:
        """What becomes of the paragraphs that are not reviewed, as it is ticked now."""
        choice = self._rows.choice
        texts = [one.to for one in choice.wanted if one.what != "queries"]
        told = ""
        if texts and (open_ones := self._open(choice)):
            fate = fate_of_unreviewed(texts, choice.only_reviewed)
            verb = "s are" if len(open_ones) > 1 else " is"
            told = f"! {len(open_ones)} paragraph{verb} not reviewed and {fate}: {numbers(open_ones, most=12)}"
        for line in self.query("#unreviewed").results(Static):
            line.update(told)

    def _open(self, choice: Choice) -> list[int]:
        """The paragraphs that are not reviewed, of those that go out."""
        return [
            index
            for index in self._unreviewed
            if not (choice.only_changed and self._since) or index in self._since.changed
        ]

    def action_write(self) -> None:
        if self._rows.choice.wanted:
            self.dismiss(self._rows.choice)
        else:
            self.tell("Nothing is ticked: Space ticks, Esc goes back.")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line that can be ticked: a document, or how the documents are. `head`: what stands above it."""

    label: str
    about: str = ""
    wanted: Wanted | None = None
    head: str = ""


class ChoiceRows:
    """The documents there are for a source, its own format first, and how they are made; which are ticked."""

    def __init__(self, source: str, choice: Choice, since: Since | None = None) -> None:
        self.with_heads = True
        own = own_format(source)
        self._lines = list(_lines(own.name, own.about, since))
        wanted = {Wanted("english") if one == Wanted("english", own.name) else one for one in choice.wanted}
        self._ticked = {line.label for line in self._lines if line.wanted in wanted}
        self._ticked |= {_REVIEWED} if choice.only_reviewed else set()
        self._ticked |= {_FINDINGS} if choice.findings else set()

    @property
    def choice(self) -> Choice:
        """What is ticked now."""
        wanted = tuple(line.wanted for line in self._lines if line.wanted and line.label in self._ticked)
        return Choice(wanted, _REVIEWED in self._ticked, _FINDINGS in self._ticked, _CHANGED in self._ticked)

    def tick_all(self, ticked: bool) -> None:
        """Tick all documents, or none."""
        documents = {line.label for line in self._lines if line.wanted}
        self._ticked = self._ticked | documents if ticked else self._ticked - documents

    def turn(self, index: int) -> None:
        """Tick a line, or take its tick away."""
        self._ticked ^= {self._lines[index].label}

    def __len__(self) -> int:
        return len(self._lines)

    def height(self, index: int, width: int) -> int:
        return 1 + len(self._head(index))

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        line = self._lines[index]
        box = Segment("[x] " if line.label in self._ticked else "[ ] ", look("strong"))
        label, about = Segment(line.label, look("")), Segment(line.about, look("dim"))
        if line.wanted:
            what, name = line.label.split()
            label = Segment(f".{name:<9}" if self.with_heads else f"{what:<9} .{name:<8}", look("strong"))
        return [*([Segment(head, look("dim"))] for head in self._head(index)), [box, label, about]]

    def _head(self, index: int) -> list[str]:
        """The lines above a row."""
        head = self._lines[index].head
        if not head or not self.with_heads:
            return []
        return ["", head] if index else [head]


def _lines(own: str, about: str, since: Since | None) -> Iterable[_Line]:
    yield _Line(f"english {own}", about, Wanted("english", OWN), head="English")
    for one in FORMATS.values():
        if one.english and one.name != own:
            yield _Line(f"english {one.name}", one.about, Wanted("english", one.name))
    head = "Both languages"
    for one in FORMATS.values():
        if one.bilingual:
            yield _Line(f"bilingual {one.name}", one.about, Wanted("bilingual", one.name), head=head)
            head = ""
    head = "Queries for the editor"
    for one in FORMATS.values():
        if one.queries:
            yield _Line(f"queries {one.name}", one.about, Wanted("queries", one.name), head=head)
            head = ""
    yield _Line(_REVIEWED, head="How")
    if since is not None:
        count = len(since.changed)
        told = f"since {since.day.isoformat()}: {count} paragraph{'' if count == 1 else 's'}"
        yield _Line(_CHANGED, f"{told}; {since.beside}" if since.beside else told)
    yield _Line(_FINDINGS)
