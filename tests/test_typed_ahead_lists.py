"""Enter on a list and what is typed in the same breath: the keys after it go where the list leads, not into it."""

from __future__ import annotations

from asyncio import sleep
from pathlib import Path

import pytest

from harness.terminal import Terminal
from tests.desk import Desk, desk_on
from tests.session_material import make
from tests.test_typed_ahead import LETTERS
from workbench.project import Project, Session, State
from workbench.project.commands import Accept, Edit
from workbench.tui.dialogs.term import TermDialog
from workbench.tui.glossary import GlossaryScreen
from workbench.tui.memory.concordance import ConcordanceScreen
from workbench.tui.start import StartScreen

ENGLISH = {
    0: "The CSTO met in Minsk on Thursday, the agency reported.",
    1: "On Friday nobody came to the city to talk.",
    2: "The CSTO wants to meet again in Kyiv on Saturday, it said.",
}
INTO_THE_ENGLISH = ("enter", *LETTERS)
"""Edit the paragraph, and type: what goes astray skips, accepts, undoes, quits."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles alike; a.txt is translated, its second paragraph reviewed."""
    make(tmp_path)
    with Session.open(tmp_path) as session:
        session.put_on_desk("a.txt")
        for index, english in ENGLISH.items():
            session.do(Edit(index, english))
        session.do(Accept(1))
        session.save()
    return tmp_path


def keep_busy(desk: Desk) -> None:
    """Let the screen in front have its hands full, as one that is told much at a time: news waits a while there."""
    screen = desk.app.screen

    async def busy() -> None:
        await sleep(0.05)
        screen.call_later(busy)

    screen.call_later(busy)


def states(desk: Desk) -> list[State]:
    return [record.state for record in desk.screen.records]


def typed_into(desk: Desk) -> list[int]:
    """The paragraphs (from 1) of the document on the desk that have the letters, in the cell or the record."""
    desk.screen.place.take_typed()
    return [number for number, record in enumerate(desk.screen.records, 1) if LETTERS in record.english]


async def test_a_document_is_opened_and_edited_in_one_breath(folder: Path) -> None:
    async with desk_on(folder) as desk:
        before = states(desk)
        await desk.press("o", "down")
        keep_busy(desk)
        await desk.burst("enter", *INTO_THE_ENGLISH)
        assert desk.app.session.document == "b.txt"
        assert typed_into(desk) == [1]
        await desk.press("escape")
        await desk.burst("o", "up", "enter", *INTO_THE_ENGLISH)
        assert desk.app.session.document == "a.txt"
        assert typed_into(desk) == [1]
        assert states(desk) == before


async def test_a_document_is_looked_for_by_letters_and_opened_in_one_breath(folder: Path) -> None:
    (folder / "sources" / "minsk.txt").write_text("Es regnet in Minsk.\n", encoding="utf-8")
    async with desk_on(folder) as desk:
        await desk.burst("o", *"/minsk", "enter", "enter", *INTO_THE_ENGLISH)
        assert desk.app.session.document == "minsk.txt"
        assert typed_into(desk) == [1]


async def test_enter_twice_in_one_breath_edits_what_was_opened(folder: Path) -> None:
    """The second Enter is for the desk: it opens nothing anew, and accepts nothing."""
    async with desk_on(folder) as desk:
        for _ in range(3):
            await desk.burst("o", "end", "enter", "enter")
            assert desk.screen.sheet.opened == 0
            await desk.burst("escape", "o", "home", "enter", "escape")
            assert desk.app.session.document == "a.txt"
        assert states(desk) == [State.TRANSLATED, State.REVIEWED, State.TRANSLATED]


async def test_a_place_that_was_found_is_edited_in_one_breath(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("A", *"Kiew", "enter")
        await desk.settled()
        keep_busy(desk)
        await desk.burst("down", "enter", *INTO_THE_ENGLISH)
        assert (desk.app.session.document, typed_into(desk)) == ("b.txt", [3])


async def test_an_entry_is_edited_in_one_breath(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("t", "home")
        await desk.settled()
        keep_busy(desk)
        await desk.burst("end", "enter", *LETTERS)
        assert isinstance(desk.app.screen, TermDialog)
        assert LETTERS in desk.shown()
        await desk.press("escape")
        assert isinstance(desk.app.screen, GlossaryScreen)
        assert [entry.en for entry in desk.app.session.termbase.entries] == ["CSTO", "Kyiv"]


async def test_a_use_of_an_entry_is_edited_in_one_breath(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("t", "end", "u")
        await desk.settled()
        await desk.until(lambda: "b.txt ¶3" in desk.shown())
        keep_busy(desk)
        await desk.burst("end", "enter", *INTO_THE_ENGLISH)
        assert (desk.app.session.document, typed_into(desk)) == ("b.txt", [3])


async def test_the_english_of_a_concordance_is_put_in_and_typed_on_in_one_breath(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.settled()
        await desk.press("home", "K", *"Freitag", "enter")
        await desk.until(lambda: isinstance(desk.app.screen, ConcordanceScreen) and "1 place" in desk.shown())
        keep_busy(desk)
        await desk.burst("enter", *LETTERS)
        desk.screen.place.take_typed()
        assert f"{ENGLISH[1]}{LETTERS}" in desk.english(1)
        assert states(desk) == [State.TRANSLATED, State.REVIEWED, State.TRANSLATED]


@pytest.mark.parametrize("leave", ["escape", "q"])
async def test_what_follows_on_going_back_is_for_the_desk(folder: Path, leave: str) -> None:
    async with desk_on(folder) as desk:
        await desk.burst("o", "down", leave, "end", *INTO_THE_ENGLISH)
        assert (desk.app.session.document, typed_into(desk)) == ("a.txt", [3])


async def test_a_tick_is_set_and_taken_away_again_in_one_breath(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("x")
        before = desk.shown()
        await desk.burst("down", "space", "space", "up")
        assert desk.shown() == before
        await desk.press("escape")


@pytest.fixture
def terminal(folder: Path) -> Terminal:
    opened = Terminal(cwd=folder)
    opened.wait_for("Help")
    return opened


def test_on_a_real_terminal_too(terminal: Terminal, folder: Path) -> None:
    try:
        terminal.wait_for("Enter Edit")
        terminal.press("o\x1b[B\r\r" + LETTERS)
        terminal.wait_for(LETTERS)
        terminal.press("\x1b")
        terminal.rest()
    finally:
        terminal.kill()
    with Project.open(folder, read_only=True) as project:
        assert LETTERS in project.open_document("b.txt").paragraphs[0].english
        assert [one.english for one in project.open_document("a.txt").paragraphs] == list(ENGLISH.values())


async def test_the_first_screen_takes_a_document_that_was_chosen_before_it_was_there(folder: Path) -> None:
    (folder / ".workbench" / "settings.yaml").write_text("start: documents\n", encoding="utf-8")
    async with desk_on(folder) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, StartScreen))
        await desk.burst("down", "enter", *INTO_THE_ENGLISH)
        assert (desk.app.session.document, typed_into(desk)) == ("b.txt", [1])
