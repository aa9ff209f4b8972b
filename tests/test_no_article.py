"""What has an article's name and is none: told in one line each, and the other documents go on."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.project import Project
from workbench.project.figures.figures import figures
from workbench.project.figures.words import RULES
from workbench.project.records import Records

ENGLISH = "The council met in Minsk on Thursday.\n"


def folder(path: Path) -> None:
    path.mkdir()
    (path / "innen.txt").write_text("Der Rat schweigt.\n", encoding="utf-8")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def listening(path: Path) -> None:
    here = Path.cwd()
    with closing(socket.socket(socket.AF_UNIX)) as server:
        os.chdir(path.parent)  # the name of a socket may be only so long
        server.bind(path.name)
        os.chdir(here)


def link_to_nothing(path: Path) -> None:
    path.symlink_to("nichts")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def unreadable(path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    path.write_text("Der Rat tagt.\n", encoding="utf-8")
    path.chmod(0)


KINDS: tuple[Callable[[Path], None], ...] = (folder, pipe, listening, link_to_nothing, link_to_itself, unreadable)
KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two articles, one of them translated; the tests stand in it."""
    root = tmp_path / "news"
    (root / "sources").mkdir(parents=True)
    (root / "glossary.yaml").write_text("", encoding="utf-8")
    for name in ("a.txt", "z.txt"):
        (root / "sources" / name).write_text("Am Donnerstag tagte der Rat in Minsk.\n", encoding="utf-8")
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        translation.edit(0, ENGLISH.strip())
        translation.accept(0)
        translation.save()
    monkeypatch.chdir(root)
    return root


def lines(capsys: pytest.CaptureFixture[str], *command: str) -> tuple[int, list[str], list[str]]:
    """The exit status, what is told of `b.txt` as wrong, and all that is said."""
    status = main(list(command))
    done = capsys.readouterr()
    said = (done.out + done.err).splitlines()
    assert not any("Traceback" in line for line in said)
    return status, [line for line in said if "b.txt" in line and "innen" not in line], said


@KIND
def test_check_tells_it_of_a_whole_project_and_looks_at_the_others(
    root: Path, kind: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    kind(root / "sources" / "b.txt")
    _, told, said = lines(capsys, "check")
    assert len(told) == 1, said
    assert any("relative-dates" in line for line in said), "a.txt was checked"
    assert any("z.txt: not translated yet" in line for line in said)


@KIND
def test_doctor_tells_it_once(root: Path, kind: Callable[[Path], None], capsys: pytest.CaptureFixture[str]) -> None:
    kind(root / "sources" / "b.txt")
    status, told, _ = lines(capsys, "doctor")
    assert (status, len(told)) == (1, 1), told


@KIND
@pytest.mark.parametrize("command", ["find Rat", "stats", "learn", "check --format json"])
def test_what_looks_through_all_documents_goes_on(
    root: Path, kind: Callable[[Path], None], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kind(root / "sources" / "b.txt")
    status, told, said = lines(capsys, *command.split())
    assert status in (0, 1) or kind is unreadable, said
    assert len(told) == (kind is unreadable) or command.startswith("check"), said
    if command.startswith("find"):
        assert sum("german: Am Donnerstag" in line for line in said) == 2


@KIND
@pytest.mark.parametrize("command", ["export --to txt", "translate"])
def test_of_several_that_are_named_the_others_are_made(
    root: Path, kind: Callable[[Path], None], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kind(root / "sources" / "b.txt")
    status, told, said = lines(capsys, *command.split(), "sources/b.txt", "sources/a.txt")
    assert status == 2
    assert len(told) == 1, said
    assert any("/a." in line and "b.txt" not in line for line in said), said


@KIND
@pytest.mark.parametrize(
    "command",
    [
        "check sources/b.txt",
        "stats sources/b.txt",
        "find Rat sources/b.txt",
        "align sources/a.txt sources/b.txt -o pairs.tmx",
        "align sources/b.txt sources/a.txt -o pairs.tmx",
        "memory import sources/b.txt",
        "glossary import sources/b.txt",
        "merge sources/b.txt",
        "restore sources/b.txt",
    ],
)
def test_named_alone_it_is_told_in_one_line(
    root: Path, kind: Callable[[Path], None], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kind(root / "sources" / "b.txt")
    status, told, said = lines(capsys, *command.split())
    if kind is folder and command.startswith(("check", "stats")):  # a folder of articles is named
        assert status == 0
    else:
        assert status in (1, 2)
        assert len(told) == 1, said
    assert not (root / "pairs.tmx").exists()


def test_an_article_that_vanishes_while_they_are_counted_is_told_and_the_others_count(root: Path) -> None:
    with Project.open(root, read_only=True) as project:
        records = Records(project, None)
        steps = figures(records, ("a.txt", "z.txt"), next(iter(RULES.values())), None, 55, project.layout.private)
        (root / "sources" / "z.txt").unlink()
        try:
            while True:
                next(steps)
        except StopIteration as end:
            found = end.value
        assert [one.name for one in found.documents] == ["a.txt"]
        assert [problem.where for problem in records.problems] == [root / "sources" / "z.txt"]
