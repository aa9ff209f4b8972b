"""Back to where one was, and forward again: what is kept, over documents, in bursts, where paragraphs are others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import Desk, desk_on
from tests.memory_material import make
from workbench.project import Session
from workbench.project.own.trail import Trail, Visited

LONG = "\n\n".join(f"Am {day}. Mai schneit es." for day in range(1, 13)) + "\n"
ARTICLES = {"a.txt": LONG, "b.txt": "Niemand kam.\n\nDer Kreml sagt nichts dazu.\n\nEs bleibt kalt.\n"}


def at(paragraph: int, document: str = "a") -> Visited:
    return Visited(document, paragraph, f"German {paragraph}")


def ways(trail: Trail, start: Visited, by: int) -> list[int]:
    """The paragraphs that one comes to, going on until there is none."""
    found, here = list[int](), start
    while place := trail.go(here, by):
        here = at(place[1], place[0])
        trail.see(here)
        found.append(place[1])
    return found


# The trail


def test_back_is_every_place_one_went_to_and_forward_the_same_way_again() -> None:
    trail = Trail()
    for paragraph in (0, 7, 3, 7):
        trail.see(at(paragraph))
    assert ways(trail, at(7), -1) == [3, 7, 0]
    assert ways(trail, at(0), 1) == [7, 3, 7]


def test_what_was_only_passed_is_not_kept_and_where_something_was_done_is() -> None:
    trail = Trail()
    trail.see(at(0))
    for paragraph in (1, 2, 3, 4):
        trail.see(at(paragraph), passing=True)
        if paragraph == 2:
            trail.worked({("a", 2), ("b", 9)})
    trail.see(at(9))
    assert ways(trail, at(9), -1) == [4, 2]


def test_a_row_on_one_can_still_go_forward_and_elsewhere_no_more() -> None:
    trail = Trail()
    for paragraph in (0, 5, 9):
        trail.see(at(paragraph))
    assert trail.go(at(9), -1) == ("a", 5)
    trail.see(at(5))
    trail.see(at(6), passing=True)
    assert trail.go(at(6), 1) == ("a", 9)
    trail.see(at(9))
    assert ways(trail, at(9), -1) == [6, 5, 0]
    trail.see(at(3))
    assert trail.go(at(3), 1) is None


def test_a_place_that_cannot_be_gone_to_is_forgotten() -> None:
    trail = Trail()
    for one in (at(1), at(0, "gone"), at(2)):
        trail.see(one)
    assert trail.go(at(2), -1) == ("gone", 0)
    assert trail.go(at(2), -1) == ("a", 1)
    trail.see(at(1))
    assert ways(trail, at(1), 1) == [2]


def test_paragraphs_are_found_again_by_their_german() -> None:
    trail = Trail()
    for paragraph in (0, 2, 4, 1):
        trail.see(at(paragraph))
    trail.renumber("a", ["New", "German 0", "German 1", "German 2"])
    assert ways(trail, at(2), -1) == [3, 1]
    trail.renumber("b", [])


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["jump", "pass", "back", "forward", "work"])), max_size=60)
)
def test_it_is_a_browsers_history(steps: list[tuple[int, str]]) -> None:
    """However one moves: no more than is to be kept, and back and forward lead to where one came from."""
    trail, here = Trail(most=8), at(0)
    trail.see(here)
    for paragraph, how in steps:
        if how in ("back", "forward"):
            place = trail.go(here, -1 if how == "back" else 1)
            if place is not None:
                came_from, here = here, at(place[1])
                assert here != came_from
                trail.see(here)
                back_again = trail.go(here, 1 if how == "back" else -1)
                assert back_again == came_from.place
                trail.see(at(back_again[1]))
                assert trail.go(came_from, -1 if how == "back" else 1) == here.place
                trail.see(here)
        elif how == "work":
            trail.worked({here.place})
        else:
            here = at(paragraph)
            trail.see(here, passing=how == "pass")
        back = ways(trail, here, -1)
        assert len(back) < 8
        here = at(back[-1]) if back else here


# At the desk


def place(desk: Desk) -> tuple[str, int]:
    return desk.app.session.document, desk.number


async def to(desk: Desk, number: int) -> None:
    await desk.press("number_sign", *str(number), "enter")
    assert desk.number == number


@pytest.mark.feature("back to where one was")
async def test_back_and_forward_over_documents_also_in_a_burst(tmp_path: Path) -> None:
    make(tmp_path, ARTICLES)
    async with desk_on(tmp_path) as desk:
        await to(desk, 9)
        await to(desk, 4)
        await desk.press("o")
        await desk.settled()
        await desk.press("down", "enter")
        await desk.settled()
        assert place(desk) == ("b.txt", 1)
        await to(desk, 3)
        await desk.press("less_than_sign")
        assert place(desk) == ("b.txt", 1)
        await desk.burst("less_than_sign", "less_than_sign", "less_than_sign")
        await desk.settled()
        assert place(desk) == ("a.txt", 1)
        await desk.press("less_than_sign")
        assert "There is nothing before this" in desk.status
        await desk.burst(*["greater_than_sign"] * 3)
        await desk.settled()
        assert place(desk) == ("b.txt", 1)
        assert "Where you were · < further back · > forward" in desk.status
        await desk.burst(*["greater_than_sign"] * 2)
        await desk.settled()
        assert place(desk) == ("b.txt", 3)
        assert "Nothing comes after this" in desk.status


@pytest.mark.feature("back to where one was")
async def test_rows_are_passed_and_what_was_worked_on_is_gone_back_to(tmp_path: Path) -> None:
    make(tmp_path, ARTICLES)
    async with desk_on(tmp_path) as desk:
        await desk.burst(*["down"] * 3, "s", *["down"] * 3)  # leaving 4 out goes on to 5
        await desk.settled()
        await desk.press("end", "less_than_sign")
        assert place(desk) == ("a.txt", 8)
        await desk.press("less_than_sign")
        assert place(desk) == ("a.txt", 4)
        await desk.press("enter")
        await desk.press("escape", "greater_than_sign")
        assert place(desk) == ("a.txt", 8)


async def test_in_a_document_that_is_gone_one_stays_and_goes_on_from_there(tmp_path: Path) -> None:
    make(tmp_path, ARTICLES)
    async with desk_on(tmp_path) as desk:
        await to(desk, 5)
        desk.screen.place.go_to("b.txt", 1)
        await desk.settled()
        desk.screen.place.go_to("a.txt", 9)
        await desk.settled()
        (tmp_path / "sources" / "b.txt").unlink()
        await desk.press("less_than_sign")
        await desk.settled()
        assert place(desk) == ("a.txt", 10)
        assert "b.txt" in desk.status
        await desk.press("less_than_sign")
        assert place(desk) == ("a.txt", 5)


async def test_a_paragraph_that_stands_elsewhere_now_is_found(tmp_path: Path) -> None:
    make(tmp_path, ARTICLES)
    with Session.open(tmp_path) as session:
        session.put_on_desk("a.txt")
    async with desk_on(tmp_path) as desk:
        await to(desk, 9)
        await to(desk, 2)
        await desk.press("J")
        await desk.settled()
        await desk.press("less_than_sign")
        assert (desk.number, desk.screen.records[7].german) == (8, "Am 9. Mai schneit es.")
