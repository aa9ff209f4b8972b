"""The setting `keys` on every screen but the desk: lists and pages go by the user's keys, what a screen has stays."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.widgets import OptionList

from tests.corrected_material import corrected
from tests.desk import Desk, desk_on
from tests.everything import folder_with_everything
from tests.test_align_screen import lines_on
from tests.test_keymap import settings
from tests.test_resizing import DESKS
from tests.test_small_windows import LOOKS, back, names, reads
from workbench.tui.aligning.keys import ALIGN
from workbench.tui.keymap import key_map
from workbench.tui.keys import spelt
from workbench.tui.widgets.rows import RowList

OWN = "keys:\n  down: ↓ F20\n  up: ↑ F21\n  last: End F22\n  help: F23\n"


def at(desk: Desk) -> tuple[float, int] | None:
    """Where the user is in the list or the page that has the focus, and the last place there; None in no such."""
    part = desk.app.focused
    if isinstance(part, RowList):
        return part.current, len(part._heights) - 1
    if isinstance(part, OptionList):
        enabled = [at for at, option in enumerate(part.options) if not option.disabled]
        return (part.highlighted or 0), max(enabled, default=0)
    if isinstance(part, VerticalScroll):
        return part.scroll_y, part.max_scroll_y
    return None


def is_at(desk: Desk, wanted: Callable[[float, float], bool], last: int) -> bool:
    """Whether the user is at the last place, or before it."""
    here = at(desk)
    return here is not None and wanted(float(here[0]), float(last))


@pytest.mark.parametrize("looks", DESKS, ids=lambda looks: looks[0])
async def test_every_list_and_page_goes_by_the_users_keys(tmp_path: Path, looks: list[str]) -> None:
    folder = folder_with_everything(tmp_path / "project")
    settings(OWN)
    async with desk_on(folder, (80, 24)) as desk:
        for name in looks:
            for keys, seen in LOOKS[name].keys:
                await desk.burst(*(["f23"] if keys == "?" else names(keys)))
                await reads(desk, seen)
            await desk.settled()
            if (before := at(desk)) is not None and before[1] > 0:
                for key, wanted in (("f22", float.__eq__), ("f21", float.__lt__), ("f20", float.__eq__)):
                    await desk.press(key)
                    await desk.until(partial(is_at, desk, wanted, before[1]))
            await back(desk)


async def test_the_screen_that_aligns_goes_by_vis_keys_and_keeps_its_letters(tmp_path: Path) -> None:
    async with lines_on(tmp_path, keys=key_map({"like": "vi", "accept": "F20"}, "")) as lines:
        await lines.press("home", "j", "j")
        assert lines.at == 3
        await lines.press("k", "h", "l", "ctrl+f", "ctrl+b")
        assert lines.at == 1
        await lines.press("f20")
        assert lines.at == 2 and lines.there.work.accepted == 1
        await lines.press("u", "ctrl+r")
        assert lines.there.work.accepted == 1
        before = lines.shapes
        await lines.press("home", "j", "j", "g")
        assert lines.at == 3 and lines.shapes != before
        told = {key.label: spelt(key) for key in lines.app.keys.beside(ALIGN)}
        assert (told["Down"], told["First"], told["Page down"]) == ("↓ j l", "Home", "PgDn Space Ctrl+F")


async def test_a_letter_that_a_screen_has_for_itself_stays_its_own(tmp_path: Path) -> None:
    settings("keys: vi\n")
    async with desk_on(corrected(tmp_path / "work")) as desk:
        await desk.press("P")
        await desk.settled()
        assert "2 ×" not in desk.shown()
        await desk.press("l")
        await desk.settled()
        assert "2 ×" in desk.shown()
        await desk.press("j")
        assert at(desk) == (1, 1)
        await desk.press("k")
        assert at(desk) == (0, 1)


def test_what_a_screen_has_no_move_for_is_left() -> None:
    keys = key_map({"down": "k", "undo": "U"}, "")
    there = [("k", "Up"), ("down", "Down"), ("u", "Undo"), ("x", "Drop")]
    assert [keys.elsewhere(key, there) for key in ("k", "U", "x", "z")] == ["down", "u", "x", "z"]
