"""Keys at the desk: where the eye is, in few strokes, and in bursts."""

from __future__ import annotations

import ast
from inspect import signature
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input, OptionList, TextArea

from workbench.project import State
from workbench.text import Span
from workbench.tui.desk import acts
from workbench.tui.desk.terms import bare
from workbench.tui.dialogs.choose_term import ChooseTermDialog
from workbench.tui.dialogs.note import NoteDialog
from workbench.tui.dialogs.term import TermDialog
from workbench.tui.keys import DESK
from workbench.tui.widgets.jump import LETTERS, Jump, labels, words

from .desk import Desk, desk_on


async def written(desk: Desk, number: int, english: str) -> None:
    """Write this English into a paragraph, by hand."""
    await desk.go_to(number)
    await desk.press("enter", "ctrl+a", "delete")
    await desk.type(english)
    await desk.press("escape")


# Typed ahead


@pytest.mark.parametrize("letters", ["s", "d", "x", "uq", "antgm"])
async def test_letters_typed_after_enter_go_into_the_cell(project_folder: Path, letters: str) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(3)
        before = desk.english(3)
        await desk.burst("enter", "end", *letters)
        assert desk.screen.sheet.opened == 2
        assert desk.screen.sheet.english.text == before + letters
        assert desk.state(3) is State.TRANSLATED


@pytest.mark.parametrize(("key", "field"), [("slash", "#sought"), ("g", "#de"), ("n", "#note"), ("i", "#reason")])
async def test_letters_typed_after_a_key_that_asks_go_into_its_question(
    project_folder: Path, key: str, field: str
) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In Kiev, 35 people were counted.")
        await desk.burst(key, *"asdx")
        asked = desk.app.screen.query_one(field)
        assert isinstance(asked, Input | TextArea)
        assert (asked.value if isinstance(asked, Input) else asked.text) == "asdx"
        assert {desk.state(number) for number in range(1, 6)} == {State.DRAFT}


async def test_letters_typed_after_the_filter_of_the_glossary_filter(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.burst("t", "slash", *"add")
        assert desk.app.screen.query_one("#filter", Input).value == "add"
        assert not isinstance(desk.app.screen, TermDialog)


async def test_a_question_answered_in_the_same_breath(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.burst("n", *"ask", "enter", "down", "a")
        assert desk.screen.records[1].note == "ask"
        assert desk.state(3) is State.REVIEWED


async def test_a_screen_that_is_left_at_once_ends_nothing(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        for key in ("m", "t", "o", "x", "question_mark", "g", "n"):
            await desk.burst(key, "escape")
            assert desk.app.screen is desk.screen, key
        await desk.settled()


# In few strokes


@pytest.mark.feature("accept and next")
async def test_enter_is_done_and_next(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("enter", "enter")
        assert desk.state(2) is State.REVIEWED
        assert desk.screen.sheet.opened == 2
        await desk.press("ctrl+a", "delete", "H", "i", "ctrl+j", "y", "o", "escape")
        assert desk.english(3) == "Hi\nyo"


async def test_the_cursor_starts_where_the_first_finding_is(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In the city of Kiev, 35,000 people were counted.")
        await desk.press("enter")
        cell = desk.screen.sheet.english
        assert cell.text[cell.selected_span.start :].startswith("Kiev")


async def test_correcting_a_word_accepting_and_going_on_takes_five_keys_besides_the_letters(
    project_folder: Path,
) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 3, "Lukashenko went to Yerevan on Tuesday. There, the CSTO met for a third time.")
        place = next(label for span, label in Jump(desk.english(3)).shown if desk.english(3)[slice(*span)] == "Tuesday")
        await desk.go_to(3)
        keys = ["w", *place, *"Thursday", "enter"]
        await desk.burst(*keys)
        assert "Yerevan on Thursday. There" in desk.english(3)
        assert desk.state(3) is State.REVIEWED
        assert len(keys) - len("Thursday") <= 5


async def test_skip_goes_on_and_works_while_editing(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(4)
        await desk.press("s")
        assert (desk.state(4), desk.number) == (State.SKIPPED, 5)
        await desk.press("enter", "ctrl+l")
        assert (desk.state(5), desk.screen.sheet.opened) == (State.SKIPPED, 5)
        await desk.press("escape")
        await desk.go_to(5)
        await desk.press("s")
        assert (desk.state(5), desk.number) == (State.DRAFT, 5)


@pytest.mark.feature("a term put in at the cursor")
async def test_the_only_term_that_is_missing_is_put_at_the_cursor(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In 35,000 people were counted.")
        await desk.press("enter")
        desk.screen.sheet.english.select_span(Span(3, 3))
        await desk.press("ctrl+@")
        assert desk.screen.sheet.english.text == "In Kyiv 35,000 people were counted."


@pytest.mark.feature("a term put in at the cursor")
async def test_of_several_terms_one_is_chosen_by_its_number(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 3, "He went there.")
        await desk.press("enter", "ctrl+end", "left")
        await desk.burst("ctrl+@")
        assert isinstance(desk.app.screen, ChooseTermDialog)
        assert desk.app.screen.query_one(OptionList).option_count == 3
        await desk.burst("2")
        assert desk.screen.sheet.english.text == "He went there Yerevan."


async def test_the_term_under_the_german_cursor_is_put(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 3, "He met the ")
        await desk.press("enter", "ctrl+end", "tab")
        german = desk.screen.sheet.german
        start = german.text.index("ODKB")
        german.select_span(Span(start + 1, start + 1))
        await desk.press("ctrl+@")
        assert desk.screen.sheet.english.text == "He met the CSTO"
        assert desk.screen.sheet.english.has_focus


async def test_the_next_unknown_name_becomes_an_entry_in_three_keys(project_folder: Path) -> None:
    glossary = project_folder / "glossary.yaml"
    known = "- de: Swjatlana Zichanouskaja\n  en: Sviatlana Tsikhanouskaya\n  kind: person\n"
    glossary.write_text(glossary.read_text(encoding="utf-8").replace(known, ""), encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await desk.press("home", "ctrl+n")
        await desk.settled()
        assert desk.screen.sheet.german.selected_text == "Swjatlana Zichanouskaja"
        await desk.press("ctrl+g")
        await desk.until(lambda: desk.app.screen.query_one("#en", Input).value != "")
        assert desk.app.screen.query_one("#de", Input).value == "Swjatlana Zichanouskaja"
        english = desk.app.screen.query_one("#en", Input).value
        await desk.press("enter")
        await desk.settled()
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert english in {entry.en for entry in desk.app.session.termbase.entries}
        await desk.press("escape", "u")
        assert english not in {entry.en for entry in desk.app.session.termbase.entries}


async def test_escape_leaves_a_question_and_changes_nothing_but_a_note_begun_is_offered_again(
    project_folder: Path,
) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.burst("n", *"half", "escape")
        assert desk.screen.records[1].note == ""
        assert "shows again what you typed" in desk.status
        await desk.burst("n")
        assert isinstance(desk.app.screen, NoteDialog)
        assert desk.app.screen.query_one(TextArea).text == "half"


async def test_function_and_control_keys_do_the_same_while_editing(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(3)
        for keys, shown in ((("f2",), "GlossaryScreen"), (("ctrl+f",), "FindDialog"), (("ctrl+t",), "NoteDialog")):
            await desk.press("enter")
            await desk.burst(*keys)
            assert type(desk.app.screen).__name__ == shown
            await desk.burst("escape", "escape")
            assert desk.app.screen is desk.screen


@pytest.mark.parametrize(
    ("selected", "term"), [("„Wagner“", "Wagner"), (" »AFU«,", "AFU"), ("U.S.-Armee", "U.S.-Armee")]
)
def test_a_selection_takes_no_quotation_marks_along(selected: str, term: str) -> None:
    assert bare(selected) == term


# Labels over words


@given(st.text(st.sampled_from("ab '’-.ß1 \n"), max_size=60))
def test_every_word_can_be_reached_and_no_label_begins_another(text: str) -> None:
    places = words(text)
    names = labels(len(places))
    assert len(set(names)) == len(names) == len(places)
    assert not any(a != b and b.startswith(a) for a in names for b in names)
    for name, place in zip(names, places, strict=True):
        jump = Jump(text)
        found = [jump.type(letter) for letter in name]
        assert found[-1] == place
        assert all(step is True for step in found[:-1])


@given(st.integers(0, len(LETTERS) ** 2))
def test_there_are_labels_for_every_number_of_words(count: int) -> None:
    assert len(set(labels(count))) == count


# What they do


@pytest.mark.parametrize("action", sorted({key.action for key in DESK if key.action.startswith("act(")}))
def test_an_act_is_a_function_of_a_module_of_the_desk_that_takes_what_the_key_gives(action: str) -> None:
    name, *given_with_it = ast.literal_eval(action.removeprefix("act").replace(")", ",)"))
    module, function = name.split(".")
    assert module in acts.__all__
    signature(getattr(getattr(acts, module), function)).bind("the workplace", *given_with_it)
