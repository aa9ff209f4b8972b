"""A project folder that a stranger made: links out of it, pipes, devices and giants in place of its files.

Every path of a project with everything that can stand there, through a day's work. Nothing outside is changed, nothing
waits, and what cannot be done is told in one line.
"""

from __future__ import annotations

import gc
import io
import os
import resource
import shutil
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import ARTICLE, GLOSSARY
from tests.exported import exported
from workbench.cli import main
from workbench.cli.commands import doctor
from workbench.engine import DraftCache
from workbench.glossary import Entry
from workbench.problem import WorkbenchError
from workbench.project import Project

LONGEST = 30
"""Seconds of the processor for what takes two or three; a program that reads a device reads for ever."""
WORK = 0.05
"""Seconds of the processor in as many seconds as `LONGEST`: who takes less waits."""
WAITED = 99

FILES = (
    "glossary.yaml",
    "project.yaml",
    "sources/gipfel.txt",
    "translations/gipfel.yaml",
    "translations/gipfel.en.txt",
    "exports/gipfel.en.txt",
    ".workbench/lock",
    ".workbench/holder.json",
    ".workbench/.gitignore",
    ".workbench/settings.yaml",
    ".workbench/drafts.sqlite",
    ".workbench/drafts.sqlite-wal",
    ".workbench/english/translations%2Fgipfel.en.txt",
)
FOLDERS = ("sources", "translations", "exports", ".workbench", ".workbench/english")


def link_to_its_like(path: Path, outside: Path) -> None:
    """The real file or folder, moved out, and a link to it: everything in it can be read."""
    shutil.move(path, outside / "moved")
    path.symlink_to(outside / "moved")


def link_to_a_file(path: Path, outside: Path) -> None:
    gone(path)
    path.symlink_to(outside / "letter.txt")


def link_to_a_folder(path: Path, outside: Path) -> None:
    gone(path)
    path.symlink_to(outside / "folder")


def link_to_nothing(path: Path, outside: Path) -> None:
    gone(path)
    path.symlink_to(outside / "not there yet")


def link_to_a_device(path: Path, outside: Path) -> None:
    gone(path)
    path.symlink_to("/dev/zero")


def link_to_itself(path: Path, outside: Path) -> None:
    gone(path)
    path.symlink_to(path)


def pipe(path: Path, outside: Path) -> None:
    gone(path)
    os.mkfifo(path)


def listening(path: Path, outside: Path) -> None:
    gone(path)
    with closing(socket.socket(socket.AF_UNIX)) as server:
        here = Path.cwd()
        os.chdir(path.parent)  # the name of a socket may be only so long
        server.bind(path.name)
        os.chdir(here)


def folder(path: Path, outside: Path) -> None:
    gone(path)
    path.mkdir()
    (path / "inside").write_text("x")


def giant(path: Path, outside: Path) -> None:
    gone(path)
    with path.open("wb") as file:
        file.truncate(3_000_000_000)


KINDS: tuple[Callable[[Path, Path], None], ...] = (
    *(link_to_its_like, link_to_a_file, link_to_a_folder, link_to_nothing, link_to_a_device, link_to_itself),
    *(pipe, listening, folder, giant),
)


def gone(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def everything(top: Path) -> dict[str, bytes | str]:
    """All that lies in a folder, with what is in it."""
    found: dict[str, bytes | str] = {}
    for path in sorted(top.rglob("*")):
        name = str(path.relative_to(top))
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = path.read_bytes() if path.stat().st_size < 1_000_000 else f"{path.stat().st_size} bytes"
        else:
            found[name] = f"kind {path.stat().st_mode}"
    return found


def days_work(root: Path) -> Iterator[Callable[[], object]]:
    """Each thing that is done with a project, one after the other; every one may end in a WorkbenchError."""
    yield from at_the_desk(root)
    yield lambda: main(["export", str(root / "sources" / "gipfel.txt"), "--to", "txt"])
    yield lambda: main(["check", str(root)])
    yield lambda: main(["glossary", "check", str(root)])
    yield lambda: main(["glossary", "add", "Grodno", "Hrodna", "--glossary", str(root)])
    yield lambda: main(["doctor", str(root)])
    yield lambda: main(["init", str(root)])


def at_the_desk(root: Path) -> Iterator[Callable[[], object]]:
    opened: list[Project] = []
    yield lambda: opened.append(Project.open(root))
    if not opened:
        return
    with opened[0] as project:
        yield lambda: project.set(theme="textual-light")
        yield lambda: project.termbase.add(Entry(("Minsk",), "Minsk"))
        yield project.documents
        yield lambda: work_on(project)
        if not project.read_only:
            with DraftCache(project.layout.private / "drafts.sqlite") as cache:
                cache.put_many({"a": "b"})
        yield project.still_held


def work_on(project: Project) -> None:
    translation = project.open_document("gipfel.txt")
    number = len([path for path in project.layout.root.rglob("*") if path.is_file()])
    translation.edit(0, f"Summit in Yerevan without result ({number})")
    translation.accept(0)
    translation.set_note(0, f"note {number}")
    translation.save()
    exported(project, translation, "txt", "english")


def told(root: Path) -> list[str]:
    """What a day's work says, line by line."""
    lines: list[str] = []
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        for step in days_work(root):
            try:
                step()
            except WorkbenchError as error:
                lines.append(str(error))
                assert "\n" not in str(error)
    return lines + out.getvalue().splitlines()


def in_a_child(act: Callable[[], list[str]]) -> list[str]:
    """What `act` gives, in a process that is ended if it waits for something, or never has done with it."""
    reading, writing = os.pipe()
    gc.collect()  # a package that a test left in a circle waits for its threads, which a child has not
    child = os.fork()
    if not child:
        gc.freeze()
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        Thread(target=end_if_it_waits, daemon=True).start()
        try:
            said, status = "\n".join(act()), 0
        except BaseException:
            said, status = traceback.format_exc(), 1
        with os.fdopen(writing, "w", errors="replace") as file:
            file.write(said)
        os._exit(status)
    os.close(writing)
    with os.fdopen(reading, errors="replace") as file:
        said = file.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status != WAITED, "it waited for something"
    assert status not in (-signal.SIGKILL, -signal.SIGXCPU), "it was never done"
    assert status == 0, said
    return said.splitlines()


def end_if_it_waits() -> None:
    """End this process when it takes next to no processor time: however busy the machine is, who works takes some."""
    taken = WORK
    while taken >= WORK:
        before = time.process_time()
        time.sleep(LONGEST)
        taken = time.process_time() - before
    os._exit(WAITED)


def wait_for_a_pipe() -> list[str]:
    os.read(os.pipe()[0], 1)
    return []


def end_of_time() -> list[str]:
    while True:
        pass


@pytest.fixture(scope="module")
def worked_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project somebody has worked in, so that every file of it is there."""
    home = tmp_path_factory.mktemp("home")
    root, copy = home / "project", home / "copy"
    (root / "sources").mkdir(parents=True)
    (root / "sources" / "gipfel.txt").write_text(ARTICLE, encoding="utf-8")
    (root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    (root / "project.yaml").write_text("package: \n")
    with Project.open(root) as project:  # holder.json is there as long as it is open
        project.set(theme="textual-dark")
        work_on(project)
        with DraftCache(project.layout.private / "drafts.sqlite") as cache:
            cache.put_many({"a": "b"})
        (root / ".workbench" / "drafts.sqlite-wal").touch()
        shutil.copytree(root, copy)
    return copy


@pytest.fixture
def stranger(worked_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as it was copied from a stick."""
    monkeypatch.setattr(doctor, "_package", lambda _: doctor.Look("loads no model here"))
    monkeypatch.setattr(os, "fsync", lambda _: None)  # what is asked here is where, not whether it lasts
    shutil.copytree(worked_in, tmp_path / "stranger")
    return tmp_path / "stranger"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Somebody's own things, beside the project."""
    outside = tmp_path / "outside"
    (outside / "folder").mkdir(parents=True)
    (outside / "letter.txt").write_text("Dear Anna,\n")
    (outside / "folder" / "diary.txt").write_text("Monday.\n")
    (outside / "folder" / ".workbench-1-0badcafe.tmp").write_text("looks like litter")
    return outside


@pytest.mark.parametrize(("act", "told"), [(end_of_time, "never done"), (wait_for_a_pipe, "waited for something")])
def test_who_waits_is_told_from_who_is_busy(
    act: Callable[[], list[str]], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "LONGEST", 2)
    with pytest.raises(AssertionError, match=told):
        in_a_child(act)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("place", [*FILES, *FOLDERS])
def test_nothing_outside_is_touched_and_nothing_waits(
    stranger: Path, outside: Path, place: str, kind: Callable[[Path, Path], None]
) -> None:
    assert os.path.lexists(stranger / place), "the place is named as the program names it"
    kind(stranger / place, outside)
    before = everything(outside)
    lines = in_a_child(lambda: told(stranger))
    assert everything(outside) == before
    assert not any("Traceback" in line for line in lines), lines


PROGRAMS_OWN = [
    place for place in (*FILES, *FOLDERS) if not place.startswith("sources") and place not in ("project.yaml",)
]


@pytest.mark.parametrize("place", PROGRAMS_OWN)
def test_a_link_in_the_programs_way_is_told_with_its_place(stranger: Path, outside: Path, place: str) -> None:
    link_to_its_like(stranger / place, outside)
    lines = in_a_child(lambda: told(stranger))
    name = "english" if place.startswith(".workbench/english/") else place
    assert any(name in line and "symbolic link" in line for line in lines), lines
    assert any(line.startswith("BAD  project") for line in lines)


@pytest.mark.parametrize("place", ["sources", "sources/gipfel.txt"])
def test_articles_that_the_user_linked_are_read_and_their_records_stay_here(
    stranger: Path, outside: Path, place: str
) -> None:
    link_to_its_like(stranger / place, outside)
    shutil.rmtree(stranger / "translations")
    with Project.open(stranger / "sources" / "gipfel.txt") as project:
        assert project.layout.root == stranger
        translation = project.open_document("gipfel.txt")
        translation.edit(0, "Summit in Yerevan")
        translation.accept(0)
    assert (stranger / "translations" / "gipfel.yaml").exists()
    assert sorted(path.name for path in outside.iterdir()) == ["folder", "letter.txt", "moved"]


def test_the_users_own_link_to_a_project_opens_it(project_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").symlink_to(project_folder)
    with Project.open(tmp_path / "desk") as project:
        assert project.layout.root == project_folder
    with Project.open(tmp_path / "desk" / "sources" / "gipfel.txt") as project:
        assert project.layout.root == project_folder
        assert project.wanted == "gipfel.txt"


def test_a_glossary_linked_within_the_project_is_changed_where_it_lies(project_folder: Path) -> None:
    (project_folder / "shared").mkdir()
    (project_folder / "glossary.yaml").rename(project_folder / "shared" / "terms.yaml")
    (project_folder / "glossary.yaml").symlink_to("shared/terms.yaml")
    with Project.open(project_folder) as project:
        project.termbase.add(Entry(("Minsk",), "Minsk"))
    assert (project_folder / "glossary.yaml").is_symlink()
    assert "Minsk" in (project_folder / "shared" / "terms.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["sources/gipfel.txt", "translations/gipfel.yaml", ".workbench/settings.yaml"])
def test_a_glossary_linked_to_another_file_of_the_project_is_not_written(stranger: Path, target: str) -> None:
    (stranger / target).write_text("- {de: Kiew, en: Kyiv}\n")
    (stranger / "glossary.yaml").unlink()
    (stranger / "glossary.yaml").symlink_to(target)
    with (
        Project.open(stranger) as project,
        pytest.raises(WorkbenchError, match=r"glossary\.yaml: is a symbolic link"),
    ):
        project.termbase.add(Entry(("Minsk",), "Minsk"))
    assert (stranger / target).read_text() == "- {de: Kiew, en: Kyiv}\n"
