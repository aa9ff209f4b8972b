"""What every program on the screen has: keys that go through one by one, and colours that can be read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, TypeVar, overload

from textual import on
from textual.app import App
from textual.events import Event, Key, Paste
from textual.screen import Screen

from workbench.tui.colours import desk_colours
from workbench.tui.typed_ahead import Handled, TypedAhead, pressed

Answer = TypeVar("Answer")

TURN = 0.0005
"""Seconds after which a lane that computes lets the screen have its turn: a key changes threads several times."""


class Program(App[None]):
    """To inherit from, since Textual asks its programs for events, screens and colours by methods of their own."""

    def __init__(self, tell_unseen: Callable[[], None]) -> None:
        """`tell_unseen`: called where more keys came in than somebody types before the first screen is there."""
        super().__init__()
        self.typed_ahead = TypedAhead(self, super().on_event, tell_unseen)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, and those that are made from them so that all can be read."""
        variables = super().get_css_variables()
        return {**variables, **desk_colours(variables)}

    async def on_event(self, event: Event) -> None:
        event = pressed(event)
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self.typed_ahead.take(event)
        else:
            await super().on_event(event)

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
