"""The dictionary at the desk: the German word at the cursor looked up, and an English put in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.dictionary import opened
from workbench.tui.dialogs.dictionary import DictionaryDialog

from .desk import Desk, desk_on


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(
        "Die Regierung zog den Antrag gestern zurück.\n\nIn den Städten war die Stimmungslage schlecht.\n",
        encoding="utf-8",
    )
    return tmp_path


async def write(desk: Desk, number: int, english: str) -> None:
    """Write this English into a paragraph, by hand, and stay in it."""
    await desk.go_to(number)
    await desk.press("enter")
    desk.screen.sheet.english.select_all()
    await desk.press("delete")
    await desk.type(english)


async def look_up_german(desk: Desk, word: str) -> None:
    """Go to a word of the open German, and look it up."""
    german = desk.screen.sheet.german
    await desk.press("tab")
    german.move_cursor((0, german.text.index(word) + 1))
    await desk.press("ctrl+f9")


@pytest.mark.feature("dictionaries to look words up")
async def test_a_verb_is_found_with_its_prefix_and_put_in_as_the_german_is_inflected(article: Path) -> None:
    async with desk_on(article) as desk:
        await write(desk, 1, "The government cancelled the application yesterday.")
        await look_up_german(desk, "zog")
        assert "zog … zurück → zurückziehen" in desk.shown()
        assert "1 withdrew (withdraw)" in desk.shown()
        await desk.press("1")
        assert desk.screen.sheet.english.text == "The government withdrew the application yesterday."
        await desk.press("ctrl+z")
        assert desk.screen.sheet.english.text == "The government cancelled the application yesterday."


async def test_it_is_found_from_its_prefix_too(article: Path) -> None:
    async with desk_on(article) as desk:
        await write(desk, 1, "The government cancelled the application yesterday.")
        await look_up_german(desk, "zurück")
        assert "zog … zurück → zurückziehen" in desk.shown()


@pytest.mark.feature("dictionaries to look words up")
async def test_from_the_english_the_german_that_it_stands_for_is_looked_up(article: Path) -> None:
    async with desk_on(article) as desk:
        await write(desk, 2, "In the cities the mood was bad.")
        english = desk.screen.sheet.english
        english.move_cursor((0, english.text.index("cities") + 2))
        await desk.press("ctrl+f9")
        assert "Städten → Stadt" in desk.shown()
        await desk.burst(*"town", "enter")
        assert english.text == "In the towns the mood was bad."


async def test_a_burst_of_keys_goes_where_it_would_have_gone_one_by_one(article: Path) -> None:
    async with desk_on(article) as desk:
        await write(desk, 2, "In the cities the mood was bad.")
        english = desk.screen.sheet.english
        english.move_cursor((0, english.text.index("cities") + 2))
        await desk.burst("ctrl+f9", "1", *" big")
        assert english.text == "In the towns big the mood was bad."


async def test_a_selection_is_replaced_as_a_whole(article: Path) -> None:
    async with desk_on(article) as desk:
        await write(desk, 2, "In the big cities the mood was bad.")
        english = desk.screen.sheet.english
        english.move_cursor((0, 7))
        await desk.press(*["shift+right"] * len("big cities"))
        await desk.press("ctrl+f9", "1")
        assert english.text == "In the towns the mood was bad."


@pytest.mark.feature("dictionaries to look words up")
async def test_tab_looks_the_english_word_itself_up_and_its_german_leads_to_other_english(article: Path) -> None:
    async with desk_on(article) as desk:
        await write(desk, 2, "In the cities the mood was bad.")
        english = desk.screen.sheet.english
        english.move_cursor((0, english.text.index("mood") + 2))
        await desk.press("ctrl+f9", "tab")
        assert "mood · German for it" in desk.shown() and "mood · noun" in desk.shown()
        await desk.burst(*"laune", "enter")
        assert "Laune" in desk.shown()
        await desk.burst(*"temper", "enter")
        assert english.text == "In the cities the temper was bad."


async def test_tab_goes_back_to_the_german_that_the_english_stands_for(article: Path) -> None:
    async with desk_on(article) as desk:
        await write(desk, 2, "In the cities the mood was bad.")
        english = desk.screen.sheet.english
        english.move_cursor((0, english.text.index("cities") + 2))
        await desk.burst("ctrl+f9", "tab", "tab")
        assert "Städten → Stadt" in desk.shown()
        await desk.burst("tab", "tab", "1")
        assert english.text == "In the towns the mood was bad."


async def test_english_that_stands_for_no_german_is_looked_up_itself(article: Path) -> None:
    async with desk_on(article) as desk:
        await write(desk, 2, "In the cities the mood was bad. (Zebra)")
        english = desk.screen.sheet.english
        start = english.text.index("Zebra")
        english.move_cursor((0, start + 1))
        await desk.press("ctrl+f9")
        assert "Zebra" in desk.shown()


async def test_an_english_word_can_be_typed_too(article: Path) -> None:
    async with desk_on(article) as desk:
        await desk.press("enter", "tab", "ctrl+f9")
        await desk.burst(*"hedgehog", "enter")
        assert "Igel" in desk.shown()
        await desk.press("escape")
        await desk.press("ctrl+f9")
        await desk.burst(*"gift", "tab")
        assert "Geschenk" in desk.shown()


async def test_while_browsing_a_word_is_chosen_by_letters_first(article: Path) -> None:
    async with desk_on(article) as desk:
        await desk.press("W")
        assert "Type the letters over a word" in desk.status
        assert desk.screen.sheet.german.choosing_a_word


async def test_another_word_can_be_typed(article: Path) -> None:
    async with desk_on(article) as desk:
        await write(desk, 2, "In the cities the mood was bad.")
        await look_up_german(desk, "Städten")
        await desk.burst(*"Gabel", "enter")
        assert "fork" in desk.shown()


async def test_a_word_that_is_not_there_is_told(article: Path) -> None:
    async with desk_on(article) as desk:
        await desk.press("enter", "tab")
        await desk.press("ctrl+f9")
        await desk.burst(*"Xyzzyq", "enter")
        assert "The dictionary has nothing for “Xyzzyq”." in desk.shown()
        await desk.press("escape")
        assert not isinstance(desk.app.screen, DictionaryDialog)


async def test_files_that_are_gone_are_one_line(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk_on(article) as desk:
        await write(desk, 2, "In the cities the mood was bad.")
        await look_up_german(desk, "Stimmungslage")
        monkeypatch.setattr(opened, "ENTRIES", tmp_path / "gone")
        await desk.burst(*"Zwiebelkuchen", "enter")
        assert "the dictionary cannot be read" in " ".join(desk.shown().split())


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (140, 45)])
async def test_long_entries_scroll_on_every_screen(article: Path, size: tuple[int, int]) -> None:
    async with desk_on(article, size) as desk:
        await desk.press("enter", "tab", "ctrl+f9")
        await desk.burst(*"Zug", "enter")
        assert "Zug" in desk.shown()
        await desk.press(*["down"] * 30)
        assert "31 " in desk.shown()
