"""Building the glossary from nothing: the candidates' screen, with the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from workbench.glossary import Candidate, read_glossary
from workbench.text import Span
from workbench.tui.candidates import CandidatesScreen, _place
from workbench.tui.dialogs.term import TermDialog

from .desk import Desk, desk_on


async def settled(desk: Desk) -> None:
    """Wait until nothing is being looked for any more, or something is asked."""

    def still() -> bool:
        own = [worker for worker in desk.app.screen.workers if worker.node is desk.app.screen]
        workers_done = all(worker.is_finished for worker in own)
        return isinstance(desk.app.screen, TermDialog) or (workers_done and desk.app.session.lanes.idle)

    while not still():  # what is drawn may set more going
        await desk.until(still)
        await desk.drawn()


async def go_to(desk: Desk, german: str) -> None:
    """Put the pointer at a candidate."""
    await desk.press("home", *["down"] * germans(desk).index(german))
    await settled(desk)


def list_of(desk: Desk) -> CandidatesScreen:
    """The candidates' screen, which must be the one in front."""
    screen = desk.app.screen
    assert isinstance(screen, CandidatesScreen)
    return screen


def current(desk: Desk) -> Candidate:
    candidate = list_of(desk).current
    assert candidate
    return candidate


def germans(desk: Desk) -> list[str]:
    return [candidate.german for candidate in list_of(desk).candidates]


@pytest.mark.feature("names and terms that the glossary lacks")
async def test_what_the_glossary_has_not_is_proposed_with_english_and_places(project_folder: Path) -> None:
    (project_folder / "glossary.yaml").write_text("", encoding="utf-8")
    async with desk_on(project_folder, (120, 36)) as desk:
        await desk.press("m")
        await settled(desk)
        assert {"Swjatlana Zichanouskaja", "ODKB", "Lukaschenko"} <= set(germans(desk))
        await go_to(desk, "Swjatlana Zichanouskaja")
        assert "Tsikhanouskaya" in desk.shown()
        assert "sprach von „leeren Worten“" in " ".join(desk.shown().split())


async def test_enter_makes_an_entry_and_the_draft_follows(project_folder: Path) -> None:
    (project_folder / "glossary.yaml").write_text("", encoding="utf-8")
    async with desk_on(project_folder, (120, 36)) as desk:
        await desk.press("m")
        await settled(desk)
        await go_to(desk, "Lukaschenko")
        assert "Lukashenko" in desk.shown()
        await desk.press("enter")
        await settled(desk)
        desk.app.screen.query_one("#en", Input).value = "Lukashenko"
        await desk.press("ctrl+s")
        await desk.until(lambda: not isinstance(desk.app.screen, TermDialog))
        await settled(desk)
        assert "Lukaschenko" not in germans(desk)
        await desk.press("escape")
        await desk.until(lambda: "Lukashenko" in desk.english(3))
    (entry,) = read_glossary(project_folder / "glossary.yaml").glossary.entries
    assert (entry.de[0], entry.en) == ("Lukaschenko", "Lukashenko")


async def test_a_number_chooses_other_english(project_folder: Path) -> None:
    (project_folder / "glossary.yaml").write_text("", encoding="utf-8")
    async with desk_on(project_folder, (120, 36)) as desk:
        await desk.press("m")
        await settled(desk)
        await go_to(desk, "Swjatlana Zichanouskaja")
        second = list_of(desk).proposals(current(desk))[1]
        await desk.press("2")
        await settled(desk)
        form = desk.app.screen
        assert second.english in (form.query_one("#en", Input).value, form.query_one("#first", Input).value)


async def test_x_leaves_one_out_and_p_goes_to_its_place(project_folder: Path) -> None:
    (project_folder / "glossary.yaml").write_text("", encoding="utf-8")
    async with desk_on(project_folder, (120, 36)) as desk:
        await desk.press("m")
        await settled(desk)
        first = germans(desk)[0]
        await desk.press("x")
        await settled(desk)
        assert first not in germans(desk)
        place = current(desk).contexts[0][0]
        await desk.press("p")
        await settled(desk)
        assert desk.number == place + 1


def test_a_place_begins_and_ends_with_whole_words() -> None:
    german = f"{'Vorgeschichte ' * 9}Kowalenko {'Nachspiel ' * 20}".strip()
    told = _place(german, Span(german.index("Kowalenko"), german.index("Kowalenko") + 9), 0).plain
    words = told.split()[1:]
    assert words[0] == words[-1] == "…"
    assert set(words[1:-1]) == {"Vorgeschichte", "Kowalenko", "Nachspiel"}
