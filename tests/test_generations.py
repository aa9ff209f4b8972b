"""Earlier states of a record: which are kept, that keeping costs nothing, and `workbench restore`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_orphans import ALT, ENGLISH, english, killed_at, project_with, record_of, review
from workbench.cli import main
from workbench.project import Project
from workbench.translation import Generations
from workbench.translation import generations as module
from workbench.translation.generations import MOST, thinned

DAY = 86_400.0


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in which a.txt was reviewed in one session and one paragraph of it spoilt in the next."""
    root = project_with(tmp_path / "p", {"a.txt": ALT})
    review(root, "a.txt", *ENGLISH)
    an_hour_ago(root / "translations" / "a.yaml")
    review(root, "a.txt", "Spoilt")
    monkeypatch.chdir(root)
    return root


def an_hour_ago(path: Path, hours: float = 1) -> None:
    at = time.time() - hours * 3600
    os.utime(path, (at, at))


def kept(root: Path) -> list[bytes]:
    """The kept states, the newest first."""
    return [generation.path.read_bytes() for generation in Generations(root / ".workbench", "a.txt").listed()]


# What is kept


def test_a_session_keeps_what_it_found_once(root: Path) -> None:
    (first,) = kept(root)
    assert ENGLISH[0].encode() in first
    assert b"Spoilt" not in first


def test_the_next_is_kept_after_some_minutes_of_work(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EVERY", 0.0)
    review(root, "a.txt", "One", "Two")
    assert len(kept(root)) == 3
    monkeypatch.setattr(module, "EVERY", 600.0)
    review(root, "a.txt", *(str(number) for number in range(3)))
    assert len(kept(root)) == 4


def test_what_is_kept_is_not_changed_with_the_record(root: Path) -> None:
    before = kept(root)
    with (root / "translations" / "a.yaml").open("ab") as file:  # an editor that writes in place
        file.write(b"# by hand\n")
    assert kept(root) == before


def test_nothing_is_kept_of_what_is_the_same(root: Path) -> None:
    for _ in range(3):
        with Project.open(root) as project:
            translation = project.open_document("a.txt")
            translation.skip(3)
            translation.skip(3)
    assert len(kept(root)) == len(set(kept(root)))


def test_never_more_than_ten_in_the_order_of_keeping_whatever_the_clock_says(root: Path) -> None:
    generations = Generations(root / ".workbench", "a.txt")
    record = root / "translations" / "a.yaml"
    for number in range(40):
        record.unlink()
        record.write_text(f"source: a.txt\nparagraphs: []\ntail: '{number}'\n", encoding="utf-8")
        an_hour_ago(record, hours=number)
        generations.keep(record)
        assert len(kept(root)) <= MOST
        assert f"'{number}'" in kept(root)[0].decode()
    assert ENGLISH[0] in kept(root)[-1].decode()


@given(st.lists(st.floats(0, 400 * DAY), max_size=40, unique=True).map(sorted))
def test_the_newest_and_the_oldest_stay(ages: list[float]) -> None:
    stay = thinned(ages)
    assert len(stay) == min(len(ages), MOST)
    if ages:
        assert {0, len(ages) - 1} <= stay


def test_after_months_of_work_there_is_one_of_each_age() -> None:
    times: list[float] = []
    for day in range(120):
        for minute in range(0, 480, 10):
            times.append(day * DAY + minute * 60)
            ages = [times[-1] - at for at in reversed(times)]
            stay = thinned(ages)
            times = [at for number, at in enumerate(reversed(times)) if number in stay][::-1]
    ages = [times[-1] - at for at in times]
    for low, high in (
        (60, 0.5 * 3600),
        (0.5 * 3600, 3 * 3600),
        (3 * 3600, 2 * DAY),
        (2 * DAY, 30 * DAY),
        (30 * DAY, 120 * DAY),
    ):
        assert any(low <= age <= high for age in ages), (low, high, ages)


def test_where_nothing_can_be_kept_work_is_saved_all_the_same(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = root / ".workbench" / "generations"
    folder.rename(root / "away")
    folder.symlink_to(outside)
    review(root, "a.txt", "Saved")
    assert english(record_of(root, "a.txt"))[0] == "Saved"
    assert list(outside.iterdir()) == []
    assert main(["restore", "a.txt", "--take", "1"]) == 2


def test_without_hard_links_it_is_copied(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "not here")

    monkeypatch.setattr(os, "link", refuse)
    review(root, "a.txt", "Next")
    assert len(kept(root)) == 2
    assert b"Spoilt" in kept(root)[0]


# Listed and put back


@pytest.mark.feature("earlier states")
def test_listed_with_age_what_is_reviewed_and_what_differs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", "a.txt"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split()[0] == "1"
    assert line.endswith("1 hour ago  3 of 4 reviewed, other than now: paragraph 1")


@pytest.mark.feature("earlier states")
def test_put_back_and_undone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", "translations/a.yaml", "--take", "1"]) == 0
    assert "to undo that: workbench restore translations/a.yaml --take 1" in capsys.readouterr().out
    assert english(record_of(root, "a.txt")) == ENGLISH
    text = (root / "translations" / "a.en.txt").read_text(encoding="utf-8")
    assert text.startswith(ENGLISH[0])
    assert main(["restore", "a.txt", "--take", "1"]) == 0
    assert english(record_of(root, "a.txt")) == ("Spoilt", *ENGLISH[1:])
    assert not list((root / "translations").glob("*aside*"))


def test_a_broken_a_deleted_and_a_merged_record_come_back(root: Path) -> None:
    record = root / "translations" / "a.yaml"
    record.write_text("<<<<<<< HEAD\nsource: a.txt\n", encoding="utf-8")
    assert main(["restore", "a", "--take", "1"]) == 0
    assert english(record_of(root, "a.txt")) == ENGLISH
    assert any(state.startswith(b"<<<<<<<") for state in kept(root))
    record.unlink()
    assert main(["restore", "a", "--take", "2"]) == 0
    assert english(record_of(root, "a.txt")) == ENGLISH


def test_an_english_edited_by_hand_is_put_aside(root: Path) -> None:
    (root / "translations" / "a.en.txt").write_text("By hand.\n", encoding="utf-8")
    assert main(["restore", "a.txt", "--take", "1"]) == 0
    assert (root / "translations" / "a.en.txt.aside-1").read_text(encoding="utf-8") == "By hand.\n"


def test_what_is_put_back_fits_the_article_of_today(root: Path) -> None:
    (root / "sources" / "a.txt").write_text("Neu davor.\n\n" + ALT, encoding="utf-8")
    assert main(["restore", "a.txt", "--take", "1"]) == 0
    assert english(record_of(root, "a.txt")) == ENGLISH


@pytest.mark.parametrize("number", ["0", "2", "-1", "99"])
def test_a_number_that_is_not_there(root: Path, capsys: pytest.CaptureFixture[str], number: str) -> None:
    assert main(["restore", "a.txt", "--take", number]) == 2
    assert "there are 1: workbench restore a.txt lists them" in capsys.readouterr().err


def test_while_somebody_works_on_the_project_nothing_is_put_back(root: Path) -> None:
    with Project.open(root):
        done = subprocess.run(
            [sys.executable, "-m", "workbench", "restore", "a.txt", "--take", "1"],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert f"another workbench is working on this project (process {os.getpid()}" in done.stderr


def test_a_broken_state_is_told_and_not_put_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (generation,) = Generations(root / ".workbench", "a.txt").listed()
    generation.path.write_bytes(b"[")
    assert main(["restore", "a.txt"]) == 0
    assert "cannot be read" in capsys.readouterr().out
    assert main(["restore", "a.txt", "--take", "1"]) == 2
    assert english(record_of(root, "a.txt"))[0] == "Spoilt"


def test_earlier_states_follow_a_renamed_article(root: Path) -> None:
    (root / "sources" / "a.txt").rename(root / "sources" / "b.txt")
    assert main(["adopt", "b.txt"]) == 0
    assert main(["restore", "b.txt", "--take", "2"]) == 0
    assert english(record_of(root, "b.txt")) == ENGLISH


def test_killed_between_any_two_steps_both_files_are_whole(tmp_path: Path) -> None:
    for step in range(60):
        root = project_with(tmp_path / str(step), {"a.txt": ALT})
        review(root, "a.txt", *ENGLISH)
        an_hour_ago(root / "translations" / "a.yaml")
        review(root, "a.txt", "Spoilt")
        cut_off = killed_at(root, "lambda: project.restore('a.txt', project.kept('a.txt')[0])", step)
        states = {ENGLISH, ("Spoilt", *ENGLISH[1:])}
        with Project.open(root) as project:
            translation = project.open_document("a.txt")
            assert english(translation.record) in states
            translation.save()
            said = translation.english_path.read_text(encoding="utf-8")
            assert said.startswith(english(translation.record)[0])
            project.restore("a.txt", next(state for state in project.kept("a.txt") if state.reviewed == 3))
        assert any(b"Spoilt" in state for state in (*kept(root), (root / "translations" / "a.yaml").read_bytes()))
        if not cut_off:
            break
    assert step > 2
    assert not cut_off
