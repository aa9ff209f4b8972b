"""Choosing on the screen which column of a table is German, and which one gets the English."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import desk_on
from tests.xlsx_files import workbook
from workbench.formats.table.look import look_of
from workbench.project import Project, make_project
from workbench.project.settings.settings import columns_of
from workbench.project.tables import table_of

UNNAMED = "Nr;Text;Anmerkung\n1;Die Lage ist ernst.;\n2;Es regnet in Minsk.;\n"
NAMED = (
    "de;en;Hinweis\nDie Lage ist ernst.;;Das ist neu und wird geprüft.\nEs regnet in Minsk.;;Der Name ist noch offen.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with an article and two tables, one of which says nothing of its columns."""
    make_project(tmp_path)
    (tmp_path / "sources" / "a.txt").write_text("Die Lage ist ernst.\n", encoding="utf-8")
    (tmp_path / "sources" / "namen.csv").write_text(UNNAMED, encoding="utf-8")
    (tmp_path / "sources" / "zeilen.csv").write_text(NAMED, encoding="utf-8")
    return tmp_path


def said(folder: Path, name: str) -> str:
    """The columns that the project's file has for a table."""
    return columns_of(folder, name)


async def test_a_table_that_says_nothing_is_opened_with_a_question(folder: Path) -> None:
    async with desk_on(folder, size=(80, 24)) as desk:
        await desk.press("o", "down", "enter")
        assert "Which column is German?" in desk.shown()
        assert "Die Lage ist ernst." in desk.shown()
        await desk.press("enter")
        assert "press d" in desk.shown()
        await desk.press("down", "d", "down", "e", "enter")
        await desk.settled()
        assert desk.app.session.document == "namen.csv"
        assert [record.german for record in desk.screen.records] == ["Die Lage ist ernst.", "Es regnet in Minsk."]
    assert said(folder, "namen.csv") == "B > C"


async def test_going_back_opens_nothing_and_remembers_nothing(folder: Path) -> None:
    async with desk_on(folder, size=(80, 24)) as desk:
        await desk.press("o", "down", "enter", "down", "d", "escape")
        assert desk.app.session.document == "a.txt"
    assert said(folder, "namen.csv") == ""


async def test_a_column_without_words_is_refused_where_it_is_chosen(folder: Path) -> None:
    async with desk_on(folder, size=(80, 24)) as desk:
        await desk.press("o", "down", "enter", "d", "enter")
        assert "no text in it" in " ".join(desk.shown().split())
        await desk.press("escape")
    assert said(folder, "namen.csv") == ""


async def test_other_columns_are_chosen_later_and_what_was_done_comes_back_with_its_column(folder: Path) -> None:
    async with desk_on(folder, size=(80, 24)) as desk:
        await desk.press("o", "down", "down", "enter")
        await desk.settled()
        assert "C shows the columns" in desk.status
        await desk.press("enter")
        await desk.type("Mine: ")
        await desk.press("ctrl+s", "escape")
        reviewed = desk.english(1)
        await desk.press("C")
        assert "German" in desk.shown()
        await desk.press("down", "down", "d", "enter")
        await desk.settled()
        assert desk.screen.records[0].german == "Das ist neu und wird geprüft."
        await desk.press("u", "C", "home", "d", "down", "e", "enter")
        await desk.settled()
        assert desk.english(1) == reviewed
    assert said(folder, "zeilen.csv") == "A > B"


async def test_an_article_that_is_no_table_has_no_columns(folder: Path) -> None:
    async with desk_on(folder, size=(80, 24)) as desk:
        await desk.press("C")
        assert "in tables" in desk.status


async def test_the_sheet_is_chosen_with_tab(folder: Path) -> None:
    data = workbook({"Eins": [["Nr", "Text"], [1, "Die Lage ist ernst."]], "Zwei!": [["x", "y"], [1, "Es regnet."]]})
    (folder / "sources" / "b.xlsx").write_bytes(data)
    async with desk_on(folder, size=(80, 24)) as desk:
        await desk.press("o", "down", "enter")
        assert "sheet “Eins”, 1 of 2" in desk.shown()
        await desk.press("tab", "down", "d", "enter")
        await desk.settled()
        assert [record.german for record in desk.screen.records] == ["Es regnet."]
    assert said(folder, "b.xlsx") == "'Zwei!'!B"


def test_a_column_whose_letter_is_anothers_title_is_named_by_its_own() -> None:
    sheet = look_of("", [["B", "Text"], ["1", "Die Lage."]])
    assert sheet.choice(1, 1) == "Text"
    assert look_of("", [["Nr", "Text"], ["1", "Die Lage."]]).choice(1, 0) == "B > A"


def test_a_file_that_is_no_table_has_no_sheets(folder: Path) -> None:
    with Project.open(folder, read_only=True) as project:
        assert table_of(project, "a.txt").sheets == ()
