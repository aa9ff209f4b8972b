"""Spelling while somebody types, at the desk: what is underlined, and what is offered for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.tui.dialogs.suggestions import SuggestionsDialog

from .desk import Desk, desk_on


def underlined(desk: Desk) -> list[str]:
    """The words of the open English that are marked as misspelt, as they are drawn."""
    english = desk.screen.sheet.english
    marks = [mark.span for mark in english._marks if mark.look == "pairs--misspelt"]
    return [english.text[slice(*span)] for span in marks]


@pytest.mark.feature("spelling while typing")
async def test_a_word_is_underlined_once_it_is_finished(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The goverment")
        assert underlined(desk) == []
        await desk.type(" fell")
        assert underlined(desk) == ["goverment"]
        await desk.type(", and the goverment rose")
        assert underlined(desk) == ["goverment", "goverment"]


async def test_a_word_is_finished_when_the_cursor_leaves_it(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The goverment")
        await desk.press("ctrl+home")
        assert underlined(desk) == ["goverment"]
        await desk.press("end")
        assert underlined(desk) == ["goverment"]
        await desk.type("s")
        assert underlined(desk) == []


async def test_the_underline_moves_with_its_word(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The goverment fell.")
        await desk.press("ctrl+home")
        await desk.type("Then the old one: ")
        assert underlined(desk) == ["goverment"]


async def test_it_is_underlined_without_colour_as_well(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The goverment fell.")
        line = desk.screen.sheet.english.get_line(0)
        (style,) = {span.style for span in line.spans if span.start == len("The ")}
        assert not isinstance(style, str)
        assert style.underline


@pytest.mark.feature("spelling while typing")
async def test_a_digit_puts_a_suggestion_in_and_one_undo_takes_it_back(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The goverment fell.")
        await desk.burst("ctrl+f7", "1")
        assert desk.screen.sheet.english.text == "The government fell."
        assert underlined(desk) == []
        await desk.burst("ctrl+z")
        assert desk.screen.sheet.english.text == "The goverment fell."


async def test_from_the_list_of_paragraphs_it_is_put_in_as_an_act_of_its_own(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The goverment fell.")
        await desk.press("escape")
        await desk.burst("L", "enter")
        assert desk.english(4) == "The government fell."
        assert "“goverment” is “government” now." in desk.status
        await desk.burst("u")
        assert desk.english(4) == "The goverment fell."


async def test_names_of_the_german_and_the_glossary_come_first(project_folder: Path) -> None:
    (project_folder / "words.dic").write_text("siloviki\n", encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The silovki met. ")
        await desk.press("ctrl+f7")
        assert isinstance(desk.app.screen, SuggestionsDialog)
        assert "1 siloviki  own word" in desk.shown()
        await desk.press("escape")
        assert desk.screen.sheet.english.text == "The silovki met. "


async def test_l_in_the_list_takes_the_word_itself(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The batka and the siloviki met.")
        await desk.burst("ctrl+f7", "l")
        assert underlined(desk) == ["batka"]
        words = (project_folder / "words.dic").read_text(encoding="utf-8").splitlines()
        assert words[1:] == ["siloviki"]


async def test_the_word_at_the_cursor_is_asked_about_or_the_last_one_before_it(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "A goverment and a parlament.")
        english = desk.screen.sheet.english
        english.move_cursor((0, 4))
        await desk.burst("ctrl+f7", "escape")
        assert english.selected_span == (4, 4)
        await desk.burst("ctrl+f7", "1")
        assert english.text == "A government and a parlament."
        await desk.press("end")
        await desk.burst("ctrl+f7", "1", *" So.")
        assert english.text == "A government and a parliament. So."
        await desk.burst("ctrl+f7")
        assert "No word here that is not known." in desk.status


async def test_what_is_typed_behind_the_choice_goes_into_the_english(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The goverment ")
        await desk.burst("ctrl+f7", "1", *" fell")
        assert desk.screen.sheet.english.text == "The government  fell"


async def test_names_of_the_german_are_offered_and_an_underline_stands_behind_codes(project_folder: Path) -> None:
    (project_folder / "sources" / "zz.md").write_text("Die **alte** Regierung um Wagenknecht fiel.\n", encoding="utf-8")
    async with desk_on(project_folder / "sources" / "zz.md") as desk:
        await desk.settled()
        await desk.press("enter")
        await desk.press("end")
        await desk.type(" Wagenknech met the goverment. ")
        assert underlined(desk) == ["Wagenknech", "goverment"]
        await desk.press(*["left"] * 25)
        await desk.press("ctrl+f7")
        assert "1 Wagenknecht  German" in desk.shown()
