"""The lock of a project: deleted while it is held, taken by another meanwhile, or not to be had on this file system."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.project import Project
from workbench.translation import READ_ONLY_MEND, ProjectLock

HOLD = """
import sys, time
from pathlib import Path
from workbench.translation import ProjectLock
lock = ProjectLock.take(Path(sys.argv[1]))
print("held" if lock.held else lock.reason, flush=True)
time.sleep(60)
"""


def test_a_lock_that_is_there_is_still_held(tmp_path: Path) -> None:
    lock = ProjectLock.take(tmp_path / ".workbench")
    assert lock.still_held()
    lock.release()
    assert not lock.still_held()
    assert not ProjectLock.take(tmp_path / ".workbench", read_only=True).still_held()


def test_a_private_folder_that_was_deleted_is_made_again_with_its_lock(tmp_path: Path) -> None:
    private = tmp_path / ".workbench"
    lock = ProjectLock.take(private)
    shutil.rmtree(private)
    assert lock.still_held()
    assert (lock.held, lock.reason) == (True, "")
    assert f"process {os.getpid()}" in ProjectLock.take(private).reason
    lock.release()
    assert ProjectLock.take(private).held


def test_a_lock_that_another_took_meanwhile_is_told_and_left_to_it(tmp_path: Path) -> None:
    private = tmp_path / ".workbench"
    lock = ProjectLock.take(private)
    shutil.rmtree(private)
    with subprocess.Popen([sys.executable, "-c", HOLD, private], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert not lock.still_held()
        assert not lock.held
        assert f"another workbench is working on this project (process {other.pid} on " in lock.reason
        lock.release()
        assert (private / "holder.json").exists()
        other.kill()


def test_another_workbenchs_note_stays_when_this_one_ends(tmp_path: Path) -> None:
    private = tmp_path / ".workbench"
    mine = ProjectLock.take(private)
    (private / "lock").unlink()
    theirs = ProjectLock.take(private)
    assert theirs.held
    mine.release()
    assert (private / "holder.json").exists()
    theirs.release()


def test_a_project_that_was_moved_away_is_not_made_again(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    lock = ProjectLock.take(tmp_path / "project" / ".workbench")
    (tmp_path / "project").rename(tmp_path / "moved")
    assert not lock.still_held()
    assert "nothing can be written in" in lock.reason
    assert not (tmp_path / "project").exists()


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_is_told_as_such(
    project_folder: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with Project.open(project_folder) as project:
        assert project.read_only
        assert "is on a file system without locks" in project.read_only_reason
        assert project.read_only_mend == "copy the project to a disk of this machine and open it there"
        with pytest.raises(Exception, match="copy the project to a disk of this machine"):
            project.open_document("gipfel.txt").skip(0)
        assert not (project_folder / "translations").exists()


def test_a_full_disk_is_no_missing_lock(project_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with Project.open(project_folder) as project:
        assert "No space left on device" in project.read_only_reason
        assert project.read_only_mend == READ_ONLY_MEND
