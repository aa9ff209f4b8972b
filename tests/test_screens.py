"""What the screens look like, as pictures to compare: `uv run pytest --snapshot-update` after looking at the report.

Everything on them is a person's own work, so that no picture depends on what a model writes.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from workbench.project import Session, State
from workbench.translation import Done, Journal, Stood
from workbench.tui import WorkbenchApp

from .desk import Desk

ENGLISH = {
    0: "Yerevan summit ends without result",
    1: "By Pavel Harbachou",
    2: "Lukashenko travelled to Yerevan on Thursday, where the CSTO was meeting.",
    4: "The AFU general staff said the situation remained calm. Tsikhanouskaya spoke of “empty words”.",
    5: "In Kiev, 35,000 people were counted.",
}


@pytest.fixture(autouse=True)
def same_clock_everywhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times are shown by the clock on the wall."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def app(project_folder: Path) -> Iterator[WorkbenchApp]:
    """The workbench on a document in every state."""
    with Session.open(project_folder) as session:
        session.project.set(light="off")  # nothing that comes when the keys pause
        translation = session.project.open_document("gipfel.txt")
        for index, english in ENGLISH.items():
            translation.edit(index, english)
        for index in (0, 2):
            translation.accept(index)
        translation.skip(3)
        translation.set_note(1, "Is this the spelling he uses?")
        translation.save()
        keep_history(session)
        yield WorkbenchApp(session)


def keep_history(session: Session) -> None:
    """What stood in the last paragraph before, in a journal of some days ago."""
    record = session.project.open_document("gipfel.txt").record
    key, german = record.ids[5], record.paragraphs[5].german
    was, at = Stood("In Kiev 35,000 people were counted.", State.DRAFT), datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    for day, english in enumerate(("35,000 people were counted in Kiev.", "In Kyiv, 35,000 people were counted.")):
        now = Stood(english, State.REVIEWED)
        done = Done(at + timedelta(days=day), "edit", "left", key, german, was, now)
        Journal(session.project.layout.private, "gipfel.txt").add([done])
        was = now


def pressed(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press keys, then hold the cursor still: a blinking one would make two pictures of one screen."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert isinstance(pilot.app, WorkbenchApp)
        await Desk(pilot.app, pilot).settled()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        for cursor in (*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)):
            cursor.cursor_blink = False
        await Desk(pilot.app, pilot).settled()

    return press


SCREENS = {
    "desk_80x24": ((80, 24), ("home", "down", "down")),
    "desk_140x45": ((140, 45), ("home", "down", "down")),
    "forbidden_form": ((80, 24), ("end",)),
    "note": ((140, 45), ("home", "down")),
    "editing": ((80, 24), ("home", "down", "down", "enter", "ctrl+left")),
    "german_selected": ((100, 30), ("home", "down", "enter", "tab", "end", "ctrl+shift+left")),
    "accept_anyway": ((80, 24), ("end", "a")),
    "help": ((110, 50), ("question_mark",)),
    "hand_over": ((80, 24), ("x",)),
    "term": ((80, 24), ("home", "g")),
    "light_theme": ((80, 24), ("home",)),
    "light_theme_140x45": ((140, 45), ("end",)),
    "sixteen_colours": ((80, 24), ("end",)),
    "small_40x10": ((40, 10), ("home", "down", "down")),
    "small_40x10_editing": ((40, 10), ("home", "down", "down", "enter", "ctrl+left")),
    "panel_with_more": ((140, 45), ("end", "shift+f6")),
    "panel_away": ((80, 24), ("end", "f6")),
    "help_80x24": ((80, 24), ("question_mark",)),
    "filters": ((80, 24), ("home", "v", "down", "space")),
    "filters_140x45": ((140, 45), ("home", "v", "down", "space")),
    "filtered": ((80, 24), ("home", "v", "1", "b")),
    "filtered_140x45": ((140, 45), ("home", "v", "1", "down", "b")),
    "history": ((80, 24), ("end", "H", "down")),
    "history_140x45": ((140, 45), ("end", "H")),
    "columns": ((80, 24), ("o", "down", "enter", "down", "d")),
}
TABLE = "Nr;Text;Anmerkung\n1;Die Lage ist ernst.;Das ist neu.\n2;Es regnet in Minsk.;\n"
THEMES = {"light_theme": "textual-light", "light_theme_140x45": "textual-light", "sixteen_colours": "ansi-dark"}


@pytest.mark.feature("work in a terminal, also from afar")
@pytest.mark.parametrize("name", SCREENS)
def test_screen(name: str, app: WorkbenchApp, snap_compare: Callable[..., bool]) -> None:
    size, keys = SCREENS[name]
    if name == "columns":
        (app.project.layout.sources / "namen.csv").write_text(TABLE, encoding="utf-8")
    if name in THEMES:
        app.project.set(theme=THEMES[name])
    assert snap_compare(app, terminal_size=size, run_before=pressed(*keys))
