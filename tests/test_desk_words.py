"""Words that are no English, at the desk: one key takes one into the project's list."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.project import Session
from workbench.tui import WorkbenchApp

from .desk import Desk, desk_on


def told(desk: Desk, number: int) -> list[str]:
    findings = desk.app.session.findings_so_far(number - 1)
    return [finding.about for finding in findings if finding.check == "spelling"]


@pytest.mark.feature("spelling is checked")
async def test_l_takes_the_first_word_the_next_one_and_u_gives_it_back(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The siloviki and the batka were calm.")
        await desk.press("escape")
        assert told(desk, 4) == ["siloviki", "batka"]
        await desk.burst("l", "l")
        assert told(desk, 4) == []
        words = (project_folder / "words.dic").read_text(encoding="utf-8").splitlines()
        assert words[1:] == ["batka", "siloviki"]
        assert "“batka” is known in this project from now on. u undoes." in desk.status
        await desk.burst("u")
        assert told(desk, 4) == ["batka"]
        await desk.burst("l", "l")
        assert "No word here that is not known." in desk.status


async def test_while_writing_the_word_at_the_cursor_is_taken(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The siloviki and the batka")
        await desk.burst("shift+f7")
        assert told(desk, 4) == ["siloviki"]
        assert desk.screen.sheet.opened == 3
        assert desk.screen.sheet.english.text == "The siloviki and the batka"


async def test_a_known_word_is_marked_nowhere_any_more(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The siloviki were calm.")
        await desk.press("escape")
        await desk.write(6, "In Kyiv 35,000 siloviki were counted.")
        await desk.press("escape")
        assert "“siloviki” is no English word" in desk.shown()
        assert (told(desk, 4), told(desk, 6)) == (["siloviki"], ["siloviki"])
        await desk.burst("l")
        assert (told(desk, 4), told(desk, 6)) == ([], [])


async def test_f_puts_in_the_only_word_that_can_be_meant(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.write(4, "The goverment of the batllion was calm.")
        await desk.press("escape", "f")
        await desk.until(lambda: desk.english(4).startswith("The government"))
        assert desk.english(4) == "The government of the batllion was calm."
        await desk.press("f")
        await desk.until(lambda: "perhaps" in desk.status)
        assert "“battalion”" in desk.status


async def test_the_screen_is_there_before_the_dictionaries(project_folder: Path) -> None:
    with Session.open(project_folder, at_leisure=True) as session:
        app = WorkbenchApp(session)
        async with app.run_test(size=(100, 30)) as pilot:
            desk = Desk(app, pilot)
            await desk.settled()
            await desk.write(4, "The batllion was calm.")
            await desk.press("escape")
            await desk.until(lambda: told(desk, 4) == ["batllion"])
            assert told(desk, 4) == ["batllion"]


@pytest.mark.parametrize("text", ["siloviki\nno word\n", "\ufffe"])
async def test_a_list_that_is_not_as_it_should_be_is_told(project_folder: Path, text: str) -> None:
    (project_folder / "words.dic").write_text(text, encoding="utf-8")
    async with desk_on(project_folder) as desk:
        assert any("words.dic" in told.message for told in desk.app._notifications)
