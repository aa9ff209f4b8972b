"""Keeping the glossary on the screen: browsing, filtering, sorting, seeing uses, adding, changing, deleting."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Select

from workbench.glossary import Entry
from workbench.text import clean_line
from workbench.translation import State
from workbench.tui.dialogs.changes import ChangesDialog
from workbench.tui.dialogs.term import TermDialog, forms_in, on_one_line
from workbench.tui.glossary import GlossaryScreen
from workbench.tui.glossary.questions import DeleteDialog

from .desk import desk_on
from .glossary_desk import Shelf, glossary_on, translated


@pytest.fixture
def folder(project_folder: Path) -> Path:
    return translated(project_folder)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_every_entry_is_listed_with_its_uses_and_shown_in_full(folder: Path, size: tuple[int, int]) -> None:
    async with glossary_on(folder, size) as shelf:
        assert shelf.english == ["Lukashenko", "CSTO", "AFU", "Yerevan", "Sviatlana Tsikhanouskaya", "Kyiv"]
        shown = shelf.shown()
        assert "6 entries" in shown
        await shelf.go_to("CSTO")
        await shelf.until(lambda: len(shelf.uses) == 3)
        shown = shelf.shown()
        assert "organisation · line 7" in shown
        assert "Used 3 times in 2 documents" in shown
        assert "gipfel.txt ¶3" in shown
        assert "DE Dort tagte die ODKB." in shown
        assert "EN There, the CSTO met." in shown


async def test_it_opens_at_a_term_of_the_paragraph(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.go_to(6)
        await desk.press("t")
        await Shelf(desk).until(lambda: isinstance(desk.app.screen, GlossaryScreen))
        assert Shelf(desk).current == "Kyiv"


@pytest.mark.feature("search in memories and glossary")
@pytest.mark.parametrize("words", ["kiew", "KYIV", "kiev"])
async def test_filter_as_you_type(folder: Path, words: str) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.press("slash")
        await shelf.type(words)
        assert shelf.english == ["Kyiv"]
        assert f"1 of 6 entries with “{words}”" in shelf.shown()
        await shelf.press("enter")
        assert shelf.screen.entries.has_focus
        await shelf.press("escape")
        assert len(shelf.english) == 6
        assert shelf.current == "Kyiv"


async def test_the_filter_knows_umlauts_and_notes(folder: Path) -> None:
    glossary = folder / "glossary.yaml"
    glossary.write_text(glossary.read_text("utf-8") + "- {de: Weißrußland, en: Belarus, note: Präsident}\n", "utf-8")
    async with glossary_on(folder) as shelf:
        for words in ("weissruss", "WEISSRUSSLAND", "präs", "praes", "pras", "bela weiß"):
            await shelf.press("slash")
            shelf.field("filter").value = words
            await shelf.pilot.pause()
            assert shelf.english == ["Belarus"], words
            await shelf.press("escape")
        await shelf.press("slash")
        await shelf.type("nothing has this")
        assert "No entry has these words" in shelf.shown()


async def test_sort_by_key_and_by_a_click_on_the_column(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.go_to("Kyiv")
        await shelf.press("s")
        assert shelf.english == ["AFU", "Yerevan", "Kyiv", "Lukashenko", "CSTO", "Sviatlana Tsikhanouskaya"]
        assert shelf.current == "Kyiv"
        await shelf.press("s")
        assert shelf.english == sorted(shelf.english)
        await shelf.press("s", "s")
        assert shelf.english[0] == "CSTO"
        assert "Uses↓" in shelf.shown()
        await shelf.pilot.click("#heads", offset=(5, 0))
        assert shelf.english[0] == "AFU"


@pytest.mark.feature("changing and deleting terms")
async def test_enter_on_a_use_goes_to_the_paragraph_on_the_desk(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.go_to("CSTO")
        await shelf.until(lambda: shelf.uses == ["gipfel.txt 3", "zweitens.txt 1", "zweitens.txt 2"])
        await shelf.press("u", "down", "down", "enter")
        await shelf.until(lambda: shelf.app.session.document == "zweitens.txt")
        await shelf.until(lambda: shelf.desk.number == 2)


async def test_the_mouse_chooses_and_chooses_again_to_go_there(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.click_row(shelf.screen.entries, 5)
        assert shelf.current == "Kyiv"
        await shelf.until(lambda: shelf.uses)
        await shelf.click_row(shelf.screen.usages, 1)
        assert shelf.app.screen is shelf.screen
        await shelf.click_row(shelf.screen.usages, 1)
        await shelf.until(lambda: shelf.desk.number == 6)


async def test_signs_say_whether_the_english_has_the_term(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.go_to("Kyiv")
        await shelf.until(lambda: shelf.uses)
        assert "✗ gipfel.txt ¶6  + translated  forbidden form" in shelf.shown()
        await shelf.go_to("Sviatlana Tsikhanouskaya")
        await shelf.until(lambda: shelf.uses)
        assert "○ gipfel.txt ¶5  + translated  not in the English" in shelf.shown()


async def test_adding_an_entry(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.press("a")
        await shelf.type("Menschen")
        await shelf.until(lambda: "Stands once in gipfel.txt." in shelf.shown())
        await shelf.press("tab")
        await shelf.type("people")
        await shelf.press("enter")
        await shelf.until(lambda: shelf.app.screen is shelf.screen)
        assert shelf.current == "people"
        assert "Saved: Menschen → people" in shelf.status
        assert "# Our own glossary" in (folder / "glossary.yaml").read_text("utf-8")
        await shelf.until(lambda: shelf.uses == ["gipfel.txt 6"])


async def test_what_the_glossary_refuses_is_told_in_the_form_and_nothing_typed_is_lost(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        before = (folder / "glossary.yaml").read_bytes()
        await shelf.press("a")
        await shelf.type("Kiew")
        await shelf.press("tab")
        await shelf.type("Kiev")
        await shelf.until(lambda: "“Kiew” is found already: line 20" in shelf.shown())
        await shelf.press("ctrl+s")
        await shelf.until(lambda: "✗ " in shelf.shown().split("Case")[1])
        assert (shelf.field("de").value, shelf.field("en").value) == ("Kiew", "Kiev")
        assert (folder / "glossary.yaml").read_bytes() == before


async def test_proposals_are_chosen_by_number_or_with_the_arrows(folder: Path) -> None:
    saved: list[str] = []

    async def save(entry: Entry) -> None:
        saved.append(entry.en)

    async with desk_on(folder) as desk:
        shelf = Shelf(desk)
        proposals = (("Zakharchenko", "BGN/PCGN"), ("Zacharchenko", "ISO"), ("Sakharchenko", "from the English"))
        start = Entry(("Sachartschenko",), "")
        for keys, wanted in ((("2",), "Zacharchenko"), (("down", "down", "enter"), "Sakharchenko")):
            dialog = TermDialog(start, save, title="New", proposals=proposals)
            desk.app.push_screen(dialog)
            await desk.pilot.pause()
            assert "1 Zakharchenko  BGN/PCGN" in desk.shown()
            await desk.press(*keys)
            assert shelf.field("en").value == wanted
            await desk.press("enter")
            await shelf.until(partial(saved.__contains__, wanted))


@pytest.mark.feature("changing and deleting terms")
async def test_every_field_of_an_entry_can_be_changed(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.go_to("CSTO")
        await shelf.press("e")
        await shelf.until(lambda: isinstance(shelf.app.screen, TermDialog))
        shelf.field("de").value = 'ODKB, "OVKS, die"'
        shelf.field("first").value = "Collective Security Treaty Organization (CSTO)"
        shelf.field("also").value = "Tashkent Pact"
        shelf.field("note").value = "not the CIS"
        shelf.app.screen.query_one("#case", Select).value = "exact"
        await shelf.press("ctrl+s")
        await shelf.until(lambda: shelf.app.screen is shelf.screen)
        entry = shelf.screen.current
        assert entry
        assert (entry.de, entry.also, entry.case) == (("ODKB", "OVKS, die"), ("Tashkent Pact",), "exact")
        assert entry.first == "Collective Security Treaty Organization (CSTO)"
        assert "not the CIS" in shelf.shown()


async def test_deleting_says_how_often_the_entry_is_used(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.go_to("CSTO")
        await shelf.press("x")
        assert "It stands 3 times in 2 documents." in shelf.shown()
        await shelf.press("escape")
        assert "CSTO" in shelf.english
        await shelf.press("delete")
        assert isinstance(shelf.app.screen, DeleteDialog)
        await shelf.press("enter")
        await shelf.until(lambda: "CSTO" not in shelf.english)
        assert "ODKB" not in (folder / "glossary.yaml").read_text("utf-8")
        assert shelf.current == "AFU"


@pytest.mark.feature("sentences follow a term that changes")
async def test_another_english_shows_what_follows_and_applies_what_is_ticked(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.go_to("CSTO")
        await shelf.press("enter")
        await shelf.until(lambda: isinstance(shelf.app.screen, TermDialog))
        shelf.field("en").value = "ODKB"
        await shelf.press("enter")
        await shelf.until(lambda: isinstance(shelf.app.screen, ChangesDialog))
        assert "3 sentences would change, 0 ticked (3 reviewed)" in shelf.shown()
        assert "There, the [-CSTO-]{+ODKB+} met." in shelf.shown()
        await shelf.press("enter")
        assert "Nothing is ticked" in shelf.shown()
        await shelf.press("space", "down", "space")
        assert "2 ticked" in shelf.shown()
        await shelf.press("enter")
        await shelf.until(lambda: "ODKB in 2 places" in shelf.status)
        desk = shelf.desk
        assert "the ODKB met" in desk.english(3)
        assert desk.state(3) is State.REVIEWED
        second = (folder / "translations" / "zweitens.yaml").read_text("utf-8")
        assert "The ODKB is meeting again." in second
        assert "The CSTO states" in second
        await shelf.press("escape")
        await shelf.until(lambda: not isinstance(desk.app.screen, GlossaryScreen))
        await desk.press("u")
        assert "the CSTO met" in desk.english(3)
        assert "Undone: ODKB in 2 places." in desk.status
        assert "The CSTO is meeting again." in (folder / "translations" / "zweitens.yaml").read_text("utf-8")
        assert "en: CSTO" in (folder / "glossary.yaml").read_text("utf-8")
        await desk.press("r")
        assert "the ODKB met" in desk.english(3)
        assert "en: ODKB" in (folder / "glossary.yaml").read_text("utf-8")


async def test_what_follows_is_about_the_edited_entry_also_when_the_filter_no_longer_shows_it(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.press("slash")
        await shelf.type("csto")
        await shelf.press("enter", "enter")
        await shelf.until(lambda: isinstance(shelf.app.screen, TermDialog))
        shelf.field("en").value = "Tashkent Pact"
        await shelf.press("enter")
        await shelf.until(lambda: "CSTO → Tashkent Pact: what follows?" in shelf.shown())
        await shelf.until(lambda: "3 sentences would change" in shelf.shown())
        await shelf.press("escape")
        assert shelf.current == "Tashkent Pact"
        assert "All sentences stay as they are." in shelf.status


async def test_nothing_follows_where_no_sentence_has_the_old_english(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.go_to("Kyiv")
        await shelf.press("enter")
        await shelf.until(lambda: isinstance(shelf.app.screen, TermDialog))
        shelf.field("en").value = "Kyiv City"
        shelf.field("avoid").value = "Kiev, Kyiv"
        await shelf.press("enter")
        await shelf.until(lambda: "No sentence that you wrote or accepted" in shelf.status)


async def test_a_change_of_the_file_is_taken_up_and_the_place_kept(folder: Path) -> None:
    async with glossary_on(folder) as shelf:
        await shelf.go_to("Yerevan")
        glossary = folder / "glossary.yaml"
        glossary.write_text("- {de: Minsk, en: Minsk, kind: place}\n" + glossary.read_text("utf-8"), "utf-8")
        await shelf.until(lambda: "Minsk" in shelf.english)
        assert shelf.current == "Yerevan"
        await shelf.until(lambda: shelf.screen.uses)


async def test_problems_of_the_file_are_counted_and_listed_with_their_lines(folder: Path) -> None:
    glossary = folder / "glossary.yaml"
    glossary.write_text(glossary.read_text("utf-8") + "- de: Minsk\n  en: Minsk\n  knd: place\n- de: Brest\n", "utf-8")
    async with glossary_on(folder) as shelf:
        assert "✗ 2 problems: p" in shelf.shown()
        await shelf.press("p")
        assert "line 26: unknown key 'knd'" in shelf.shown()
        assert "line 27: entry has no 'en'" in shelf.shown()
        await shelf.press("enter")
        await shelf.until(lambda: shelf.current == "Minsk")
        assert "✗ line 26: unknown key 'knd'" in shelf.shown()


async def test_a_read_only_project_can_be_looked_at_and_refuses_changes_in_one_line(folder: Path) -> None:
    from workbench.project import Project

    with Project.open(folder):
        async with glossary_on(folder) as shelf:
            for key in ("a", "e", "x"):
                await shelf.press(key)
                assert shelf.app.screen is shelf.screen
                assert "Read-only: another workbench" in shelf.status


async def test_help_and_the_way_back(folder: Path) -> None:
    async with glossary_on(folder, (110, 50)) as shelf:
        await shelf.press("question_mark")
        assert "show only entries with these words" in shelf.shown()
        await shelf.press("escape", "u", "escape")
        assert shelf.screen.entries.has_focus
        await shelf.press("q")
        await shelf.until(lambda: not isinstance(shelf.app.screen, GlossaryScreen))


async def test_a_glossary_without_entries(folder: Path) -> None:
    (folder / "glossary.yaml").unlink()
    async with glossary_on(folder) as shelf:
        assert "No entries yet: a adds one." in shelf.shown()
        await shelf.press("e", "x", "u", "enter", "escape", "s")
        await shelf.press("p")
        await shelf.until(lambda: "Nothing is wrong with glossary.yaml." in shelf.status)


async def test_text_of_the_glossary_is_shown_as_it_stands_there(folder: Path) -> None:
    glossary = folder / "glossary.yaml"
    evil = '- {de: "Mars[bold]", en: "M[/]ars", note: "\\e[2J[red]x", also: ["東京"]}\n'
    glossary.write_text(glossary.read_text("utf-8") + evil, "utf-8")
    async with glossary_on(folder) as shelf:
        await shelf.press("end")
        assert "Mars[bold] → M[/]ars" in shelf.shown()
        assert "[red]x" in shelf.shown()
        await shelf.press("x")
        assert "Mars[bold] → M[/]ars" in shelf.shown()
        await shelf.press("escape", "e")
        await shelf.until(lambda: isinstance(shelf.app.screen, TermDialog))
        assert shelf.field("de").value == "Mars[bold]"
        assert "\x1b" not in shelf.shown()


FORMS = st.lists(
    st.text(st.sampled_from('ab ",„“-'), min_size=1, max_size=8).map(clean_line).filter(bool), max_size=4, unique=True
)


@given(FORMS)
def test_forms_are_read_from_a_line_as_they_were_written_on_it(forms: list[str]) -> None:
    assert forms_in(on_one_line(forms)) == tuple(forms)


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("Lukaschenko, Alexander Lukaschenko", ("Lukaschenko", "Alexander Lukaschenko")),
        ('"Trump, Donald", Trump', ("Trump, Donald", "Trump")),
        ('"Wagner"-Gruppe, Wagner', ('"Wagner"-Gruppe', "Wagner")),
        ('"Wagner"', ('"Wagner"',)),
        ('"Trump, Donald', ('"Trump', "Donald")),
        (" , a,, a ,b, ", ("a", "b")),
    ],
)
def test_commas_stand_between_forms_and_quotes_around_a_form_with_a_comma(line: str, forms: tuple[str, ...]) -> None:
    assert forms_in(line) == forms
