"""`workbench memory info --check`: whether each memory is whole, its keys its own, and its index complete."""

from __future__ import annotations

import io
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.test_memory_search import sealed
from workbench.cli import main
from workbench.cli.commands.glossary import progress
from workbench.memory import Memory, Pair
from workbench.project import Project
from workbench.project.memories.places import named_memory, own_memory, with_folder
from workbench.text import Inline

PAIRS = [
    Pair(Inline(f"Der Rat tagt im {number}. Haus am Fluss."), Inline(f"The council meets in house {number}."))
    for number in range(1, 41)
]


def faults(memory: Memory) -> tuple[str, ...]:
    job = memory.looked_through()
    while True:
        try:
            next(job)
        except StopIteration as end:
            return tuple(end.value)


def imported(name: str = "zeitung", *, seal: bool = True) -> Path:
    path = with_folder(named_memory(name))
    memory = Memory.open(path, name=name)
    memory.add(PAIRS)
    if seal:
        sealed(memory)
        for _ in memory.seal():
            pass
    memory.close()
    return path


def changed(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as file:
        for statement in statements:
            file.execute(statement)
    file.close()


@pytest.mark.parametrize("seal", [False, True])
def test_a_memory_that_is_as_it_should_be(seal: bool) -> None:
    path = imported(seal=seal)
    memory = Memory.open(path)
    memory.put_document("a.txt", "", PAIRS[:9])
    memory.put_document("a.txt", "", PAIRS[5:12])
    if seal:
        sealed(memory)
    memory.put_paragraph("a.txt", 0, PAIRS[:2])
    assert faults(memory) == ()
    memory.clear()
    assert faults(memory) == ()
    memory.close()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE pair SET exact = exact + 1 WHERE id IN (3, 7)",
            "texts have: 2 pairs (the first has the number 3)",
        ),
        ("UPDATE pair SET source = 'Ganz anders.' WHERE id = 4", "other keys than the texts have: 1 pair"),
        ("DELETE FROM posting WHERE id IN (SELECT id FROM posting LIMIT 1)", "missing in the index"),
        ("UPDATE lengths SET words = x'00'", "missing in the index: 40 pairs (the first has the number 1)"),
        ("DELETE FROM lengths", "missing in the index: 40 pairs"),
        ("DELETE FROM word WHERE word = 'fluss'", "words that their list lacks: 40 pairs"),
        ("INSERT INTO tail VALUES (900, x'0100000000000000')", "keys for the index without their pair: 1 pair"),
        ("INSERT INTO tail SELECT 5, keys FROM (SELECT x'0100000000000000' AS keys)", "missing in the index: 1 pair"),
        ("UPDATE meta SET value = 99 WHERE key = 'code'", "an index that another version of the workbench made"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str], statement: str, told: str) -> None:
    path = imported()
    imported("archiv")
    changed(path, statement)
    before = path.read_bytes()
    assert main(["memory", "info", "--check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "archiv: 40 pairs, nothing is wrong"
    assert told in said[1]
    assert said[1].startswith(f"{path}: ")
    assert "memory export zeitung FILE.tmx --salvage" in said[1]
    assert len(said) == 2
    assert path.read_bytes() == before


def test_a_pair_that_waits_for_the_index_and_is_not_there_is_missing() -> None:
    path = imported(seal=False)
    changed(path, "DELETE FROM tail WHERE pair = 6")
    memory = Memory.open(path, read_only=True)
    assert faults(memory) == ("missing in the index: 1 pair (the first has the number 6)",)
    memory.close()


@pytest.mark.parametrize("where", [0, 30_000])
def test_a_file_that_is_damaged(capsys: pytest.CaptureFixture[str], where: int) -> None:
    path = imported()
    data = path.read_bytes()
    path.write_bytes(data[:where] + b"\xff" * 9_000 + data[where + 9_000 :])
    assert main(["memory", "info", "--check", "zeitung"]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert str(path) in said
    assert "damaged" in said


def test_the_memories_of_projects_are_looked_through_and_not_written(
    project_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project_folder)
    assert main(["memory", "info", "--check"]) == 0
    assert capsys.readouterr().err == "workbench: there is no memory yet\n"
    with Project.open(project_folder) as project:
        project.memories.own.put_document("a.txt", "", PAIRS)
    path = own_memory(project_folder)
    assert main(["memory", "info", "--check"]) == 0
    assert capsys.readouterr().out == f"the memory of {project_folder}: 40 pairs, nothing is wrong\n"
    changed(path, "DELETE FROM tail WHERE pair = 1")
    assert main(["memory", "info", "--check"]) == 1
    assert "it is made anew from the records when you open it" in capsys.readouterr().out


def test_check_and_json_are_not_asked_for_together(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["memory", "info", "--check", "--json"])
    assert "not allowed with" in capsys.readouterr().err


class _Terminal(io.StringIO):
    """Keeps what is written to it."""

    def isatty(self) -> bool:
        return True


def test_no_result_stands_behind_the_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    imported("archiv")
    imported("zeitung")
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_AFTER", -1.0)
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    assert main(["memory", "info", "--check"]) == 0
    assert "archiv: 40 of" in terminal.getvalue()
    seen = [line.rpartition("\x1b[K")[2] for line in terminal.getvalue().split("\n")]
    assert seen == [*(f"{name}: 40 pairs, nothing is wrong" for name in ("archiv", "zeitung")), ""]
