"""Who puts the best match in by itself: the session, where the user is, as one act that is told; whatever the face."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.memory_material import THANKS, make, settled
from workbench.project import Session
from workbench.project.commands import Accept, Edit, Redo, Undo, WriteNote
from workbench.project.events import Event, MatchPutIn

ENGLISH = "Thank you for bearing with us."
NEAR = "Vielen Dank für Ihre große Geduld."
"""83 % of the one that is known."""
OTHER = "Es schneit heute den ganzen Tag im Gebirge."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A document whose first and third paragraph are like what is known; nobody is at one of them yet."""
    root = make(tmp_path / "news", {"a.txt": f"{THANKS}\n", "b.txt": f"{NEAR}\n\n{OTHER}\n\n{NEAR} {OTHER}\n"})
    (root / "project.yaml").write_text("put_in: 80\n", encoding="utf-8")
    with Session.open(root) as opened:
        opened.put_on_desk("a.txt")
        opened.do(Edit(0, ENGLISH))
        opened.do(Accept(0))
        opened.save()
        opened.put_on_desk("b.txt")
        yield opened


def english(session: Session) -> str:
    return session.paragraphs[0].english


def told(session: Session) -> list[MatchPutIn]:
    """What the session tells of matches from now on."""
    heard: list[MatchPutIn] = []

    def hear(event: Event) -> None:
        if isinstance(event, MatchPutIn):
            heard.append(event)

    session.subscribe(hear)
    return heard


def known(session: Session) -> None:
    """Have it known what is offered for the first paragraph."""
    session.memories.so_far(0)
    settled(session)


def test_when_its_offers_come_the_match_is_put_in_and_told_as_late(session: Session) -> None:
    heard = told(session)
    assert session.be_at(0) is None
    settled(session)
    assert english(session) == ENGLISH
    assert heard == [MatchPutIn("b.txt", 0, "83 % match a.txt ¶1", late=True)]


def test_when_it_is_known_before_it_is_put_in_at_once(session: Session) -> None:
    known(session)
    assert english(session) == ""  # nobody was there
    heard = told(session)
    session.be_at(0)
    assert english(session) == ENGLISH
    assert heard == [MatchPutIn("b.txt", 0, "83 % match a.txt ¶1", late=False)]


def test_nothing_comes_between_the_letters_of_somebody_who_writes(session: Session) -> None:
    writing = True
    session.writes = lambda: writing
    session.be_at(0)
    settled(session)
    session.be_at(0)
    assert english(session) == ""
    writing = False
    session.be_at(0)
    assert english(session) == ENGLISH


def test_what_was_undone_stays_undone_and_can_be_done_again(session: Session) -> None:
    known(session)
    session.be_at(0)
    session.do(Undo())
    session.be_at(1)
    session.be_at(0)
    assert english(session) == ""
    session.do(Redo())
    assert english(session) == ENGLISH


def test_while_something_can_be_done_again_nothing_is_put_in_and_afterwards_it_is(session: Session) -> None:
    session.do(WriteNote(1, "eine Notiz"))
    session.do(Undo())
    known(session)
    session.be_at(0)
    assert english(session) == ""
    session.do(Redo())
    assert session.paragraphs[1].note == "eine Notiz"
    session.be_at(0)
    assert english(session) == ENGLISH


def test_where_nobody_is_any_more_nothing_is_put_in(session: Session) -> None:
    session.be_at(0)
    session.be_at(1)
    settled(session)
    assert english(session) == ""


def test_where_it_cannot_be_written_the_draft_stays_and_nothing_is_told(session: Session) -> None:
    known(session)
    session.do(Edit(0, "My own words."))
    heard = told(session)
    session.be_at(0)
    assert (english(session), heard) == ("My own words.", [])
