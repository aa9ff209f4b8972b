"""The one door through which results come back to the screen from the lanes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from textual.dom import DOMNode
from textual.message import Message

Result = TypeVar("Result")


class Delivery(Message):
    """A result that a lane hands over; what it has to do is done in the screen's own thread."""

    def __init__(self, take: Callable[[], None]) -> None:
        super().__init__()
        self.take = take


def is_shown(node: DOMNode) -> bool:
    """Whether a part of a screen is still there: attached, on a screen that is open (under a dialog, perhaps)."""
    return node.is_attached and node.screen in node.app.screen_stack


async def result(node: DOMNode, future: Future[Result]) -> Result:
    """Wait for what a lane makes for a part of a screen.

    When it comes after the screen was left, or is never made, the worker that waits ends here, and touches nothing.
    """
    made = await asyncio.wrap_future(future)
    if not is_shown(node):
        raise asyncio.CancelledError
    return made
