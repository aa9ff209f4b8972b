"""While English is typed: what may follow, behind the cursor, and the keys that take it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.desk import Desk, desk_on
from workbench.project import Project, Session
from workbench.tui import WorkbenchApp
from workbench.tui.widgets.english_editor import SEEN, EnglishEditor

GERMAN = "Die Delegation reiste am Montag nach Minsk, um mit der Regierung zu reden.\n\nEs regnet.\n"
TAKEN = "The delegation"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("- {de: Minsk, en: Minsk City, kind: place}\n", encoding="utf-8")
    return tmp_path


def editor(desk: Desk) -> EnglishEditor:
    return desk.screen.sheet.english


async def empty(desk: Desk) -> None:
    """The English of the first paragraph, opened, with nothing in it."""
    await desk.press("home", "enter", "ctrl+a", "delete")


async def test_the_draft_goes_on_behind_the_cursor_and_is_no_text(folder: Path) -> None:
    async with desk_on(folder) as desk:
        draft = desk.english(1)
        await empty(desk)
        await desk.type(draft[:6])
        assert editor(desk).suggested[0] == draft[6:]
        assert editor(desk).text == draft[:6] and draft[6:20] in desk.shown()
        await desk.press("f4")  # whatever else is pressed, it is saved nowhere
        assert desk.english(1) == draft[:6]


@pytest.mark.feature("completion")
async def test_tab_takes_a_word_and_shift_tab_the_rest_each_undone_as_one(folder: Path) -> None:
    async with desk_on(folder) as desk:
        draft = desk.english(1)
        await empty(desk)
        await desk.burst(*draft[:6], "tab")
        end = draft.index(" ", 6)
        assert editor(desk).text == draft[:end] and editor(desk).has_focus
        await desk.press("shift+tab")
        assert editor(desk).text == draft
        await desk.press("ctrl+z")
        assert editor(desk).text == draft[:end]
        await desk.press("ctrl+z")
        assert editor(desk).text == draft[:6]


async def test_right_takes_a_word_at_the_end_and_moves_elsewhere(folder: Path) -> None:
    async with desk_on(folder) as desk:
        draft = desk.english(1)
        await empty(desk)
        await desk.type(draft[:6])
        await desk.press("right")
        assert editor(desk).text == draft[: draft.index(" ", 6)]
        before = editor(desk).text
        await desk.press("home", "right")
        assert editor(desk).text == before and editor(desk).cursor_location == (0, 1)


async def test_letters_faster_than_anything_take_nothing_that_is_old(folder: Path) -> None:
    async with desk_on(folder) as desk:
        draft = desk.english(1)
        await empty(desk)
        await desk.burst(*draft[:6], "x", "tab")  # nothing follows `x`: Tab is what it always was
        assert editor(desk).text == f"{draft[:6]}x" and not editor(desk).has_focus
        await desk.press("tab")
        await desk.burst("backspace", *draft[6:9], "tab", " ", "tab")
        words = draft.split(" ")
        assert editor(desk).text == " ".join(words[: len(editor(desk).text.split())])


async def test_nothing_is_shown_before_something_is_typed(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("home", "enter")
        assert editor(desk).suggested == ("", "")
        await desk.press("tab")
        assert desk.screen.sheet.german.has_focus


async def test_esc_hides_it_for_this_paragraph_and_then_leaves(folder: Path) -> None:
    async with desk_on(folder) as desk:
        draft = desk.english(1)
        await empty(desk)
        await desk.type(draft[:6])
        await desk.pilot.pause(2 * SEEN)
        await desk.press("escape")
        assert editor(desk).has_focus and editor(desk).suggested == ("", "")
        await desk.type(draft[6])
        assert editor(desk).suggested == ("", "")
        await desk.press("escape")
        assert desk.screen.sheet.opened is None
        await desk.press("down", "enter", "ctrl+a", "I")
        assert editor(desk).suggested[0]


@pytest.mark.feature("completion")
async def test_a_term_of_the_glossary_is_written_out(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await empty(desk)
        await desk.type("To Mi")
        assert editor(desk).suggested[0].startswith("nsk City")


@pytest.mark.feature("completion")
async def test_the_package_goes_on_where_the_draft_has_nothing(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await empty(desk)
        await desk.type("On Monday, negotiators from the other side tra")
        await desk.settled()
        await desk.until(lambda: bool(editor(desk).suggested[0]))
        assert editor(desk).suggested[0].startswith(("velled", "veled", "vel"))
        await desk.pilot.pause(2 * SEEN)
        await desk.press("tab")
        assert editor(desk).text.startswith("On Monday, negotiators from the other side trave")


async def test_a_key_switches_it_off_and_the_project_remembers(folder: Path) -> None:
    async with desk_on(folder) as desk:
        draft = desk.english(1)
        await empty(desk)
        await desk.type(draft[:6])
        await desk.press("f10")
        assert editor(desk).suggested == ("", "") and "shown" in desk.status
        await desk.type(draft[6])
        assert editor(desk).suggested == ("", "")
        await desk.press("f10")
        assert editor(desk).suggested[0] == draft[7:]
        await desk.press("f10")
    with Project.open(folder) as project:
        assert project.settings.completion == "off"


@pytest.mark.feature("several drafts to choose from")
async def test_other_english_of_a_sentence_is_chosen_by_a_digit(folder: Path) -> None:
    async with desk_on(folder) as desk:
        before = desk.english(1)
        await desk.press("home", "E")
        await desk.until(lambda: "Other English" in desk.shown())
        await desk.press("2")
        await desk.drawn()
        assert desk.english(1) != before and desk.english(1)
        await desk.press("u")
        assert desk.english(1) == before


@pytest.mark.feature("several drafts to choose from")
async def test_other_rests_go_on_from_the_cursor(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await empty(desk)
        await desk.type("The delegation ")
        await desk.press("ctrl+backslash")
        await desk.until(lambda: "Other English" in desk.shown())
        await desk.press("1")
        await desk.drawn()
        assert editor(desk).text.startswith("The delegation ") and editor(desk).text.endswith(".")


async def test_in_the_middle_it_ends_where_it_comes_to_what_stands_there(folder: Path) -> None:
    async with desk_on(folder) as desk:
        words = desk.english(1).split(" ")
        behind = " " + " ".join(words[-2:])
        await empty(desk)
        editor(desk).write(behind)
        await desk.press("ctrl+home")
        await desk.type(f"{words[0]} {words[1][:2]}")
        assert f"{editor(desk).text[: -len(behind)]}{editor(desk).suggested[0]}" == " ".join(words[:-2])
        height = editor(desk).size.height
        await desk.press("right")  # which only moves the cursor here
        assert editor(desk).suggested == ("", "") and editor(desk).size.height == height
        await desk.press("left", "backspace")
        await desk.burst(words[1][1], "tab")
        assert editor(desk).text == f"{words[0]} {words[1]}{behind}"


async def test_behind_the_cursor_a_code_is_never_passed(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.md").write_text("Der **Minister** reiste am Montag nach Minsk.\n", encoding="utf-8")
    async with desk_on(tmp_path) as desk:
        await desk.press("home", "enter", "ctrl+a", "delete", "ctrl+r")
        codes = editor(desk).inline.codes
        await desk.type("Th")
        assert editor(desk).code_follows
        text, word = editor(desk).suggested
        assert text == word and " " not in text
        await desk.press("shift+tab")
        assert len(editor(desk).inline.codes) == len(codes) == 2
        assert editor(desk).inline.codes[1].at == len(editor(desk).inline.text)


PICTURES = {"80x24": ((80, 24), ""), "140x45": ((140, 45), ""), "16_colours": ((80, 24), "ansi-dark")}


@pytest.mark.parametrize("name", PICTURES)
def test_how_it_looks(name: str, project_folder: Path, snap_compare: Callable[..., bool]) -> None:
    """The rest of a term, so that no picture depends on what a model writes."""
    size, theme = PICTURES[name]

    async def type_(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, WorkbenchApp)
        desk = Desk(pilot.app, pilot)
        await desk.settled()
        await desk.press("home", "down", "down", "down", "down", "enter")
        cell = editor(desk)
        cell.cursor_blink = False
        cell.move_cursor(cell.document.end)
        cell.write(", the Arm")
        await desk.settled()
        await desk.until(lambda: "Saved" in desk.status)

    with Session.open(project_folder) as session:
        translation = session.project.open_document("gipfel.txt")
        for index in range(6):
            translation.edit(index, "All was calm" if index == 4 else "…")
        translation.save()
        session.project.set(light="off")  # nothing that comes when the keys pause
        if theme:
            session.project.set(theme=theme)
        assert snap_compare(WorkbenchApp(session), terminal_size=size, run_before=type_)
