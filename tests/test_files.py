"""A file is written whole and on the disk, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.files import write_atomically
from workbench.problem import WorkbenchError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "neu.txt", "Grüße\n".encode())
    assert (tmp_path / "neu.txt").read_bytes() == "Grüße\n".encode()
    assert names(tmp_path) == ["neu.txt"]


def test_a_new_file_has_the_permissions_the_user_asked_the_system_for(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_atomically(tmp_path / "neu.txt", b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "neu.txt").stat().st_mode) == 0o640


def test_the_old_files_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "privat.txt"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link_and_the_file_it_means_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real = tmp_path / "there" / "glossary.yaml"
    real.write_bytes(b"old")
    link = tmp_path / "glossary.yaml"
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert names(tmp_path / "there") == ["glossary.yaml"]


def test_an_empty_file_and_a_large_one(tmp_path: Path) -> None:
    write_atomically(tmp_path / "leer", b"")
    large = os.urandom(3_000_000)
    write_atomically(tmp_path / "large", large)
    assert (tmp_path / "leer").read_bytes() == b""
    assert (tmp_path / "large").read_bytes() == large


def test_a_system_that_writes_little_at_a_time_still_gets_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:3]))
    write_atomically(tmp_path / "a", b"twelve bytes")
    assert (tmp_path / "a").read_bytes() == b"twelve bytes"


def failing(code: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "told"),
    [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "no permission"), (errno.EIO, "put/output error")],
)
def test_whatever_step_fails_the_old_file_is_untouched_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, told: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, failing(code))
    with pytest.raises(WorkbenchError, match=told) as caught:
        write_atomically(path, b"new")
    monkeypatch.undo()
    assert caught.value.problem.where == path
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_the_disk_fills_up_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    write = os.write

    def fill_up(handle: int, data: bytes) -> int:
        if len(data) <= 6:
            raise OSError(errno.ENOSPC, "full")
        return write(handle, bytes(data)[:4])

    monkeypatch.setattr(os, "write", fill_up)
    with pytest.raises(WorkbenchError, match="free some space"):
        write_atomically(path, b"ten bytes.")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_a_key_pressed_in_the_middle_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_a_lost_folder_flush_is_told_although_the_new_file_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    fsync = os.fsync

    def fail_on_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "lost")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", fail_on_folders)
    with pytest.raises(WorkbenchError, match="lost"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.txt"]


def test_a_file_system_that_cannot_flush_folders_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def refuse_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "no folders")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write_atomically(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_the_bytes_are_on_the_disk_before_they_take_the_old_ones_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(handle: int) -> None:
        steps.append("flush folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "flush file")
        fsync(handle)

    def note_replace(temporary: str, target: str, **folders: int) -> None:
        steps.append("replace")
        replace(temporary, target, **folders)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    write_atomically(tmp_path / "a.txt", b"new")
    assert steps == ["flush file", "replace", "flush folder"]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(WorkbenchError, match="it is a folder"):
        write_atomically(tmp_path / "a", b"x")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="folder does not exist"):
        write_atomically(tmp_path / "no" / "a", b"x")


def test_a_circle_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(WorkbenchError, match="links go in a circle"):
        write_atomically(tmp_path / "a", b"x")


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WorkbenchError, match="not an ordinary file"):
        write_atomically(tmp_path / "pipe", b"x")


def test_a_name_that_is_no_name_or_too_long(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="choose another name"):
        write_atomically(tmp_path / "a\0b", b"x")
    with pytest.raises(WorkbenchError, match="choose a shorter name"):
        write_atomically(tmp_path / ("x" * 300), b"x")


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # what the system answers to anybody but root
    with pytest.raises(WorkbenchError, match="no permission"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
