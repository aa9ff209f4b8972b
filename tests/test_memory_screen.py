"""The translation memory at the desk: what it offers, put in with one key, and concordance."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from harness.terminal import Terminal
from workbench.project import Session, State
from workbench.project.commands import Accept, Edit
from workbench.tui.memory.concordance import ConcordanceScreen

from .desk import Desk, desk_on
from .memory_material import make

OLD = """\
Am 3. Mai tagt der Rat in der alten Halle.

Am 4. Mai tagt der Rat in der neuen Halle.

Die Sitzung dauerte bis tief in die kalte Nacht und länger.
"""
OLD_ENGLISH = (
    "The council meets in the old hall on 3 May.",
    "The council meets in the new hall on 4 May.",
    "The sitting went on until deep into the cold night, and longer.",
)
NEW = """\
Am 9. Juni tagt der Rat in der alten Halle.

Es regnet. Am 3. Mai tagt der Rat in der alten Halle.

Bis tief in die kalte Nacht fiel endlich Schnee.
"""
WIDE = (150, 40)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with an article that is done, and the next one."""
    root = make(tmp_path / "news", {"a.txt": OLD, "b.txt": NEW})
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        for index, english in enumerate(OLD_ENGLISH):
            session.do(Edit(index, english))
            session.do(Accept(index))
    return root


async def at_work(desk: Desk) -> None:
    """The next article is on the desk, and the memory has been asked."""
    assert desk.app.session.document == "b.txt"
    await desk.until(lambda: "From the memory" in desk.shown())


@pytest.mark.feature("the best like sentences")
async def test_offers_stand_in_the_panel_with_percentage_difference_and_what_was_put_right(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        shown = " ".join(desk.shown().split())
        assert "1 99 %" in shown or "1 98 %" in shown
        assert "3 May → 9 June" in shown
        assert "[3]" in shown or "[3. Mai]" in shown


@pytest.mark.feature("the best like sentences")
async def test_a_digit_puts_an_offer_in_and_u_takes_it_back(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        before = desk.english(1)
        await desk.press("1")
        assert desk.english(1) == "The council meets in the old hall on 9 June."
        assert desk.state(1) is State.TRANSLATED
        assert "a.txt ¶1" in desk.status
        await desk.press("2")
        assert "new hall" in desk.english(1)
        await desk.press("u", "u")
        assert desk.english(1) == before
        await desk.press("5")
        assert "no offer 5" in desk.status


async def test_z_goes_through_the_offers_and_back_to_what_stood_there_as_one_act(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        before = desk.english(1)
        await desk.press("z")
        assert "old hall on 9 June" in desk.english(1)
        await desk.press("z")
        assert "new hall" in desk.english(1)
        await desk.press("u")
        assert desk.english(1) == before
        await desk.press("z", "z", "z")  # the second one repaired
        assert desk.english(1) == "The council meets in the old hall on 9 June."
        await desk.press("z")
        assert desk.english(1) == before


async def test_while_writing_ctrl_6_does_the_same_and_the_cursor_stays_in_the_cell(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        await desk.press("enter", "ctrl+circumflex_accent")
        assert desk.screen.sheet.opened == 0
        assert desk.screen.sheet.english.text == "The council meets in the old hall on 9 June."
        await desk.type("!")
        assert desk.screen.sheet.english.text.endswith("June.!")


async def test_y_goes_to_the_next_sentence_and_an_offer_takes_only_its_place(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        desk.app.session.do(Edit(1, "It is raining. The council sits in the hall on 3 May."))
        await desk.go_to(2)
        await desk.settled()
        await desk.press("y")
        assert "Sentence 2 of 2." in desk.status
        await desk.until(lambda: "sentence 2 of 2" in desk.shown())
        await desk.until(lambda: "100 %" in desk.shown())
        await desk.press("1")
        assert desk.english(2) == "It is raining. The council meets in the old hall on 3 May."


async def test_at_the_next_sentence_z_puts_its_own_offer_in_and_leaves_the_one_before(root: Path) -> None:
    german = "Am 9. Juni tagt der Rat in der alten Halle. Am 8. Juni tagt der Rat in der neuen Halle.\n"
    (root / "sources" / "b.txt").write_text(german, encoding="utf-8")
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        await desk.press("z")
        first, *_ = desk.english(1).split(". ")
        assert first == "The council meets in the old hall on 9 June"
        await desk.press("y")
        await desk.settled()
        await desk.until(lambda: "sentence 2 of 2" in desk.shown())
        await desk.press("z")
        assert desk.english(1).startswith(f"{first}. ")
        assert "in the new hall" in desk.english(1)


@pytest.mark.feature("stretches where no sentence is like it")
async def test_where_no_sentence_is_like_it_the_longest_stretch_is_offered(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        await desk.go_to(3)
        await desk.settled()  # which words of the English it is, is known then
        assert "kalte Nacht …" in desk.shown()
        before = desk.english(3)
        await desk.press("1")
        assert desk.english(3).removeprefix(before).strip().casefold() == "on until deep into the cold night"


@pytest.mark.feature("concordance")
async def test_k_shows_where_a_word_stands_and_enter_puts_its_english_in(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        await desk.press("enter", "tab", *["right"] * 15, "ctrl+right_square_bracket")  # in the German, at “tagt”
        screen = desk.app.screen
        assert isinstance(screen, ConcordanceScreen)
        await desk.until(lambda: "2 places" in desk.shown())
        assert "a.txt ¶2" in desk.shown()
        await desk.press("down", "enter")
        await desk.until(lambda: not isinstance(desk.app.screen, ConcordanceScreen))
        assert "The council meets in the" in desk.screen.sheet.english.text


@pytest.mark.feature("going to where a match is from")
async def test_z_goes_to_the_paragraph_that_a_match_is_from_and_back_also_in_a_burst(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        session = desk.app.session
        here = session.document, desk.screen.sheet.pairs.current
        await desk.press("Z")
        await desk.until(lambda: session.document == "a.txt")
        await desk.drawn()
        assert "Here the match is from" in desk.shown()
        await desk.burst("Z", "n", *"later", "enter")
        await desk.until(lambda: (session.document, desk.screen.sheet.pairs.current) == here)
        assert session.paragraphs[here[1]].note == "later"


@pytest.mark.feature("going to where a match is from")
async def test_g_in_the_concordance_goes_to_the_paragraph_of_a_place(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        await desk.press("enter", "tab", *["right"] * 15, "ctrl+right_square_bracket")
        await desk.until(lambda: "2 places" in desk.shown())
        await desk.press("g")
        await desk.until(lambda: desk.app.session.document == "a.txt")


async def test_of_long_words_the_status_line_says_how_they_begin_and_all_of_what_came_of_them(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        await desk.press("K")
        screen = desk.app.screen
        assert isinstance(screen, ConcordanceScreen)
        screen.query_one("#words", Input).value = "Schlagbaum " * 3_000
        await desk.press("enter")
        await desk.until(lambda: "…” is in no German of the memory. Tab looks in the other language." in desk.shown())


async def test_without_a_word_concordance_asks_for_one_and_tab_takes_the_other_language(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        await desk.press("K")
        await desk.type("hall")
        await desk.press("enter")
        await desk.until(lambda: "place" in desk.shown() or "no German" in desk.shown())
        await desk.press("tab")
        await desk.until(lambda: "“hall” in the English: 2 places" in desk.shown())
        await desk.press("escape")
        assert desk.number == 1


async def test_who_goes_on_sees_what_belongs_to_where_they_are_and_nothing_of_before(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        await desk.burst("down", "down")
        assert "98 %" not in desk.shown()
        await desk.settled()
        assert "98 %" not in desk.shown()
        assert "kalte Nacht …" in desk.shown()


async def test_what_is_offered_stays_in_sight_while_the_memory_is_asked_anew(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await at_work(desk)
        await desk.until(lambda: "3 May → 9 June" in desk.shown())
        desk.app.session.do(Accept(2))  # the memory is another: what it offers is asked for again
        await desk.drawn()
        assert "3 May → 9 June" in desk.shown()
        await desk.settled()
        assert "3 May → 9 June" in desk.shown()


def test_a_terminal_sends_ctrl_6_and_ctrl_5_as_the_best_offer_and_concordance(root: Path) -> None:
    terminal = Terminal(cwd=root, columns=150, lines=40)
    try:
        terminal.wait_for("3 May → 9 June")
        terminal.press("\r")
        terminal.wait_for("Accept, next")
        terminal.press("\x1e")
        terminal.wait_for("The council meets in the old hall on 9 June.")
        terminal.wait_for("u undoes")
        terminal.press("\x1d")
        terminal.wait_for("Concordance in the English")
    finally:
        terminal.kill()
