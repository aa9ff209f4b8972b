"""What the glossary screen looks like, as pictures to compare (see test_screens.py)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from workbench.glossary import Entry
from workbench.project import Session
from workbench.tui import WorkbenchApp
from workbench.tui.dialogs.changes import ChangesDialog
from workbench.tui.dialogs.term import TermDialog

from .desk import Desk
from .glossary_desk import Shelf, translated

Compare = Callable[..., bool]
"""`snap_compare`: whether a screen looks as it did (the fixture has no type of its own)."""

PROPOSALS = (("Zakharchenko", "BGN/PCGN, from Russian"), ("Zacharčenko", "ISO 9"), ("Sakharchenko", "in the English"))


@pytest.fixture
def app(project_folder: Path) -> Iterator[WorkbenchApp]:
    """The workbench on a project in which a person has written everything."""
    with Session.open(translated(project_folder)) as session:
        translation = session.project.open_document("gipfel.txt")
        translation.edit(1, "By Pavel Harbachou")
        translation.skip(3)
        translation.save()
        yield WorkbenchApp(session)


def shelf_of(pilot: Pilot[None]) -> Shelf:
    assert isinstance(pilot.app, WorkbenchApp)
    return Shelf(Desk(pilot.app, pilot))


def pressed(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Open the glossary and press keys; hold the cursor still, which would make two pictures of one screen."""

    async def press(pilot: Pilot[None]) -> None:
        shelf = shelf_of(pilot)
        await pilot.pause()
        assert isinstance(pilot.app, WorkbenchApp)
        await Desk(pilot.app, pilot).settled()
        await pilot.press("home", "down", "down", "t")
        await shelf.until(lambda: len(pilot.app.screen_stack) > 2 and shelf.screen.uses)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await shelf.until(lambda: len(shelf.uses) == len({*shelf.uses}) > 0)
        await shelf.desk.settled()
        for cursor in pilot.app.screen.query(Input):
            cursor.cursor_blink = False
        await shelf.desk.settled()

    return press


SMALL, WIDE = (80, 24), (120, 36)
PICTURES = {
    "glossary_80x24": (SMALL, ("down",)),
    "glossary_120x36": (WIDE, ("down",)),
    "uses": (SMALL, ("down", "u", "down")),
    "forbidden": (WIDE, ("end",)),
    "filter_and_order": (SMALL, ("slash", "k", "y", "enter", "s", "s")),
    "delete": (SMALL, ("down", "x")),
    "edit": (SMALL, ("down", "e")),
    "glossary_help": (WIDE, ("question_mark",)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name: str, app: WorkbenchApp, snap_compare: Compare) -> None:
    size, keys = PICTURES[name]
    assert snap_compare(app, terminal_size=size, run_before=pressed(*keys))


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_picture_of_what_follows_from_another_english(
    size: tuple[int, int], app: WorkbenchApp, snap_compare: Compare
) -> None:
    async def change(pilot: Pilot[None]) -> None:
        shelf = shelf_of(pilot)
        await pressed("down", "e")(pilot)
        shelf.field("en").value = "ODKB"
        await pilot.press("enter")
        await shelf.until(lambda: isinstance(pilot.app.screen, ChangesDialog))
        await pilot.press("space", "down")
        await shelf.desk.settled()

    assert snap_compare(app, terminal_size=size, run_before=change)


def test_picture_of_proposals(app: WorkbenchApp, snap_compare: Compare) -> None:
    async def saved(_: Entry) -> None: ...

    async def propose(pilot: Pilot[None]) -> None:
        await pressed()(pilot)
        start = Entry(("Sachartschenko",), "", kind="person")
        pilot.app.push_screen(TermDialog(start, saved, title="A name", proposals=PROPOSALS))
        await shelf_of(pilot).desk.settled()
        await pilot.press("down")

    assert snap_compare(app, terminal_size=SMALL, run_before=propose)
