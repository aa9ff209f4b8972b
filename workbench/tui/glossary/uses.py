"""An entry's uses: where, the German with the hit, the English with the term."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from time import monotonic, sleep

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from workbench.glossary import Entry
from workbench.project import State
from workbench.project.jobs import Lane
from workbench.project.terms.usages import Usage, Uses
from workbench.text import clean_line
from workbench.tui import door
from workbench.tui.glossary.questions import times
from workbench.tui.view import SIGNS
from workbench.tui.widgets.rows import INDENT, Look, RowList, labelled
from workbench.tui.wrapping import wrap

TELL_EVERY = 0.1
"""Seconds between two pieces of news from a thread, and before the uses of an entry are looked for."""

Place = tuple[str, int]
"""A document's name and a paragraph of it, from 0."""


class UsesPane(Vertical):
    """Where one entry is used, with a line that says how often; the sentences come as they are found."""

    def __init__(self, lane: Lane, deliver: Callable[[Callable[[], None]], None]) -> None:
        super().__init__(id="used")
        self._lane, self._deliver = lane, deliver
        self._head = Static(id="uses", markup=False)
        self._rows = UsageRows()
        self.list = RowList(self._rows, id="usages")
        self._entry: Entry | None = None
        self._wanted = 0

    def compose(self) -> ComposeResult:
        yield self._head
        yield self.list

    @property
    def place(self) -> Place:
        """The place of the current use."""
        usage = self._rows.usages[self.list.current]
        return usage.document, usage.paragraph

    def show(self, entry: Entry | None, uses: Uses | None) -> None:
        """Begin to show an entry's uses, from the same place if it is still the same one."""
        same = entry is not None and self._entry is not None and entry.de == self._entry.de
        self._wanted = max(self._wanted, self.list.current) if same else 0
        self._entry = entry
        self._rows.usages = []
        self.list.show()
        if entry is None or uses is None:
            self._head.update("Looking for uses …" if entry else "")
            return
        count, documents = uses.count(entry), uses.documents(entry)
        where = f"Used {times(count)} in {documents} document{'s' if documents > 1 else ''}"
        self._head.update(where if count else "Used in no document")
        self._lane.submit(partial(self._find, uses, entry), name="usages")

    def on_unmount(self) -> None:
        self._lane.drop("usages")

    def _find(self, uses: Uses, entry: Entry) -> Generator[None]:
        """In the lane: a sentence a step, handed over a few times a second."""
        end = monotonic() + TELL_EVERY
        while monotonic() < end:  # whoever moves on through the list does not wait for sentences
            sleep(TELL_EVERY / 10)
            yield
        found: list[Usage] = []
        told = 0.0
        for usage in uses.usages(entry):
            found.append(usage)
            if monotonic() - told > TELL_EVERY:
                told = monotonic()
                self._deliver(partial(self._take, entry, found))
                found = []
            yield
        self._deliver(partial(self._take, entry, found))

    def _take(self, entry: Entry, found: list[Usage]) -> None:
        if not door.is_shown(self) or entry is not self._entry:
            return
        self._rows.usages += found
        self.list.grow()
        if self._wanted:
            self.list.current = self._wanted
            if self.list.current == self._wanted:
                self._wanted = 0


def mark_of(usage: Usage) -> tuple[str, str, str]:
    """The sign of a usage, its look, and what it says: whether the English has the term."""
    if usage.forbidden:
        return "✗", "bad", "forbidden form"
    if usage.places:
        return "✓", "good", ""
    if usage.english.strip():
        return "○", "warn", "not in the English"
    return "·", "dim", "no English yet"


class UsageRows:
    """The uses found so far; `usages` grows."""

    def __init__(self) -> None:
        self.usages: list[Usage] = []

    def __len__(self) -> int:
        return len(self.usages)

    def height(self, index: int, width: int) -> int:
        usage = self.usages[index]
        english = len(wrap(usage.english, width - INDENT)) if usage.english else 0
        return 1 + len(wrap(usage.german, width - INDENT)) + english

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        usage = self.usages[index]
        sign, style, told = mark_of(usage)
        state = f"{SIGNS[usage.state]} {usage.state}" if usage.state is not State.NEW else ""
        head = [
            Segment(f"{sign} ", look(style)),
            Segment(f"{clean_line(usage.document)} ¶{usage.paragraph + 1}", look("strong")),
            Segment("".join(f"  {part}" for part in (state, told) if part), look("dim")),
        ]
        hits = [(span, look("hit")) for span in usage.hits]
        found = [(span, look("place")) for span in usage.places]
        found += [(span, look("forbidden")) for span in usage.forbidden]
        lines = [head, *labelled("DE", usage.german, width, hits, look)]
        return [*lines, *labelled("EN", usage.english, width, found, look)] if usage.english else lines
