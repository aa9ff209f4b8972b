"""Documents are being written: one line for each, what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from workbench.printable import printable_line
from workbench.project import Orders, Outcome, Session, handed_over
from workbench.tui import door
from workbench.tui.dialogs.dialog import Dialog


class WritingDialog(Dialog[tuple[Outcome, ...]]):
    """Writes documents in the disk's lane; the answer is what came of each.

    It closes by itself when the one document that was wanted is written; else when the user has read it.
    """

    TITLE_TEXT = "Hand over"
    HINT = "Esc: stop"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "read", "Back", priority=True)]

    def __init__(self, session: Session, orders: Orders) -> None:
        super().__init__()
        self._session, self._orders = session, orders
        self._outcomes: list[Outcome] = []
        self._wanted, self._done = True, False

    def body(self) -> Iterable[Widget]:
        for document in self._orders.documents:
            yield Static(f"  {self._from_root(document.usual)}", classes="quiet", markup=False)

    def on_mount(self) -> None:
        self._write()

    def on_unmount(self) -> None:
        self._wanted = False

    @work
    async def _write(self) -> None:
        outcomes = handed_over(self._orders, wanted=lambda: self._wanted)
        for line, document in zip(self.query("#content > Static").results(Static), self._orders.documents, strict=True):
            line.scroll_visible(animate=False)
            line.update(f"… {self._from_root(document.usual)}")
            outcome = await door.result(self, self._session.lanes.disk.submit(lambda: next(outcomes, None)))
            if outcome is None:
                line.update(f"  {self._from_root(document.usual)}: not written, you stopped before")
                continue
            self._outcomes.append(outcome)
            line.update(self._line_of(outcome))
            line.set_classes("done" if outcome.path else "problem")
        self._end()

    def _line_of(self, outcome: Outcome) -> str:
        if outcome.path is not None:
            return "\n".join((f"✓ {self._from_root(outcome.path)}", *(f"  {one}" for one in outcome.remarks)))
        return f"✗ {self._from_root(outcome.document.usual)}: {outcome.problem}"

    def _from_root(self, path: object) -> str:
        """A path from the project's folder on."""
        root = self._session.project.layout.root
        return printable_line(str(path).removeprefix(f"{root}/"))

    def _end(self) -> None:
        self._done = True
        written = sum(outcome.path is not None for outcome in self._outcomes)
        if written == len(self._orders.documents) == 1 and not self._outcomes[0].remarks:
            self.dismiss(tuple(self._outcomes))
            return
        self.tell(f"{written} of {len(self._orders.documents)} written.", bad=False)
        self.query_one("#hint", Static).update("Enter: back")

    def action_read(self) -> None:
        if self._done:
            self.dismiss(tuple(self._outcomes))

    def action_back(self) -> None:
        if self._done:
            self.dismiss(tuple(self._outcomes))
        else:
            self._wanted = False
            self.tell("Stopping …", bad=False)
