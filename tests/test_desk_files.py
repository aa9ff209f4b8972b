"""The desk and the files under it: what other programs, other people and the next day find there."""

from __future__ import annotations

from pathlib import Path

from workbench.project import Project
from workbench.translation import State

from .desk import desk_on


async def test_a_deleted_record_takes_nothing_with_it(project_folder: Path) -> None:
    record = project_folder / "translations" / "gipfel.yaml"
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("a")
        record.unlink()
        await desk.screen.look_at_files().wait()
        await desk.pilot.pause()
        assert desk.state(2) is State.REVIEWED
        await desk.press("f5", "down", "enter")
        assert "state: reviewed" in record.read_text(encoding="utf-8")


async def test_a_glossary_changed_by_hand_is_seen(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        glossary = project_folder / "glossary.yaml"
        glossary.write_text(glossary.read_text(encoding="utf-8").replace("en: CSTO", "en: OTSC"), encoding="utf-8")
        await desk.screen.look_at_files().wait()
        await desk.settled()
        assert "OTSC" in desk.english(3)


async def test_a_second_workbench_is_told_and_changes_nothing(project_folder: Path) -> None:
    with Project.open(project_folder):
        async with desk_on(project_folder) as desk:
            assert "READ-ONLY" in desk.shown()
            assert desk.english(3)
            await desk.press("a")
            assert desk.state(3) is State.DRAFT
            assert not (project_folder / "translations" / "gipfel.yaml").exists()


async def test_reopening_takes_up_where_the_work_ended(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(1)
        await desk.press("a")
    async with desk_on(project_folder) as desk:
        assert desk.state(1) is State.REVIEWED
        assert desk.number == 2


async def test_text_from_files_holds_no_terminal_escape(project_folder: Path) -> None:
    plain = "Der Gipfel in Eriwan begann am Donnerstag mit einer Rede. " * 20
    evil = "Der \x1b[2J\x1b]0;hallo\x07Gipfel \u202eist \x9b31mvorbei und [bold]nichts[/] war.\n\n" + plain
    (project_folder / "sources" / "evil.txt").write_text(evil, encoding="utf-8")
    async with desk_on(project_folder / "sources" / "evil.txt") as desk:
        assert not any(character in desk.shown() for character in "\x1b\x07\x9b\u202e")
        assert "[bold]nichts[/]" in desk.shown()


async def test_a_changed_article_keeps_what_stayed_and_shows_the_old_german(project_folder: Path) -> None:
    source = project_folder / "sources" / "gipfel.txt"
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("a")
        await desk.go_to(6)
        await desk.press("a")
        old = desk.english(6)
        source.write_text(
            source.read_text(encoding="utf-8").replace("35.000 Menschen", "36.000 Menschen"), encoding="utf-8"
        )
        await desk.screen.look_at_files().wait()
        await desk.pilot.pause()
        assert desk.state(2) is State.REVIEWED
        assert (desk.state(6), desk.english(6)) == (State.TRANSLATED, old)
        await desk.go_to(6)
        assert "The German was" in desk.shown()


async def test_a_record_changed_by_another_program_is_asked_about(project_folder: Path) -> None:
    record = project_folder / "translations" / "gipfel.yaml"
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("a", "home")
        await desk.press("enter", "end", "x")
        record.write_text(record.read_text(encoding="utf-8").replace("reviewed", "translated"), encoding="utf-8")
        await desk.screen.look_at_files().wait()
        await desk.pilot.pause()
        assert "F5 decides" in desk.status
        await desk.press("f5", "down", "enter")
        await desk.pilot.pause()
        assert desk.english(1).endswith("x")
        assert desk.english(1) in record.read_text(encoding="utf-8")
        assert list(record.parent.glob("*.aside-1"))
