"""Where a file that the user named cannot be written: one line each, and nothing half-written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.align_material import ENGLISH, GERMAN
from workbench.cli import main

COMMANDS = (
    ("memory export alt FILE", ".tmx"),
    ("stats -o FILE", ".csv"),
    ("glossary export FILE", ".tbx"),
    ("align de.txt en.txt -o FILE", ".tmx"),
)


def folder(path: Path) -> None:
    path.mkdir()


def there(path: Path) -> None:
    path.write_text("mine\n", encoding="utf-8")


def device(path: Path) -> None:
    path.symlink_to("/dev/full")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def nowhere(path: Path) -> None:
    path.parent.rmdir()


def read_only(path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    path.parent.chmod(0o555)


SAID: dict[Callable[[Path], None], str] = {
    folder: "is a folder – name a file in it",
    there: "is there already – choose another name",
    device: "is a device, a pipe or a stream, not a file – choose another name",
    pipe: "is a device, a pipe or a stream, not a file – choose another name",
    nowhere: "its folder does not exist – create the folder first",
    read_only: "no permission to write it – check the permissions of the file and its folder",
}


@pytest.mark.parametrize("place", SAID, ids=lambda place: place.__name__)
@pytest.mark.parametrize(("command", "suffix"), COMMANDS)
def test_it_is_told_why(
    place: Callable[[Path], None],
    command: str,
    suffix: str,
    project_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project_folder)
    (project_folder / "de.txt").write_text(GERMAN, encoding="utf-8")
    (project_folder / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (project_folder / "m.tsv").write_text("Es regnet.\tIt rains.\n", encoding="utf-8")
    assert main(["memory", "import", "m.tsv", "--into", "alt"]) == 0
    file = project_folder / "out" / f"new{suffix}"
    file.parent.mkdir()
    place(file)
    before = sorted(path.name for path in project_folder.rglob("new*"))
    assert main([str(file) if word == "FILE" else word for word in command.split()]) == 2
    told = [line for line in capsys.readouterr().err.splitlines() if "new" in line]
    assert len(told) == 1 and SAID[place] in told[0], told
    assert sorted(path.name for path in project_folder.rglob("new*")) == before
    if place is there:
        assert file.read_text(encoding="utf-8") == "mine\n"
