"""A day at the desk: the real screen, the real package, the keyboard."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Input

from workbench.project import Changed
from workbench.translation import Draft, State
from workbench.tui.desk import DeskScreen
from workbench.tui.dialogs.accept import AcceptDialog

from .desk import desk_on


@pytest.mark.feature("drafts without a network")
async def test_every_paragraph_gets_a_draft_with_the_glossary_in_it(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        assert all(record.state is State.DRAFT and record.english for record in desk.screen.records)
        assert "Lukashenko" in desk.english(3)
        assert "CSTO" in desk.english(3)
        assert "Yerevan" in desk.english(3)
        assert "Tsikhanouskaya" in desk.english(5)
        assert "0 of 6 reviewed" in desk.shown()


@pytest.mark.feature("terms of the segment")
@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_german_stands_left_english_right_and_terms_in_the_panel(
    project_folder: Path, size: tuple[int, int]
) -> None:
    async with desk_on(project_folder, size) as desk:
        await desk.go_to(3)
        shown = desk.shown()
        assert "Lukaschenko reiste" in shown
        assert "ODKB → CSTO" in shown
        assert "Hand over" in shown or "Help" in shown


@pytest.mark.feature("accept and next")
@pytest.mark.feature("progress while you work")
async def test_accept_saves_and_goes_on(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(3)
        await desk.press("a")
        assert desk.state(3) is State.REVIEWED
        assert desk.number == 4
        assert "Saved: paragraph 3 accepted." in desk.status
        assert "1 of 6 reviewed" in desk.shown()
        record = (project_folder / "translations" / "gipfel.yaml").read_text(encoding="utf-8")
        assert "state: reviewed" in record
        await desk.until(lambda: desk.screen.translation.saved)
        assert desk.english(3) in (project_folder / "translations" / "gipfel.en.txt").read_text(encoding="utf-8")


@pytest.mark.feature("editing in place")
async def test_editing_in_place(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(1)
        await desk.press("enter", "ctrl+a", "delete")
        await desk.type("Summit fails")
        assert desk.english(1) == "Summit fails"
        await desk.press("escape")
        assert desk.state(1) is State.TRANSLATED
        assert "Summit fails" in (project_folder / "translations" / "gipfel.yaml").read_text(encoding="utf-8")


async def test_accepting_from_inside_the_paragraph_opens_the_next_one(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(3)
        await desk.press("enter", "end")
        await desk.type(" Ha")
        await desk.press("ctrl+s")
        assert desk.state(3) is State.REVIEWED
        assert desk.english(3).endswith(" Ha")
        assert desk.screen.sheet.opened == 3


@pytest.mark.feature("undo")
async def test_undo_goes_back_through_an_accept_and_through_edits(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        before = desk.english(2)
        await desk.press("enter", "ctrl+a", "delete")
        await desk.type("Other")
        await desk.press("ctrl+s", "escape")
        assert desk.state(2) is State.REVIEWED
        await desk.press("u")
        assert (desk.state(2), desk.english(2)) == (State.TRANSLATED, "Other")
        await desk.press("u")
        assert (desk.state(2), desk.english(2)) == (State.DRAFT, before)
        await desk.press("r", "r")
        assert (desk.state(2), desk.english(2)) == (State.REVIEWED, "Other")


async def test_undo_in_the_cell_then_through_the_document(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(4)
        await desk.press("s")
        assert desk.state(4) is State.SKIPPED
        await desk.go_to(1)
        before = desk.english(1)
        await desk.press("enter")
        await desk.type("x")
        await desk.press("ctrl+z")
        assert desk.english(1) == before
        await desk.press("ctrl+z", "ctrl+z")
        assert desk.state(4) is not State.SKIPPED


async def test_a_draft_that_comes_late_takes_no_letter_away(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("enter")
        desk.screen.sheet.english.insert("typed just now")
        late = [(1, Draft("A new draft", "package"))]
        desk.app.session.deliver(partial(desk.app.session.drafting.take_drafts, desk.screen.records, late))
        await desk.settled()
        assert "typed just now" in desk.english(2)
        assert "typed just now" in desk.screen.sheet.english.text


async def test_an_offer_that_comes_while_one_types_leaves_the_text_and_the_cursor(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("enter", "home", "x")
        editor, session = desk.screen.sheet.english, desk.app.session
        typed = (editor.text, editor.selection)
        session.deliver(partial(session._tell, Changed(session.document, offers=frozenset({1}))))
        await desk.settled()
        assert (desk.screen.sheet.opened, editor.text, editor.selection) == (1, *typed)


async def test_one_undo_too_many_does_not_turn_letters_into_commands(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("enter", "x", *["ctrl+z"] * 4)
        await desk.type("das")
        assert desk.english(2).endswith("das")
        assert {record.state for record in desk.screen.records} == {State.DRAFT, State.TRANSLATED}


async def test_undo_that_takes_away_the_line_the_cursor_is_on(project_folder: Path) -> None:
    long = "Das Ministerium hat bereits mit der Suche nach dem jungen Mann begonnen, der nach Litauen wollte. " * 3
    (project_folder / "sources" / "lang.txt").write_text(long + "\n", encoding="utf-8")
    async with desk_on(project_folder / "sources" / "lang.txt", (80, 24)) as desk:
        await desk.press("enter", "ctrl+end")
        for _ in range(8):
            await desk.press("ctrl+j", "ctrl+z", "ctrl+y", "x")
        assert desk.english(1).count("x") == 8


@pytest.mark.feature("checked when you leave a segment")
async def test_a_broken_rule_asks_first_and_keeps_the_reason(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(6)
        await desk.press("enter", "ctrl+a", "delete")
        await desk.type("35,000 people were counted in Kiev.")
        await desk.press("ctrl+s")
        assert isinstance(desk.app.screen, AcceptDialog)
        await desk.press("escape")
        assert desk.state(6) is not State.REVIEWED
        await desk.press("ctrl+s")
        await desk.type("quote")
        await desk.press("enter")
        assert desk.state(6) is State.REVIEWED
        assert "quote" in {override.reason for override in desk.screen.records[5].overrides}


@pytest.mark.feature("an empty translation")
async def test_skip_leaves_furniture_out_of_the_english(project_folder: Path) -> None:
    english_file = project_folder / "translations" / "gipfel.en.txt"
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("a")
        await desk.go_to(4)
        await desk.press("s")
        assert desk.state(4) is State.SKIPPED
        await desk.until(lambda: english_file.exists() and desk.screen.translation.saved)
        assert "Agen" not in english_file.read_text(encoding="utf-8")
        await desk.go_to(4)
        await desk.press("s")
        assert desk.state(4) is State.DRAFT


async def test_back_to_draft(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(3)
        draft = desk.english(3)
        await desk.press("enter")
        await desk.type("zzz")
        await desk.press("escape", "d")
        assert (desk.state(3), desk.english(3)) == (State.DRAFT, draft)


async def test_enter_keeps_a_note_and_undo_takes_it_back(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("n", "x", "enter")
        assert desk.screen.records[1].note == "x"
        await desk.press("u")
        assert desk.screen.records[1].note == ""


@pytest.mark.feature("notes")
async def test_a_note(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("n")
        await desk.type("ask the desk")
        await desk.press("ctrl+s")
        assert desk.screen.records[1].note == "ask the desk"
        assert "ask the desk" in desk.shown()


@pytest.mark.feature("adding a term while translating")
async def test_a_term_from_a_selection_drafts_its_sentences_again(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("enter", "tab", "end", "ctrl+shift+left", "ctrl+g")
        assert desk.app.screen.query_one("#de", Input).value == "Harbatschou"
        english = desk.app.screen.query_one("#en", Input)
        english.focus()
        english.value = "Harbachou"
        await desk.press("ctrl+s")
        await desk.settled()
        assert "de: " in (project_folder / "glossary.yaml").read_text(encoding="utf-8")
        assert (project_folder / "glossary.yaml").read_text(encoding="utf-8").startswith("# Our own glossary")
        assert "Harbachou" in desk.shown()


async def test_a_term_that_contradicts_another_is_told_in_the_dialog(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("g")
        desk.app.screen.query_one("#de", Input).value = "Kiew"
        desk.app.screen.query_one("#en", Input).value = "Kiev"
        await desk.press("ctrl+s")
        assert "✗" in desk.shown()
        assert desk.app.screen.query_one("#en", Input).value == "Kiev"


async def test_find_and_next(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("slash")
        await desk.type("eriwan")
        await desk.press("enter")
        assert desk.number == 1
        await desk.press("f3")
        assert desk.number == 3
        await desk.press("f3")
        assert desk.number == 1


@pytest.mark.feature("next finding")
async def test_next_finding(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(6)
        await desk.press("enter", "ctrl+a", "delete")
        await desk.type("People were counted in Kyiv.")
        await desk.press("escape")
        await desk.go_to(5)
        await desk.press("right_square_bracket")
        assert desk.number == 6
        assert "35" in desk.shown()


async def test_hand_over_tells_what_is_not_reviewed(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("x")
        assert "6 paragraphs are not reviewed" in desk.shown()
        await desk.press("down", "enter")
        assert "Written" in desk.status
        assert list((project_folder / "exports").iterdir())


@pytest.mark.feature("list of documents")
async def test_open_another_document(project_folder: Path) -> None:
    (project_folder / "sources" / "zwei.txt").write_text("Ein zweiter Artikel aus Minsk.\n", encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await desk.press("o")
        assert "2 documents" in desk.shown()
        await desk.press("down", "enter")
        await desk.settled()
        assert "Ein zweiter Artikel" in desk.shown()


async def test_help_names_every_key(project_folder: Path) -> None:
    async with desk_on(project_folder, (110, 50)) as desk:
        await desk.press("question_mark")
        assert "go to the next open paragraph" in desk.shown()
        await desk.press("escape")
        assert isinstance(desk.app.screen, DeskScreen)


@pytest.mark.feature("windows, panes, fonts, mouse")
async def test_a_click_opens_the_cell(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.pilot.click("#pairs", offset=(60, 1))
        await desk.until(lambda: desk.screen.sheet.opened is not None)
        assert desk.screen.sheet.opened is not None
        assert desk.app.focused is desk.screen.sheet.english
