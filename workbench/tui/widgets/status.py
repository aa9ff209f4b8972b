"""The line above the keys: what has just happened, in words; else where the user is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from textual.widgets import Static

from workbench.problem import WorkbenchError
from workbench.tui.sizes import is_tiny
from workbench.tui.wrapping import wrap

MOST, MOST_OF_FEW = 3, 2
"""Lines that a message may take; in a window of few lines."""
READ_WITHIN = 1.0
"""Seconds that a line has to stand before it counts as read."""


class StatusLine(Static):
    """Says what was saved, done, or went wrong, until the user goes on; then what is true anyhow.

    A line may wait until there is nothing else to say. `busy`: whether the user is at something, so that it waits on.
    """

    def __init__(self, busy: Callable[[], bool] = lambda: False) -> None:
        super().__init__(id="status", markup=False)
        self._standing = ""
        self._told = False
        self._problem = ""
        self._busy = busy
        self._lines = 1
        self._waiting: tuple[str, Callable[[], None]] | None = None
        self._shown_since: float | None = None
        """When the waiting line was shown; None while it is not."""

    def stand(self, text: str) -> None:
        """This is so now: it is shown whenever nothing else is to be told."""
        self._standing = text
        if not self._told:
            self._show(text)

    def rest(self) -> None:
        """What was told last is over: the user has gone on."""
        if self._waiting and self._shown_since is not None and monotonic() - self._shown_since >= READ_WITHIN:
            self._waiting[1]()
            self._waiting = None
        text = self._waiting[0] if self._waiting and not self._busy() else ""
        if not text:
            self._shown_since = None
        elif self._shown_since is None:
            self._shown_since = monotonic()
        self._told = bool(text)
        self._show(text or self._standing)

    def tell_later(self, text: str, read: Callable[[], None]) -> None:
        """Say this as soon as nothing else is told, until the user had time to read it and goes on; `read` is called
        then. What else is told meanwhile takes its place, and it waits again.
        """
        self._waiting = text, read
        if not self._told:
            self.rest()

    def tell(self, text: str, *, bad: bool = False) -> None:
        """Say this, until something else is said or the user goes on."""
        self._told = bool(text)
        self._shown_since = None
        self._show(text or self._standing, bad=bad)

    def _show(self, text: str, *, bad: bool = False) -> None:
        self.set_class(bad, "-bad")
        self.set_class(self._told and not bad, "-told")
        if text != self.content:
            self.update(text, layout=False)
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """As many lines as what is told needs in this window, up to `MOST`; what stands anyhow has one."""
        if not self.is_attached:  # what is told before the screen stands fits when it does
            return
        width = self.size.width
        lines = len(wrap(str(self.content), width)) if self._told and width > 0 else 1
        if (lines := min(lines, MOST_OF_FEW if is_tiny(self.screen) else MOST)) != self._lines:
            self._lines = lines
            self.styles.height = lines
            self.set_class(lines > 1, "-long")

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Whatever goes wrong inside is said here, and whole in a notification."""
        try:
            yield
        except WorkbenchError as error:
            self.tell_problem(error)

    def tell_problem(self, error: WorkbenchError) -> None:
        """Say what went wrong, here and whole in a notification; the same again says it here alone."""
        told_already = self._problem == str(error) and self._told
        self._problem = str(error)
        self.tell(self._problem, bad=True)
        if not told_already:
            self.app.notify(self._problem, severity="error", markup=False, timeout=12)
