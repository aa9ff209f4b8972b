"""A reviewer's file on the screen: the list of what they changed, taken over, left, made a term."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from textual.widgets import Input

from tests.desk import Desk, desk_on
from tests.review_material import make_project
from tests.word_reviewer import Reviewer
from workbench.glossary import Entry
from workbench.project import State
from workbench.tui.dialogs.returned_file import ReturnedFileDialog
from workbench.tui.dialogs.review import ReviewDialog
from workbench.tui.dialogs.term import TermDialog
from workbench.tui.dialogs.waiting import WaitingDialog


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    sent = make_project(root)
    (root / "sources" / "andere.txt").unlink()
    reviewer = Reviewer(sent.read_bytes())
    reviewer.change(1, "without result", "ends without a result")
    reviewer.change(2, "new", "newest")
    reviewer.change(5, "an error", "a mistake")
    reviewer.comment(2, "Is there a newer one?")
    reviewer.choose(3, "reviewed")
    reviewer.change(7, "put off", "postponed")
    (root / "back.docx").write_bytes(reviewer.saved)
    return root


async def opened(desk: Desk, path: str) -> ReviewDialog:
    await desk.press("M")
    assert isinstance(desk.app.screen, ReturnedFileDialog)
    await desk.type(path)
    await desk.press("enter")
    await desk.until(lambda: isinstance(desk.app.screen, ReviewDialog))
    await desk.drawn()
    assert isinstance(desk.app.screen, ReviewDialog)
    return desk.app.screen


async def test_what_the_reviewer_changed_is_a_list_of_diffs(project: Path) -> None:
    async with desk_on(project) as desk:
        dialog = await opened(desk, str(project / "back.docx"))
        assert [one.index + 1 for one in dialog.rows.corrections] == [1, 2, 3, 5, 7]
        shown = desk.shown()
        assert "Summit{+ ends+} without {+a +}result" in shown
        assert "[-new-]{+newest+}" in shown
        assert "Anna Berger: Is there a newer one?" in shown
        assert "5 in all, 0 to take, 0 to leave, 5 open" in shown


async def test_in_a_small_window_the_correction_that_one_is_at_is_seen(project: Path) -> None:
    async with desk_on(project, (40, 10)) as desk:
        await opened(desk, str(project / "back.docx"))
        for keys, seen in (("", "EN Summit{+ ends+}"), ("j", "{+newest+}"), ("j", "It rained"), ("kk", "{+ ends+}")):
            await desk.burst(*keys)
            await desk.settled()
            assert seen in desk.shown()


async def test_what_is_typed_while_the_file_is_read_goes_into_the_list(project: Path) -> None:
    """At the desk `a` accepts a paragraph."""
    async with desk_on(project) as desk:
        states = [record.state for record in desk.screen.records]
        desk.app.session.lanes.disk.submit(partial(sleep, 4.0), name="a disk that is slow")
        await desk.burst("M", *str(project / "back.docx"), "enter", "a")
        assert isinstance(desk.app.screen, ReviewDialog)
        assert "5 in all, 5 to take, 0 to leave, 0 open" in desk.shown()
        assert [record.state for record in desk.screen.records] == states


@pytest.mark.feature("a reviewer's file comes back")
async def test_changes_are_taken_and_left_one_by_one_and_undone_as_one(project: Path) -> None:
    async with desk_on(project) as desk:
        await opened(desk, str(project / "back.docx"))
        await desk.press("t", "l", "t", "enter")
        await desk.settled()
        assert desk.english(1) == "Summit ends without a result"
        assert desk.english(2).startswith("The new law")
        assert desk.state(3) is State.REVIEWED
        assert desk.english(5) == "The minister spoke of an error."
        assert "Saved: taken over: 2 corrections. u undoes." in desk.status
        await desk.press("u")
        assert desk.english(1) == "Summit without result"
        assert desk.state(3) is State.TRANSLATED


async def test_one_key_takes_all_and_one_says_that_they_are_reviewed(project: Path) -> None:
    async with desk_on(project) as desk:
        await opened(desk, str(project / "back.docx"))
        await desk.press("a", "v", "enter")
        await desk.settled()
        assert desk.english(2).startswith("The newest law")
        assert desk.screen.records[1].note == "Anna Berger: Is there a newer one?"
        assert {desk.state(number) for number in (1, 2, 3, 5, 7)} == {State.REVIEWED}


async def test_a_conflict_that_nobody_decides_is_kept_as_a_finding(project: Path) -> None:
    async with desk_on(project) as desk:
        await desk.go_to(5)
        await desk.press("enter", "ctrl+a", "delete")
        await desk.type("The minister spoke of a slip.")
        await desk.press("escape")
        dialog = await opened(desk, str(project / "back.docx"))
        assert dialog.rows.corrections[-1].kind == "conflict"
        await desk.press("a", "enter")
        await desk.settled()
        assert desk.english(5) == "The minister spoke of a slip."
        assert "The reviewer has: The minister spoke of a mistake." in desk.screen.records[4].note
        assert "review" in {finding.check for finding in desk.app.session.findings_of(4)}


async def test_a_conflict_can_be_taken_by_hand(project: Path) -> None:
    async with desk_on(project) as desk:
        await desk.go_to(5)
        await desk.press("enter", "ctrl+a", "delete")
        await desk.type("The minister spoke of a slip.")
        await desk.press("escape")
        await opened(desk, str(project / "back.docx"))
        await desk.press("end", "t", "enter")
        await desk.settled()
        assert desk.english(5) == "The minister spoke of a mistake."


async def test_what_was_replaced_becomes_a_term_with_the_old_words_to_avoid(project: Path) -> None:
    async with desk_on(project) as desk:
        await opened(desk, str(project / "back.docx"))
        await desk.press("down", "down", "down", "g")
        await desk.until(lambda: isinstance(desk.app.screen, TermDialog))
        await desk.settled()
        form = desk.app.screen
        assert [form.query_one(f"#{name}", Input).value for name in ("de", "en", "avoid")] == [
            "Fehler",
            "mistake",
            "error",
        ]
        form.set_focus(form.query_one("#en"))
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, ReviewDialog))
        found = [entry for entry in desk.app.session.termbase.entries if entry.de == ("Fehler",)]
        assert [(entry.en, entry.avoid) for entry in found] == [(Entry(("Fehler",), "mistake").en, ("error",))]


async def test_going_back_takes_nothing(project: Path) -> None:
    async with desk_on(project) as desk:
        await opened(desk, str(project / "back.docx"))
        await desk.press("t", "escape")
        await desk.settled()
        assert desk.english(1) == "Summit without result"
        assert "Nothing was taken over." in desk.status


@pytest.mark.parametrize("path", ["nowhere.docx", "glossary.yaml"])
async def test_a_file_that_cannot_be_read_is_told_on_the_status_line(project: Path, path: str) -> None:
    async with desk_on(project) as desk:
        await desk.press("M")
        await desk.type(str(project / path))
        await desk.press("enter")
        await desk.until(lambda: path in desk.status and "Reading" not in desk.status)
        assert "Reading" not in desk.status


async def test_the_files_of_the_project_are_offered(project: Path) -> None:
    async with desk_on(project) as desk:
        await desk.press("M")
        assert "back.docx" in desk.shown()
        assert "exports/gipfel.de-en.docx" in desk.shown()
        await desk.press("down", "enter")
        await desk.until(lambda: isinstance(desk.app.screen, ReviewDialog))
        assert isinstance(desk.app.screen, ReviewDialog)


async def test_reading_a_file_can_be_stopped_at_once_and_takes_nothing(project: Path) -> None:
    async with desk_on(project) as desk:
        states = [record.state for record in desk.screen.records]
        release = Event()
        desk.app.session.lanes.disk.submit(release.wait, name="a disk that is slow")
        await desk.burst("M", *str(project / "back.docx"), "enter")
        assert [type(screen) for screen in desk.app.screen_stack][-1] is WaitingDialog
        assert "Reading back.docx" in desk.shown()
        await desk.burst("a", "escape")
        assert desk.app.screen is desk.screen
        assert "Nothing was taken over." in desk.status
        release.set()
        await desk.settled()
        assert desk.app.screen is desk.screen
        assert [record.state for record in desk.screen.records] == states
