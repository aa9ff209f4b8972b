"""A reviewer's file that came back: what they changed, as diffs, to be taken over or left, one by one or all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.segment import Segment
from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from workbench.project import Correction, Review
from workbench.text import Span, clean_line
from workbench.text.differences import Part
from workbench.tui.codes import signs
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.widgets.rows import INDENT, Look, RowList, labelled
from workbench.tui.wrapping import wrap

Decision = Literal["take", "leave"]
_SIGNS: dict[Decision | None, tuple[str, str]] = {
    "take": ("✓ take", "good"),
    "leave": ("✗ leave", "dim"),
    None: ("· open", "strong"),
}
_KINDS = {"change": "changed", "conflict": "CONFLICT", "mark": "", "comment": "a comment"}
_MARKS = {True: "marked as reviewed", False: "marked as not reviewed", None: ""}


@dataclass(frozen=True, slots=True)
class Decided:
    """What the user decided: what is taken over, what nobody decided, and whether what is taken over is reviewed."""

    taken: tuple[Correction, ...]
    open: tuple[Correction, ...]
    reviewed: bool


class ReviewDialog(Dialog[Decided]):
    """The answer is what is to be taken over. `term`: makes an entry of a correction, and says what it did."""

    HINT = "t: take · l: leave · a: all but conflicts · n: next · v: as reviewed · g: term · Enter: do it · Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t,space", "decide('take')", "Take", priority=True),
        Binding("l", "decide('leave')", "Leave"),
        Binding("a", "all", "All"),
        Binding("n", "next", "Next"),
        Binding("v", "reviewed", "As reviewed"),
        Binding("g", "term", "Term"),
        Binding("enter,ctrl+s", "apply", "Apply", priority=True),
    ]

    def __init__(self, review: Review, rows: ReviewRows, term: Callable[[Correction], Awaitable[str]]) -> None:
        super().__init__()
        self._review, self.rows, self._term = review, rows, term
        self._list = RowList(self.rows, id="corrections")
        self._reviewed = False

    @property
    def title_text(self) -> str:
        return f"What the reviewer says of {clean_line(self._review.document)}"

    def body(self) -> Iterable[Widget]:
        yield Static(id="count", markup=False)
        for remark in self._review.remarks[:3]:
            yield Static(f"! {remark.what}", classes="warning", markup=False)
        yield self._list

    def on_mount(self) -> None:
        self.set_focus(self._list)
        self.call_after_refresh(self._begin)  # the list has its width then

    def _begin(self) -> None:
        self._list.show()
        self._count()

    @property
    def current(self) -> Correction:
        """The correction that the pointer is at."""
        return self.rows.corrections[self._list.current]

    def _count(self) -> None:
        decided = list(self.rows.decisions.values())
        taken, left = decided.count("take"), decided.count("leave")
        conflicts = len(self._review.conflicts)
        told = [f"{len(self.rows)} in all"]
        told += [f"{conflicts} conflict{'s' * (conflicts > 1)}"] * bool(conflicts)
        told += [f"{taken} to take", f"{left} to leave", f"{len(self.rows) - taken - left} open"]
        state = " · what is taken is reviewed (v)" if self._reviewed else ""
        self.query_one("#count", Static).update(", ".join(told) + state)
        self._list.draw_again()

    # Deciding

    def action_decide(self, how: Decision) -> None:
        index = self._list.current
        if self.rows.decisions.get(index) == how:
            del self.rows.decisions[index]
        else:
            self.rows.decisions[index] = how
            self._go_on()
        self._count()

    def _go_on(self) -> None:
        """To the next that is open, going round; stay where none is."""
        size = len(self.rows)
        around = ((self._list.current + step) % size for step in range(1, size))
        following = next((index for index in around if index not in self.rows.decisions), None)
        if following is not None:
            self._list.current = following

    def action_next(self) -> None:
        self._go_on()

    def action_all(self) -> None:
        for index, one in enumerate(self.rows.corrections):
            if one.kind != "conflict" and index not in self.rows.decisions:
                self.rows.decisions[index] = "take"
        self._go_on()
        self._count()

    def action_reviewed(self) -> None:
        self._reviewed = not self._reviewed
        self._count()

    @work
    async def action_term(self) -> None:
        told = await self._term(self.current)
        if told:
            self.tell(told, bad=False)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.action_decide("take")

    def action_apply(self) -> None:
        made = self.rows.decisions
        if not made:
            self.tell("Nothing is decided: t takes, l leaves, a takes all but conflicts; Esc goes back.")
            return
        corrections = list(enumerate(self.rows.corrections))
        taken = tuple(one for index, one in corrections if made.get(index) == "take")
        still = tuple(one for index, one in corrections if index not in made)
        self.dismiss(Decided(taken, still, self._reviewed))


_Text = tuple[str, str, list[Span], list[Span]]
"""A label, a text, and what in it goes and comes."""


class ReviewRows:
    """The corrections, and what is decided of them (by index)."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self.corrections = corrections
        self.decisions: dict[int, Decision] = {}
        self._drawn: dict[int, list[_Text]] = {}

    def drawing(self) -> Iterator[None]:
        """Find what each row shows, in steps: for thousands that takes seconds, and any thread can do it."""
        for index in range(len(self)):
            self._texts(index)
            yield

    def __len__(self) -> int:
        return len(self.corrections)

    def height(self, index: int, width: int) -> int:
        texts = self._texts(index)
        return 1 + sum(len(wrap(text, width - INDENT)) for _, text, _, _ in texts)

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        one = self.corrections[index]
        sign, style = _SIGNS[self.decisions.get(index)]
        said = ", ".join(part for part in (one.why, _MARKS[one.reviewed]) if part)
        head = [
            Segment(f"{sign:<9}", look(style)),
            Segment(f"¶{one.index + 1} ", look("strong")),
            Segment(_KINDS[one.kind], look("bad" if one.kind == "conflict" else "strong")),
            Segment(f"{'  ' * bool(_KINDS[one.kind])}{said}" if said else "", look("dim")),
        ]
        lines = [head]
        for label, text, cut, put in self._texts(index):
            looks = [(span, look("cut")) for span in cut] + [(span, look("put")) for span in put]
            lines += labelled(label, text, width, looks, look)
        return lines

    def _texts(self, index: int) -> list[_Text]:
        """What a row tells."""
        if index not in self._drawn:
            self._drawn[index] = _texts(self.corrections[index])
        return self._drawn[index]


def _texts(one: Correction) -> list[_Text]:
    texts: list[_Text] = [("DE", signs(one.german.marked()), [], [])]
    if one.kind == "conflict" and one.exported is not None:
        texts.append(("we", *drawn(one.ours)))
    texts.append(("EN", *drawn(one.diff)))
    texts += [("» ", clean_line(comment), [], []) for comment in one.comments]
    return texts


def drawn(parts: Iterable[Part]) -> tuple[str, list[Span], list[Span]]:
    """A diff as one text, `[-what goes-]{+what comes+}`, and where the words that go and come stand in it."""
    text = ""
    places: dict[str, list[Span]] = {"cut": [], "put": []}
    for part in parts:
        words = signs(part.text).replace("\n", "↵ ")
        before, after = {"cut": ("[-", "-]"), "put": ("{+", "+}")}.get(part.kind, ("", ""))
        start = len(text) + len(before)
        if part.kind != "same":
            places[part.kind].append(Span(start, start + len(words)))
        text += before + words + after
    return text, places["cut"], places["put"]
