"""The session: every change is a command, one event says what is another, one undo takes one act back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.glossary import Entry
from workbench.glossary.file.patch import Patch
from workbench.problem import WorkbenchError
from workbench.project import Changed, Draft, Session, State
from workbench.project.commands import (
    Accept,
    AddEntry,
    BackToDraft,
    ChangeEntry,
    Command,
    Edit,
    LetStand,
    Redo,
    RemoveEntry,
    Skip,
    Undo,
    WriteNote,
)
from workbench.project.editing import put_back
from workbench.project.events import Event, NotWritten
from workbench.project.history import Batch, SegmentStep
from workbench.project.terms.changes import changes
from workbench.project.terms.usages import Uses
from workbench.translation import decisions

from .session_material import CSTO, GLOSSARY, make

CALM = Draft("A machine's sentence.", "p")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path)
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    with Session.open(folder) as opened:
        opened.put_on_desk("a.txt")
        yield opened


def heard(session: Session) -> list[Changed]:
    """What the session tells from now on."""
    events: list[Changed] = []

    def hear(event: Event) -> None:
        if isinstance(event, Changed):
            events.append(event)

    session.subscribe(hear)
    return events


def texts(session: Session) -> list[str]:
    return [paragraph.english for paragraph in session.paragraphs]


# What changes is told


def test_a_finding_elsewhere_goes_by_itself(session: Session) -> None:
    """A name with `first:` stands in the first and the third paragraph; the first is skipped."""
    session.do(Edit(0, f"The {CSTO} met in Minsk on Thursday, the agency reported."))
    session.do(Edit(2, f"The {CSTO} wants to meet in Kyiv again, it was said."))
    assert [finding.check for finding in session.findings_of(2)] == ["later-mention"]
    events = heard(session)
    session.do(Skip(0))
    (told,) = events
    assert told.segments == {0}
    assert 2 in told.findings
    assert session.findings_of(2) == ()
    session.do(Undo())
    assert events[-1].segments == {0}
    assert 2 in events[-1].findings
    assert [finding.check for finding in session.findings_of(2)] == ["later-mention"]


def test_an_edit_that_touches_nothing_else_tells_only_its_paragraph(session: Session) -> None:
    events = heard(session)
    session.do(Edit(1, "Nobody came to town on Friday to talk."))
    assert [(event.segments, event.findings) for event in events] == [(frozenset({1}), frozenset({1}))]
    session.do(Edit(1, "Nobody came to town on Friday to talk."))
    assert len(events) == 1


def test_another_glossary_is_told_and_all_findings_are_of_it(session: Session) -> None:
    session.do(Edit(2, f"The {CSTO} wants to meet in Kiev."))
    assert "term-missing" in {finding.check for finding in session.findings_of(2)}
    events = heard(session)
    (kyiv,) = (entry for entry in session.termbase.entries if entry.en == "Kyiv")
    session.do(ChangeEntry(kyiv, Entry(("Kiew",), "Kiev")))
    assert events[0].glossary
    assert "term-missing" not in {finding.check for finding in session.findings_of(2)}


def test_whoever_has_left_is_not_told(session: Session) -> None:
    events: list[Event] = []
    leave = session.subscribe(events.append)
    session.do(Skip(0))
    leave()
    session.do(Skip(1))
    assert len(events) == 1


# Undo


def test_undo_goes_back_through_an_accept_and_is_on_the_disk(session: Session, folder: Path) -> None:
    session.do(Edit(1, "Nobody came."))
    session.do(Accept(1))
    session.do(WriteNote(1, "really?"))
    assert session.do(Undo()).told == "undone: note of paragraph 2"
    assert session.do(Undo()).told == "undone: accept of paragraph 2"
    assert "state: translated" in (folder / "translations" / "a.yaml").read_text(encoding="utf-8")
    assert session.do(Undo()).told == "undone: edit of paragraph 2"
    assert session.do(Undo()).told == ""
    assert [session.do(Redo()).told for _ in range(4)] == [
        "done again: edit of paragraph 2",
        "done again: accept of paragraph 2",
        "done again: note of paragraph 2",
        "",
    ]
    assert (session.paragraphs[1].state, session.paragraphs[1].note) == (State.REVIEWED, "really?")


def test_typing_is_one_act_but_not_across_anything_else(session: Session) -> None:
    for text in ("C", "Ca", "Calm"):
        session.do(Edit(0, text, continuing=True))
    session.do(Accept(0))
    session.do(Edit(0, "Calm!", continuing=True))
    session.do(Undo())
    assert texts(session)[0] == "Calm"
    session.do(Undo())
    session.do(Edit(0, "Calm?", continuing=True))
    session.do(Undo())
    assert texts(session)[0] == "Calm"
    session.do(Undo())
    assert texts(session)[0] == ""


def test_a_change_after_undo_ends_what_can_be_done_again(session: Session) -> None:
    session.do(Edit(0, "One"))
    session.do(Undo())
    session.do(Edit(0, "Two"))
    assert session.do(Redo()).told == ""


def test_undo_gives_the_newest_draft_not_the_one_of_then(session: Session) -> None:
    session.do(Edit(0, "Typed before the draft came"))
    session.drafting.take_drafts(session.paragraphs, [(0, CALM)])
    session.do(Undo())
    assert (texts(session)[0], session.paragraphs[0].state) == (CALM.english, State.DRAFT)


def test_undo_of_an_act_that_brought_a_draft_takes_the_draft_back(session: Session) -> None:
    session.drafting.take_drafts(session.paragraphs, [(0, CALM)])
    followed = decisions.drafted(session.paragraphs[0], Draft("As it was said before.", "memory"))
    steps = [SegmentStep("a.txt", s.index, s.before, s.after) for s in session.translation.correct({0: followed})]
    batch = Batch("accept of paragraph 2", tuple(steps))
    opened, termbase, words = (lambda _: session.translation), session.termbase, session.project.words
    for redo, english in ((False, CALM.english), (True, followed.english), (False, CALM.english)):
        (step,) = put_back(batch, opened, termbase, words, redo=redo)
        assert step.after == session.paragraphs[0]
        assert (texts(session)[0], session.paragraphs[0].state) == (english, State.DRAFT)


def test_a_reason_and_taking_it_back_are_acts(session: Session) -> None:
    session.do(Edit(2, "They want to meet again, it was said."))
    finding = session.findings_of(2)[0]
    session.do(LetStand(2, (finding,), "named above"))
    assert [f.overridden for f in session.findings_of(2) if f.about == finding.about] == [True]
    session.do(LetStand(2, (finding,), None))
    assert session.do(Undo()).told == "undone: taking back a reason of paragraph 3"
    assert session.paragraphs[2].overrides[0].reason == "named above"


def test_the_glossary_is_changed_and_changed_back(session: Session, folder: Path) -> None:
    glossary = folder / "glossary.yaml"
    session.do(AddEntry(Entry(("Minsk",), "Minsk")))
    assert "Minsk" in glossary.read_text(encoding="utf-8")
    session.do(Undo())
    assert glossary.read_text(encoding="utf-8") == GLOSSARY
    (kyiv,) = (entry for entry in session.termbase.entries if entry.en == "Kyiv")
    session.do(RemoveEntry(kyiv))
    assert "Kiew" not in glossary.read_text(encoding="utf-8")
    session.do(Undo())
    assert glossary.read_text(encoding="utf-8") == GLOSSARY
    session.do(Redo())
    assert [entry.en for entry in session.termbase.entries] == ["CSTO"]


def test_an_entry_is_changed_back_though_somebody_else_changed_the_file_since(session: Session, folder: Path) -> None:
    glossary = folder / "glossary.yaml"
    (kyiv,) = (entry for entry in session.termbase.entries if entry.en == "Kyiv")
    session.do(RemoveEntry(kyiv))
    glossary.write_text(glossary.read_text(encoding="utf-8") + "- {de: Minsk, en: Minsk}\n", encoding="utf-8")
    session.termbase.reload()
    session.do(Undo())
    assert {entry.en for entry in session.termbase.entries} == {"CSTO", "Minsk", "Kyiv"}


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_a_patch_makes_one_text_of_the_other_and_touches_no_third(before: str, after: str, third: str) -> None:
    patch = Patch.between(before, after)
    assert patch.applied(before) == after
    assert patch.reversed().applied(after) == before
    assert third == before or patch.applied(third) is None


def test_an_entry_with_its_sentences_in_two_documents_is_one_act(session: Session, folder: Path) -> None:
    for name in ("b.txt", "a.txt"):
        session.put_on_desk(name)
        session.do(Edit(2, "The CSTO wants to meet in Kyiv again on Saturday."))
        session.do(Accept(2))
        session.save()
    (old,) = (entry for entry in session.termbase.entries if entry.en == "Kyiv")
    session.do(ChangeEntry(old, Entry(("Kiew",), "Kiev")))
    uses = Uses(session.project, session.translation.record)
    list(uses.collect())
    (new,) = (entry for entry in session.termbase.entries if entry.en == "Kiev")
    list(session.rewording(tuple(changes(uses, old, new)), "Kiev", follows=True))
    assert "Kiev" in texts(session)[2]
    other = folder / "translations" / "b.yaml"
    assert "meet in Kiev" in other.read_text(encoding="utf-8")
    assert session.do(Undo()).told == "undone: Kiev in 2 places"
    assert "Kyiv" in texts(session)[2]
    assert "meet in Kyiv" in other.read_text(encoding="utf-8")
    assert [entry.en for entry in session.termbase.entries] == ["CSTO", "Kyiv"]
    session.do(Redo())
    assert "meet in Kiev" in other.read_text(encoding="utf-8")


@pytest.mark.feature("undo")
def test_an_act_in_another_document_is_undone_there(session: Session, folder: Path) -> None:
    session.do(Edit(1, "Nobody came."))
    session.do(Accept(1))
    session.put_on_desk("b.txt")
    told = session.do(Undo())
    assert (told.told, told.at) == ("undone: accept of paragraph 2", None)
    assert "reviewed" not in (folder / "translations" / "a.yaml").read_text(encoding="utf-8")


def test_an_act_whose_paragraph_was_changed_meanwhile_is_not_undone(session: Session, folder: Path) -> None:
    session.do(Edit(1, "Nobody came."))
    session.do(Accept(1))
    session.put_on_desk("b.txt")
    record = folder / "translations" / "a.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("Nobody came.", "No one came."), encoding="utf-8")
    with pytest.raises(WorkbenchError, match="paragraph 2 has been changed meanwhile"):
        session.do(Undo())
    assert "No one came." in record.read_text(encoding="utf-8")


def test_a_batch_is_undone_whole_or_not_at_all(session: Session, folder: Path) -> None:
    test_an_entry_with_its_sentences_in_two_documents_is_one_act(session, folder)
    glossary, other = folder / "glossary.yaml", folder / "translations" / "b.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("again on", "once more on"), encoding="utf-8")
    before = glossary.read_bytes(), other.read_bytes(), texts(session)
    with pytest.raises(WorkbenchError, match="changed meanwhile"):
        session.do(Undo())
    assert (glossary.read_bytes(), other.read_bytes(), texts(session)) == before


ACTS = st.tuples(st.integers(0, 2), st.sampled_from(["edit", "accept", "skip", "back", "note"]), st.text(max_size=3))


def command(index: int, act: str, text: str) -> Command:
    acts: dict[str, Command] = {
        "edit": Edit(index, text, continuing=len(text) > 1),
        "accept": Accept(index),
        "skip": Skip(index),
        "back": BackToDraft(index),
        "note": WriteNote(index, text),
    }
    return acts[act]


@settings(max_examples=25, deadline=None)
@given(st.lists(ACTS, max_size=8))
def test_undo_goes_all_the_way_back_and_redo_all_the_way_on(acts: list[tuple[int, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        make(Path(name))
        with Session.open(Path(name)) as session:
            session.put_on_desk("a.txt")
            session.drafting.take_drafts(session.paragraphs, [(2, CALM)])
            session.drafting.end()  # a draft that comes amid the acts is no step of theirs
            start = session.translation.record
            for index, act, text in acts:
                with suppress(WorkbenchError):  # nothing to accept
                    session.do(command(index, act, text))
            end = session.translation.record
            while session.do(Undo()).told:
                pass
            assert session.translation.record == start
            while session.do(Redo()).told:
                pass
            assert session.translation.record == end
            session.save()
            again = session.project.open_document("a.txt")
            assert again.record == end


def test_an_english_version_that_cannot_be_written_is_told_and_the_work_is_safe(folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("a.txt")
        told: list[Event] = []
        session.subscribe(told.append)
        (folder / "translations").mkdir(exist_ok=True)
        session.do(Edit(1, "Nobody came."))
        session.do(Accept(1))
        (folder / "translations" / "a.en.txt").mkdir()
        session.save()
        session.lanes.disk.submit(lambda: None).result(10)
        (failed,) = (event for event in told if isinstance(event, NotWritten))
        assert "a.en.txt" in failed.problem
        assert "Nobody came." in (folder / "translations" / "a.yaml").read_text(encoding="utf-8")
