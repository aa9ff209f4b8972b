"""Keys while the English is written, on the screen: marks, what is pasted, capitals, figures, the German itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from tests.desk import Desk, desk_on
from workbench.project import Draft
from workbench.project.settings.settings import user_file

GERMAN = "Am 24. Februar 2022 kamen 35.000 Menschen, 12,5 Prozent mehr.\n\nEin **neues** Haus."


def article(folder: Path, style: str = "") -> None:
    (folder / "sources" / "gipfel.txt").unlink()
    (folder / "sources" / "zahlen.md").write_text(GERMAN, encoding="utf-8")
    if style:
        (folder / "project.yaml").write_text(style, encoding="utf-8")


async def emptied(desk: Desk) -> None:
    """The first paragraph open, with nothing in its English."""
    await desk.press("home", "enter", "ctrl+a", "backspace")


def cell(desk: Desk) -> str:
    return desk.screen.sheet.english.text


@pytest.mark.feature("typographic marks while typing")
async def test_marks_are_the_styles_as_they_are_typed_and_backspace_brings_back_what_was(project_folder: Path) -> None:
    article(project_folder, "style:\n  quotes: single\n")
    async with desk_on(project_folder) as desk:
        await emptied(desk)
        await desk.type('"It\'s 5"')
        assert cell(desk) == "‘It’s 5’"
        await desk.press("backspace")
        assert cell(desk) == '‘It’s 5"'
        await desk.press("backspace")
        assert cell(desk) == "‘It’s 5"
        await desk.type(" - so")
        assert cell(desk) == "‘It’s 5 – so"
        await desk.press("ctrl+z")
        assert cell(desk) == "‘It’s 5 – "
        await desk.press("ctrl+z")
        assert cell(desk) == "‘It’s 5 - "
        await desk.type("x")
        assert cell(desk) == "‘It’s 5 - x"


async def test_the_setting_plain_leaves_all_as_it_is_typed(project_folder: Path) -> None:
    article(project_folder)
    user_file().parent.mkdir(parents=True, exist_ok=True)
    user_file().write_text("typing: plain\n", encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await emptied(desk)
        await desk.type('"It\'s" - so')
        desk.app.post_message(Paste('a\nb "c"'))
        await desk.handled()
        assert cell(desk) == '"It\'s" - soa\nb "c"'


@pytest.mark.feature("clean paste")
async def test_what_is_pasted_is_cleaned_and_a_key_has_it_as_it_was(project_folder: Path) -> None:
    article(project_folder)
    pdf = 'The ﬁrst\nof  "many"'
    async with desk_on(project_folder) as desk:
        await emptied(desk)
        for key, there in (("ctrl+f5", pdf), ("backspace", pdf), ("ctrl+z", pdf)):
            await desk.press("ctrl+a", "delete")
            desk.app.post_message(Paste(pdf))
            await desk.handled()
            assert cell(desk) == "The first of “many”"
            await desk.press(key)
            assert cell(desk) == there
        await desk.press("ctrl+a", "ctrl+x", "ctrl+v")
        assert cell(desk) == "The first of “many”"
        await desk.press("ctrl+a", "delete", "ctrl+f5")
        assert cell(desk) == pdf


@pytest.mark.feature("capitals changed by a key")
async def test_a_key_changes_the_capitals_of_a_word_or_a_selection(project_folder: Path) -> None:
    article(project_folder)
    async with desk_on(project_folder) as desk:
        await emptied(desk)
        await desk.type("the dnipro")
        for there in ("the Dnipro", "the DNIPRO", "the dnipro"):
            await desk.press("ctrl+f3")
            assert cell(desk) == there
        await desk.press("ctrl+a")
        await desk.burst("ctrl+f3", "ctrl+f3")
        assert cell(desk) == "THE DNIPRO"
        await desk.press("ctrl+z", "ctrl+z")
        assert cell(desk) == "the dnipro"
        await desk.press("escape", "ctrl+f3")
        assert "Enter opens it" in desk.status and desk.english(1) == "the dnipro"


async def test_a_key_swaps_two_words_and_codes_stay(project_folder: Path) -> None:
    article(project_folder)
    async with desk_on(project_folder) as desk:
        await desk.press("end", "=")
        there = cell(desk)
        assert desk.screen.sheet.english.inline.text == "Ein neues Haus."
        await desk.press("ctrl+home", "ctrl+f4")
        inline = desk.screen.sheet.english.inline
        assert inline.text == "neues Ein Haus." and len(inline.codes) == 2
        await desk.press("ctrl+z")
        assert cell(desk) == there
        await desk.press("ctrl+end", "ctrl+f4")
        assert "No word follows" in desk.status


@pytest.mark.feature("the source as the translation")
async def test_a_key_copies_the_german_with_its_codes_and_undo_brings_the_english_back(project_folder: Path) -> None:
    article(project_folder)
    async with desk_on(project_folder) as desk:
        await desk.press("end")
        before = desk.english(2)
        await desk.press("=")
        assert desk.screen.sheet.english.inline == desk.screen.records[1].source
        await desk.press("ctrl+z")
        assert desk.screen.sheet.english.inline.text == before
        await desk.press("tab", "ctrl+home", "ctrl+shift+right", "ctrl+f2")
        assert cell(desk).endswith(" Ein ") or cell(desk).endswith("Ein")


@pytest.mark.feature("figures of the source")
async def test_a_key_puts_the_next_figure_that_the_english_has_not(project_folder: Path) -> None:
    article(project_folder, "style: guardian\n")
    async with desk_on(project_folder) as desk:
        await emptied(desk)
        await desk.type("On")
        await desk.press("f11")
        assert cell(desk) == "On 24 February 2022"
        await desk.press("f11", "f11")
        assert cell(desk) == "On 24 February 2022 35,000 12.5%"
        await desk.press("f11")
        assert "every figure" in desk.status
        await desk.press("ctrl+z")
        assert cell(desk) == "On 24 February 2022 35,000"
        await desk.press("escape", "N")
        assert cell(desk).endswith("12.5%")


async def test_what_was_typed_is_said_to_be_saved_and_drafts_that_came_meanwhile_are_not(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(3)
        await desk.press("enter")
        assert desk.app.session.translation.set_draft(4, Draft("The front is calm.", "told"))
        assert not desk.app.session.translation.recorded
        desk.screen.place.close_paragraph()
        assert desk.app.session.translation.recorded
        assert "Saved" not in desk.status
        await desk.press("enter", "end", "x", "escape")
        assert "Saved: what you typed, paragraph 3." in desk.status
