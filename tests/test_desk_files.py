"""The desk and the files under it: what other programs, other people and the next day find there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbench.project import Project, Session
from workbench.project.commands import Edit, Redo, Undo
from workbench.translation import State
from workbench.tui.dialogs.adopt import AdoptDialog

from .desk import Desk, desk_on


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


@pytest.mark.feature("a glossary that changes outside")
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


@pytest.mark.feature("going on where one ended")
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


@pytest.mark.feature("source files that change")
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
        await desk.until(lambda: desk.state(6) is State.TRANSLATED)
        assert desk.state(2) is State.REVIEWED
        assert desk.english(6) == old
        await desk.go_to(6)
        assert "The German has changed" in desk.shown()


async def test_a_record_changed_by_another_program_is_asked_about(project_folder: Path) -> None:
    record = project_folder / "translations" / "gipfel.yaml"
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("a", "home")
        await desk.press("enter", "end", "x")
        record.write_text(record.read_text(encoding="utf-8").replace("reviewed", "translated"), encoding="utf-8")
        await desk.screen.look_at_files().wait()
        await desk.until(lambda: "F5 decides" in desk.status)
        await desk.press("f5", "down", "enter")
        await desk.settled()
        assert desk.english(1).endswith("x")
        assert desk.english(1) in record.read_text(encoding="utf-8")
        assert list(record.parent.glob("*.aside-1"))


# What is typed is never dropped silently


async def typed(desk: Desk, number: int, english: str) -> None:
    """Write this English, and leave the paragraph: it is saved, and nobody has accepted it."""
    await desk.go_to(number)
    await desk.press("enter", "ctrl+a", "delete")
    await desk.type(english)
    await desk.press("escape")


def asides(folder: Path) -> str:
    """What stands in the files that were put aside."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.aside-*")))


async def test_a_deleted_record_is_asked_about_though_nothing_in_it_was_reviewed(project_folder: Path) -> None:
    record = project_folder / "translations" / "gipfel.yaml"
    async with desk_on(project_folder) as desk:
        await typed(desk, 1, "Written by hand")
        record.unlink()
        await desk.screen.look_at_files().wait()
        assert "F5 decides" in desk.status
        assert desk.english(1) == "Written by hand"
        await desk.press("f5", "enter")
        await desk.settled()
        assert desk.english(1) != "Written by hand"
        assert "Written by hand" in asides(project_folder)


async def test_a_record_replaced_by_an_older_one_is_asked_about(project_folder: Path) -> None:
    record = project_folder / "translations" / "gipfel.yaml"
    async with desk_on(project_folder) as desk:
        await typed(desk, 1, "First")
        older = record.read_bytes()
        await typed(desk, 2, "Second")
        record.write_bytes(older)
        await desk.screen.look_at_files().wait()
        assert "F5 decides" in desk.status
        await desk.press("f5", "down", "enter")
        assert "Second" in record.read_text(encoding="utf-8")
        assert "First" in asides(project_folder)


async def test_a_record_that_another_program_wrote_on_is_taken_up_and_leaves_nothing_aside(
    project_folder: Path,
) -> None:
    record = project_folder / "translations" / "gipfel.yaml"
    async with desk_on(project_folder) as desk:
        await typed(desk, 1, "First")
        record.write_text(record.read_text(encoding="utf-8").replace("  state: translated\n", "  state: reviewed\n"))
        await desk.screen.look_at_files().wait()
        assert desk.state(1) is State.REVIEWED
        assert asides(project_folder) == ""


@pytest.mark.parametrize("how", ["deleted", "replaced"])
async def test_in_a_conflict_the_first_quit_says_so_and_the_second_keeps_what_was_typed(
    project_folder: Path, how: str
) -> None:
    record = project_folder / "translations" / "gipfel.yaml"
    async with desk_on(project_folder) as desk:
        await typed(desk, 2, "First")
        await desk.go_to(1)
        await desk.press("enter", "ctrl+a", "delete")
        await desk.type("typed just now")
        if how == "deleted":
            record.unlink(missing_ok=True)
        else:
            record.write_text(record.read_text(encoding="utf-8").replace("First", "Theirs"), encoding="utf-8")
        await desk.press("ctrl+q")
        assert any("Ctrl+Q again quits" in one.message for one in desk.app._notifications)
        await desk.press("ctrl+q")
    assert "typed just now" in asides(project_folder)
    assert "First" in asides(project_folder)


async def test_a_note_begun_is_kept_when_the_program_is_told_to_end(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.burst("n", *"ask")
        desk.app._leave_at_once()
    assert "  note: |-\n    ask\n" in (project_folder / "translations" / "gipfel.yaml").read_text(encoding="utf-8")


async def test_another_workbench_that_came_in_is_told_and_nothing_typed_is_lost(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await typed(desk, 1, "First")
        shutil.rmtree(project_folder / ".workbench")
        with Project.open(project_folder) as other:
            assert not other.read_only
            await desk.screen.look_at_files().wait()
            assert "Read-only from now on" in desk.status
            await desk.press("a")
            assert desk.state(1) is State.TRANSLATED


async def test_a_deleted_private_folder_is_made_again(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        shutil.rmtree(project_folder / ".workbench")
        await desk.screen.look_at_files().wait()
        with Project.open(project_folder) as other:
            assert other.read_only


async def test_when_the_last_article_was_renamed_away_the_list_says_so(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        (project_folder / "sources" / "gipfel.txt").rename(project_folder / "gipfel.txt")
        await desk.press("o")
        await desk.until(lambda: "there is no article here" in desk.status)
        assert "there is no article here" in desk.status and desk.app.screen is desk.screen


async def test_the_work_of_a_renamed_article_is_offered_to_its_new_name(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await typed(desk, 3, "Written under the old name")
    (project_folder / "sources" / "gipfel.txt").rename(project_folder / "sources" / "neu.txt")
    async with desk_on(project_folder) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, AdoptDialog))
        offer = "gipfel.yaml has work for 1 of its paragraphs, 0 of them reviewed"
        await desk.until(lambda: offer in " ".join(desk.shown().split()))
        await desk.press("enter")
        await desk.until(lambda: desk.state(3) is State.TRANSLATED)
        assert (desk.english(3), desk.state(3)) == ("Written under the old name", State.TRANSLATED)


async def test_work_whose_record_was_deleted_is_not_taken_for_saved_when_the_program_ends(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.go_to(2)
        await desk.press("enter", "end", "space", *"unseen", "escape")
        await desk.settled()
        shutil.rmtree(project_folder / "translations")
        await desk.press("ctrl+q")
        assert desk.app.is_running
        assert "Not saved" in desk.shown() or "another program" in desk.status.lower() or "deleted" in desk.status
        await desk.press("ctrl+q")
        assert not desk.app.is_running or desk.app._exit
    (aside,) = [path for path in project_folder.rglob("*aside*") if path.is_file()]
    assert "unseen" in aside.read_text(encoding="utf-8")


def test_the_same_without_a_screen(project_folder: Path) -> None:
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        session.do(Edit(1, "By: somebody unseen"))
        session.save()
        session.lanes.disk.submit(lambda: None).result()
        (project_folder / "translations" / "gipfel.yaml").unlink()
        aside = session.keep()
    assert aside is not None
    assert "somebody unseen" in aside.read_text(encoding="utf-8")


def test_a_record_that_another_program_replaced_with_the_same_work_is_saved(project_folder: Path) -> None:
    record = project_folder / "translations" / "gipfel.yaml"
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        session.do(Edit(1, "By: somebody"))
        session.save()
        session.lanes.disk.submit(lambda: None).result()
        kept = record.read_bytes()
        record.unlink()
        record.write_bytes(kept + b"\n# by hand\n")
        assert session.keep() is None
    assert record.read_bytes() == kept + b"\n# by hand\n"


def test_what_was_undone_can_be_done_again_though_the_article_was_changed_meanwhile(project_folder: Path) -> None:
    source = project_folder / "sources" / "gipfel.txt"
    with Session.open(project_folder) as session:
        session.put_on_desk("gipfel.txt")
        session.do(Edit(0, "A summit unseen"))
        session.save()
        session.do(Undo())
        source.write_text(source.read_text(encoding="utf-8").replace("35.000", "36.000"), encoding="utf-8")
        assert session.disk.look(busy=False) == "conflict"
        session.do(Redo())
        assert session.paragraphs[0].english == "A summit unseen"
        session.save()
        assert session.disk.look(busy=False) == "taken up"
        assert session.paragraphs[0].english == "A summit unseen"
