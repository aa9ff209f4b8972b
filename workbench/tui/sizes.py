"""Which windows are narrow, wide, low: the classes that a screen gets, for the style sheet and for code."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

BY_WIDTH = [(0, "-narrow"), (130, "-wide")]
"""From so many columns on."""
BY_HEIGHT = [(0, "-tiny"), (16, "-short"), (34, "-tall")]
"""From so many lines on."""


def is_tiny(screen: Screen[Any]) -> bool:
    """Whether a screen has so few lines that nothing but what is needed has a place on it."""
    return screen.app.size.height < BY_HEIGHT[1][0]
