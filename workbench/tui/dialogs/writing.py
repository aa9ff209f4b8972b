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
from workbench.tui.typed_ahead import TypedAhead


class WritingDialog(Dialog[tuple[Outcome, ...]]):
    """Writes documents in the disk's lane; the answer is what came of each.

    What is typed meanwhile is for this dialog, and waits until everything is written; Esc stops at once, and takes it
    back. Where something could not be written it is taken back, too: that is to be read. The dialog closes by itself
    when the one document that was wanted is written and nothing was typed; else when the user has read it.
    """

    at_once = frozenset({"escape", "ctrl+q"})

    TITLE_TEXT = "Hand over"
    HINT = "Esc: stop"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "read", "Back", priority=True)]

    def __init__(self, session: Session, orders: Orders, typed_ahead: TypedAhead) -> None:
        super().__init__()
        self._typed_ahead = typed_ahead
        self._session, self._orders = session, orders
        self._outcomes: list[Outcome] = []
        self._wanted, self._done = True, False

    @property
    def prepared(self) -> bool:
        """Whether everything is written: keys are for what is told then."""
        return self._done

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
        written, wanted = sum(outcome.path is not None for outcome in self._outcomes), len(self._orders.documents)
        if written < wanted:
            self._typed_ahead.take_back()
        if written == wanted == 1 and not self._outcomes[0].remarks and not self._typed_ahead.waits:
            self.dismiss(tuple(self._outcomes))
            return
        self.tell(f"{written} of {wanted} written.", bad=False)
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
