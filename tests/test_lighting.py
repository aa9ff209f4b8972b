"""While a paragraph is open: the words that the one at the cursor stands for are lit in the other text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.desk import Desk, desk_on
from workbench.project import Project, Session
from workbench.project.counterparts import Aligned, carried, meant
from workbench.text import Span
from workbench.tui import WorkbenchApp
from workbench.tui.widgets.cells import Cell

GERMAN = "In den Städten war die Stimmung schlecht. Die Regierung zog den Antrag gestern zurück.\n\nEs regnet.\n"
ENGLISH = "In the cities the mood was bad. The government withdrew the application yesterday."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    return tmp_path


async def written(desk: Desk) -> None:
    """The first paragraph is open, with this English in it."""
    await desk.press("home", "enter")
    desk.screen.sheet.english.select_all()
    desk.screen.sheet.english.write(ENGLISH)
    await desk.settled()


def lit(cell: Cell) -> tuple[str, ...]:
    """The words of a cell that are lit."""
    return cell.lit


async def go_to(desk: Desk, cell: Cell, word: str) -> None:
    """Put the cursor into a word of a cell."""
    cell.move_cursor((0, cell.text.index(word) + 1))
    await desk.drawn()


async def light(desk: Desk, cell: Cell, *words: str) -> None:
    """Wait until these words of a cell are lit, and no others."""
    await desk.until(lambda: set(lit(cell)) == set(words))


@pytest.mark.feature("which words stand for each other")
async def test_the_german_of_the_english_word_at_the_cursor_is_lit(article: Path) -> None:
    async with desk_on(article) as desk:
        await written(desk)
        german, english = desk.screen.sheet.cells
        await go_to(desk, english, "cities")
        await light(desk, german, "Städten")
        assert lit(english) == ()
        await go_to(desk, english, "withdrew")
        await light(desk, german, "zog", "zurück")
        await go_to(desk, english, "government")
        await light(desk, german, "Regierung")


@pytest.mark.feature("which words stand for each other")
async def test_and_the_english_of_the_german_word(article: Path) -> None:
    async with desk_on(article) as desk:
        await written(desk)
        german, english = desk.screen.sheet.cells
        await desk.press("tab")
        await go_to(desk, german, "Antrag")
        await light(desk, english, "application")
        assert lit(german) == ()
        await desk.press("tab")
        assert lit(english) == ()


async def test_of_words_that_are_selected_all_are(article: Path) -> None:
    async with desk_on(article) as desk:
        await written(desk)
        german, english = desk.screen.sheet.cells
        start = ENGLISH.index("mood")
        english.select_span(Span(start, start + len("mood was bad")))
        await light(desk, german, "war", "Stimmung", "schlecht")


async def test_a_word_chosen_by_letters_is_lit_as_well(article: Path) -> None:
    async with desk_on(article) as desk:
        await written(desk)
        german, english = desk.screen.sheet.cells
        await desk.press("tab", "f7")
        await desk.press("d")  # the third word: Städten
        await light(desk, english, "cities")
        assert german.selected_words == "Städten"


async def test_what_is_typed_puts_out_what_is_lit_for_another_word(article: Path) -> None:
    async with desk_on(article) as desk:
        await written(desk)
        german, english = desk.screen.sheet.cells
        await go_to(desk, english, "cities")
        await desk.burst("ctrl+right", *" again", "ctrl+right")
        assert "Städten" not in lit(german)
        await go_to(desk, english, "mood")
        await light(desk, german, "Stimmung")


async def test_a_word_written_in_the_place_of_another_stands_for_the_same(article: Path) -> None:
    async with desk_on(article) as desk:
        await written(desk)
        german, english = desk.screen.sheet.cells
        await go_to(desk, english, "cities")
        start = ENGLISH.index("cities")
        english.select_span(Span(start, start + len("cities")))
        await desk.type("towns")
        await light(desk, german, "Städten")


async def test_a_key_switches_it_off_and_the_project_remembers(article: Path) -> None:
    async with desk_on(article) as desk:
        await written(desk)
        german, english = desk.screen.sheet.cells
        await go_to(desk, english, "cities")
        await desk.press("ctrl+f6")
        assert lit(german) == () and "No words are lit any more" in desk.status
        await go_to(desk, english, "mood")
        assert lit(german) == ()
        await desk.press("ctrl+f6")
        await light(desk, german, "Stimmung")
        await desk.press("ctrl+f6", "escape")
    with Project.open(article) as project:
        assert project.settings.light == "off"


async def test_with_a_code_before_it_the_right_letters_are_lit(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Der **neue** Minister reiste nach Minsk.\n", encoding="utf-8")
    async with desk_on(tmp_path) as desk:
        await desk.press("home", "enter")
        german, english = desk.screen.sheet.cells
        await go_to(desk, english, "inister")
        await light(desk, german, "Minister")


PICTURES = {
    "80x24": ((80, 24), ""),
    "100x30": ((100, 30), ""),
    "140x45": ((140, 45), ""),
    "16_colours": ((80, 24), "ansi-dark"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_how_it_looks(name: str, article: Path, snap_compare: Callable[..., bool]) -> None:
    size, theme = PICTURES[name]

    async def go(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, WorkbenchApp)
        desk = Desk(pilot.app, pilot)
        await desk.settled()
        await desk.press("home", "enter")
        german, english = desk.screen.sheet.cells
        english.cursor_blink = False
        await go_to(desk, english, "withdrew")
        await desk.until(lambda: bool(lit(german)))
        await desk.drawn()

    with Session.open(article) as session:
        translation = session.project.open_document("a.txt")
        translation.edit(0, ENGLISH)
        translation.edit(1, "It is raining.")
        translation.save()
        if theme:
            session.project.set(theme=theme)
        assert snap_compare(WorkbenchApp(session), terminal_size=size, run_before=go)


def test_small_words_beside_what_is_meant_are_left_out() -> None:
    german, english = "Kranz wurde nominiert", "Kranz was nominated"
    links = ((Span(0, 5), Span(0, 5)), (Span(12, 21), Span(6, 9)), (Span(12, 21), Span(10, 19)))
    assert meant(german, english, links) == (links[0], links[2])
    german, english = "Sie betonten", "They pointed out"
    links = ((Span(0, 3), Span(0, 4)), (Span(4, 12), Span(5, 12)), (Span(4, 12), Span(13, 16)))
    assert meant(german, english, links) == links


TOLD = Aligned(
    "Die alten Städte schlafen",
    "The old cities sleep",
    ((Span(0, 3), Span(0, 3)), (Span(4, 9), Span(4, 7)), (Span(10, 16), Span(8, 14)), (Span(17, 25), Span(15, 20))),
)


@pytest.mark.parametrize(
    ("english", "word", "german"),
    [
        ("The old cities sleep", "old", "alten"),
        ("All the old cities sleep", "cities", "Städte"),
        ("The old cities sleep well", "cities", "Städte"),
        ("The old towns sleep", "towns", "Städte"),
        ("The old towns sleep", "sleep", "schlafen"),
        ("The old cities", "cities", "Städte"),
        ("", "", ""),
    ],
)
def test_after_a_change_the_words_beside_it_stand_for_what_they_stood_for(english: str, word: str, german: str) -> None:
    start = english.index(word)
    found = carried(TOLD, english).beside("english", Span(start, start + len(word)))
    assert " ".join(TOLD.german[slice(*span)] for span in found) == german


def test_a_long_stretch_written_anew_stands_for_nothing_yet() -> None:
    new = "The towns of our forefathers long ago sleep"
    assert carried(TOLD, new).beside("english", Span(4, 5)) == ()
    assert carried(TOLD, new).beside("english", Span(len(new), len(new))) == (Span(17, 25),)
