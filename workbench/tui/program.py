"""What every program on the screen has: keys that go through one by one, and colours that can be read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, TypeVar, overload

from textual import on
from textual.app import App
from textual.containers import VerticalScroll
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.widgets import OptionList

from workbench.tui.colours import desk_colours
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.garbage import LOOKS, Garbage
from workbench.tui.keymap import USUAL, KeyMap
from workbench.tui.too_much import NO_PLACE, too_much
from workbench.tui.typed_ahead import Handled, TypedAhead, pressed
from workbench.tui.widgets.rows import RowList
from workbench.tui.widgets.status import StatusLine

Answer = TypeVar("Answer")

TURN = 0.0005
"""Seconds after which a lane that computes lets the screen have its turn: a key changes threads several times."""


class Program(App[None]):
    """To inherit from, since Textual asks its programs for events, screens and colours by methods of their own."""

    def __init__(self, tell_unseen: Callable[[], None], keys: KeyMap = USUAL) -> None:
        """`tell_unseen`: called where more keys came in than somebody types before the first screen is there.

        `keys`: the user's own, which the desk knows by itself.
        """
        super().__init__()
        self.typed_ahead = TypedAhead(self, self._let_through, tell_unseen)
        self.keys = keys
        self._garbage = Garbage(lambda: self.typed_ahead.last_key)

    def on_mount(self) -> None:
        self._garbage.keep_off()
        self.set_interval(LOOKS, self._garbage.look)

    def on_unmount(self) -> None:
        self._garbage.let_be()

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, and those that are made from them so that all can be read."""
        variables = super().get_css_variables()
        return {**variables, **desk_colours(variables)}

    def get_driver_class(self) -> type[Driver]:
        chosen = super().get_driver_class()
        if sys.platform != "win32" and chosen.__name__ == "LinuxDriver":
            from workbench.tui.bursts import BurstDriver

            chosen = BurstDriver
        return chosen

    async def on_event(self, event: Event) -> None:
        event = pressed(event)
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self.typed_ahead.take(event)
        else:
            await super().on_event(event)

    async def _let_through(self, event: Key | Paste) -> None:
        """Send a key, or a pasted text that fits, to where the cursor is now."""
        if isinstance(event, Key) and self.keys.changed:
            event = self._as_known_here(event)
        told = too_much(self.focused, event.text) if isinstance(event, Paste) else ""
        if not told or (told == NO_PLACE and hasattr(self.screen, "on_paste")):
            await super().on_event(event)
        else:
            self._tell(told)

    def _as_known_here(self, event: Key) -> Key:
        """A key of the user's own as the key that a list, or a page that scrolls, has for it."""
        if isinstance(self.focused, RowList | OptionList | VerticalScroll):
            active = ((key, one.binding.description) for key, one in self.screen.active_bindings.items())
            known = self.keys.elsewhere(event.key, active)
            return event if known == event.key else Key(known, known if len(known) == 1 else None)
        return event

    def _tell(self, text: str) -> None:
        """Say what is wrong where the screen that is shown says such things."""
        screen = self.screen
        if isinstance(screen, Dialog):
            screen.tell(text)
        elif isinstance(status := getattr(screen, "status", None), StatusLine):
            status.tell(text, bad=True)
        else:
            self.notify(text, severity="warning", markup=False)

    @overload
    async def push_screen_wait(self, screen: Screen[Answer], *, mode: str | None = None) -> Answer: ...

    @overload
    async def push_screen_wait(self, screen: str, *, mode: str | None = None) -> Any: ...

    async def push_screen_wait(self, screen: Screen[Any] | str, *, mode: str | None = None) -> Any:
        """Textual first has the dialog before this one taken away; what is typed meanwhile is for this one."""
        with self.typed_ahead.asking(screen) if isinstance(screen, Screen) else nullcontext():
            return await super().push_screen_wait(screen, mode=mode)

    @on(Handled)
    def _handled(self, event: Handled) -> None:
        event.arrived.set()
