"""The colours of the workbench, made from a theme's so that all can be read on all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.color import Color

SEEN = 3.0
"""The contrast (WCAG 2) that a sign must have against what is around it."""
READ = 4.5
"""The contrast that text must have against its ground."""
TINT = 0.14
"""How much of the marker is in the ground of the current paragraph."""

ANSI = {
    "desk-marker": "ansi_default",
    "desk-bar": "ansi_default",
    "desk-ground": "ansi_default",
    "desk-cell": "ansi_default",
    "desk-text": "ansi_default",
    "desk-quiet": "ansi_default",
    "desk-rule": "ansi_bright_black",
    "desk-good": "ansi_green",
    "desk-warning": "ansi_yellow",
    "desk-error": "ansi_red",
}
"""With the terminal's own sixteen colours nobody knows what they are: text and marker have its foreground."""

FEW_COLOURS = "-few-colours"
"""The program's class where grounds cannot be told apart: the style sheet has other signs there."""


def has_few_colours(app: App[Any]) -> bool:
    """Whether a terminal has sixteen colours at most, as it says, or is to have none (`NO_COLOR`)."""
    return app.no_color or (not app.is_headless and app.console.color_system in (None, "standard", "windows"))


def contrast(one: Color, other: Color) -> float:
    """The contrast of two opaque colours, from 1 to 21, as WCAG 2 counts it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: Color) -> float:
    """How light a colour is to the eye, from 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(colour: Color, *grounds: Color, least: float = READ) -> Color:
    """The colour, or the nearest to it on the way to black or white that has this contrast on all grounds."""
    end = Color(255, 255, 255) if luminance(grounds[0]) < 0.18 else Color(0, 0, 0)
    steps = (colour.blend(end, part / 20, 1) for part in range(21))
    return next((step for step in steps if min(contrast(step, ground) for ground in grounds) >= least), end)


def desk_colours(theme: Mapping[str, str]) -> dict[str, str]:
    """The variables `$desk-…` of the style sheet, from a theme's own variables.

    `marker`: what shows where the user is. `bar`: the ground of the first and the last line; `ground`: of the current
    paragraph; `cell`: of the cell that is written in. `text`, `good`, `warning`, `error` can be read on all of these
    and on the background; so can `quiet`, for what is of second rank. `rule`: lines that part.
    """
    if theme["background"].startswith("ansi"):
        return dict(ANSI)
    background, foreground = Color.parse(theme["background"]), Color.parse(theme["foreground"])
    surface = Color.parse(theme["surface"])
    marker = readable(Color.parse(theme["primary"]), background, least=SEEN)
    ground, cell = background.blend(marker, TINT, 1), background.blend(marker, 2 * TINT, 1)
    marker = readable(marker, background, ground, least=SEEN)
    bar = background.blend(foreground, 0.1, 1)
    grounds = (ground, cell, background, surface, bar)
    made = {
        "marker": marker,
        "bar": bar,
        "ground": ground,
        "cell": cell,
        "text": readable(foreground, *grounds),
        "quiet": readable(foreground.blend(background, 0.45, 1), background, surface, ground, bar),
        "rule": background.blend(foreground, 0.25, 1),
        "good": readable(Color.parse(theme["text-success"]), *grounds),
        "warning": readable(Color.parse(theme["text-warning"]), *grounds),
        "error": readable(Color.parse(theme["text-error"]), *grounds),
    }
    return {f"desk-{name}": colour.hex6 for name, colour in made.items()}
