"""At the desk: a match as the package repaired it, put in by the same digit again, and the English of stretches."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.project import Session, State
from workbench.project.commands import Accept, Edit
from workbench.project.memories.offers import OffersHere

from .desk import Desk, desk_on
from .memory_material import make, settled

FARMERS = "Am Abend versammelten sich Hunderte Bauern vor dem Rathaus."
NIGHT = "Die Sitzung dauerte bis tief in die kalte Nacht und länger."
OLD_ENGLISH = (
    "Hundreds of farmers gathered in front of the town hall in the evening.",
    "The sitting lasted until deep into the cold night, and longer.",
)
NEW = f"""\
{FARMERS.replace("Bauern", "Studenten")}

Es schneit seit gestern ohne Pause.

Bis tief in die kalte Nacht fiel endlich Schnee.
"""
STUDENTS = OLD_ENGLISH[0].replace("farmers", "students")
WIDE = (150, 40)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with an article that is done, and the next one."""
    root = make(tmp_path / "news", {"a.txt": f"{FARMERS}\n\n{NIGHT}\n", "b.txt": NEW})
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        for index, english in enumerate(OLD_ENGLISH):
            session.do(Edit(index, english))
            session.do(Accept(index))
    return root


def offered(session: Session, index: int) -> OffersHere:
    session.memories.so_far(index)
    settled(session)
    here = session.memories.so_far(index)
    assert here is not None
    return here


async def repaired(desk: Desk) -> None:
    """The next article is on the desk, and the package has repaired what the memory has for its first paragraph."""
    assert desk.app.session.document == "b.txt"
    await desk.until(lambda: "repaired" in desk.shown())


def test_an_offer_gets_its_repair_once_it_is_there_and_stays_what_it_was(root: Path) -> None:
    with Session.open(root) as session:
        session.put_on_desk("b.txt")
        (offer,) = offered(session, 0).offers
        assert (offer.match.percent, offer.target.text) == (88, OLD_ENGLISH[0])
        assert offer.repair is not None
        assert offer.repair.target.text == STUDENTS
        assert [(part.kind, part.text) for part in offer.repair.diff if part.kind != "same"] == [
            ("cut", "farmers"),
            ("put", "students"),
        ]


def test_nothing_repaired_fills_by_itself(root: Path) -> None:
    with Session.open(root) as session:
        session.put_on_desk("b.txt")
        session.draft()
        settled(session)
        assert session.paragraphs[0].english != STUDENTS
        assert session.paragraphs[0].state is State.DRAFT


def test_what_was_repaired_is_remembered_when_the_memory_is_another(root: Path) -> None:
    with Session.open(root) as session:
        session.put_on_desk("b.txt")
        before = offered(session, 0).offers[0].repair
        session.do(Edit(1, "It has been snowing without a break since yesterday."))
        session.do(Accept(1))
        assert offered(session, 0).offers[0].repair is before


def test_repair_off_in_the_settings_repairs_nothing(root: Path) -> None:
    (root / "project.yaml").write_text("repair: off\n", encoding="utf-8")
    with Session.open(root) as session:
        session.put_on_desk("b.txt")
        here = offered(session, 0)
        assert here.offers[0].repair is None
        assert here.refined


def test_without_a_package_the_match_is_offered_as_it_is(root: Path) -> None:
    (root / "project.yaml").write_text("package: gone\n", encoding="utf-8")
    with Session.open(root) as session:
        session.put_on_desk("b.txt")
        (offer,) = offered(session, 0).offers
        assert (offer.target.text, offer.repair) == (OLD_ENGLISH[0], None)
        ((_, english),) = offered(session, 2).stretches
        assert english is None


@pytest.mark.feature("the English of a stretch")
def test_a_stretch_gets_the_words_that_stand_for_it(root: Path) -> None:
    with Session.open(root) as session:
        session.put_on_desk("b.txt")
        ((stretch, english),) = offered(session, 2).stretches
        assert english is not None
        assert stretch.pair.target.text[slice(*english)] == "until deep into the cold night"


async def test_the_panel_shows_it_below_the_match_with_what_went_and_what_came(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await repaired(desk)
        shown = " ".join(desk.shown().split())
        assert "1 1 88 % repaired" in shown
        assert "[farmers]" in shown and "students" in shown


@pytest.mark.feature("a match repaired by the package")
async def test_the_same_digit_again_puts_the_repair_in_as_one_act_with_the_match(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await repaired(desk)
        before = desk.english(1)
        await desk.press("1")
        assert desk.english(1) == OLD_ENGLISH[0]
        await desk.press("1")
        assert desk.english(1) == STUDENTS
        assert "88 % repaired a.txt ¶1" in desk.status
        await desk.press("1")
        assert desk.english(1) == OLD_ENGLISH[0]
        await desk.press("u")
        assert desk.english(1) == before


async def test_where_nothing_is_repaired_the_same_digit_says_so_and_does_nothing(root: Path) -> None:
    (root / "project.yaml").write_text("repair: off\n", encoding="utf-8")
    async with desk_on(root, WIDE) as desk:
        await desk.until(lambda: "88 %" in desk.shown())
        before = desk.english(1)
        await desk.press("1", "1")
        assert desk.status == "Offer 1 is in already."
        assert desk.english(1) == OLD_ENGLISH[0]
        await desk.press("u")
        assert desk.english(1) == before


async def test_digits_in_a_burst_do_what_they_would_do_one_by_one(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await repaired(desk)
        await desk.burst("1", "1", "down")
        assert desk.english(1) == STUDENTS
        assert desk.number == 2


async def test_z_goes_through_the_repair_too_and_ctrl_6_does_while_writing(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await repaired(desk)
        before = desk.english(1)
        await desk.press("enter", "ctrl+circumflex_accent", "ctrl+circumflex_accent")
        assert desk.screen.sheet.english.text == STUDENTS
        await desk.press("escape", "z")
        assert desk.english(1) == before


async def test_of_a_stretch_its_own_words_go_in_at_the_cursor(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await desk.go_to(3)
        await desk.until(lambda: "kalte Nacht …" in desk.shown())
        await desk.settled()
        await desk.press("1")
        assert desk.english(3).endswith("Until deep into the cold night")  # a sentence begins there
        assert "longer" not in desk.english(3)


async def test_the_best_offer_is_in_the_bar_only_where_there_is_one(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await desk.until(lambda: "Best offer" in desk.shown())
        await desk.go_to(2)
        await desk.until(lambda: "Best offer" not in desk.shown())
        assert "Best offer" not in desk.shown()
        assert "Help" in desk.shown()
        await desk.go_to(3)
        await desk.until(lambda: "Best offer" in desk.shown())
        assert "Best offer" in desk.shown()


async def test_the_masthead_tells_how_many_memories_are_asked_if_there_are_several(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await repaired(desk)
        assert "memory 1" not in desk.shown()
        assert "memory 2" not in desk.shown()
    user = Path.home() / ".config" / "workbench" / "settings.yaml"
    user.parent.mkdir(parents=True, exist_ok=True)
    user.write_text("shared: yes\n", encoding="utf-8")
    async with desk_on(root, WIDE) as desk:
        await repaired(desk)
        await desk.until(lambda: "memory 2" in desk.shown())
        assert "memory 2" in desk.shown().splitlines()[0]
