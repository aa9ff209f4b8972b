"""The line above the keys: what has just happened, in words; else where the user is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.widgets import Static

from workbench.problem import WorkbenchError


class StatusLine(Static):
    """Says what was saved, done, or went wrong, until the user goes on; then what is true anyhow."""

    def __init__(self) -> None:
        super().__init__(id="status", markup=False)
        self._standing = ""
        self._told = False
        self._problem = ""
        self._next = ""

    def stand(self, text: str) -> None:
        """This is so now: it is shown whenever nothing else is to be told."""
        self._standing = text
        if not self._told:
            self._show(text)

    def rest(self) -> None:
        """What was told last is over: the user has gone on."""
        self._told, text, self._next = bool(self._next), self._next, ""
        self._show(text or self._standing)

    def tell_next(self, text: str) -> None:
        """Say this as soon as nothing else is told, until the user goes on."""
        self._next = text
        if not self._told:
            self.rest()

    def tell(self, text: str, *, bad: bool = False) -> None:
        """Say this, until something else is said or the user goes on."""
        self._told = bool(text)
        self._show(text or self._standing, bad=bad)

    def _show(self, text: str, *, bad: bool = False) -> None:
        self.set_class(bad, "-bad")
        self.set_class(self._told and not bad, "-told")
        if text != self.content:
            self.update(text, layout=False)

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
