"""What `memory info` and `doctor` tell of files in `memories/` that wait, and of those of which nothing can be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.memory_material import THANKS, make
from tests.test_memory_folder import put
from workbench.cli import main
from workbench.project import Project
from workbench.project.memories.not_taken_in import not_taken_in

WAITS = "kunde.tmx: has not been taken in yet – it is when the project is opened, or a command drafts in it"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was never opened here, with a good file, one that is broken, and one that is passed over."""
    root = make(tmp_path / "news", {"a.txt": f"{THANKS}\n"})
    put(root / "memories" / "kunde.tmx", (THANKS, "Thank you for bearing with us."))
    (root / "memories" / "alt").mkdir()
    (root / "memories" / "alt" / "kaputt.tmx").write_bytes(b"kein XML")
    (root / "memories" / "LIESMICH.md").write_text("Von der Kundin.\n", encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def taken_in(root: Path) -> str:
    """What is told where the files are taken in: one line, of the broken one."""
    with Project.open(root) as project:
        for _ in project.remember():
            pass
        (problem,) = project.memories.problems
    return str(problem)


def test_info_tells_them_and_of_a_bad_one_what_is_told_elsewhere(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["memory", "info"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    waits, bad = said.err.splitlines()
    assert waits.endswith(WAITS)
    assert bad == f"workbench: {taken_in(root)}"
    assert main(["memory", "info"]) == 1
    said = capsys.readouterr()
    assert "kunde.tmx: 1 pair" in said.out
    assert said.err.splitlines() == [bad]


def test_a_file_that_waits_is_nothing_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "memories" / "alt" / "kaputt.tmx").unlink()
    assert main(["memory", "info"]) == 0
    assert capsys.readouterr().err.splitlines()[0].endswith(WAITS)
    taken_in_now = not_taken_in(root)
    assert (len(taken_in_now.waiting), taken_in_now.bad) == (1, ())


def test_doctor_tells_them_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("BAD  memories: of files in memories/: 0, 1 not taken in yet")
    assert "kaputt.tmx: is no TMX" in lines[at + 1]
    assert lines[at + 2].endswith(WAITS)
