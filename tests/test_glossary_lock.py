"""The glossary's own lock: whoever changes it waits for the others, nothing is lost, who waits in vain is told why."""

from __future__ import annotations

import errno
import fcntl
import io
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from harness.parallel_glossary import stress
from workbench.cli import main
from workbench.cli.commands.glossary import progress
from workbench.glossary import Entry, add_entry, read_glossary, remove_entry
from workbench.glossary.file.lock import glossary_lock
from workbench.problem import WorkbenchError

HOLDER = """
import sys, time
from pathlib import Path
from workbench.glossary.file.lock import glossary_lock
with glossary_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "glossary.yaml").write_text("- de: Kiew\n  en: Kyiv\n", encoding="utf-8")
    return tmp_path / "glossary.yaml"


@pytest.fixture
def holder(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock for good."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_of_many_at_once_all_are_answered_and_none_is_lost() -> None:
    tally = stress(24, at_once=24, seed=7, entries=100, wait=600)
    assert tally.lost == []
    assert tally.answered == 24
    assert tally.of_screen > 0


def test_one_that_waits_in_vain_is_told_who_has_it(
    path: Path, holder: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        assert main(["glossary", "add", "Minsk", "Minsk", "--glossary", str(path), "--wait", "0.3"]) == 2
        told = capsys.readouterr().err
        who = rf"another workbench \(process {holder.pid} on .+, since \d\d:\d\d:\d\d\)"
        assert re.search(rf"glossary.yaml: is being changed by {who}; 0.3 seconds were waited for it – try again", told)
        assert told.count("\n") == 1
    finally:
        end(holder)


def test_a_killed_process_leaves_no_lock_behind(path: Path, holder: subprocess.Popen[str]) -> None:
    end(holder)
    assert add_entry(path, Entry(("Minsk",), "Minsk"), wait=0).line == 3


def test_it_goes_on_when_the_other_is_done(path: Path) -> None:
    added = []
    with glossary_lock(path):
        thread = threading.Thread(target=lambda: added.append(add_entry(path, Entry(("Minsk",), "Minsk"))))
        thread.start()
        time.sleep(0.2)
        assert added == []
    thread.join()
    assert [entry.line for entry in added] == [3]


def test_the_answer_names_the_entry_that_was_written(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("- de: Kiew\n  en: Kiev\n")  # not in force: Kiew is in the file already
    assert main(["glossary", "add", "Minsk", "Minsk", "--glossary", str(path)]) == 0
    assert "glossary.yaml:5: added Minsk → Minsk (term)" in capsys.readouterr().out


class OnTerminal(io.StringIO):
    """Standard error on a terminal."""

    def isatty(self) -> bool:
        return True


def test_long_work_tells_how_far_it_is_on_a_terminal_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = "".join(f"- de: Wort{number}x\n  en: word {number}\n" for number in range(1_200))
    path.write_text(entries, encoding="utf-8")
    monkeypatch.setattr(progress, "_AFTER", 0)
    monkeypatch.setattr(progress, "_EVERY", 0)
    for stream in (OnTerminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        assert main(["glossary", "remove", "Wort7x", "--glossary", str(path)]) == 0
        told = stream.getvalue()
        if isinstance(stream, OnTerminal):
            assert "reading the glossary: 500 of 1,200" in told
            assert told.endswith("\r\x1b[K")
        else:
            assert told == ""
        path.write_text(entries, encoding="utf-8")


def test_what_is_removed_is_looked_for_while_the_lock_is_held(path: Path) -> None:
    seen: list[tuple[Entry, ...]] = []

    def choose(there: tuple[Entry, ...]) -> Entry:
        seen.append(there)
        with pytest.raises(WorkbenchError, match="is being changed by another workbench"):
            add_entry(path, Entry(("Minsk",), "Minsk"), wait=0)
        return there[0]

    assert remove_entry(path, choose).de == ("Kiew",)
    assert len(seen) == 1
    assert read_glossary(path).glossary.entries == ()


def test_a_glossary_that_belongs_to_no_project_is_locked_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", "add", "Minsk", "Minsk", "--glossary", str(tmp_path / "terms.yaml")]) == 0
    assert (tmp_path / ".workbench" / "terms.yaml.lock").exists()
    assert (tmp_path / ".workbench" / ".gitignore").read_text() == "*\n"
    assert not (tmp_path / ".workbench" / "terms.yaml.holder.json").exists()
    assert main(["glossary", "add", "Minsk", "Minsk", "--glossary", str(tmp_path / "nowhere" / "terms.yaml")]) == 2
    assert "cannot be written: its folder does not exist – create the folder first" in capsys.readouterr().err


@pytest.mark.parametrize(
    "link", [".workbench", ".workbench/glossary.yaml.lock", ".workbench/glossary.yaml.holder.json"]
)
def test_nothing_is_written_through_a_link(path: Path, tmp_path_factory: pytest.TempPathFactory, link: str) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (path.parent / link).parent.mkdir(exist_ok=True)
    (path.parent / link).symlink_to(outside if link == ".workbench" else outside / "file")
    before = path.read_bytes()
    with pytest.raises(WorkbenchError, match=re.escape(f"{link}: is a link")):
        add_entry(path, Entry(("Minsk",), "Minsk"))
    assert list(outside.iterdir()) == []
    assert path.read_bytes() == before


def test_a_file_where_the_folder_should_be_is_told(path: Path) -> None:
    (path.parent / ".workbench").write_text("")
    with pytest.raises(WorkbenchError, match=r"cannot be changed: its lock in .*workbench cannot be made"):
        add_entry(path, Entry(("Minsk",), "Minsk"))


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_where_the_file_system_has_no_locks_a_file_is_the_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def none_here(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", none_here)
    lock = path.parent / ".workbench" / "glossary.yaml.held"
    assert add_entry(path, Entry(("Minsk",), "Minsk")).line == 3
    assert add_entry(path, Entry(("Brest",), "Brest")).line == 5
    with glossary_lock(path):
        assert lock.exists()
        with pytest.raises(WorkbenchError, match=f"if there is no such process any more, delete {lock}"):
            add_entry(path, Entry(("Homel",), "Homel"), wait=0)
    assert not lock.exists()
    gone = subprocess.Popen([sys.executable, "-c", "pass"])
    gone.wait()
    lock.write_text(f"{gone.pid}\n{os.uname().nodename}\n")
    assert add_entry(path, Entry(("Homel",), "Homel")).line == 7
