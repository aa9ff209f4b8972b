"""The face of the desk: what the panel says first, what the bottom line offers, and when a message is over."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.help import HelpScreen
from workbench.tui.widgets.key_bar import BETWEEN, Hint, KeyBar, fitting
from workbench.tui.widgets.panel import Panel

from .desk import Desk, desk_on

WORDS = st.text("abcdefgh ↑", min_size=1, max_size=12)
HINTS = st.lists(st.builds(Hint, WORDS, WORDS, st.just("")), min_size=1, max_size=12)


def panel_of(desk: Desk) -> Panel:
    return desk.screen.query_one(Panel)


def lines_of(desk: Desk) -> list[str]:
    """What the panel has, line by line."""
    return str(panel_of(desk)._shown.render()).splitlines()


async def write(desk: Desk, number: int, english: str) -> None:
    """Put this English in the place of a paragraph's."""
    await desk.go_to(number)
    await desk.press("enter")
    desk.screen.sheet.english.load_text(english)
    await desk.press("escape")


async def test_what_is_to_be_put_right_comes_first_and_terms_that_are_there_take_one_line(project_folder: Path) -> None:
    async with desk_on(project_folder, (140, 45)) as desk:
        await write(desk, 3, "Lukashenko travelled to the capital on Thursday, where the CSTO was meeting.")
        assert lines_of(desk) == [
            "To put right",
            "✗ Eriwan → Yerevan  is missing",
            "",
            "Terms",
            "✓ Lukaschenko → Lukashenko",
            "✓ ODKB → CSTO",
            "",
            "i “am Donnerstag” counts from the day of the article: right for your readers’ day?",
        ]


async def test_shift_f6_tells_more_of_the_terms_and_less_again(project_folder: Path) -> None:
    async with desk_on(project_folder, (140, 45)) as desk:
        await desk.go_to(3)
        less = lines_of(desk)
        await desk.press("shift+f6")
        assert any("never: Lukaschenko" in line for line in lines_of(desk))
        await desk.press("shift+f6")
        assert lines_of(desk) == less


@pytest.mark.parametrize("editing", [False, True])
async def test_f6_puts_the_panel_away_and_takes_it_out(project_folder: Path, editing: bool) -> None:
    async with desk_on(project_folder, (80, 24)) as desk:
        await desk.press("home", *["enter"] * editing)
        assert panel_of(desk).display
        await desk.press("f6")
        assert not panel_of(desk).display
        await desk.press("f6")
        assert panel_of(desk).display


async def test_in_a_small_window_the_article_has_the_room(project_folder: Path) -> None:
    async with desk_on(project_folder, (40, 10)) as desk:
        assert not panel_of(desk).display
        assert desk.screen.pairs.size.height == 6  # what is told has two lines, until the user goes on
        await desk.press("down")
        assert desk.screen.pairs.size.height == 7
        await desk.press("f6")
        assert panel_of(desk).display


async def test_the_panel_scrolls_by_key(project_folder: Path) -> None:
    async with desk_on(project_folder, (40, 10)) as desk:
        await desk.go_to(3)
        await desk.press("f6", "shift+f6", "ctrl+down", "ctrl+down")
        assert panel_of(desk).scroll_offset.y == 2
        await desk.press("ctrl+up")
        assert panel_of(desk).scroll_offset.y == 1


async def test_what_was_told_is_over_when_the_user_goes_on(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("home", "a")
        assert desk.status == "Saved: paragraph 1 accepted."
        await desk.press("down")
        assert desk.status == "Paragraph 3 · draft"
        await desk.press("a", "tab")
        assert "Saved" not in desk.status


@pytest.mark.parametrize("size", [(140, 45), (80, 24), (40, 10)])
async def test_the_bottom_line_cuts_nothing_and_always_has_help(project_folder: Path, size: tuple[int, int]) -> None:
    async with desk_on(project_folder, size) as desk:
        for key, last in (("home", "? Help"), ("enter", "F1 Help")):
            await desk.press(key)
            bar = desk.screen.query_one(KeyBar)
            at, hint = bar.shown[-1]
            assert f"{hint.key} {hint.label}" == last
            assert at + hint.width <= bar.size.width
            assert last in desk.shown().splitlines()[-1]


async def test_a_click_on_a_key_does_what_it_does(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        at, _ = desk.screen.query_one(KeyBar).shown[-1]
        await desk.pilot.click(KeyBar, offset=(at + 2, 0))
        await desk.until(lambda: isinstance(desk.app.screen, HelpScreen))


async def test_help_scrolls_at_once_and_says_how_to_leave(project_folder: Path) -> None:
    async with desk_on(project_folder, (80, 24)) as desk:
        await desk.press("question_mark")
        before = desk.shown()
        assert "PgDn: scroll · Esc: back" in before
        await desk.press("pagedown")
        await desk.until(lambda: desk.shown() != before)
        await desk.press("escape")
        assert desk.app.screen is desk.screen


@given(HINTS, st.integers(1, 120))
def test_hints_lie_beside_one_another_and_the_last_is_always_there(hints: list[Hint], width: int) -> None:
    placed = fitting(hints, width)
    assert placed[-1][1] == hints[-1]
    for (at, hint), (following, _) in pairwise(placed):
        assert at + hint.width + BETWEEN <= following
    if len(placed) > 1:
        assert placed[-1][0] + placed[-1][1].width <= width
