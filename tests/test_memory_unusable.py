"""A memory that cannot be used keeps nobody from working: it is told in one line, once, and nothing is lost."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.memory_material import THANKS, Known, known, made_anew, make, settled
from workbench.project import Session, State
from workbench.project.commands import Accept, Edit, Undo
from workbench.project.events import Event, NotWritten
from workbench.project.memories.places import named_memory, own_memory
from workbench.text import Inline

OURS = "Thank you for bearing with us."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a reviewed paragraph, whose memory is on the disk."""
    root = make(tmp_path / "news")
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        review(session, 1, OURS)
        session.save()
    return root


def review(session: Session, index: int, english: str) -> None:
    session.do(Edit(index, english))
    session.do(Accept(index))


def opened(root: Path) -> tuple[Session, list[str]]:
    """A session on the second article, and what is told of what could not be written."""
    session = Session.open(root)
    told: list[str] = []

    def hear(event: Event) -> None:
        if isinstance(event, NotWritten):
            told.append(event.problem)

    session.subscribe(hear)
    session.put_on_desk("b.txt")
    session.draft()
    settled(session)
    return session, told


def until_told(told: list[str]) -> None:
    """Wait until something is told: it may come after the drafts."""
    until = time.monotonic() + 120
    while not told:
        assert time.monotonic() < until
        time.sleep(0.005)


def memory_of(session: Session) -> Known:
    return known(session.project.memories.own)


def garbage(path: Path) -> None:
    path.write_bytes(b"This is no memory at all. " * 1000)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE bookmarks (address TEXT)")


def a_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def damaged_within(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\xff" * (len(data) - 8192))


@pytest.mark.parametrize("spoil", [garbage, newer, of_another_program, a_link, damaged_within])
def test_one_that_cannot_be_read_is_put_aside_and_made_anew(root: Path, spoil: Callable[[Path], None]) -> None:
    path = own_memory(root)
    spoil(path)
    session, told = opened(root)
    with session:
        assert memory_of(session) == made_anew_beside(session) != set()
        assert session.paragraphs[1].english == OURS
        review(session, 0, "The council meets today.")
        assert len(memory_of(session)) == 2
    (line,) = told
    assert "broken-1" in line and "\n" not in line
    assert path.with_name(f"{path.name}.broken-1").exists() or path.with_name(f"{path.name}.broken-1").is_symlink()
    again, told = opened(root)
    with again:
        assert told == [] and len(memory_of(again)) == 2


def made_anew_beside(session: Session) -> Known:
    """What the records come to."""
    records = session.project.open_document("a.txt").paragraphs
    reviewed = [(at, record) for at, record in enumerate(records) if record.state is State.REVIEWED]
    return {
        ("a.txt", at, record.german, record.english, "Der Rat tagt heute.", "Am Montag kam niemand.")
        for at, record in reviewed
    }


@pytest.fixture
def another_program(root: Path) -> Iterator[sqlite3.Connection]:
    """Another program that is writing into the memory, and does not let go of it."""
    with closing(sqlite3.connect(own_memory(root), isolation_level=None)) as other:
        yield other


def test_one_that_is_locked_is_kept_without_a_file_till_the_end(
    root: Path, another_program: sqlite3.Connection
) -> None:
    session, told = opened(root)
    with session:
        assert told == []
        another_program.execute("BEGIN IMMEDIATE")
        review(session, 0, "The council meets today.")
        settled(session)
        review(session, 2, "It has rained for days.")
        assert [record.state for record in session.paragraphs] == [State.REVIEWED, State.DRAFT, State.REVIEWED]
        assert {target for *_, target, _, _ in memory_of(session)} == {
            OURS,
            "The council meets today.",
            "It has rained for days.",
        }
        session.do(Undo())
        assert len(memory_of(session)) == 2
        assert len(told) == 1
        another_program.execute("ROLLBACK")
        session.save()
    again, told = opened(root)
    with again:
        assert told == []
        assert memory_of(again) == made_anew(root)


def test_where_no_file_can_be_there_is_a_memory_all_the_same(tmp_path: Path) -> None:
    root = make(tmp_path / "news")
    folder = own_memory(root).parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way", encoding="utf-8")
    session, told = opened(root)
    with session:
        review(session, 1, OURS)
        assert [match.pair.target.text for match in session.project.memories.exact(Inline(THANKS))] == [OURS]
        assert len(told) == 1


def test_a_memory_that_the_settings_name_and_is_not_there_is_told_and_the_others_are_asked(root: Path) -> None:
    (root / "project.yaml").write_text("memories:\n  eu-2023: 5\n", encoding="utf-8")
    session, told = opened(root)
    with session:
        assert session.paragraphs[1].english == OURS
        until_told(told)
        assert len(told) == 1 and "eu-2023" in told[0]


def test_a_named_memory_that_is_damaged_is_never_moved(root: Path) -> None:
    path = named_memory("eu-2023")
    path.parent.mkdir(parents=True)
    garbage(path)
    (root / "project.yaml").write_text("memories:\n  eu-2023: 5\n", encoding="utf-8")
    session, told = opened(root)
    with session:
        assert session.paragraphs[1].english == OURS
        until_told(told)
        assert len(told) == 1
    assert path.exists()
