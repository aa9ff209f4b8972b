"""Bookmarks: set and taken away with a key, walked through in all documents, kept by this machine alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import desk_on
from workbench.project import Project, Session
from workbench.project.commands import Split

TWO = "Es regnet in Minsk seit Tagen.\n\nDer Rat tagt.\n\nEs schneit.\n"


def bookmarks(folder: Path) -> Path:
    return folder / ".workbench" / "bookmarks.jsonl"


async def test_a_bookmark_is_set_and_taken_away_and_shown_beside_the_number(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(3)
        await desk.press("b")
        assert " 3*" in desk.shown()
        assert "Paragraph 3 is bookmarked: B goes from one to the next." in desk.status
        await desk.press("b")
        assert " 3*" not in desk.shown()
        assert "bookmarked no more" in desk.status


async def test_bookmarks_are_walked_through_round_the_end(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("B")
        assert "No bookmark in this project: b sets one." in desk.status
        for number in (2, 5):
            await desk.go_to(number)
            await desk.press("b")
        await desk.press("home", "B")
        assert desk.number == 2
        await desk.press("B")
        assert desk.number == 5
        await desk.burst("B", "B", "k")
        assert desk.number == 4


@pytest.mark.feature("bookmarks")
async def test_they_lead_into_other_documents(project_folder: Path) -> None:
    (project_folder / "sources" / "zwei.txt").write_text(TWO, encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await desk.go_to(3)
        await desk.press("b", "o", "down", "enter")
        await desk.go_to(2)
        await desk.press("b", "B")
        assert (desk.app.session.document, desk.number) == ("gipfel.txt", 3)
        await desk.press("B")
        assert (desk.app.session.document, desk.number) == ("zwei.txt", 2)


async def test_they_can_be_filtered_by(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(4)
        await desk.press("b", "v", "5")
        assert "1 of 6 shown: bookmarked" in desk.shown()


def test_they_are_there_the_next_day_and_not_in_git(project_folder: Path) -> None:
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        assert session.own.bookmarks.turn(2)
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        assert session.own.bookmarks.here == {2}
    assert [path.name for path in project_folder.rglob("bookmarks*")] == [bookmarks(project_folder).name]


@pytest.mark.feature("bookmarks")
def test_they_survive_changes_of_the_source(project_folder: Path) -> None:
    """By the paragraph's id; where its German was changed, by the most similar one, as its English is."""
    source = project_folder / "sources" / "gipfel.txt"
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        for index in (2, 5):
            session.own.bookmarks.turn(index)
    text = source.read_text(encoding="utf-8").replace("35.000 Menschen", "36.000 Personen")
    source.write_text("Ein neuer erster Absatz steht davor.\n\n" + text, encoding="utf-8")
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        assert session.own.bookmarks.here == {3, 6}
        session.own.bookmarks.turn(0)
        session.do(Split(3, len("Lukaschenko reiste am Donnerstag nach Eriwan. ")))
        assert session.own.bookmarks.here >= {0, 7}


def test_one_whose_paragraph_is_gone_comes_back_with_it(project_folder: Path) -> None:
    source = project_folder / "sources" / "gipfel.txt"
    text = source.read_text(encoding="utf-8")
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        session.own.bookmarks.turn(5)
    source.write_text(text.replace("In Kiew wurden 35.000 Menschen gezählt.", ""), encoding="utf-8")
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        assert session.own.bookmarks.here == set()
        session.own.bookmarks.turn(0)
    source.write_text(text, encoding="utf-8")
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        assert session.own.bookmarks.here == {0, 5}


def test_they_go_with_an_article_that_gets_another_name(project_folder: Path) -> None:
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        session.translation.edit(0, "Summit")
        session.translation.accept(0)
        session.own.bookmarks.turn(4)
    (project_folder / "sources" / "gipfel.txt").rename(project_folder / "sources" / "treffen.txt")
    with Project.open(project_folder) as project:
        project.adopt("treffen.txt", project.layout.translations / "gipfel.yaml")
    with Session.open(project_folder) as session:
        session.put_on_desk("treffen.txt")
        assert session.own.bookmarks.here == {4}


async def test_a_damaged_line_is_told_and_the_others_count(project_folder: Path) -> None:
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        session.own.bookmarks.turn(1)
    file = bookmarks(project_folder)
    file.write_bytes(b'{"document": "gipf\xff\n[]\n' + file.read_bytes())
    async with desk_on(project_folder, (140, 45)) as desk:
        assert "2 damaged lines of it left out" in " ".join(str(n.message) for n in desk.app._notifications)
        assert " 2*" in desk.shown()


async def test_a_desk_that_can_only_be_read_has_them_and_sets_none(project_folder: Path) -> None:
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        session.own.bookmarks.turn(3)
        before = bookmarks(project_folder).read_bytes()
        async with desk_on(project_folder) as desk:
            await desk.press("home", "B")
            assert desk.number == 4
            await desk.press("b")
            assert "Read-only: another workbench is working on this project" in desk.status
            assert desk.number == 4
        assert bookmarks(project_folder).read_bytes() == before


async def test_a_file_that_cannot_be_written_costs_a_line(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        bookmarks(project_folder).mkdir()
        await desk.press("home", "b")
        assert "bookmarks.jsonl" in desk.status
        assert " 1*" not in desk.shown()
