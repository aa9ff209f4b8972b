"""The line above the keys: what has just happened, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.widgets import Static

from workbench.problem import WorkbenchError


class StatusLine(Static):
    """Says what was saved, done, or went wrong."""

    def __init__(self) -> None:
        super().__init__(id="status", markup=False)

    def tell(self, text: str, *, bad: bool = False) -> None:
        """Say this, until something else is said."""
        self.set_class(bad, "-bad")
        self.update(text)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Whatever goes wrong inside is said here, and whole in a notification."""
        try:
            yield
        except WorkbenchError as error:
            self.tell_problem(error)

    def tell_problem(self, error: WorkbenchError) -> None:
        """Say what went wrong, here and whole in a notification."""
        self.tell(str(error), bad=True)
        self.app.notify(str(error), severity="error", markup=False, timeout=12)
