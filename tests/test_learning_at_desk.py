"""At the desk: a name that was put right in a draft becomes an entry, an `avoid`, or is put right everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.project import make_project

from .desk import Desk, desk_on


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "work"
    make_project(root)
    text = "Lukaschenka reiste am Montag nach Moskau.\n\nAm Abend sprach Lukaschenka lange mit den Ministern.\n"
    (root / "sources" / "reise.txt").write_text(text + "\nEs war kalt.\n", encoding="utf-8")
    return root


async def put_right(desk: Desk, number: int, wrong: str, right: str) -> None:
    """Accept a draft in which a name was put right by hand."""
    english = desk.english(number)
    assert wrong in english
    await desk.write(number, english.replace(wrong, right))
    await desk.press("escape", "a")
    await desk.settled()


async def test_the_status_line_says_it_and_one_key_opens_the_form_filled_in(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await put_right(desk, 1, "Lukashenka", "Lukashenko")
        assert "Lukashenka → Lukashenko: G makes it an entry" in desk.status
        assert desk.number == 2
        await desk.press("G", "1", "enter")
        await desk.settled()
        assert "Saved: Lukaschenka → Lukashenko in glossary.yaml. u undoes." in desk.status
        (entry,) = desk.app.session.termbase.glossary.entries
        assert (entry.de, entry.en, entry.avoid) == (("Lukaschenka",), "Lukashenko", ("Lukashenka",))


async def test_the_form_is_put_right_everywhere_where_the_german_has_the_name(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await put_right(desk, 1, "Lukashenka", "Lukashenko")
        await desk.press("G", "2")
        await desk.settled()
        await desk.press("a", "enter")
        await desk.settled()
        assert "Lukashenko" in desk.english(2)
        assert "Lukashenka" not in desk.english(2)
        await desk.press("u")
        assert "Lukashenka" in desk.english(2)


async def test_an_accept_without_a_correction_says_nothing_of_it_and_the_key_explains_itself(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.go_to(3)
        await desk.press("a")
        await desk.settled()
        assert "entry" not in desk.status
        await desk.press("G")
        assert "No name or term of a draft was put right yet" in desk.status


async def test_keys_typed_on_go_into_the_next_paragraph(folder: Path) -> None:
    async with desk_on(folder) as desk:
        english = desk.english(1).replace("Lukashenka", "Lukashenko")
        await desk.press("enter")
        desk.screen.sheet.english.select_all()
        await desk.press("delete")
        await desk.burst(*english, "enter", "Y", "e", "s")
        await desk.settled()
        assert desk.number == 2
        assert "Yes" in desk.screen.sheet.english.text


async def test_keys_typed_in_one_breath_reach_the_choice_and_the_form(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await put_right(desk, 1, "Lukashenka", "Lukashenko")
        await desk.burst("G", "1", "enter")
        await desk.settled()
        assert [entry.en for entry in desk.app.session.termbase.glossary.entries] == ["Lukashenko"]
