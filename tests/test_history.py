"""The history of a paragraph: what stood there, when, what put it there; and putting it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.desk import desk_on
from workbench.project import Project, Session, State
from workbench.project.commands import Accept, Edit, Join, PutEarlier, Redo, TakeOffer, Undo
from workbench.project.own.earlier import DRAFT, ELSEWHERE, SAVED, PastOf, earlier_english
from workbench.text import Code, Inline
from workbench.translation import Done, Draft, Journal, Spent, Stood

from .session_material import make


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make(tmp_path)
    return tmp_path


@pytest.fixture
def session(root: Path) -> Iterator[Session]:
    with Session.open(root) as opened:
        opened.put_on_desk("a.txt")
        yield opened


def past(session: Session, index: int) -> PastOf:
    session.paragraph_left()
    while not session.lanes.disk.idle:
        pass
    return earlier_english(session.project.layout, session.translation.record, index)


def told(session: Session, index: int) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.target.text, one.did) for one in past(session, index).earlier]


def test_every_earlier_english_is_there_the_newest_first(session: Session) -> None:
    session.translation.set_draft(1, Draft("On Friday nobody.", "a package"))
    for english in ("Nobody came.", "Nobody came to town.", "No one came to town."):
        session.do(Edit(1, english))
        session.paragraph_left()
    session.do(Accept(1))
    assert told(session, 1) == [
        ("Nobody came to town.", ("edit",)),
        ("Nobody came.", ("edit",)),
        ("On Friday nobody.", (DRAFT,)),
    ]
    assert all(one.at for one in past(session, 1).earlier[:2])


@pytest.mark.feature("history of a paragraph")
def test_what_did_it_is_told_act_by_act(session: Session) -> None:
    session.do(TakeOffer(1, Inline("Nobody came."), "100 %"))
    session.do(Accept(1))
    session.do(Edit(1, "No one came."))
    session.do(Accept(1))
    session.do(Undo())
    session.do(Undo())
    session.do(Edit(1, "Now."))
    assert told(session, 1) == [
        ("Nobody came.", ("undo of edit",)),
        ("No one came.", ("edit", "accept", "undo of accept")),
        ("Nobody came.", ("offer of the memory", "accept")),
    ]


def test_putting_one_back_is_one_act_that_can_be_undone(session: Session) -> None:
    session.do(Edit(1, "First."))
    session.do(Accept(1))
    session.do(Edit(1, "Second."))
    session.do(Accept(1))
    (earlier,) = past(session, 1).earlier
    changed = session.do(PutEarlier(1, earlier.target, "the first is back"))
    assert changed.told == "the first is back"
    assert (session.paragraphs[1].english, session.paragraphs[1].state) == ("First.", State.TRANSLATED)
    assert "First." in session.translation.path.read_text(encoding="utf-8")
    session.do(Undo())
    assert (session.paragraphs[1].english, session.paragraphs[1].state) == ("Second.", State.REVIEWED)
    session.do(Redo())
    assert session.paragraphs[1].english == "First."
    assert told(session, 1)[0] == ("Second.", ("undo of put back",))


def test_codes_that_the_german_has_no_more_are_left_out(session: Session) -> None:
    bold = Inline("First.", (Code(0, "1", "open"), Code(5, "1", "close")))
    session.do(PutEarlier(1, bold, ""))
    assert session.paragraphs[1].target == Inline("First.")


def test_work_of_another_program_is_told_as_from_elsewhere(root: Path) -> None:
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(1, "Mine."))
        session.do(Accept(1))
    record = root / "translations" / "a.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("Mine.", "Theirs."), encoding="utf-8")
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(1, "Ours."))
        assert told(session, 1) == [("Theirs.", (ELSEWHERE,)), ("Mine.", ("edit", "accept"))]


def test_earlier_states_of_the_file_know_what_was_before_there_was_a_journal(root: Path) -> None:
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(1, "Long ago."))
        session.do(Accept(1))
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.do(Accept(1))
        session.do(Edit(1, "Today."))
        session.save()
    (root / ".workbench" / "journal" / "a.txt.jsonl").unlink()
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        assert told(session, 1) == [("Long ago.", (SAVED,))]


def test_it_goes_along_when_the_german_changes_and_says_what_it_was(root: Path) -> None:
    source = root / "sources" / "a.txt"
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(1, "Nobody came."))
        session.do(Accept(1))
    text = source.read_text(encoding="utf-8")
    for old, new in (("Freitag", "Sonntag"), ("niemand", "keiner")):
        text = text.replace(old, new)
        source.write_text(text, encoding="utf-8")
        with Session.open(root) as session:
            session.put_on_desk("a.txt")
            session.do(Edit(1, f"{new}."))
            session.do(Accept(1))
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        newest, oldest = past(session, 1).earlier
        assert (newest.target.text, oldest.target.text) == ("Sonntag.", "Nobody came.")
        assert "Freitag" in oldest.german
        assert told(session, 0) == told(session, 2) == []


def test_it_goes_along_with_an_article_that_gets_another_name(root: Path) -> None:
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        for english in ("First.", "Second."):
            session.do(Edit(1, english))
            session.do(Accept(1))
    (root / "sources" / "a.txt").rename(root / "sources" / "c.txt")
    with Project.open(root) as project:
        project.adopt("c.txt", root / "translations" / "a.yaml")
    with Session.open(root) as session:
        session.put_on_desk("c.txt")
        assert told(session, 1) == [("First.", ("edit", "accept"))]
    assert [path.name for path in (root / ".workbench" / "journal").iterdir()] == ["c.txt.jsonl"]


def test_joining_and_its_undo_keep_it(session: Session) -> None:
    for english in ("First.", "Second."):
        session.do(Edit(1, english))
        session.do(Accept(1))
    session.do(Join(1))
    session.do(Undo())
    assert told(session, 1) == [("First.", ("edit", "accept"))]


# On the screen


@pytest.fixture
def folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article with a history of the second paragraph, some days old."""
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        translation.edit(1, "On Friday nobody came to town to talk.")
        translation.accept(1)
        paragraph, key = translation.paragraphs[1], translation.record.ids[1]
    was, at = Stood("", State.NEW), datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    for day, english in enumerate(("Nobody came to the city on Friday.", "On Friday nobody came to town.")):
        now = Stood(english, State.TRANSLATED)
        Journal(root / ".workbench", "a.txt").add(
            [Done(at + timedelta(days=day), "edit", "left", key, paragraph.german, was, now)]
        )
        was = now
    return root


async def test_the_screen_shows_when_what_did_it_and_what_would_change(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("number_sign", "2", "enter", "H")
        seen = re.sub(r"\s+", " ", desk.shown())
        assert "Earlier English of paragraph 2" in seen
        assert "2 earlier ones, the newest first" in seen
        assert re.search(r"2026-11-2\d \d\d:30 edit \+ translated", seen)
        assert "On Friday nobody came to town[ to talk]." in seen


@pytest.mark.feature("history of a paragraph")
async def test_enter_puts_one_back_also_in_a_burst(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.burst("number_sign", "2", "enter", "H", "j", "enter", "a")
        assert desk.english(2) == "Nobody came to the city on Friday."
        assert desk.state(2) is State.REVIEWED
        await desk.press("u", "u")
        assert desk.english(2) == "On Friday nobody came to town to talk."
        assert desk.state(2) is State.REVIEWED


async def test_esc_changes_nothing_and_a_paragraph_without_history_says_so(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("number_sign", "2", "enter", "H", "escape")
        assert desk.english(2) == "On Friday nobody came to town to talk."
        await desk.press("end", "H")
        assert "None is known here." in desk.shown()
        assert "put it back" not in desk.shown()
        await desk.burst("enter", "escape", "k")
        assert desk.number == 2


async def test_damaged_lines_are_told_and_the_rest_is_shown(folder: Path) -> None:
    journal = folder / ".workbench" / "journal" / "a.txt.jsonl"
    journal.write_bytes(b"\x00\xff broken\n" + journal.read_bytes())
    async with desk_on(folder) as desk:
        await desk.press("number_sign", "2", "enter", "H")
        assert "1 damaged line of it left out" in re.sub(r"[\s│]+", " ", desk.shown())
        assert "2 earlier ones" in desk.shown()


async def test_a_desk_that_can_only_be_read_shows_it_and_puts_nothing_back(folder: Path) -> None:
    with Project.open(folder):
        async with desk_on(folder) as desk:
            await desk.press("number_sign", "2", "enter", "H")
            assert "2 earlier ones" in desk.shown()
            await desk.press("enter")
            assert "Read-only: another workbench is working on this project" in desk.status
            assert desk.english(2) == "On Friday nobody came to town to talk."


def test_times_are_no_acts(folder: Path) -> None:
    Journal(folder / ".workbench", "a.txt").add([Spent(datetime.now(UTC), "", "Es regnet.", 4.0)])
    with Session.open(folder) as session:
        session.put_on_desk("a.txt")
        assert len(past(session, 1).earlier) == 2
