"""The colours: where the user is can be seen, and what stands there can be read, in every theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.color import Color

from workbench.tui.colours import READ, SEEN, contrast, readable

from .desk import desk_on

COLOURS = st.builds(Color, st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))


def seen(style: Style, *, of_ground: bool, theme: TerminalTheme) -> Color:
    """The colour that a terminal shows for a style's letters or for its ground."""
    assert style.color and style.bgcolor
    front, back = style.color.get_truecolor(theme), style.bgcolor.get_truecolor(theme, foreground=False)
    if style.reverse:
        front, back = back, front
    return Color(*(back if of_ground else front))


@pytest.mark.feature("colours")
async def test_the_current_paragraph_is_seen_and_read_in_every_theme(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(3)
        pairs = desk.screen.pairs
        for name in desk.app.available_themes:
            desk.app.theme = name
            await desk.pilot.pause()
            bar, *cells = (segment for segment in pairs.render_line(pairs.top_of(2)) if segment.text.strip())
            elsewhere = next(segment for segment in pairs.render_line(pairs.top_of(1)) if segment.style)
            assert bar.text == "▌"
            assert bar.style and elsewhere.style
            around = seen(elsewhere.style, of_ground=True, theme=desk.app.ansi_theme)
            assert contrast(seen(bar.style, of_ground=False, theme=desk.app.ansi_theme), around) >= SEEN, name
            unread = [cell.text for cell in cells if not is_read(cell, name, desk.app.ansi_theme)]
            assert unread == [], name


def is_read(cell: Segment, theme: str, terminal: TerminalTheme) -> bool:
    """Whether a cell's letters can be read on its ground; which the sixteen colours are is the terminal's business."""
    style = cell.style
    if style is None or cell.text.strip() == "│":
        return True
    if theme.startswith("ansi") and style.color and not style.color.is_default:
        return True
    front, back = (seen(style, of_ground=ground, theme=terminal) for ground in (False, True))
    return contrast(front, back) >= READ


async def test_states_and_findings_are_told_by_signs(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("home", "a", "s")
        shown = [line for line in desk.shown().splitlines() if "│" in line]
        assert shown[0][3:6].strip() == "✓"
        assert any(line[3:6].strip() == "–" for line in shown)


@given(COLOURS, COLOURS)
def test_any_colour_is_made_readable_on_any_ground(colour: Color, ground: Color) -> None:
    assert contrast(readable(colour, ground), ground) >= READ
