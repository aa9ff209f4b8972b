"""The list of what was put right again and again, on the screen: counts, examples, and a rule by Enter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corrected_material import corrected
from tests.desk import Desk, desk_on
from workbench.project import Session
from workbench.tui.corrections.screen import CorrectionsScreen

LEFT = ("Selenskyj winkte.", "Selenskyj waved.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A name put right three times in two documents, a term twice; in one paragraph the name still is as it was."""
    return corrected(tmp_path / "work", left=LEFT)


async def listed(desk: Desk) -> CorrectionsScreen:
    await desk.press("P")
    await desk.settled()
    screen = desk.app.screen
    assert isinstance(screen, CorrectionsScreen)
    return screen


@pytest.mark.feature("corrections become rules")
async def test_the_list_has_counts_and_examples_and_enter_makes_one_an_entry(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await listed(desk)
        assert "3 × Selenskyj: Selenskyj → Zelensky" in desk.shown()
        assert "eins.txt ¶1" in desk.shown()
        assert "Zelensky thanked the helpers." in desk.shown()
        assert "Grenzkomitee" not in desk.shown()
        await desk.burst("enter", "1", "enter")
        await desk.settled()
        (entry,) = desk.app.session.termbase.glossary.entries
        assert (entry.de, entry.en, entry.avoid) == (("Selenskyj",), "Zelensky", ("Selenskyj",))
        assert "Saved: Selenskyj → Zelensky in glossary.yaml" in desk.shown()
        assert "3 × Selenskyj" not in desk.shown()
        await desk.press("escape", "u")
        assert desk.app.session.termbase.glossary.entries == ()


async def test_a_key_lists_what_was_put_right_less_often(folder: Path) -> None:
    async with desk_on(folder) as desk:
        screen = await listed(desk)
        await desk.press("l")
        await desk.settled()
        assert [(one.german, one.count) for one in screen._rows.learnt] == [("Selenskyj", 3), ("Grenzkomitee", 2)]
        await desk.press("down", "o")
        await desk.settled()
        assert (desk.app.session.document, desk.number) == ("zwei.txt", 2)


async def test_it_is_put_right_everywhere_where_the_german_has_it(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await listed(desk)
        await desk.burst("enter", "2")
        await desk.settled()
        await desk.burst("a", "enter")
        await desk.settled()
        assert "everywhere" in desk.shown()
        await desk.press("escape")
        await desk.press("o", "end", "enter")
        await desk.settled()
        assert desk.app.session.document == "zwei.txt"
        assert desk.english(4) == "Zelensky waved."


async def test_an_entry_that_is_there_gets_what_is_to_be_avoided(folder: Path) -> None:
    (folder / "glossary.yaml").write_text("- {de: Selenskyj, en: Zelensky}\n", encoding="utf-8")
    async with desk_on(folder) as desk:
        await listed(desk)
        assert "changes line 1" in desk.shown()
        await desk.burst("enter", "1", "enter")
        await desk.settled()
        (entry,) = desk.app.session.termbase.glossary.entries
        assert entry.avoid == ("Selenskyj",)


async def test_where_nothing_was_put_right_one_line_says_so_and_escape_goes_back(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await listed(desk)
        assert "Nothing was put right 3 times that is in no entry." in desk.shown()
        await desk.press("enter", "escape")
        assert desk.app.screen is desk.screen


async def test_escape_at_once_goes_back_whatever_is_looked_at(folder: Path) -> None:
    async with desk_on(folder) as desk:
        for _ in range(5):
            await desk.burst("P", "escape")
        await desk.settled()
        assert desk.app.screen is desk.screen


async def test_without_the_right_to_write_the_list_is_only_looked_at(folder: Path) -> None:
    with Session.open(folder):
        async with desk_on(folder) as desk:
            await listed(desk)
            await desk.press("enter")
            assert "Read-only" in desk.shown()
