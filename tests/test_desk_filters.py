"""Showing some paragraphs only, going to one by its number: what moves, what stays, and what is told of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from tests.desk import Desk, desk_on
from tests.exported import exported
from workbench.project import Project, State
from workbench.project.handing.delivered import remember_delivery
from workbench.project.narrowing import Narrowing

ENGLISH = {
    0: "Yerevan summit ends without result",
    1: "By Pavel Harbachou",
    2: "Lukashenko travelled to Yerevan on Thursday, where the CSTO was meeting.",
    4: "The AFU general staff said the situation remained calm. Sviatlana Tsikhanouskaya spoke of “empty words”.",
    5: "In Kiev, 35,000 people were counted.",
}


@pytest.fixture
def folder(project_folder: Path) -> Path:
    """Six paragraphs: 1 and 3 are reviewed, 4 is left out, 2 has a note, 6 breaks a rule of the glossary."""
    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        for index, english in ENGLISH.items():
            translation.edit(index, english)
        for index in (0, 2):
            translation.accept(index)
        translation.skip(3)
        translation.set_note(1, "Is this the spelling he uses?")
        translation.save()
    return project_folder


@pytest.fixture
async def desk(folder: Path) -> AsyncIterator[Desk]:
    async with desk_on(folder) as opened:
        await opened.press("home")
        yield opened


def shown(desk: Desk) -> list[int]:
    """The numbers of the paragraphs that are shown."""
    return [index + 1 for index in desk.screen.pairs.shown.paragraphs]


# Going to a number


async def test_a_number_goes_to_its_paragraph(desk: Desk) -> None:
    await desk.press("number_sign", "5", "enter")
    assert desk.number == 5


@pytest.mark.feature("go to a number")
async def test_in_a_burst_what_comes_after_the_number_is_done_there(desk: Desk) -> None:
    await desk.burst("number_sign", "5", "enter", "a")
    assert desk.state(5) is State.REVIEWED
    assert desk.state(2) is State.TRANSLATED


async def test_a_number_that_no_paragraph_has_is_told_and_nothing_is_accepted(desk: Desk) -> None:
    await desk.burst("number_sign", *"77", "enter", "a")
    assert "There is no paragraph 77: type a number from 1 to 6." in desk.shown()
    await desk.burst("2", "enter")
    assert desk.number == 2
    assert desk.state(2) is State.TRANSLATED


# Showing some only


async def test_the_list_of_filters_shows_what_is_chosen_and_the_head_line_says_so(desk: Desk) -> None:
    await desk.press("v", "1")
    assert shown(desk) == [2, 5, 6]
    assert "3 of 6 shown: not reviewed" in desk.shown().splitlines()[0]
    assert "V shows all" in desk.status
    assert desk.number == 2
    assert ENGLISH[0] not in desk.shown()
    await desk.press("V")
    assert shown(desk) == [1, 2, 3, 4, 5, 6]
    assert "shown" not in desk.shown().splitlines()[0]
    assert desk.number == 2


async def test_moving_walks_what_is_shown_alone(desk: Desk) -> None:
    await desk.burst("v", "1", "j")
    assert desk.number == 5
    await desk.press("j", "j")
    assert desk.number == 6
    await desk.press("home")
    assert desk.number == 2
    await desk.press("end", "k")
    assert desk.number == 5


@pytest.mark.feature("filters on the desk")
async def test_accept_and_next_walks_what_is_shown_and_what_no_longer_matches_stays_till_the_end(desk: Desk) -> None:
    """Nothing moves under the hands: the list is made anew when accepting has come round its end."""
    await desk.press("v", "1")
    await desk.press("a")
    assert (desk.state(2), desk.number, shown(desk)) == (State.REVIEWED, 5, [2, 5, 6])
    await desk.press("j", "a")
    await desk.type("no matter")
    await desk.press("enter")
    assert desk.state(6) is State.REVIEWED
    assert (desk.number, shown(desk)) == (5, [5])
    await desk.press("a")
    assert "Every paragraph that is shown is done: V shows all." in desk.status


async def test_the_same_filter_again_brings_the_list_up_to_date(desk: Desk) -> None:
    await desk.press("v", "1", "a")
    assert shown(desk) == [2, 5, 6]
    await desk.press("v", "enter")
    assert shown(desk) == [5, 6]


@pytest.mark.feature("filters on the desk")
async def test_filters_can_be_ticked_together(desk: Desk) -> None:
    await desk.press("v", "space", "down", "space", "enter")
    assert shown(desk) == [6]
    assert "1 of 6 shown: not reviewed, with findings" in desk.shown()


async def test_a_filter_that_nothing_fits_changes_nothing(desk: Desk) -> None:
    await desk.press("v", "6")
    assert "No paragraph here: German changed." in desk.status
    assert shown(desk) == [1, 2, 3, 4, 5, 6]


@pytest.mark.feature("filters on the desk")
async def test_a_term_is_found_in_every_form_also_when_it_is_typed(desk: Desk) -> None:
    await desk.burst("v", "0", *"Wort", "enter")
    assert shown(desk) == [5]  # in „leeren Worten“
    assert "contains “Wort”" in desk.shown()


async def test_the_term_of_the_paragraph_is_there_to_be_looked_for(desk: Desk) -> None:
    await desk.press("end", "v", "0", "enter")
    assert "contains “Kiew”" in desk.shown()
    assert shown(desk) == [6]


async def test_words_are_asked_for_where_there_are_none(desk: Desk) -> None:
    await desk.burst("v", "0", "ctrl+u", "enter")
    assert "Which words? Type them here." in desk.shown()


@pytest.mark.feature("filters on the desk")
async def test_what_changed_since_it_was_handed_over_can_be_shown(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("v", "3")
        assert "was not handed over before" in desk.status
    with Project.open(folder) as project:
        remember_delivery(project.layout, project.open_document("gipfel.txt").record, (), date(2026, 11, 28))
    async with desk_on(folder) as desk:
        await desk.burst("number_sign", "5", "enter", "enter", "x", "escape")
        await desk.press("v", "3")
        assert shown(desk) == [5]


@pytest.mark.parametrize(
    ("key", "numbers"), [("2", [6]), ("4", [2]), ("9", [4])], ids=["with findings", "with notes", "left out"]
)
async def test_each_filter_shows_its_own(desk: Desk, key: str, numbers: list[int]) -> None:
    await desk.press("v", key)
    assert shown(desk) == numbers


# Going to what is hidden


async def test_finding_words_in_a_hidden_paragraph_shows_it_besides(desk: Desk) -> None:
    await desk.press("v", "1")
    await desk.burst("slash", *"summit", "enter")
    assert (desk.number, shown(desk)) == (1, [1, 2, 5, 6])
    assert "4 of 6 shown" in desk.shown()
    await desk.press("f3", "j")
    assert desk.number == 2
    await desk.press("k")
    assert "shown besides the others" in desk.status


async def test_the_next_finding_a_number_and_undo_show_what_is_hidden(desk: Desk) -> None:
    await desk.press("v", "4")
    assert shown(desk) == [2]
    await desk.press("right_square_bracket")
    assert (desk.number, shown(desk)) == (6, [2, 6])
    await desk.press("number_sign", "3", "enter")
    assert (desk.number, shown(desk)) == (3, [2, 3, 6])
    await desk.press("d", "V", "home", "v", "4", "u")
    assert (desk.number, shown(desk)) == (3, [2, 3])


# What is another meanwhile


async def test_drafts_for_hidden_paragraphs_come_in_and_move_nothing(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("home", "n")
        await desk.type("look")
        await desk.press("enter", "v", "4")
        glossary = project_folder / "glossary.yaml"
        glossary.write_text(glossary.read_text(encoding="utf-8").replace("en: CSTO", "en: OTSC"), encoding="utf-8")
        before = desk.english(3)
        await desk.screen.look_at_files().wait()
        await desk.settled()
        assert desk.english(3) != before
        assert shown(desk) == [1]
        assert "OTSC" not in desk.shown()
        await desk.press("V")
        assert "OTSC" in desk.shown()


async def test_a_cut_paragraph_leaves_the_filter_on(desk: Desk) -> None:
    await desk.press("number_sign", "5", "enter", "v", "1", "J")
    assert shown(desk) == [2, 5]
    assert "2 of 5 shown: not reviewed" in desk.shown()
    await desk.press("u")
    assert shown(desk) == [2, 5, 6]


async def test_another_document_is_shown_whole(folder: Path) -> None:
    (folder / "sources" / "zwei.txt").write_text("Es regnet.\n\nEs schneit.\n", encoding="utf-8")
    async with desk_on(folder) as desk:
        await desk.press("v", "1", "o", "down", "enter")
        assert desk.app.session.document == "zwei.txt"
        assert shown(desk) == [1, 2]
        assert "shown" not in desk.shown().splitlines()[0]


async def test_counts_and_exports_are_those_of_the_whole_document(desk: Desk) -> None:
    await desk.press("v", "4")
    assert "2 of 5 reviewed" in desk.shown()
    session = desk.app.session
    session.save()
    path = exported(session.project, session.translation, "txt", "english")
    assert ENGLISH[0] in path.read_text(encoding="utf-8")


async def test_a_desk_that_can_only_be_read_can_be_narrowed(folder: Path) -> None:
    with Project.open(folder):
        async with desk_on(folder) as desk:
            await desk.press("v", "2")
            assert shown(desk) == [6]
            assert "READ-ONLY" in desk.shown()


def test_conditions_are_told_in_their_order() -> None:
    assert Narrowing(("not reviewed", "contains"), "Rat").told == "not reviewed, contains “Rat”"
