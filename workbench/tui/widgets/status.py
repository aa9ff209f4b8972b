"""The line above the keys: what has just happened, in words; else where the user is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from textual.widgets import Static

from workbench.problem import WorkbenchError
from workbench.tui.sizes import is_tiny
from workbench.tui.wrapping import wrap

MOST, MOST_OF_FEW = 3, 2
"""Lines that a message may take; in a window of few lines."""
READ_WITHIN = 1.0
"""Seconds that a line has to stand before it counts as read."""
FRESH = 5.0
"""Seconds for which what was told stands before news that nobody has asked for."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A line that waits till nothing else is told; `at_leisure`: till the user is at nothing, either."""

    text: str
    read: Callable[[], None] = lambda: None
    bad: bool = False
    at_leisure: bool = False


class StatusLine(Static):
    """Says what was saved, done, or went wrong, until the user goes on; then what is true anyhow.

    Lines may wait until there is nothing else to say. `busy`: whether the user is at something, so that some wait on.
    """

    def __init__(self, busy: Callable[[], bool] = lambda: False) -> None:
        super().__init__(id="status", markup=False)
        self._standing = ""
        self._told = False
        self._problem = ""
        self._busy = busy
        self._lines = 1
        self._waiting: list[_Waiting] = []
        self._at_hand: _Waiting | None = None
        """The one of them that stands there now."""
        self._since = 0.0
        """When what is told, or that line, was shown."""

    def stand(self, text: str) -> None:
        """This is so now: it is shown whenever nothing else is to be told."""
        self._standing = text
        if not self._told:
            self._show(text)

    def rest(self) -> None:
        """What was told last is over: the user has gone on."""
        if self._at_hand is not None and self._stood >= READ_WITHIN:
            self._count_as_read(self._at_hand)
        self._show_waiting()

    @property
    def _stood(self) -> float:
        return monotonic() - self._since

    def _count_as_read(self, line: _Waiting) -> None:
        self._waiting.remove(line)
        self._at_hand = None
        line.read()

    def _show_waiting(self) -> None:
        following = next((line for line in self._waiting if not (line.at_leisure and self._busy())), None)
        if following is not self._at_hand:
            self._at_hand, self._since = following, monotonic()
        self._told = following is not None
        self._show(following.text if following else self._standing, bad=following is not None and following.bad)

    @property
    def waits(self) -> bool:
        """Whether there is a line that nobody can have read yet."""
        return bool(self._waiting)

    def tell_later(self, text: str, read: Callable[[], None]) -> None:
        """Say this as soon as nothing else is told, until the user had time to read it and goes on; `read` is called
        then. What else is told meanwhile takes its place, and it waits again.
        """
        self._waiting.append(_Waiting(text, read, at_leisure=True))
        if not self._told:
            self._show_waiting()

    def tell_besides(self, text: str, *, bad: bool = False) -> None:
        """Say this, which nobody has asked for: now, or when what was told has stood a while or the user goes on.

        What is told before anybody can have read this does not take it away: it waits again.
        """
        before = next((n for n, line in enumerate(self._waiting) if line.at_leisure), len(self._waiting))
        self._waiting.insert(before, _Waiting(text, bad=bad))
        self._show_news()

    def _show_news(self) -> None:
        news = any(not line.at_leisure for line in self._waiting)
        if not news or (self._at_hand is not None and not self._at_hand.at_leisure):
            return
        if not self._told or self._at_hand is not None or self._stood >= FRESH:
            self._show_waiting()
        else:
            self.set_timer(FRESH - self._stood, self._show_news)

    def tell(self, text: str, *, bad: bool = False) -> None:
        """Say this, until something else is said or the user goes on."""
        if self._at_hand is not None and not self._at_hand.at_leisure and self._stood >= READ_WITHIN:
            self._count_as_read(self._at_hand)
        self._told, self._since, self._at_hand = bool(text), monotonic(), None
        self._show(text or self._standing, bad=bad)
        self._show_news()

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
