"""The doors to the disk: a file is read without waiting for it, and written in the project or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.files import (
    append_inside,
    in_the_way,
    read_regular,
    read_start,
    remove_inside,
    remove_litter,
    stamp,
    write_inside,
    write_linked,
)
from workbench.problem import WorkbenchError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "letter.txt").write_bytes(b"Dear Anna")
    return tmp_path / "outside"


# Reading


def test_a_file_is_read_through_a_link_too(root: Path, outside: Path) -> None:
    (root / "a").symlink_to(outside / "letter.txt")
    assert read_regular(root / "a", 9) == b"Dear Anna"
    assert read_start(root / "a", 4) == b"Dear"
    assert read_regular(root / "none", 9) is None
    assert read_start(root / "none", 9) is None


def test_a_file_over_the_limit_is_told_and_not_read(root: Path) -> None:
    (root / "a").write_bytes(b"12345")
    assert read_regular(root / "a", 5) == b"12345"
    with pytest.raises(WorkbenchError, match=r"has 0\.0 kB, over the limit of 0 kB"):
        read_regular(root / "a", 4)
    with (root / "a").open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(WorkbenchError, match=r"has 3,000\.0 MB, over the limit of 64 MB – split it"):
        read_regular(root / "a", 64_000_000, too_large="split it")
    assert read_start(root / "a", 3) == b"\0\0\0"


def test_a_file_that_says_it_is_empty_and_is_not_ends_all_the_same() -> None:
    assert read_regular(Path("/proc/self/status"), 100_000)
    with pytest.raises(WorkbenchError, match="over the limit"):
        read_regular(Path("/proc/self/status"), 10)


def test_what_is_no_file_is_told_by_its_kind(root: Path, outside: Path) -> None:
    os.mkfifo(root / "pipe")
    (root / "zero").symlink_to("/dev/zero")
    (root / "nothing").symlink_to(outside / "gone")
    (root / "loop").symlink_to(root / "loop")
    for name, words in {
        "pipe": "is not an ordinary file but a pipe",
        "zero": "is not an ordinary file but a device",
        "nothing": "is a symbolic link to nothing",
        "loop": "cannot be read",
        ".": "is a folder, not a file",
        "a\0b": "cannot be read",
    }.items():
        for read in (read_regular, read_start):
            with pytest.raises(WorkbenchError, match=words):
                read(root / name, 100)


def test_every_change_of_a_file_is_seen_even_one_that_keeps_its_time_and_size(root: Path) -> None:
    path = root / "a"
    path.write_bytes(b"one")
    then, seen = path.stat(), stamp(path)
    path.write_bytes(b"two")
    os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))
    assert path.stat().st_mtime_ns == then.st_mtime_ns
    assert stamp(path) != seen
    assert stamp(root / "none") is None


# Writing


def test_folders_on_the_way_are_made(root: Path) -> None:
    write_inside(root, root / "translations" / "politik" / "a.yaml", b"x")
    assert (root / "translations" / "politik" / "a.yaml").read_bytes() == b"x"


@pytest.mark.parametrize("place", ["a", "folder", "folder/in/between", "folder/../../outside/letter.txt"])
def test_nothing_is_written_through_a_link_or_above_the_project(root: Path, outside: Path, place: str) -> None:
    (root / "a").symlink_to(outside / "letter.txt")
    (root / "folder").symlink_to(outside)
    with pytest.raises(WorkbenchError, match=r"symbolic link|outside of the project"):
        write_inside(root, root / place / "b" if place == "folder" else root / place, b"new")
    assert [path.name for path in outside.iterdir()] == ["letter.txt"]
    assert (outside / "letter.txt").read_bytes() == b"Dear Anna"


def test_a_link_to_a_file_that_is_not_there_makes_none(root: Path, outside: Path) -> None:
    (root / "a").symlink_to(outside / "new")
    with pytest.raises(WorkbenchError, match=r"a: is a symbolic link \(to .*new\)"):
        write_inside(root, root / "a", b"x")
    assert not (outside / "new").exists()


def test_a_project_that_is_reached_through_a_link_is_written(root: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").symlink_to(root)
    write_inside(tmp_path / "desk", tmp_path / "desk" / "a", b"x")
    assert (root / "a").read_bytes() == b"x"


def test_the_other_name_of_a_hard_link_keeps_what_it_has(root: Path, outside: Path) -> None:
    os.link(outside / "letter.txt", root / "a")
    write_inside(root, root / "a", b"new")
    assert (root / "a").read_bytes() == b"new"
    assert (outside / "letter.txt").read_bytes() == b"Dear Anna"


def test_lines_are_added_and_the_file_with_its_folders_is_made(root: Path) -> None:
    journal = root / "notes" / "days" / "a.jsonl"
    append_inside(root, journal, b"one\n")
    append_inside(root, journal, b"two\nthree\n")
    assert journal.read_bytes() == b"one\ntwo\nthree\n"


def test_a_line_that_was_left_half_done_is_not_gone_on_with(root: Path) -> None:
    (root / "a").write_bytes(b'one\n{"half')
    append_inside(root, root / "a", b"two\n")
    assert (root / "a").read_bytes() == b'one\n{"half\ntwo\n'


@pytest.mark.parametrize("place", ["a", "folder/a", "folder/../../outside/letter.txt"])
def test_no_line_is_added_through_a_link_or_above_the_project(root: Path, outside: Path, place: str) -> None:
    (root / "a").symlink_to(outside / "letter.txt")
    (root / "folder").symlink_to(outside)
    with pytest.raises(WorkbenchError, match=r"symbolic link|outside of the project"):
        append_inside(root, root / place, b"new\n")
    assert [path.name for path in outside.iterdir()] == ["letter.txt"]
    assert (outside / "letter.txt").read_bytes() == b"Dear Anna"


def test_the_other_name_of_a_hard_link_gets_no_lines(root: Path, outside: Path) -> None:
    os.link(outside / "letter.txt", root / "a")
    append_inside(root, root / "a", b"new\n")
    assert (root / "a").read_bytes() == b"Dear Anna\nnew\n"
    assert (outside / "letter.txt").read_bytes() == b"Dear Anna"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with a name")
def test_nothing_waits_for_a_pipe_in_the_place_of_a_file_with_lines(root: Path) -> None:
    os.mkfifo(root / "a")
    with pytest.raises(WorkbenchError, match="a: is"):
        append_inside(root, root / "a", b"new\n")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a file's size are POSIX's")
def test_where_lines_cannot_be_added_the_file_is_as_it_was(root: Path) -> None:
    append_inside(root, root / "a", b"one\n")
    code = """
import resource, signal, sys
from pathlib import Path
from workbench.files import append_inside
from workbench.problem import WorkbenchError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
try:
    append_inside(Path(sys.argv[1]), Path(sys.argv[1]) / "a", b"two\\nthree\\nfour\\n")
except WorkbenchError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code, str(root)], capture_output=True, text=True, check=True)
    assert "cannot be written" in done.stdout
    assert (root / "a").read_bytes() == b"one\n"


def test_a_folder_that_becomes_a_link_while_it_is_written_leads_nowhere(
    root: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "translations").mkdir()
    fsync = os.fsync

    def swap(handle: int) -> None:
        if not (root / "translations").is_symlink():
            (root / "translations").rename(root / "was")
            (root / "translations").symlink_to(outside)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", swap)
    write_inside(root, root / "translations" / "a", b"x")
    assert (root / "was" / "a").read_bytes() == b"x"
    assert [path.name for path in outside.iterdir()] == ["letter.txt"]


def test_what_is_in_the_way_is_known_before_anything_is_written(root: Path, outside: Path) -> None:
    (root / "link").symlink_to(outside)
    os.mkfifo(root / "pipe")
    (root / "file").write_text("x")
    assert in_the_way(root, root / "file") is None
    assert in_the_way(root, root / "none" / "such") is None
    assert "symbolic link" in str(in_the_way(root, root / "link" / "letter.txt"))
    assert "symbolic link" in str(in_the_way(root, root / "link", folder=True))
    assert "a pipe" in str(in_the_way(root, root / "pipe"))
    assert "is not a folder" in str(in_the_way(root, root / "file", folder=True))


def test_nothing_is_deleted_through_a_link(root: Path, outside: Path) -> None:
    (root / "folder").symlink_to(outside)
    (root / "a").symlink_to(outside / "letter.txt")
    remove_inside(root, root / "folder" / "letter.txt")
    remove_inside(root, root / "a")
    assert (outside / "letter.txt").exists()
    assert not os.path.lexists(root / "a")


def test_a_linked_glossary_is_written_only_where_it_leads_to_one_beside_it(root: Path, outside: Path) -> None:
    (root / "glossary.yaml").symlink_to("terms.yaml")
    write_linked(root / "glossary.yaml", b"x")
    assert (root / "terms.yaml").read_bytes() == b"x"
    (root / "glossary.yaml").unlink()
    (root / "glossary.yaml").symlink_to(outside / "shared.yaml")
    with pytest.raises(WorkbenchError, match="outside of this project: it is read, and not written"):
        write_linked(root / "glossary.yaml", b"x")
    assert not (outside / "shared.yaml").exists()


# Litter

WRITER = """
import os, sys, time
from pathlib import Path
from workbench.files import write_inside
wait = os.fsync
def hold(handle):
    print("writing", flush=True)
    time.sleep(60)
os.fsync = hold
write_inside(Path(sys.argv[1]), Path(sys.argv[1]) / "exports" / "a", b"half")
"""


def test_what_a_killed_process_left_goes_and_what_a_living_one_writes_stays(root: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        (left,) = (root / "exports").iterdir()
        remove_litter(root, root / "exports")
        assert left.exists()
        writer.kill()
        writer.wait()
    remove_litter(root, root / "exports")
    assert not left.exists()


def test_whoever_writes_into_a_folder_clears_it_up(root: Path) -> None:
    for name in (".workbench-1-0badcafe.tmp", f".workbench-{os.getpid()}-0badcafe.tmp"):
        (root / name).write_text("half a fi")
    (root / "notes.tmp").write_text("not the program's")
    write_inside(root, root / "glossary.yaml", b"x")
    assert sorted(path.name for path in root.iterdir()) == ["glossary.yaml", "notes.tmp"]


def test_nothing_outside_is_taken_for_litter(root: Path, outside: Path) -> None:
    (outside / ".workbench-1-0badcafe.tmp").write_text("somebody's")
    (root / "translations").symlink_to(outside)
    remove_litter(root, root / "translations")
    assert (outside / ".workbench-1-0badcafe.tmp").exists()
