"""Who keeps what was done is told of each act before it is shown: what it made of which paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from workbench.glossary import Entry
from workbench.project import Session
from workbench.project.commands import Accept, AddEntry, Edit, KnowWord, Redo, Skip, Split, Undo, WriteNote
from workbench.project.events import Act, Event, NotWritten
from workbench.project.history import SegmentStep
from workbench.project.terms.changes import Change
from workbench.text import Span
from workbench.translation import ParagraphRecord, State

from .session_material import make


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    make(tmp_path)
    with Session.open(tmp_path) as opened:
        opened.put_on_desk("a.txt")
        yield opened


def acts_of(session: Session) -> list[Act]:
    """The acts that are told from now on."""
    acts: list[Act] = []
    session.on_act(acts.append)
    return acts


def told(acts: list[Act]) -> list[tuple[str, str]]:
    return [(act.kind, act.label) for act in acts]


def test_a_decision_is_told_with_what_it_made_of_its_paragraph(session: Session) -> None:
    session.do(Edit(1, "Nobody came."))
    acts = acts_of(session)
    session.do(Accept(1))
    _, act = acts
    (step,) = act.steps
    assert (act.kind, act.label) == ("done", "accept of paragraph 2")
    assert (step.document, step.index) == ("a.txt", 1)
    assert (step.before.state, step.after.state) == (State.TRANSLATED, State.REVIEWED)


def test_typing_is_one_act_when_the_paragraph_is_left(session: Session) -> None:
    acts = acts_of(session)
    for text in ("N", "No", "Nobody came."):
        session.do(Edit(1, text, continuing=True))
    assert acts == []
    session.paragraph_left()
    session.paragraph_left()
    (act,) = acts
    (step,) = act.steps
    assert act.kind == "left"
    assert (step.before.english, step.after.english) == ("", "Nobody came.")


def test_typing_that_comes_to_nothing_is_no_act(session: Session) -> None:
    acts = acts_of(session)
    session.do(Edit(1, "Nobody"))
    session.do(Edit(1, ""))
    session.paragraph_left()
    assert acts == []


def test_what_was_typed_comes_before_the_act_that_ends_it(session: Session) -> None:
    acts = acts_of(session)
    session.do(Edit(1, "Nobody came."))
    session.do(WriteNote(2, "really?"))
    session.do(Edit(0, "They met."))
    session.put_on_desk("b.txt")
    assert told(acts) == [
        ("left", "edit of paragraph 2"),
        ("done", "note of paragraph 3"),
        ("left", "edit of paragraph 1"),
    ]


def test_undo_and_redo_tell_what_they_made_of_the_paragraph(session: Session) -> None:
    session.do(Skip(1))
    acts = acts_of(session)
    session.do(Undo())
    session.do(Redo())
    session.do(Undo())
    session.do(Undo())
    assert told(acts) == [(kind, "skip of paragraph 2") for kind in ("undone", "redone", "undone")]
    assert [act.steps[0].after.state for act in acts] == [State.NEW, State.SKIPPED, State.NEW]


def test_entries_words_and_cuts_are_acts_without_paragraphs(session: Session) -> None:
    acts = acts_of(session)
    session.do(AddEntry(Entry(("Stadt",), "town")))
    session.do(KnowWord("Gomel"))
    session.do(KnowWord("Gomel"))
    session.do(Split(1, len("Am Freitag")))
    session.do(Undo())
    assert [(act.kind, act.steps) for act in acts] == [("done", ())] * 3 + [("undone", ())]


def test_one_act_over_documents_has_the_steps_of_all(session: Session) -> None:
    for name in ("b.txt", "a.txt"):
        session.put_on_desk(name)
        session.do(Edit(1, "Nobody came."))
        session.do(Accept(1))
    acts = acts_of(session)
    ticked = [_nobody_to_no_one(name) for name in ("a.txt", "b.txt")]
    *_, done = session.rewording(ticked, "No one")
    assert (done.sentences, done.left) == (2, ())
    session.do(Undo())
    assert told(acts) == [("done", "No one in 2 places"), ("undone", "No one in 2 places")]
    assert [sorted(step.document for step in act.steps) for act in acts] == [["a.txt", "b.txt"]] * 2
    assert {step.after.english for step in acts[1].steps} == {"Nobody came."}


def test_who_stops_half_way_can_undo_what_was_done(session: Session) -> None:
    for name in ("b.txt", "a.txt"):
        session.put_on_desk(name)
        session.do(Edit(1, "Nobody came."))
        session.do(Accept(1))
    with closing(session.rewording([_nobody_to_no_one(name) for name in ("a.txt", "b.txt")], "No one")) as changes:
        next(changes)
    assert session.paragraphs[1].english == "No one came."
    assert session.do(Undo()).told == "undone: No one in 1 place"
    assert session.paragraphs[1].english == "Nobody came."


def _nobody_to_no_one(document: str) -> Change:
    return Change(
        document,
        paragraph=1,
        state=State.REVIEWED,
        german="Am Freitag kam niemand in die Stadt, um zu reden.",
        hits=(),
        before="Nobody came.",
        after="No one came.",
        cut=(Span(0, 6),),
        put=(Span(0, 6),),
        english="Nobody came.",
        start=0,
    )


def test_keepers_come_first_then_listeners_then_what_is_shown(session: Session) -> None:
    session.do(Edit(1, "Nobody came."))
    order: list[str] = []
    session.subscribe(lambda _: order.append("shown"))
    session.on_act(lambda act: order.append(act.kind))
    session.on_change(lambda _: order.append("kept"))
    session.do(Accept(1))
    session.do(Undo())
    assert order == ["left", "kept", "done", "shown", "kept", "undone", "shown"]


def test_keepers_are_told_of_what_is_typed_at_once(session: Session) -> None:
    kept: list[tuple[int, ParagraphRecord]] = []

    def keep(steps: tuple[SegmentStep, ...]) -> None:
        kept.extend((step.index, step.after) for step in steps)

    end = session.on_change(keep)
    session.do(Edit(1, "Nobody came."))
    session.do(Accept(1))
    end()
    session.do(Skip(0))
    assert [(index, record.state) for index, record in kept] == [(1, State.TRANSLATED), (1, State.REVIEWED)]


def test_a_listener_that_fails_costs_no_work_and_is_told(session: Session) -> None:
    def fail(_: Act) -> None:
        raise OSError("the disk is full")

    events: list[Event] = []
    session.on_act(fail)
    session.subscribe(events.append)
    session.do(Skip(1))
    assert session.paragraphs[1].state is State.SKIPPED
    assert NotWritten("the disk is full") in events
