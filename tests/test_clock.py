"""Time a paragraph: what counts, what does not, where it is kept, and how `stats` tells it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.desk import desk_on
from workbench.cli import main
from workbench.project import Project, Session
from workbench.project.own.clock import IDLE, Clock, Times
from workbench.translation import Journal

from .session_material import make


class Ticking:
    """A clock that is put forward by hand, and what it kept."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.kept: dict[int, float] = {}
        self.clock = Clock(self.keep, lambda: self.time)

    def keep(self, times: Times) -> None:
        for index, _, seconds in times:
            self.kept[index] = self.kept.get(index, 0.0) + seconds

    def key(self, index: int, after: float) -> None:
        self.time += after
        self.clock.key(index, f"paragraph {index}")


@pytest.fixture
def ticking() -> Ticking:
    return Ticking()


def test_the_time_between_two_keys_is_that_of_the_paragraph_that_the_cursor_is_on(ticking: Ticking) -> None:
    ticking.key(3, 0)
    ticking.key(3, 10)
    ticking.key(4, 2.5)
    ticking.key(4, 7)
    ticking.clock.leave()
    assert ticking.kept == {3: 10, 4: 9.5}


def test_a_pause_counts_up_to_a_minute_and_a_longer_one_not_at_all(ticking: Ticking) -> None:
    ticking.key(0, 0)
    ticking.key(0, IDLE - 1)
    ticking.key(0, IDLE)
    ticking.key(0, 3600)
    ticking.key(0, 1)
    ticking.clock.leave()
    assert ticking.kept == {0: IDLE}


def test_what_comes_before_the_first_key_does_not_count(ticking: Ticking) -> None:
    ticking.key(0, 500)
    ticking.clock.leave()
    ticking.key(0, 20)
    ticking.clock.leave()
    assert ticking.kept == {}


def test_paragraphs_that_were_only_passed_have_no_time(ticking: Ticking) -> None:
    for index in range(10):
        ticking.key(index, 0.1)
    ticking.clock.leave()
    assert ticking.kept == {}


def test_times_are_kept_from_time_to_time_when_the_next_paragraph_is_gone_to(ticking: Ticking) -> None:
    ticking.key(0, 0)
    ticking.key(0, 40)
    assert ticking.kept == {}
    ticking.key(1, 1)
    assert ticking.kept == {0: 40, 1: 1}
    ticking.key(1, 5)
    ticking.clock.leave()
    assert ticking.kept == {0: 40, 1: 6}


# At the desk


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def work(root: Path, seconds: dict[int, float], name: str = "a.txt") -> None:
    """Work at the desk: keys on paragraphs, so many seconds on each."""
    time = 0.0
    with Session.open(root) as session:
        session.put_on_desk(name)
        session.own.clock._now = lambda: time
        for index, spent in seconds.items():
            session.own.key_pressed(index)
            time += spent
            session.own.key_pressed(index)
            time += IDLE


def spent(root: Path) -> float:
    return sum(one.seconds for one in Journal(root / ".workbench", "a.txt").read().spent)


def test_it_is_kept_with_the_journal_of_this_machine(root: Path) -> None:
    work(root, {0: 20.0, 2: 10.0})
    assert spent(root) == 30.0
    assert not (root / "translations").exists()


@pytest.mark.feature("time a paragraph")
@pytest.mark.parametrize("value", ["off", "on"])
def test_a_setting_turns_it_off(root: Path, value: str) -> None:
    (root / ".workbench").mkdir(exist_ok=True)
    (root / ".workbench" / "settings.yaml").write_text(f"clock: {value}\n", encoding="utf-8")
    work(root, {0: 20.0})
    assert spent(root) == (20.0 if value == "on" else 0.0)


def test_the_setting_is_no_project_s(root: Path) -> None:
    (root / "project.yaml").write_text("clock: off\n", encoding="utf-8")
    with Project.open(root) as project:
        assert "`clock` does not belong in a project's settings" in str(project.settings_problems[0])


async def test_keys_at_the_desk_start_it(root: Path) -> None:
    async with desk_on(root) as desk:
        clock = desk.app.session.own.clock
        time = 0.0
        clock._now = lambda: time
        await desk.press("home", "j")
        time += 20
        await desk.press("enter")
        await desk.type("so")
        time += 10
        await desk.press("escape")
        time += 2000
        await desk.press("k")
    assert spent(root) == 30.0


# What stats tells


@pytest.mark.feature("time a paragraph")
def test_stats_tell_the_time_a_paragraph_and_for_1000_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    work(root, {0: 20.0, 1: 40.0})
    assert main(["stats"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "Time at the desk, on 2 paragraphs: 1 min 0 s" in told
    assert "  30 s a paragraph" in told
    assert "  47 min 37 s for 1,000 words of German" in told  # 21 words
    assert max(map(len, told)) <= 80
    assert main(["stats", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    time = {"seconds": 60.0, "paragraphs": 2, "words": 21, "per_paragraph": 30.0, "per_1000_words": 2857.1}
    assert found["total"]["time"] == time
    assert [one["time"] for one in found["documents"]] == [time, None]


def test_stats_tell_it_in_tables(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    work(root, {0: 20.0, 1: 40.0})
    assert main(["stats", "--format", "csv", "-o", "figures.csv"]) == 0
    rows = list(csv.DictReader(io.StringIO((root / "figures.csv").read_text(encoding="utf-8-sig"))))
    (row, total) = [row for row in rows if row["of"] == "time"]
    assert (row["document"], row["paragraphs"], row["words"]) == ("a.txt", "2", "21")
    assert (row["seconds"], row["seconds a paragraph"], total["document"]) == ("60.0", "30.0", "all documents")
    assert main(["stats", "--format", "xlsx", "-o", "figures.xlsx"]) == 0
    sheet = load_workbook(root / "figures.xlsx")["Time"]
    assert [cell.value for cell in sheet[2]] == ["a.txt", 2, 21, 60, 30, 2857.1]
    assert [cell.value for cell in sheet[3]] == ["b.txt", 0, 0, 0, None, None]


def test_without_times_nothing_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats"]) == 0
    assert "Time" not in capsys.readouterr().out


def test_it_goes_along_when_the_german_changes(root: Path) -> None:
    work(root, {0: 20.0, 1: 40.0})
    source = root / "sources" / "a.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("Freitag", "Sonntag"), encoding="utf-8")
    work(root, {1: 10.0})
    assert spent(root) == 70.0
    assert main(["stats", "--format", "json", "-o", "f.json", "sources/a.txt"]) == 0
    found = json.loads((root / "f.json").read_text(encoding="utf-8"))["total"]["time"]
    assert (found["seconds"], found["paragraphs"]) == (70.0, 2)
