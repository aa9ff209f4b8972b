"""The search screen: words in all documents, the list, walking on with F3 at the desk, replacing with one undo."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from textual.widgets import Input

from tests.desk import Desk, desk_on
from tests.session_material import make
from workbench.project import Project
from workbench.tui.dialogs.changes import ChangesDialog
from workbench.tui.search import SearchScreen

ENGLISH = {
    0: "The CSTO met in Minsk on Thursday, the agency reported.",
    1: "On Friday nobody came to the city to talk.",
    2: "The CSTO wants to meet again in Kyiv on Saturday, it said.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles alike, of which a.txt is translated."""
    make(tmp_path)
    with Project.open(tmp_path) as project:
        for name in ("a.txt", "b.txt"):
            translation = project.open_document(name)
            for index, english in ENGLISH.items():
                translation.edit(index, english)
            translation.save()
    return tmp_path


@pytest_asyncio.fixture
async def desk(folder: Path) -> AsyncIterator[Desk]:
    async with desk_on(folder) as desk:
        yield desk


def search(desk: Desk) -> SearchScreen:
    screen = desk.app.screen
    assert isinstance(screen, SearchScreen)
    return screen


async def search_for(desk: Desk, words: str, *options: str) -> None:
    await desk.press("A", *options)
    await desk.type(words)
    await desk.press("enter")
    await desk.settled()


@pytest.mark.feature("search in all documents")
async def test_words_are_found_in_all_documents_and_enter_goes_there(desk: Desk) -> None:
    await search_for(desk, "agency")
    assert "2 places in 2 documents" in desk.shown()
    assert "a.txt ¶1" in desk.shown()
    assert "b.txt ¶1" in desk.shown()
    await desk.press("down", "enter")
    await desk.settled()
    assert (desk.app.session.document, desk.number) == ("b.txt", 1)
    assert "“agency” · 2 of 2" in desk.status


async def test_f3_walks_on_through_all_documents_until_escape(desk: Desk) -> None:
    await search_for(desk, "CSTO")
    await desk.press("enter")
    await desk.settled()
    seen = []
    for _ in range(4):
        seen.append((desk.app.session.document, desk.number))
        await desk.press("f3")
        await desk.settled()
    assert seen == [("a.txt", 1), ("a.txt", 3), ("b.txt", 1), ("b.txt", 3)]
    assert (desk.app.session.document, desk.number) == ("a.txt", 1)
    await desk.press("shift+f3")
    await desk.settled()
    assert (desk.app.session.document, desk.number) == ("b.txt", 3)
    await desk.press("escape", "f3")
    assert "Nothing is being looked for" in desk.status
    assert desk.number == 3


async def test_the_list_is_there_again_at_its_place(desk: Desk) -> None:
    await search_for(desk, "CSTO")
    await desk.press("down", "down", "escape", "A")
    await desk.settled()
    assert search(desk).list.current == 2
    assert search(desk).list.has_focus


@pytest.mark.feature("search in all documents")
async def test_options_turn_and_search_anew(desk: Desk) -> None:
    await search_for(desk, "meet")
    assert "2 places in 2 documents" in desk.shown()
    await desk.press("f2", "f2")
    await desk.settled()
    assert "F2 any form" in desk.shown()
    assert "4 places in 2 documents" in desk.shown()
    await desk.press("f3")
    await desk.settled()
    assert "F3 German " in desk.shown()
    assert "“meet” was not found" in desk.shown()
    assert search(desk).query_one("#words", Input).has_focus


async def test_a_pattern_that_is_none_is_told_and_nothing_ends(desk: Desk) -> None:
    await search_for(desk, "a(b", "f2", "f2", "f2")
    assert "this is no pattern" in desk.shown()
    await desk.press("escape")
    assert desk.app.screen is desk.screen


@pytest.mark.feature("replace in all documents")
async def test_replacing_shows_all_before_and_is_one_undo(desk: Desk) -> None:
    await search_for(desk, "CSTO")
    await desk.press("R")
    await desk.type("alliance")
    await desk.press("enter")
    await desk.settled()
    assert isinstance(desk.app.screen, ChangesDialog)
    assert "4 sentences would change" in desk.shown()
    assert "[-CSTO-]{+alliance+}" in desk.shown()
    await desk.press("a", "enter")
    await desk.settled()
    assert "CSTO” → “alliance”, 4 places." in desk.shown()
    await desk.press("escape")
    assert desk.english(1) == "The alliance met in Minsk on Thursday, the agency reported."
    await desk.press("u")
    await desk.settled()
    assert desk.english(1) == ENGLISH[0]
    with Project.open(desk.app.project.layout.root, read_only=True) as project:
        assert [one.english for one in project.open_document("b.txt").paragraphs] == list(ENGLISH.values())


async def test_nothing_is_replaced_where_nothing_is_ticked(desk: Desk) -> None:
    await search_for(desk, "CSTO")
    await desk.press("R")
    await desk.type("alliance")
    await desk.press("enter")
    await desk.settled()
    await desk.press("escape")
    assert "Not replaced: all stays as it is." in desk.shown()
    await desk.press("escape", "escape")
    assert desk.english(1) == ENGLISH[0]


async def test_what_is_selected_in_a_cell_is_looked_for(desk: Desk) -> None:
    await desk.go_to(2)
    await desk.press("enter", "ctrl+a", "ctrl+underscore")
    await desk.settled()
    assert search(desk).asked.text == ENGLISH[1]
    assert "2 places in 2 documents" in desk.shown()


async def test_words_of_this_document_are_found_as_before(desk: Desk) -> None:
    await desk.press("slash")
    await desk.type("csto")
    await desk.press("enter")
    assert "“csto” · F3 next" in desk.status
    await desk.press("f3")
    assert desk.number == 3
