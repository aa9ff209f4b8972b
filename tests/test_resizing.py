"""A window that is pulled larger and smaller under every screen: nothing typed is lost, the place stays in sight."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, Resize
from textual.geometry import Size
from textual.widgets import Input, OptionList, TextArea

from harness.terminal import Terminal
from tests.corrected_material import corrected
from tests.desk import Desk, desk_on
from tests.everything import folder_with_everything
from tests.test_align_screen import lines_on
from tests.test_small_windows import LOOKS, back, names, reads
from workbench.project import Project
from workbench.tui.widgets.pairs import PairsView
from workbench.tui.widgets.rows import RowList

LARGE = (140, 45)
SIZES = ((40, 10), (1, 1), (200, 60), (80, 24))
ALL = ((20, 5), *SIZES, (40, 10), LARGE)
SEARCHES = [name for name, look in LOOKS.items() if look.keys[0][0] in "AR"]
OTHERS = [name for name in LOOKS if name not in SEARCHES]
DESKS = [*([name] for name in SEARCHES), OTHERS[::3], OTHERS[1::3], OTHERS[2::3]]
"""The screens that one desk after the other opens; what was searched for stays for the next search."""
READABLE = 40
"""Columns from which on the place where the user is has to be in sight."""


def resize(app: App[None], size: tuple[int, int]) -> None:
    """Give the window another size, as a signal of the terminal does; the program hears of it after this."""
    assert isinstance(app._driver, HeadlessDriver)
    app._driver._size = Size(*size)
    app.post_message(Resize(Size(*size), Size(*size)))


def is_of(desk: Desk, size: tuple[int, int]) -> bool:
    """Whether what is drawn is as large as this."""
    return desk.app.screen.size == size


def focus(desk: Desk) -> tuple[str, str | None]:
    """The screen, and the part of it that takes the keys."""
    focused = desk.app.focused
    return type(desk.app.screen).__name__, f"{type(focused).__name__} {focused.id}" if focused else None


def place(desk: Desk) -> list[object]:
    """Which rows are the current ones, on every screen that is open."""
    found: list[object] = []
    for screen in desk.app.screen_stack:
        found += [rows.current for rows in (*screen.query(PairsView), *screen.query(RowList))]
        found += [options.highlighted for options in screen.query(OptionList)]
    return found


def typed(desk: Desk) -> list[str]:
    """What stands in every field, on every screen that is open."""
    screens = desk.app.screen_stack
    texts = [one.text for screen in screens for one in screen.query(TextArea)]
    return texts + [one.value for screen in screens for one in screen.query(Input)]


def in_sight(desk: Desk) -> bool:
    """Whether the row that the user is at, or the line with the cursor, is in the window; true where there is none."""
    part = desk.app.focused
    if part is None:
        return True
    seen = part.screen.find_widget(part).visible_region
    line = part.content_region.y - part.scroll_offset.y
    if isinstance(part, PairsView):
        line += part._laid.top(part.current)
    elif isinstance(part, RowList):
        line += part._tops[part.current]
    elif isinstance(part, OptionList):
        line += part._index_to_line.get(part.highlighted or 0, 0)
    elif isinstance(part, Input | TextArea):
        line = part.cursor_screen_offset.y
    else:
        return bool(seen)
    return seen.y <= line < seen.bottom


async def pulled(desk: Desk) -> None:
    """Give the window one size after the other, with a look at what is there then, and all of them in one breath."""
    before = focus(desk), place(desk), typed(desk)
    assert in_sight(desk), desk.shown()
    for sizes in (*((size,) for size in SIZES), ALL):
        for size in sizes:
            resize(desk.app, size)
        await desk.handled()
        await desk.until(partial(is_of, desk, sizes[-1]))
        assert (focus(desk), place(desk), typed(desk)) == before, sizes
        if sizes[-1][0] >= READABLE:
            await desk.until(partial(in_sight, desk))


async def to_the_end(desk: Desk) -> None:
    """Go to the last row, where the user is in a list."""
    if isinstance(desk.app.focused, PairsView | RowList | OptionList):
        await desk.press("end")


@pytest.mark.feature("work in a terminal, also from afar")
@pytest.mark.parametrize("looks", DESKS, ids=lambda looks: looks[0])
async def test_every_screen_is_what_it_was_after_its_window_was_pulled(tmp_path: Path, looks: list[str]) -> None:
    async with desk_on(folder_with_everything(tmp_path / "project"), LARGE) as desk:
        for name in looks:
            for keys, seen in LOOKS[name].keys:
                await desk.burst(*names(keys))
                await reads(desk, seen)
            await desk.burst(*names(LOOKS[name].typed))
            await to_the_end(desk)
            await desk.settled()
            try:
                await pulled(desk)
            except AssertionError as error:
                raise AssertionError(f"{name}: {error}") from error
            await back(desk)


def middle(desk: Desk) -> str:
    """The English of the open cell up to the cursor."""
    editor = desk.screen.sheet.english
    return editor.text[: editor.selected_place.start]


async def test_what_is_typed_in_one_breath_with_the_window_pulled_stands_where_the_cursor_was(tmp_path: Path) -> None:
    async with desk_on(folder_with_everything(tmp_path / "project"), LARGE) as desk:
        await desk.press("end", "enter", "ctrl+home", *["ctrl+right"] * 12)
        before, whole = middle(desk), desk.english(7)
        assert 40 < len(before) < len(whole) - 40
        for letter, size in zip("abcdef", (*ALL, LARGE), strict=False):
            resize(desk.app, size)
            await desk.burst(letter)
            await desk.until(partial(is_of, desk, size))
            if size[0] >= READABLE:
                await desk.until(partial(in_sight, desk))
        for letter, size in zip("ghijkl", ALL, strict=False):
            resize(desk.app, size)
            desk.app.post_message(Key(letter, letter))
        await desk.handled()
        assert middle(desk) == f"{before}abcdefghijkl"
        assert desk.app.focused is desk.screen.sheet.english
        await desk.press("escape")
        assert desk.english(7) == f"{before}abcdefghijkl{whole[len(before) :]}"


@pytest.mark.parametrize("keys", [("end",), ("end", "enter", "x"), ("w",)], ids=["lines", "accepted", "a file’s name"])
async def test_the_screen_that_aligns(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with lines_on(tmp_path, LARGE) as lines:
        await lines.burst(*keys)
        await pulled(lines)


async def test_the_corrections(tmp_path: Path) -> None:
    async with desk_on(corrected(tmp_path / "work"), LARGE) as desk:
        await desk.press("P")
        await desk.settled()
        await desk.press("l")
        await desk.settled()
        await desk.press("end")
        await pulled(desk)
        await desk.press("enter")
        await desk.settled()
        await pulled(desk)


def test_a_real_window_pulled_while_a_word_is_typed(tmp_path: Path) -> None:
    folder = folder_with_everything(tmp_path / "project")
    terminal = Terminal(cwd=folder, columns=LARGE[0], lines=LARGE[1])
    try:
        terminal.wait_for("Enter Edit")
        terminal.press("#6\r\r")
        terminal.wait_for("Esc Done")
        terminal.rest()
        for letters, size in zip(("ze", "br", "ai", "st"), ((80, 24), (40, 10), (200, 60), LARGE), strict=True):
            terminal.resize(*size)
            terminal.press(letters)
        terminal.wait_for("zebraist")
        terminal.press("\x1b")
        terminal.wait_for("Enter Edit")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    finally:
        terminal.kill()
    with Project.open(folder, read_only=True) as project:
        assert "zebraist" in project.open_document("gipfel.txt").paragraphs[5].english
