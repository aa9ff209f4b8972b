"""Choosing what to hand over on the screen: several documents at once, remembered, written with a line each."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.events import Key

from tests.desk import desk_on
from tests.test_export_pdf import ended
from workbench.project import Choice, Project, Wanted
from workbench.project.settings.choice import not_known
from workbench.project.settings.settings import machine_file
from workbench.tui.dialogs.dialog import Dialog, Question
from workbench.tui.dialogs.writing import WritingDialog


def exported(folder: Path) -> list[str]:
    there = folder / "exports"
    return sorted(path.name for path in there.iterdir()) if there.exists() else []


async def test_enter_alone_writes_english_in_the_format_of_the_source(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("x", "enter")
        await desk.settled()
        assert exported(project_folder) == ["gipfel.en.txt"]
        assert "exports/gipfel.en.txt" in desk.status


async def test_several_are_ticked_and_each_has_its_line(project_folder: Path) -> None:
    async with desk_on(project_folder, size=(80, 24)) as desk:
        await desk.press("x", "down", "space", "down", "space")
        assert desk.shown().count("[x]") == 3
        await desk.press("enter")
        await desk.settled()
        shown = desk.shown()
        for line in (
            "✓ exports/gipfel.en.txt",
            "✓ exports/gipfel.en.md",
            "✓ exports/gipfel.en.html",
            "3 of 3 written.",
        ):
            assert line in shown
        await desk.press("enter")
        assert "Written: 3 of 3 documents" in desk.status
        assert len(exported(project_folder)) == 3


async def test_what_was_chosen_is_remembered_in_the_project(project_folder: Path) -> None:
    async with desk_on(project_folder, size=(80, 24)) as desk:
        await desk.press("x", "n", "down", "space", "end", "up", "space")
        assert "not reviewed and left out" in desk.shown()
        await desk.press("enter")
        await desk.settled()
    assert "hand_over: english md, only reviewed" in machine_file(project_folder).read_text().replace('"', "")
    async with desk_on(project_folder, size=(80, 24)) as desk:
        await desk.press("x", "enter")
        await desk.settled()
    assert exported(project_folder) == ["gipfel.en.md"]
    assert (project_folder / "exports" / "gipfel.en.md").read_text().strip() == ""


async def test_the_changes_alone_are_asked_for_each_time_and_told_as_such(project_folder: Path) -> None:
    async with desk_on(project_folder, size=(80, 24)) as desk:
        await desk.press("x", "enter")
        await desk.settled()
        await desk.press("a")
        await desk.settled()
        await desk.press("x")
        assert "paragraphs are not reviewed and marked so" in desk.shown()
        await desk.press("end", "up", "space")
        assert "[x] only what has changed since" in desk.shown()
        assert "not reviewed and" not in desk.shown()
        await desk.press("enter")
        await desk.settled()
        await desk.press("x", "end")
        assert "[ ] only what has changed since" in desk.shown()
    assert not_known("english own, only changed") == "only changed"


async def test_a_choice_of_all_who_work_on_it_stands_in_the_projects_file(project_folder: Path) -> None:
    (project_folder / "project.yaml").write_text("hand_over: bilingual odt, without findings\n", encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await desk.press("x", "enter")
        await desk.settled()
    assert exported(project_folder) == ["gipfel.de-en.odt"]


async def test_in_a_small_window_what_is_ticked_is_seen(project_folder: Path) -> None:
    async with desk_on(project_folder, size=(40, 10)) as desk:
        await desk.press("x")
        assert "[x] english   .txt" in desk.shown()
        await desk.press("n", "end", *["up"] * 5, "space")
        assert "[x] bilingual .tmx" in desk.shown()
        await desk.press("enter")
        await desk.settled()
    assert exported(project_folder) == ["gipfel.de-en.tmx"]


async def test_nothing_ticked_writes_nothing(project_folder: Path) -> None:
    async with desk_on(project_folder, size=(80, 24)) as desk:
        await desk.press("x", "n", "enter")
        assert "Nothing is ticked" in desk.shown()
        await desk.press("escape")
        assert exported(project_folder) == []


async def test_one_that_fails_is_told_and_the_others_are_written(
    project_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (project_folder / "project.yaml").write_text(
        "hand_over: english own, english pdf, bilingual md\n", encoding="utf-8"
    )
    async with desk_on(project_folder, size=(80, 24)) as desk:
        await desk.press("x", "enter")
        await desk.settled()
        assert "✗ exports/gipfel.en.pdf" in desk.shown()
        assert "neither is there" in " ".join(desk.shown().split())
        assert "2 of 3 written." in desk.shown()
        await desk.press("escape")
    assert exported(project_folder) == ["gipfel.de-en.md", "gipfel.en.txt"]


async def test_esc_stops_a_program_that_hangs_and_leaves_the_rest(
    project_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").write_text(f"#!/bin/sh\necho > {tmp_path}/begun\n/bin/sleep 600\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    (project_folder / "project.yaml").write_text(
        "hand_over: english own, english pdf, bilingual md\n", encoding="utf-8"
    )
    async with desk_on(project_folder, size=(80, 24)) as desk:
        await desk.press("x", "enter")
        while not (tmp_path / "begun").exists():
            await desk.pilot.pause(0.05)
        await desk.press("escape")
        await desk.settled()
        shown = " ".join(desk.shown().split())
        assert "was given up" in shown
        assert "gipfel.de-en.md: not written" in shown
        await desk.press("enter")
    assert exported(project_folder) == ["gipfel.en.txt"]


async def test_a_program_that_hangs_is_ended_when_the_workbench_is(
    project_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").write_text(f"#!/bin/sh\necho $$ > {tmp_path}/self\n/bin/sleep 600\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    (project_folder / "project.yaml").write_text("hand_over: english pdf\n", encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await desk.press("x", "enter")
        while not (tmp_path / "self").exists() or not (tmp_path / "self").read_text().strip():
            await desk.pilot.pause(0.05)
    assert ended((tmp_path / "self").read_text().strip())


async def test_keys_typed_ahead_write_what_they_would_have_written(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.burst("x", "n", "down", "space", "enter")
        await desk.settled()
        assert exported(project_folder) == ["gipfel.en.md"]


def test_a_choice_is_one_line_that_is_read_back() -> None:
    choice = Choice((Wanted("english"), Wanted("bilingual", "html")), only_reviewed=True, findings=False)
    assert choice.line == "english own, bilingual html, only reviewed, without findings"
    assert Choice.of(choice.line) == choice
    assert Choice.of("") == Choice((Wanted("english"),))
    assert Choice.of("English  OWN,, nonsense, bilingual own").wanted == (Wanted("english"),)


def test_a_mistake_in_the_file_is_told(project_folder: Path) -> None:
    assert not_known("english own, bilingual own") == "bilingual own"
    (project_folder / "project.yaml").write_text("hand_over: english, pdf\n", encoding="utf-8")
    with Project.open(project_folder) as project:
        (problem,) = project.settings_problems
        assert "`hand_over` cannot be `english`" in str(problem)
        assert project.settings.hand_over == ""


async def test_what_is_typed_while_documents_are_written_is_for_that_dialog(project_folder: Path) -> None:
    async with desk_on(project_folder, size=(80, 24)) as desk:
        before = [paragraph.state for paragraph in desk.screen.records]
        await desk.burst("x", "down", "space", "enter", "s", "d", "enter", "down")
        await desk.settled()
        assert desk.app.screen is desk.screen
        assert desk.screen.sheet.opened is None
        assert [paragraph.state for paragraph in desk.screen.records] == before
        assert desk.number == 2
        assert exported(project_folder) == ["gipfel.en.md", "gipfel.en.txt"]


async def test_a_second_enter_closes_a_dialog_that_would_close_by_itself(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.burst("x", "enter", "enter")
        await desk.settled()
        assert desk.app.screen is desk.screen
        assert desk.screen.sheet.opened is None
        assert "exports/gipfel.en.txt" in desk.status


async def test_esc_stops_at_once_and_takes_back_what_was_typed_before_it(project_folder: Path) -> None:
    """The disk's lane is held, as a slow document would hold it."""
    held = Event()
    async with desk_on(project_folder, size=(80, 24)) as desk:
        desk.app.session.lanes.disk.submit(lambda: held.wait(20))
        for key in ("x", "down", "space", "enter"):
            desk.app.post_message(Key(key, " " if key == "space" else key if key == "x" else None))
        await desk.until(lambda: isinstance(desk.app.screen, WritingDialog))
        for key in ("enter", "s", "escape"):
            desk.app.post_message(Key(key, key if key == "s" else None))
        await desk.until(lambda: "Stopping" in desk.shown())
        assert "Stopping" in desk.shown()
        held.set()
        await desk.handled()
        await desk.until(lambda: "written." in desk.shown())
        assert "0 of 2 written." in desk.shown()
        await desk.press("enter")
        assert desk.app.screen is desk.screen
        assert exported(project_folder) == []


async def test_what_could_not_be_written_is_read_before_it_is_closed(
    project_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (project_folder / "project.yaml").write_text("hand_over: english own, english pdf\n", encoding="utf-8")
    async with desk_on(project_folder, size=(80, 24)) as desk:
        await desk.burst("x", "enter", "enter", "s")
        await desk.settled()
        assert "1 of 2 written." in desk.shown()


async def test_a_dialog_that_was_closed_before_it_was_drawn_anew_ends_nothing(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.burst("x")
        await desk.until(lambda: isinstance(desk.app.screen, Dialog))
        question = desk.app.screen.query_one(Question)
        await desk.burst("escape")
        await desk.until(lambda: not question.is_attached)
        question.show_field()
        assert desk.app.screen is desk.screen
