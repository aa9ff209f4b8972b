"""The sentences that another preferred English, or the house style, would change, as diffs to tick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from workbench.project import State
from workbench.project.terms.changes import Change
from workbench.text import Span, clean_line
from workbench.tui import door
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.view import SIGNS
from workbench.tui.widgets.rows import INDENT, Look, RowList, labelled
from workbench.tui.wrapping import wrap


class ChangesDialog(Dialog[tuple[Change, ...]]):
    """The answer are the changes that were ticked; none when there are none to tick.

    `find` looks for the changes; that may take seconds. `ticked`: they are all ticked, to begin with.
    """

    HINT = "Space: tick · a: all · n: none · Enter: apply · Esc: leave them all"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "tick(True)", "All"),
        Binding("n", "tick(False)", "None"),
        Binding("space", "tick_this", "Tick", priority=True),
        Binding("enter,ctrl+s", "apply", "Apply", priority=True),
    ]

    def __init__(self, title: str, find: Callable[[], Awaitable[Sequence[Change]]], *, ticked: bool = False) -> None:
        super().__init__()
        self._title, self._find, self._ticked = title, find, ticked
        self._rows = ChangeRows()
        self._list = RowList(self._rows, id="changes")

    @property
    def title_text(self) -> str:
        return self._title

    def body(self) -> Iterable[Widget]:
        yield Static("Looking for sentences that you wrote or accepted …", id="count", markup=False)
        yield self._list

    def on_mount(self) -> None:
        self.set_focus(self._list)
        self.call_after_refresh(self._fill)  # the list has its width then

    @work
    async def _fill(self) -> None:
        found = await self._find()
        if not door.is_shown(self):
            return
        if not found:
            self.dismiss(())
            return
        self._rows.take(sorted(found, key=lambda change: change.state is not State.REVIEWED))
        self._rows.ticked = set(range(len(self._rows))) if self._ticked else set()
        self._list.show()
        self._count()

    def _count(self) -> None:
        found, ticked = len(self._rows), len(self._rows.ticked)
        states = Counter(change.state for change in self._rows.changes)
        reviewed, drafts = states[State.REVIEWED], states[State.DRAFT]
        kinds = {"reviewed": reviewed, "translated, not reviewed": found - reviewed - drafts, "drafts": drafts}
        told = ", ".join(f"{count} {kind}" for kind, count in kinds.items() if count)
        sentences = f"{found} sentence{'s' if found > 1 else ''} would change"
        self.query_one("#count", Static).update(f"{sentences}, {ticked} ticked ({told})")
        self._list.draw_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be ticked or applied before there is something."""
        return action == "back" or len(self._rows) > 0

    def action_tick(self, ticked: bool) -> None:
        self._rows.ticked = set(range(len(self._rows))) if ticked else set()
        self._count()

    def action_tick_this(self) -> None:
        self._rows.ticked ^= {self._list.current}
        self._count()

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.action_tick_this()

    def action_apply(self) -> None:
        if self._rows.ticked:
            self.dismiss(tuple(self._rows.changes[index] for index in sorted(self._rows.ticked)))
        else:
            self.query_one("#count", Static).update("Nothing is ticked: Space ticks, a ticks all, Esc goes back.")


class ChangeRows:
    """The changes, and which of them are ticked (by index)."""

    def __init__(self) -> None:
        self.changes: Sequence[Change] = ()
        self.ticked: set[int] = set()
        self._diffs: Sequence[tuple[str, list[Span], list[Span]]] = ()

    def take(self, found: Sequence[Change]) -> None:
        """These are the changes; none is ticked."""
        self.changes, self._diffs = found, [diff(change) for change in found]

    def __len__(self) -> int:
        return len(self.changes)

    def height(self, index: int, width: int) -> int:
        german, (english, _, _) = self.changes[index].german, self._diffs[index]
        return 1 + len(wrap(german, width - INDENT)) + len(wrap(english, width - INDENT))

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        change, (english, cut, put) = self.changes[index], self._diffs[index]
        head = [
            Segment("[x] " if index in self.ticked else "[ ] ", look("strong")),
            Segment(f"{clean_line(change.document)} ¶{change.paragraph + 1}", look("strong")),
            Segment(f"  {SIGNS[change.state]} {change.state}", look("dim")),
        ]
        hits = [(span, look("hit")) for span in change.hits]
        looks = [(span, look("cut")) for span in cut] + [(span, look("put")) for span in put]
        return [
            head,
            *labelled("DE", change.german, width, hits, look),
            *labelled("EN", english, width, looks, look),
        ]


def diff(change: Change) -> tuple[str, list[Span], list[Span]]:
    """The sentence with `[-what goes-]{+what comes+}` in it, and where the words that go and come stand."""
    text, at = "", 0
    gone: list[Span] = []
    come: list[Span] = []
    for cut, put in zip(change.cut, change.put, strict=True):
        text += change.before[at : cut.start] + "[-"
        gone.append(Span(len(text), len(text) + cut.end - cut.start))
        text += change.before[slice(*cut)] + "-]{+"
        come.append(Span(len(text), len(text) + put.end - put.start))
        text += change.after[slice(*put)] + "+}"
        at = cut.end
    return text + change.before[at:], gone, come
