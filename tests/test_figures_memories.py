"""Match bands as a translator meets them: every memory in force is asked, none is written, and one may be broken."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from workbench.cli import main
from workbench.memory import Memory, Pair
from workbench.project import Project
from workbench.project.memories.opened import ALL_PROJECTS
from workbench.project.memories.places import named_memory, own_memory, with_folder
from workbench.text import Inline

OPENED = "Der Bäcker an der Ecke hat am Montag wieder geöffnet."
OTHER_NUMBER = "Am Ende blieben 14 Brote in den Regalen liegen."
ONE_WORD = "Niemand hatte an diesem trüben Morgen mit so vielen Kunden gerechnet."
AGAIN = "Danach war Ruhe."
ARTICLE = f"{OPENED}\n\n{OTHER_NUMBER}\n\n{ONE_WORD}\n\n{AGAIN}\n"
KNOWN = (
    Pair(Inline(OPENED), Inline("The baker on the corner opened again on Monday.")),
    Pair(Inline(OTHER_NUMBER.replace("14", "12")), Inline("In the end, 12 loaves were left on the shelves.")),
    Pair(Inline(ONE_WORD.replace("trüben", "kalten")), Inline("Nobody had expected that many customers.")),
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles that share all their sentences, nothing of them translated."""
    (tmp_path / "sources").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "sources" / name).write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(name: str, *pairs: Pair) -> Path:
    path = with_folder(named_memory(name))
    memory = Memory.open(path, name=name)
    memory.add(pairs or KNOWN)
    for _ in memory.seal():
        pass
    memory.close()
    return path


def asked_for(root: Path, settings: str) -> None:
    (root / "project.yaml").write_text(settings, encoding="utf-8")


def bands(capsys: pytest.CaptureFixture[str], document: int = 0) -> dict[str, int]:
    """How many segments are in each band of a document that has any."""
    capsys.readouterr()
    assert main(["stats", "--format", "json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return {band: one["segments"] for band, one in told["documents"][document]["bands"].items() if one["segments"]}


@pytest.mark.feature("bands against the memories")
def test_imported_memories_are_asked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported("zeitung")
    assert bands(capsys) == {"none": 4}, "no setting names it"
    asked_for(root, "memories:\n  zeitung:\n")
    assert bands(capsys) == {"100": 1, "95-99": 1, "85-94": 1, "none": 1}


@pytest.mark.feature("bands against the memories")
def test_what_is_taken_off_a_memory_counts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported("zeitung")
    asked_for(root, "memories:\n  zeitung: 12\n")
    assert bands(capsys) == {"85-94": 2, "75-84": 1, "none": 1}


def test_only_what_would_be_offered_is_a_match(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported("zeitung")
    asked_for(root, "memories:\n  zeitung: 30\nmatch: 70\n")
    assert bands(capsys) == {"70-74": 1, "none": 3}, "100 less 30; 99 and 91 less 30 are below 70"
    asked_for(root, "memories:\n  zeitung: 30\nmatch: 60\n")
    assert bands(capsys) == {"70-74": 1, "50-69": 2, "none": 1}


def test_a_paragraph_that_a_memory_has_as_a_whole_is_known_as_a_whole(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "sources" / "a.txt").write_text(f"{OPENED} {AGAIN}\n\n{ONE_WORD}\n", encoding="utf-8")
    imported("zeitung", Pair(Inline(f"{OPENED} {AGAIN}"), Inline("The baker is back. Then all was quiet.")))
    asked_for(root, "memories:\n  zeitung:\n")
    assert bands(capsys) == {"100": 2, "none": 1}
    asked_for(root, "memories:\n  zeitung: 3\n")
    assert bands(capsys) == {"70-74": 1, "none": 2}, "97 % fills nothing: ten of its thirteen words are the first's"


def test_the_same_neighbours_are_101(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported("zeitung", Pair(Inline(OPENED), Inline("The baker opened."), before="", after=OTHER_NUMBER))
    asked_for(root, "memories:\n  zeitung:\n")
    assert bands(capsys) == {"101": 1, "none": 3}


def test_the_memory_over_all_projects_is_asked_where_it_is_wanted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from platformdirs import user_config_path

    imported(ALL_PROJECTS)
    assert bands(capsys) == {"none": 4}
    settings = user_config_path("workbench", appauthor=False) / "settings.yaml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("shared: yes\n", encoding="utf-8")
    assert bands(capsys)["100"] == 1


def test_repetitions_come_first_the_first_of_them_is_what_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "sources" / "a.txt").write_text(f"{ARTICLE}\n{OPENED}\n", encoding="utf-8")
    imported("zeitung")
    asked_for(root, "memories:\n  zeitung:\n")
    assert bands(capsys) == {"repetition here": 1, "100": 1, "95-99": 1, "85-94": 1, "none": 1}
    assert bands(capsys, 1) == {"repetition elsewhere": 4}
    assert main(["stats"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:24].strip() for line in lines if line.startswith("repeated")] == [
        "repeated in its file",
        "repeated from another",
    ]


def test_what_is_reviewed_counts_though_the_projects_own_memory_was_never_made(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        translation.edit(0, "The baker on the corner opened again on Monday.")
        translation.accept(0)
        translation.save()
    (root / "sources" / "b.txt").write_text(f"Neu ist dies.\n\n{OPENED}\n", encoding="utf-8")
    assert bands(capsys) == {"translated": 1, "none": 3}
    assert bands(capsys, 1) == {"repetition elsewhere": 1, "none": 1}
    (root / "sources" / "b.txt").write_text(f"{OPENED[:-1]}!\n", encoding="utf-8")
    assert bands(capsys, 1) == {"95-99": 1}
    assert not own_memory(root).exists()


def test_no_memory_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = imported("zeitung")
    asked_for(root, "memories:\n  zeitung:\n")
    with Project.open(root) as project:
        for _ in project.remember():
            pass
    files = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in (path, own_memory(root))}
    with Project.open(root) as project:
        translation = project.open_document("b.txt")
        translation.edit(0, "The baker on the corner opened again on Monday.")
        translation.accept(0)
        translation.save()
    assert bands(capsys, 1)["translated"] == 1
    assert {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in files} == files


@pytest.mark.parametrize("what", ["damaged", "newer", "locked", "another program's", "gone"])
def test_a_memory_that_cannot_be_used_is_one_line_and_the_figures_go_on(
    root: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    imported("zeitung")
    path = imported("archiv")
    asked_for(root, "memories:\n  archiv:\n  zeitung:\n")
    keeper = sqlite3.connect(path, isolation_level=None)
    if what == "newer":
        keeper.execute("PRAGMA user_version = 99")
    elif what == "locked":
        keeper.execute("PRAGMA locking_mode = EXCLUSIVE")
        keeper.execute("BEGIN EXCLUSIVE")
    elif what == "another program's":
        keeper.execute("PRAGMA application_id = 7")
    if what != "locked":
        keeper.close()
    if what == "damaged":
        path.write_bytes(path.read_bytes()[:100] + b"\xff" * 60_000)
    elif what == "gone":
        path.unlink()
    assert main(["stats", "--format", "json"]) == 0
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 1, told.err
    assert "archiv" in told.err
    assert json.loads(told.out)["documents"][0]["bands"]["100"]["segments"] == 1
    keeper.close()
