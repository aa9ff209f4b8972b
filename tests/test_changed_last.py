"""Who changed a paragraph last, and when: kept in the journal, read from git, told by H, and searched for."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import desk_on
from tests.session_material import make
from tests.team_material import git, needs_git
from tests.test_plain import script
from workbench.cli import main
from workbench.problem import WorkbenchError
from workbench.project import Project, Session
from workbench.project.commands import Accept, Edit
from workbench.project.own.hands import last_hands
from workbench.project.searching.changed import LastChange, days, last_change
from workbench.project.team.authors import Hand, committed
from workbench.translation import Done, Journal, State, Stood

TODAY = date.today()
THEN = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles alike; in a.txt Wilma has written the first paragraph today, and accepted it."""
    monkeypatch.setenv("LOGNAME", "Wilma")
    make(tmp_path)
    with Session.open(tmp_path) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(0, "The CSTO met in Minsk on Thursday, the agency reported."))
        session.do(Accept(0))
        session.save()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def hands(root: Path, name: str = "a.txt") -> dict[int, Hand]:
    with Project.open(root, read_only=True) as project:
        opened = project.open_document(name)
        return dict(last_hands(project.layout, opened.path, opened.record))


# What somebody who searches says


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Wilma Berg", LastChange("Wilma Berg")),
        ("2026-02", LastChange("", date(2026, 2, 1), date(2026, 2, 28))),
        ("2026 wilma", LastChange("wilma", date(2026, 1, 1), date(2026, 12, 31))),
        ("2025-12..2026-01-05", LastChange("", date(2025, 12, 1), date(2026, 1, 5))),
        ("2026-11..", LastChange("", date(2026, 11, 1), None)),
        ("..2026", LastChange("", None, date(2026, 12, 31))),
        ("today", LastChange("", TODAY, TODAY)),
        ("yesterday..today", LastChange("", TODAY - timedelta(1), TODAY)),
        ("  ", None),
        ("9999", LastChange("", date(9999, 1, 1), date(9999, 12, 31))),
    ],
)
def test_names_and_days_in_any_order(text: str, meant: LastChange | None) -> None:
    assert last_change(text) == meant


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-02-30", "2026-11-28x", "0000", "2026..soon", "12.11.2026..", "99999"]
)
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(WorkbenchError, match="this is no day – type 2026-11-28"):
        last_change(text)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_understood_or_told_and_says_the_same_again(text: str) -> None:
    try:
        meant = last_change(text)
    except WorkbenchError:
        return
    if meant is not None:
        assert last_change(meant.told) == meant


@given(st.dates(date(1000, 1, 1), date(9998, 1, 1)))
def test_a_month_begins_and_ends_where_it_does(day: date) -> None:
    first, last = days(f"{day:%Y-%m}")
    assert first <= day <= last
    assert (first - timedelta(1)).month != day.month != (last + timedelta(1)).month


def test_letters_of_a_name_and_both_ends_of_a_time_count() -> None:
    hand = Hand("Wilma Berg", THEN)
    assert LastChange("berg", THEN.date(), THEN.date()).fits(hand)
    assert not LastChange("", THEN.date() + timedelta(1)).fits(hand)
    assert not LastChange("", None, THEN.date() - timedelta(1)).fits(hand)
    assert not LastChange("Uwe").fits(hand)
    assert not LastChange("").fits(None)


# What is known


def test_the_journal_tells_it_only_where_the_paragraph_is_as_it_left_it(root: Path) -> None:
    found = hands(root)
    assert list(found) == [0]
    assert found[0].by == "Wilma"
    assert datetime.now(UTC) - found[0].at < timedelta(minutes=10)
    record = root / "translations" / "a.yaml"
    record.write_text(record.read_text("utf-8").replace("met in Minsk", "convened in Minsk"), encoding="utf-8")
    assert hands(root) == {}


def test_a_journal_of_before_has_the_time_alone(root: Path) -> None:
    journal = Journal(root / ".workbench", "b.txt")
    with Project.open(root, read_only=True) as project:
        translation = project.open_document("b.txt")
        german, key = translation.paragraphs[1].source.shown(), translation.record.ids[1]
    (root / "translations" / "b.yaml").write_text(
        f"source: b.txt\nparagraphs:\n- de: {german}\n  en: Nobody came.\n  state: translated\n", encoding="utf-8"
    )
    now = Stood("Nobody came.", State.TRANSLATED)
    journal.add([Done(THEN, "edit", "done", key, german, Stood("", State.NEW), now)])
    assert b'"by"' not in journal.path.read_bytes()
    assert hands(root, "b.txt") == {1: Hand("", THEN)}
    assert hands(root, "b.txt")[1].told == f"{THEN.astimezone():%Y-%m-%d %H:%M}"


@needs_git
def test_git_tells_who_committed_the_english_or_the_state_of_each_paragraph(root: Path) -> None:
    record = root / "translations" / "a.yaml"
    (root / ".workbench" / "journal").rename(root / "journal of another machine")

    def commit(author: str, at: datetime) -> None:
        git(root, "add", "translations")
        git(root, *("-c", "user.name=x", "-c", "user.email=x@y"), "commit", "-q", "-m", "x",
            f"--author={author} <a@b>", f"--date={at.isoformat()}")  # fmt: skip

    def change(old: str, new: str) -> None:
        text = record.read_text("utf-8")
        assert text.count(old) == 1
        record.write_text(text.replace(old, new), encoding="utf-8")

    git(root, "init", "-q")
    assert hands(root) == {}
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        translation.edit(2, "The CSTO wants to meet in Kyiv again, it said.")
        translation.save()
    commit("Wilma \x1b[1mBerg", THEN)
    change("state: translated", "state: reviewed")
    commit("Uwe", THEN + timedelta(days=2))
    change("met in Minsk", "convened in Minsk")
    found = hands(root)
    assert {at: (hand.by.replace("\x1b", ""), hand.at) for at, hand in found.items()} == {
        2: ("Uwe", THEN + timedelta(2))
    }
    commit("Änne", THEN + timedelta(days=3))
    assert hands(root)[0] == Hand("Änne", THEN + timedelta(days=3))
    assert main(["find", "", "a.txt", "--changed", "uwe 2026-03"]) == 0


@needs_git
def test_a_repository_runs_nothing_of_its_own(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "-m", "x")
    (root / ".gitattributes").write_text("*.yaml diff=bad filter=bad\n", encoding="utf-8")
    for key in ("diff.bad.textconv", "filter.bad.clean", "filter.bad.smudge"):
        git(root, "config", key, f"touch {root}/was-run; cat")
    assert committed(root, root / "translations" / "a.yaml")
    assert not (root / "was-run").exists()


# Searching for it, and seeing it


@pytest.mark.feature("search by author and date")
def test_find_changed_by_somebody_in_some_time(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "minsk", "--changed", "wilma today"]) == 0
    assert "a.txt ¶1 german, Wilma, " in capsys.readouterr().out
    assert main(["find", "", "--changed", "today", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["document"], found["paragraph"], found["changed"]["by"]) == ("a.txt", 1, "Wilma")
    for meant in ("Uwe", "..2020"):
        assert main(["find", "minsk", "--changed", meant]) == 1
    assert "“minsk” was not found in what was last changed by or on: Uwe" in capsys.readouterr().err
    assert main(["find", "--changed", "2026-99"]) == 2
    assert "2026-99: this is no day" in capsys.readouterr().err


@pytest.mark.feature("search by author and date")
@pytest.mark.feature("who changed it, and when")
async def test_f8_asks_for_it_and_h_shows_it(root: Path) -> None:
    async with desk_on(root) as desk:
        await desk.press("A", "f8")
        await desk.type("Wilma 2026-99")
        await desk.press("enter")
        assert "this is no day" in desk.shown()
        await desk.press(*["backspace"] * 3)
        await desk.press(*["backspace"] * 4)
        await desk.burst(*"today", "enter", *"Minsk", "enter")
        await desk.settled()
        assert f"F8 Wilma {TODAY}" in desk.shown()
        assert "2 places in 1 document" in desk.shown()
        assert f"reviewed · Wilma, {TODAY}" in desk.shown()
        await desk.press("enter")
        await desk.settled()
        await desk.press("H")
        await desk.settled()
        assert f"what stands there now: Wilma, {TODAY}" in desk.shown()


def test_line_by_line_history_tells_it(root: Path) -> None:
    assert f"What stands there now: Wilma, {TODAY}" in script(root, "go 1", "history", "quit")
