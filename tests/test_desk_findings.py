"""Findings at the desk: one key puts one right, another lets it stand with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from workbench.translation import State
from workbench.tui.dialogs.accept import AcceptDialog
from workbench.tui.dialogs.let_stand import LetStandDialog

from .desk import Desk, desk_on


async def written(desk: Desk, number: int, english: str) -> None:
    """Write this English into a paragraph, by hand."""
    await desk.write(number, english)
    await desk.press("escape")
    await settled(desk)


async def fixed(desk: Desk) -> None:
    """Press the key that fixes, and wait until it is done."""
    await desk.press("f")
    await settled(desk)


async def settled(desk: Desk) -> None:
    """Wait until nothing is being worked on any more, or something is asked."""

    def still() -> bool:
        asked = isinstance(desk.app.screen, LetStandDialog | AcceptDialog)
        return asked or (desk.app.session.lanes.idle and all(worker.is_finished for worker in desk.app.workers))

    while not still():  # what is drawn may set more going
        await desk.until(still)
        await desk.drawn()


@pytest.mark.feature("a finding put right by a key")
async def test_f_puts_a_forbidden_form_right_and_u_takes_it_back(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 3, "Lukaschenko's trip to Yerevan. The CSTO met.")
        await fixed(desk)
        assert desk.english(3) == "Lukashenko’s trip to Yerevan. The CSTO met."
        assert "u undoes" in desk.status
        assert "Lukashenko’s trip" in (project_folder / "translations" / "gipfel.yaml").read_text(encoding="utf-8")
        await desk.press("u")
        assert desk.english(3).startswith("Lukaschenko’s")


@pytest.mark.feature("a finding put right by a key")
async def test_f_puts_a_missing_term_where_its_german_stands(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In the city, 35,000 people were counted.")
        await fixed(desk)
        assert "Kyiv" in desk.english(6) or desk.screen.status.has_class("-bad")
        assert "35,000 people were counted" in desk.english(6)


async def test_pressed_again_f_goes_on_to_the_next_finding(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In Kiev, 35,000 the the people were counted.")
        await fixed(desk)
        await fixed(desk)
        assert desk.english(6) == "In Kyiv, 35,000 the people were counted."
        await fixed(desk)
        assert "Nothing here" in desk.status


async def test_f_works_in_the_open_paragraph(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In Kiev, 35,000 people were counted.")
        await desk.press("enter", "f4")
        await settled(desk)
        assert desk.screen.sheet.opened == 5
        assert desk.screen.sheet.english.text == "In Kyiv, 35,000 people were counted."


@pytest.mark.feature("a finding that stands, with its reason")
async def test_a_finding_that_stands_keeps_its_reason_and_is_no_longer_asked_about(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In Kiev, 35,000 people were counted.")
        await desk.press("i")
        assert isinstance(desk.app.screen, LetStandDialog)
        await desk.type("quoted so")
        await desk.press("enter")
        overrides = desk.screen.records[5].overrides
        assert {override.reason for override in overrides} == {"quoted so"}
        assert "quoted so" in desk.shown()
        await desk.press("a")
        await settled(desk)
        assert not isinstance(desk.app.screen, AcceptDialog)
        assert desk.state(6) is State.REVIEWED


async def test_what_is_wrong_with_a_term_is_one_finding_in_the_status_in_the_list_and_for_undo(
    project_folder: Path,
) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In Kiev, 35,000 people were counted.")
        await desk.press("up", "down")
        assert desk.status == "Paragraph 6 · translated · 1 finding"
        told = [one for one in desk.app.session.findings_of(5) if one.severity != "info"]
        assert [one.check for one in told] == ["term-missing", "term-forbidden"]
        await desk.press("i")
        listed = desk.app.screen.query_one(OptionList)
        rows = [str(listed.get_option_at_index(at).prompt) for at in range(listed.option_count)]
        assert [row.count("Kyiv") for row in rows if "✗" in row] == [2]  # missing, and another form in its place
        await desk.type("quoted so")
        await desk.press("enter")
        assert "term-missing and term-forbidden stand in paragraph 6" in desk.status
        assert desk.app.session.standing(5).findings == 0
        await desk.press("u")
        assert desk.screen.records[5].overrides == ()


async def test_a_reason_can_be_taken_back(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In Kiev, 35,000 people were counted.")
        await desk.press("i", "enter")
        assert "A reason is needed" in desk.shown()
        await desk.press("q", "enter")
        assert [override.about for override in desk.screen.records[5].overrides] == ["Kyiv", "Kiev"]
        await desk.press("i", "ctrl+d")
        assert not desk.screen.records[5].overrides


@pytest.mark.parametrize("key", ["f", "i"])
async def test_where_nothing_is_wrong_the_keys_say_so(project_folder: Path, key: str) -> None:
    async with desk_on(project_folder) as desk:
        await written(desk, 6, "In Kyiv, 35,000 people were counted.")
        await desk.press(key)
        await settled(desk)
        assert not desk.app.screen.query(Input)
        assert "Nothing here" in desk.status or "No finding" in desk.status


RECORD = """\
source: wahl.txt
form: 2
paragraphs:

- de: Die Ministerin kam am Dienstagabend nach Genf.
  en: The minister came to Geneva today.
  state: translated

- de: Der Rat vertagte die Wahl wegen des Streiks auf Montag.
  en: The council postponed the election until Monday.
  state: translated
  draft:
    package: made-before
    en: The council postponed the election to Monday.
    lost:
    - [words, wegen des Streiks]
"""


async def test_what_a_draft_left_out_is_told_until_it_is_put_in(project_folder: Path) -> None:
    article = (
        "Die Ministerin kam am Dienstagabend nach Genf.\n\nDer Rat vertagte die Wahl wegen des Streiks auf Montag.\n"
    )
    (project_folder / "sources" / "gipfel.txt").unlink()
    (project_folder / "sources" / "wahl.txt").write_text(article, encoding="utf-8")
    (project_folder / "translations").mkdir()
    (project_folder / "translations" / "wahl.yaml").write_text(RECORD, encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await desk.press("home", "]")
        await settled(desk)
        assert desk.number == 2
        assert "may have left out" in " ".join(desk.shown().split())
        await written(desk, 2, "Because of the strike, the council postponed the election until Monday.")
        assert "may have left out" not in " ".join(desk.shown().split())
