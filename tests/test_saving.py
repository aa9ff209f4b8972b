"""Saving: full disks, missing permissions, changes behind the program's back, a second workbench."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.formats import Document, Paragraph
from workbench.problem import WorkbenchError
from workbench.translation import Draft, ProjectLock, State, Translation, english_text, read_record

SOURCE = Document("grenze.txt", tuple(Paragraph(f"Absatz {n}.", "\n\n" if n else "") for n in range(4)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A translations folder in which paragraph 1 is reviewed."""
    folder = tmp_path / "translations"
    translation = Translation.open(SOURCE, folder)
    translation.edit(0, "Paragraph 0.")
    translation.accept(0)
    translation.save()
    return folder


def again(folder: Path) -> Translation:
    return Translation.open(SOURCE, folder)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# A disk that fails

CALLS = ["open", "write", "fsync", "replace"]


def failing(monkeypatch: pytest.MonkeyPatch, call: str, at: int) -> None:
    """Make the `at`-th use of a system call fail from here on, as on a full disk (which can still be read)."""
    real: Callable[..., object] = getattr(os, call)
    used = iter(range(1, 1_000_000))

    def fail(*args: object, **more: object) -> object:
        makes_nothing = call == "open" and isinstance(args[1], int) and not args[1] & os.O_CREAT
        if not makes_nothing and next(used) >= at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*args, **more)

    monkeypatch.setattr(os, call, fail)


@pytest.mark.parametrize("at", range(1, 5))
@pytest.mark.parametrize("call", CALLS)
def test_wherever_the_disk_fails_both_files_stay_whole_and_what_was_typed_is_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, at: int
) -> None:
    translation = again(folder)
    before = translation.record
    translation.edit(1, "Paragraph 1.")
    typed = translation.paragraphs[1]
    with monkeypatch.context() as patch:
        failing(patch, call, at)
        try:
            translation.accept(1)
            translation.save()
        except WorkbenchError as error:
            assert "the disk is full" in str(error)
            assert not translation.saved
        else:
            assert translation.saved
    assert translation.paragraphs[1].english == typed.english
    assert {path.name for path in folder.iterdir()} == {"grenze.yaml", "grenze.en.txt"}
    on_disk = read_record(folder / "grenze.yaml")
    assert on_disk in (before, translation.record, _accepted(translation))
    if translation.paragraphs[1].state is State.REVIEWED:
        assert on_disk == translation.record  # what the screen shows as accepted is on the disk
    english = (folder / "grenze.en.txt").read_text()
    assert english in (english_text(before), english_text(on_disk))
    translation.accept(1)
    translation.save()
    assert translation.saved
    assert again(folder).record == translation.record
    assert (folder / "grenze.en.txt").read_text() == english_text(translation.record)
    assert set(files(folder)) == {"grenze.yaml", "grenze.en.txt"}


def _accepted(translation: Translation) -> object:
    from dataclasses import replace

    paragraphs = list(translation.paragraphs)
    paragraphs[1] = replace(paragraphs[1], state=State.REVIEWED)
    return replace(translation.record, paragraphs=tuple(paragraphs))


def test_a_file_that_may_grow_no_further_is_left_as_it_was(folder: Path) -> None:
    translation = again(folder)
    before = files(folder)
    translation.edit(1, "Long. " * 2000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(WorkbenchError, match=r"grenze\.yaml: cannot be written"):
            translation.accept(1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert files(folder) == before
    assert translation.paragraphs[1].state is State.TRANSLATED
    translation.accept(1)
    assert again(folder).record == translation.record


def test_when_only_the_english_version_cannot_be_written_the_record_is_and_it_is_told(folder: Path) -> None:
    (folder / "grenze.en.txt").unlink()
    (folder / "grenze.en.txt").mkdir()
    with pytest.raises(WorkbenchError, match=r"grenze\.en\.txt"):
        again(folder)
    (folder / "grenze.en.txt").rmdir()
    translation = again(folder)
    (folder / "grenze.en.txt").mkdir()
    translation.edit(1, "Paragraph 1.")
    translation.accept(1)
    with pytest.raises(WorkbenchError, match=r"grenze\.en\.txt"):
        translation.save()
    assert not translation.saved
    assert read_record(folder / "grenze.yaml") == translation.record
    (folder / "grenze.en.txt").rmdir()
    translation.save()
    assert translation.saved
    assert (folder / "grenze.en.txt").read_text() == english_text(translation.record)


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_is_told(folder: Path) -> None:
    translation = again(folder)
    folder.chmod(0o555)
    try:
        with pytest.raises(WorkbenchError, match="no permission"):
            translation.skip(1)
    finally:
        folder.chmod(0o755)
    assert translation.paragraphs[1].state is State.NEW


def test_a_translations_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "translations").write_text("a file in its place")
    with pytest.raises(WorkbenchError, match="translations"):
        Translation.open(SOURCE, tmp_path / "translations").skip(0)


# Changes behind the program's back


def test_a_record_that_somebody_else_changed_is_not_overwritten(folder: Path) -> None:
    translation = again(folder)
    other = again(folder)
    other.set_note(0, "from somewhere else")
    theirs = files(folder)["grenze.yaml"]
    translation.edit(1, "Mine.")
    with pytest.raises(
        WorkbenchError, match="was changed by somebody else since it was read – decide whose work goes on"
    ):
        translation.accept(1)
    assert files(folder)["grenze.yaml"] == theirs
    assert translation.paragraphs[1].state is State.TRANSLATED


def test_reloading_takes_what_is_on_disk_and_puts_unsaved_work_aside(folder: Path) -> None:
    translation = again(folder)
    again(folder).set_note(0, "from somewhere else")
    translation.edit(1, "Mine.")
    translation.reload()
    assert translation.paragraphs[0].note == "from somewhere else"
    assert translation.paragraphs[1].english == ""
    assert read_record(folder / "grenze.yaml.aside-1").paragraphs[1].english == "Mine."
    translation.skip(1)
    assert again(folder).record == translation.record


def test_reloading_without_unsaved_work_leaves_nothing_aside(folder: Path) -> None:
    translation = again(folder)
    translation.set_draft(1, Draft("A draft is made again.", "p"))
    translation.reload()
    assert set(files(folder)) == {"grenze.yaml", "grenze.en.txt"}


def test_saving_over_puts_the_other_version_aside(folder: Path) -> None:
    translation = again(folder)
    again(folder).set_note(0, "from somewhere else")
    theirs = files(folder)["grenze.yaml"]
    translation.edit(1, "Mine.")
    translation.save(over=True)
    assert files(folder)["grenze.yaml.aside-1"] == theirs
    assert again(folder).record == translation.record


def test_a_record_that_was_deleted_is_told_and_can_be_saved_again(folder: Path) -> None:
    translation = again(folder)
    (folder / "grenze.yaml").unlink()
    with pytest.raises(WorkbenchError, match="was deleted by somebody else"):
        translation.skip(1)
    translation.save(over=True)
    translation.skip(1)
    assert again(folder).record == translation.record


def test_a_record_that_appeared_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    mine, theirs = again(tmp_path), again(tmp_path)
    theirs.set_note(0, "first")
    with pytest.raises(WorkbenchError, match="was changed by somebody else"):
        mine.skip(0)


def test_a_touched_file_with_the_same_content_is_no_change(folder: Path) -> None:
    translation = again(folder)
    path = folder / "grenze.yaml"
    path.write_bytes(path.read_bytes())
    os.utime(path, (1, 1))
    translation.skip(1)
    assert again(folder).record == translation.record


BROKEN = b"source: grenze.txt\nparagraphs:\n- de: Eins\n  state: fertig\n"


def test_a_broken_record_is_never_overwritten(folder: Path) -> None:
    translation = again(folder)
    translation.edit(1, "Mine.")
    (folder / "grenze.yaml").write_bytes(BROKEN)
    with pytest.raises(WorkbenchError, match=r"grenze\.yaml:4: the state `fertig` is not known"):
        again(folder)
    with pytest.raises(WorkbenchError, match="the state `fertig` is not known"):
        translation.reload()
    with pytest.raises(WorkbenchError, match="was changed by somebody else"):
        translation.save()
    assert files(folder)["grenze.yaml"] == BROKEN
    assert translation.paragraphs[1].english == "Mine."


def test_an_english_version_edited_by_hand_is_put_aside_before_it_is_rewritten(folder: Path) -> None:
    english = folder / "grenze.en.txt"
    translation = again(folder)
    english.write_text("Polished while the program was open.\n")
    translation.skip(1)
    translation.save()
    assert (folder / "grenze.en.txt.aside-1").read_text() == "Polished while the program was open.\n"
    english.write_text("Polished while it was closed.\n")
    translation = again(folder)
    translation.skip(2)
    translation.save()
    assert (folder / "grenze.en.txt.aside-2").read_text() == "Polished while it was closed.\n"
    assert english.read_text() == english_text(translation.record)


def test_a_missing_english_version_is_written_again(folder: Path) -> None:
    (folder / "grenze.en.txt").unlink()
    translation = again(folder)
    assert not translation.saved
    translation.save()
    assert (folder / "grenze.en.txt").read_text() == english_text(translation.record)


# The lock

HOLD = """
import sys, time
from pathlib import Path
from workbench.translation import ProjectLock
lock = ProjectLock.take(Path(sys.argv[1]))
print("held" if lock.held else lock.reason, flush=True)
time.sleep(60)
"""


def test_a_second_workbench_is_told_who_works_here_until_that_one_is_killed(tmp_path: Path) -> None:
    private = tmp_path / ".workbench"
    with subprocess.Popen([sys.executable, "-c", HOLD, private], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        second = ProjectLock.take(private)
        assert not second.held
        assert f"another workbench is working on this project (process {first.pid} on " in second.reason
        assert (private / ".gitignore").read_text() == "*\n"
        first.send_signal(signal.SIGKILL)
        first.wait()
    third = ProjectLock.take(private)
    assert third.held
    assert third.reason == ""
    third.release()
    third.release()
    assert ProjectLock.take(private).held


def test_whoever_takes_the_lock_clears_up_after_a_killed_one(tmp_path: Path) -> None:
    private = tmp_path / ".workbench"
    private.mkdir()
    (private / ".workbench-1-0badcafe.tmp").write_text("half a fi")
    (private / "mine.tmp").write_text("not the program's")
    lock = ProjectLock.take(private)
    assert {path.name for path in private.iterdir()} == {"lock", "holder.json", ".gitignore", "mine.tmp"}
    lock.release()


def test_where_nothing_can_be_written_the_project_is_read_only(tmp_path: Path) -> None:
    (tmp_path / ".workbench").write_text("a file in its place")
    lock = ProjectLock.take(tmp_path / ".workbench")
    assert not lock.held
    assert "nothing can be written in" in lock.reason


def test_opening_read_only_leaves_the_disk_alone(tmp_path: Path) -> None:
    lock = ProjectLock.take(tmp_path / ".workbench", read_only=True)
    assert (lock.held, bool(lock.reason)) == (False, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("note", [b"", b"{}", b"[]", b"\xff", b'{"process": "x", "host": 1, "since": 2}'])
def test_a_damaged_note_of_who_holds_the_lock_does_no_harm(tmp_path: Path, note: bytes) -> None:
    first = ProjectLock.take(tmp_path / ".workbench")
    (tmp_path / ".workbench" / "holder.json").write_bytes(note)
    assert ProjectLock.take(tmp_path / ".workbench").reason == "another workbench is working on this project"
    first.release()
