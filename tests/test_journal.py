"""The journal of a document: a line an act, added safely, bounded; what is broken in it is passed over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.problem import WorkbenchError
from workbench.project import Project, Session, State
from workbench.project.commands import Accept, Edit, Undo
from workbench.project.events import Event, NotWritten
from workbench.translation import Done, Journal, JournalLine, Spent, Stood

from . import memory_material
from .session_material import make

AT = datetime(2026, 11, 28, 14, 3, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
STOOD = st.builds(Stood, TEXTS, st.sampled_from(State))
TIMES = st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0))
LINES = st.one_of(
    st.builds(Done, TIMES, TEXTS, TEXTS, TEXTS, TEXTS, STOOD, STOOD),
    st.builds(Spent, TIMES, TEXTS, TEXTS, st.integers(0, 10_000).map(lambda tenths: tenths / 10)),
)


def act(number: int, german: str = "Es regnet.") -> Done:
    was, now = Stood(f"It rains {number}.", State.DRAFT), Stood(f"It rains {number + 1}.", State.TRANSLATED)
    return Done(AT + timedelta(minutes=number), "edit", "left", "id", german, was, now)


@given(lines=st.lists(LINES, max_size=5))
def test_what_is_written_is_read_again(lines: list[JournalLine], tmp_path_factory: pytest.TempPathFactory) -> None:
    journal = Journal(tmp_path_factory.mktemp("project") / ".workbench", "a.txt")
    for line in lines:
        journal.add([line])
    assert journal.read().lines == tuple(lines)
    assert journal.read().problem is None


@given(data=st.binary(max_size=60))
def test_what_is_damaged_is_passed_over_with_a_word(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    journal = Journal(tmp_path_factory.mktemp("project") / ".workbench", "a.txt")
    journal.add([act(1)])
    journal.path.write_bytes(journal.path.read_bytes() + data)
    journal.add([act(2)])
    written = journal.read()
    assert [*written.acts] == [act(1), act(2)]
    assert bool(written.problem) == bool(data.strip())


@pytest.mark.parametrize(
    "line",
    [
        b"[1, 2]",
        b"null",
        b'{"at": "yesterday"}',
        b'{"at": "2026-11-28T14:03:00+00:00", "id": "", "de": "", "seconds": -4}',
        b'{"at": "2026-11-28T14:03:00+00:00", "id": "", "de": "", "seconds": 1e400}',
        b'{"at": "2026-11-28T14:03:00+00:00", "id": "", "de": "", "was": ["", "done"], "now": ["", "new"]}',
        b"[" * 100_000,
    ],
    ids=["a list", "null", "no time", "less than none", "without end", "no state", "too deep"],
)
def test_a_line_that_says_nothing_is_counted_as_damaged(tmp_path: Path, line: bytes) -> None:
    journal = Journal(tmp_path / ".workbench", "a.txt")
    journal.add([act(1)])
    journal.path.write_bytes(line + b"\n" + journal.path.read_bytes())
    assert journal.read().acts == (act(1),)
    assert "1 damaged line of it left out" in str(journal.read().problem)


def test_it_stays_within_its_size_and_keeps_the_newest_acts_and_the_sums_of_the_times(tmp_path: Path) -> None:
    journal = Journal(tmp_path / ".workbench", "a.txt", most=4_000)
    for number in range(60):
        journal.add([act(number), Spent(AT, "id", "Es regnet.", 2.0)])
        assert journal.path.stat().st_size <= 4_000 + 500
    written = journal.read()
    assert written.acts[-1] == act(59)
    assert 5 < len(written.acts) < 30
    assert [one.at for one in written.acts] == sorted(one.at for one in written.acts)
    assert sum(one.seconds for one in written.spent) == 120.0


def test_no_link_is_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine\n", encoding="utf-8")
    journal = Journal(tmp_path / "project" / ".workbench", "a.txt")
    journal.path.parent.mkdir(parents=True)
    journal.path.symlink_to(elsewhere)
    with pytest.raises(WorkbenchError, match="symbolic link"):
        journal.add([act(1)])
    assert elsewhere.read_text(encoding="utf-8") == "mine\n"


def test_an_article_with_another_name_takes_its_journal_along_before_its_own(tmp_path: Path) -> None:
    private = tmp_path / ".workbench"
    Journal(private, "b.txt").add([act(2)])
    Journal(private, "a.txt").add([act(1)])
    there = Journal(private, "a.txt").move_to("b.txt")
    assert there.read().acts == (act(1), act(2))
    assert Journal(private, "a.txt").read().lines == ()
    assert Journal(private, "c.txt").move_to("d.txt").read().lines == ()


# At the desk


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make(tmp_path)
    return tmp_path


def acts(root: Path, name: str = "a.txt") -> list[tuple[str, str, str, str]]:
    """What the journal says: how, what did it, and the English before and after."""
    written = Journal(root / ".workbench", name).read()
    return [(one.how, one.did, one.was.english, one.now.english) for one in written.acts]


def test_every_act_is_written_at_the_latest_when_the_program_ends(root: Path) -> None:
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(1, "Nobody"))
        session.do(Edit(1, "Nobody came.", continuing=True))
        session.do(Accept(1))
        session.do(Undo())
        session.do(Edit(0, "Left open."))
    assert acts(root) == [
        ("left", "edit", "", "Nobody came."),
        ("done", "accept", "Nobody came.", "Nobody came."),
        ("undone", "accept", "Nobody came.", "Nobody came."),
        ("left", "edit", "", "Left open."),
    ]


def test_paragraphs_that_follow_an_accept_say_so(tmp_path: Path) -> None:
    german = "Es regnet seit Tagen in Minsk."
    root = memory_material.make(tmp_path / "news", {"a.txt": f"{german}\n\nEs schneit.\n\n{german}\n"})
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.draft()
        memory_material.settled(session)
        session.do(Edit(0, "It has rained for days."))
        session.do(Accept(0))
    (followed,) = [one for one in acts(root) if one[1] == "equal sentence"]
    assert followed[3] == "It has rained for days."


def test_a_journal_that_cannot_be_written_costs_one_line_and_no_work(root: Path) -> None:
    events: list[Event] = []
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.subscribe(events.append)
        (root / ".workbench" / "journal").write_text("in the way", encoding="utf-8")
        for english in ("One.", "Two.", "Three."):
            session.do(Edit(1, english))
            session.do(Accept(1))
            while not session.lanes.disk.idle:
                pass
    told = [event.problem for event in events if isinstance(event, NotWritten)]
    assert len(told) == 1
    assert "journal" in told[0]
    with Project.open(root) as project:
        assert project.open_document("a.txt").paragraphs[1].english == "Three."


def test_nothing_is_written_where_the_project_can_only_be_read(root: Path) -> None:
    with Project.open(root), Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.own.key_pressed(0)
    assert not (root / ".workbench" / "journal").exists()
