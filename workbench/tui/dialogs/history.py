"""Every earlier English of a paragraph, with when, what did it, and what would change if it were put back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from workbench.project.own.earlier import Earlier, PastOf
from workbench.text import Inline, Span, clean_line
from workbench.text.differences import word_diff
from workbench.tui import door
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.view import SIGNS
from workbench.tui.widgets.rows import Look, RowList, labelled


class HistoryDialog(Dialog[Earlier]):
    """The answer is what is to be put back. `now`: what stands there; `look` finds what stood there before."""

    HINT = "Esc: back"
    WITH_EARLIER = "Enter: put it back · [struck out] goes, underlined comes · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "put_back", "Put back", priority=True)]

    def __init__(self, number: int, now: Inline, look: Callable[[], Awaitable[PastOf]]) -> None:
        super().__init__()
        self._number, self._look = number, look
        self._rows = EarlierRows(now)
        self._list = RowList(self._rows, id="earlier")
        self.prepared = False  # keys wait until it is known what they choose from

    @property
    def title_text(self) -> str:
        return f"Earlier English of paragraph {self._number}"

    def body(self) -> Iterable[Widget]:
        yield Static("Looking …", id="count", markup=False)
        yield self._list

    def on_mount(self) -> None:
        self.set_focus(self._list)
        self.call_after_refresh(self._fill)  # the list has its width then

    @work
    async def _fill(self) -> None:
        try:
            past = await self._look()
        finally:
            self.prepared = True
        if not door.is_shown(self):
            return
        self._rows.take(past.earlier)
        self._list.show()
        count = len(past.earlier)
        known = f"{count} earlier ones, the newest first" if count > 1 else "1 earlier one"
        now = f" · what stands there now: {past.now.told}" if past.now else ""
        self.query_one("#count", Static).update((known if count else "None is known here.") + now)
        self._list.display = bool(count)
        self.set_class(not count, "-none")
        self.query_one("#hint", Static).update(self.WITH_EARLIER if count else self.HINT)
        if past.problem is not None:
            self.tell(str(past.problem))

    @on(RowList.Chosen)
    def action_put_back(self) -> None:
        if self._rows.earlier:
            self.dismiss(self._rows.earlier[self._list.current])


class EarlierRows:
    """What stood there: a head with when and what, below it the English with what goes and what comes."""

    def __init__(self, now: Inline) -> None:
        self._now = now
        self.earlier: Sequence[Earlier] = ()
        self._drawn: list[tuple[str, list[Span], list[Span]]] = []

    def take(self, earlier: Sequence[Earlier]) -> None:
        """These are to be shown."""
        self.earlier = earlier
        self._drawn = [_difference(self._now.text, one.target.text) for one in earlier]

    def __len__(self) -> int:
        return len(self.earlier)

    def height(self, index: int, width: int) -> int:
        return len(self.lines(index, width, lambda _: Style()))

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        one, (english, cut, put) = self.earlier[index], self._drawn[index]
        did = " · ".join(filter(None, (one.by, *one.did)))
        head = [
            Segment(since(one), look("strong")),
            Segment(f"  {did}" if did else "", look("")),
            Segment(f"  {SIGNS[one.state]} {one.state}", look("dim")),
        ]
        looks = [(span, look("cut")) for span in cut] + [(span, look("put")) for span in put]
        german = labelled("DE", f"was: {clean_line(one.german)}", width, [], look) if one.german else []
        return [head, *labelled("EN", english, width, looks, look), *german]


def since(one: Earlier) -> str:
    """Since when an English stood there, in the clock's own time: `2026-11-28 14:03`."""
    return one.at.astimezone().strftime("%Y-%m-%d %H:%M") if one.at else "before"


def _difference(now: str, then: str) -> tuple[str, list[Span], list[Span]]:
    """The English of then, with what stands there now and would go in brackets; where both kinds of words stand."""
    text = ""
    cut: list[Span] = []
    put: list[Span] = []
    for part in word_diff(now, then):
        begins = len(text)
        if part.kind == "cut":
            text += f"[{part.text}]"
            cut.append(Span(begins, len(text)))
        else:
            text += part.text
            if part.kind == "put":
                put.append(Span(begins, len(text)))
    return text, cut, put
