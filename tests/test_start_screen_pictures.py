"""What the start screen looks like, as pictures to compare (see test_screens.py)."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from workbench.project import Session
from workbench.tui import WorkbenchApp
from workbench.tui.start import StartScreen

from .desk import Desk
from .test_screens import ENGLISH

ARTICLES = {
    "bericht.md": "# Bericht\n\nDie Lage in Minsk blieb **ruhig**.\n",
    "ausland/ein-sehr-langer-name-" + "und-noch-mehr-" * 8 + "davon.txt": "Die ODKB tagte in Eriwan.\n",
    "会议纪要.txt": "Ein Bericht aus Kiew.\n\nEs regnet.\n",
    "leer.txt": "",
}
OPENED = {"gipfel.txt": "2026-03-04T12:00:00+00:00", "bericht.md": "2025-11-12T12:00:00+00:00"}


@pytest.fixture
def app(project_folder: Path) -> Iterator[WorkbenchApp]:
    """The workbench on several documents; nothing in them was drafted by the package."""
    for name, text in ARTICLES.items():
        path = project_folder / "sources" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with Session.open(project_folder) as session:
        for name in ("gipfel.txt", "会议纪要.txt"):
            translation = session.project.open_document(name)
            for index, english in ENGLISH.items():
                if index < len(translation.paragraphs):
                    translation.edit(index, english)
            translation.accept(0)
            translation.set_note(1, "Is this the spelling he uses?")
            translation.save()
    (project_folder / ".workbench" / "opened.json").write_text(json.dumps(OPENED), encoding="utf-8")
    with Session.open(project_folder / "sources" / "gipfel.txt", read_only=True) as session:
        yield WorkbenchApp(session)


def pressed(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Open the start screen, wait until everything is known, press keys."""

    async def press(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, WorkbenchApp)
        desk = Desk(app, pilot)
        await desk.settled()
        await desk.press("o")
        screen = app.screen
        assert isinstance(screen, StartScreen)
        await desk.until(lambda: all(one.problem or one.findings is not None for one in screen._documents))
        await desk.press(*keys)
        await desk.until(lambda: "looking" not in desk.shown() and "counting" not in desk.shown())
        await desk.drawn()

    return press


PICTURES = {
    "80x24": ((80, 24), ()),
    "100x30": ((100, 30), ("s", "s")),
    "140x45": ((140, 45), ("down",)),
    "chart_80x24": ((80, 24), ("end", "c")),
    "chart_100x30": ((100, 30), ("c",)),
    "chart_140x45": ((140, 45), ("c", "c")),
    "chart_40x24": ((40, 24), ("c", "c")),
    "small_40x10": ((40, 10), ("down",)),
    "sixteen_colours": ((80, 24), ("c", "c")),
}


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name: str, app: WorkbenchApp, snap_compare: Callable[..., bool]) -> None:
    size, keys = PICTURES[name]
    if name == "sixteen_colours":
        app.project.set(theme="ansi-dark")
    assert snap_compare(app, terminal_size=size, run_before=pressed(*keys))
