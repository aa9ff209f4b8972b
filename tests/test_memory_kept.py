"""The project's memory is as its records are: at once for what is on the desk, and made anew whenever it is gone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from workbench.problem import WorkbenchError
from workbench.project import Session, State
from workbench.project.commands import Accept, BackToDraft, Command, Edit, Insert, Join, Redo, Skip, Split, Undo
from workbench.project.memories.known import gives_pairs, pairs_at
from workbench.project.memories.places import own_memory
from workbench.project.terms.changes import Change
from workbench.text import Span
from workbench.translation import ParagraphRecord

from .memory_material import FIRST, THANKS, Known, known, made_anew, make, settled

OURS = "Thank you for bearing with us."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make(tmp_path / "news")


@pytest.fixture
def session(root: Path) -> Iterator[Session]:
    with Session.open(root) as opened:
        opened.put_on_desk("a.txt")
        yield opened


def review(session: Session, index: int, english: str) -> None:
    session.do(Edit(index, english))
    session.do(Accept(index))


def german(session: Session) -> list[str]:
    """The German of all that is in the project's memory."""
    return sorted(pair.source.text for pair in session.project.memories.own.pairs())


@pytest.mark.feature("sentences or paragraphs")
@pytest.mark.feature("a memory of the project")
def test_what_is_reviewed_is_in_the_memory_at_once_sentence_by_sentence(session: Session) -> None:
    review(session, 2, f"On Monday nobody came. {OURS} Then the session began.")
    found = {pair.source.text: pair for pair in session.project.memories.own.pairs()}
    assert found[THANKS].target.text == OURS
    assert (found[THANKS].before, found[THANKS].after) == ("Am Montag kam niemand.", "Dann begann die Sitzung.")
    assert (found[THANKS].document, found[THANKS].place, found[THANKS].trust) == ("a.txt", 2, "reviewed")
    first = found["Am Montag kam niemand."]
    assert (first.before, first.after) == (THANKS, THANKS)  # across paragraphs


def test_the_edge_of_a_document_is_known_as_one(session: Session) -> None:
    review(session, 0, "The council meets today.")
    (pair,) = session.project.memories.own.pairs()
    assert (pair.before, pair.after) == ("", THANKS)


@pytest.mark.parametrize("command", [Undo(), Edit(1, "Thanks."), Skip(1), BackToDraft(1)])
def test_what_is_reviewed_no_more_is_out_of_the_memory_at_once(session: Session, command: Command) -> None:
    review(session, 1, OURS)
    assert german(session) == [THANKS]
    session.do(command)
    assert german(session) == []


def test_redo_brings_it_back(session: Session) -> None:
    review(session, 1, OURS)
    session.do(Undo())
    session.do(Redo())
    assert german(session) == [THANKS]


def test_a_paragraph_that_does_not_align_is_kept_whole(session: Session) -> None:
    review(session, 2, "No.")
    assert german(session) == [f"Am Montag kam niemand. {THANKS} Dann begann die Sitzung."]


def test_english_of_german_that_is_another_since_is_no_pair() -> None:
    now = ParagraphRecord("Der Rat trat zusammen.", english="The council met.", state=State.REVIEWED)
    assert gives_pairs(now)
    assert not gives_pairs(replace(now, old_german="Der Rat tagte."))


def test_after_a_cut_what_stands_behind_it_is_known_at_its_new_place(session: Session) -> None:
    review(session, 4, OURS)
    session.do(Split(2, len("Am Montag kam niemand. ")))
    assert [pair.place for pair in session.project.memories.own.pairs()] == [5]
    session.do(Undo())
    assert [pair.place for pair in session.project.memories.own.pairs()] == [4]


def test_sentences_that_are_reworded_in_another_document_are_known_as_they_are_now(session: Session) -> None:
    review(session, 1, OURS)
    session.save()
    session.put_on_desk("b.txt")
    waiting = OURS.replace("bearing", "waiting")
    place = (Span(14, 21),)
    ticked = Change("a.txt", 1, State.REVIEWED, THANKS, (), OURS, waiting, place, place, OURS, 0)
    *_, done = session.rewording([ticked], "waiting")
    assert done.sentences == 1
    settled(session)
    assert [pair.target.text for pair in session.project.memories.own.pairs()] == [waiting]


@pytest.mark.feature("a memory of the project")
def test_a_memory_that_is_gone_is_made_anew_from_the_records(root: Path, session: Session) -> None:
    review(session, 1, OURS)
    session.save()
    was = known(session.project.memories.own)
    session.close()
    for file in own_memory(root).parent.glob("*"):
        file.unlink()
    with Session.open(root) as again:
        again.put_on_desk("b.txt")
        again.draft()
        settled(again)
        assert known(again.project.memories.own) == was != set()


def test_what_another_program_makes_of_a_record_is_taken_up(root: Path, session: Session) -> None:
    review(session, 1, OURS)
    session.save()
    session.close()
    record = root / "translations" / "a.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace(OURS, "Thanks a lot."), encoding="utf-8")
    with Session.open(root) as again:
        again.put_on_desk("b.txt")
        again.draft()
        settled(again)
        assert [pair.target.text for pair in again.project.memories.own.pairs()] == ["Thanks a lot."]


@pytest.mark.feature("what no file has any more")
def test_an_article_that_is_gone_was_translated_all_the_same(root: Path, session: Session) -> None:
    review(session, 1, OURS)
    session.save()
    session.close()
    (root / "sources" / "a.txt").unlink()
    with Session.open(root) as again:
        again.put_on_desk("b.txt")
        again.draft()
        settled(again)
        assert german(again) == [THANKS]


def test_a_record_that_is_gone_is_forgotten(root: Path, session: Session) -> None:
    review(session, 1, OURS)
    session.save()
    session.close()
    (root / "translations" / "a.yaml").unlink()
    with Session.open(root) as again:
        again.put_on_desk("b.txt")
        again.draft()
        settled(again)
        assert german(again) == []


def test_a_project_that_is_only_read_has_what_its_records_have(root: Path, session: Session) -> None:
    review(session, 1, OURS)
    session.save()
    session.close()
    for file in own_memory(root).parent.glob("*"):
        file.unlink()
    with Session.open(root, read_only=True) as reader:
        reader.put_on_desk("b.txt")
        reader.draft()
        settled(reader)
        assert german(reader) == [THANKS]
    assert not own_memory(root).exists()


class AnyCommands(RuleBasedStateMachine):
    """Whatever is done in whatever order: the memory is what one is that is made anew from the records."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.root = make(self.folder / "news")
        self.begin()

    def begin(self) -> None:
        self.session = Session.open(self.root)
        self.made: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.session.deliver = self.made.put  # as a screen does: what lanes make is taken up where commands are given
        self.session.put_on_desk("a.txt")

    def do(self, command: Command) -> None:
        self.take_up_what_is_made()
        with suppress(WorkbenchError):
            self.session.do(command)

    def take_up_what_is_made(self) -> None:
        with suppress(Empty):
            while True:
                self.made.get_nowait()()

    def settled(self) -> None:
        self.take_up_what_is_made()
        while not (self.session.lanes.idle and self.made.empty()):
            settled(self.session)
            self.take_up_what_is_made()

    @property
    def size(self) -> int:
        return len(self.session.paragraphs)

    @rule(at=st.integers(0, 9), english=st.sampled_from([OURS, f"{OURS} {OURS}", "No.", "Yes. It rains. So what?", ""]))
    def edit(self, at: int, english: str) -> None:
        self.do(Edit(at % self.size, english))

    @rule(at=st.integers(0, 9), english=st.sampled_from([OURS, f"It rains. {OURS} So what?", "No."]))
    def review(self, at: int, english: str) -> None:
        self.do(Edit(at % self.size, english))
        self.do(Accept(at % self.size))

    @rule(at=st.integers(0, 9))
    def accept(self, at: int) -> None:
        self.do(Accept(at % self.size))

    @rule(at=st.integers(0, 9))
    def skip(self, at: int) -> None:
        self.do(Skip(at % self.size))

    @rule(at=st.integers(0, 9))
    def back(self, at: int) -> None:
        self.do(BackToDraft(at % self.size))

    @rule(at=st.integers(0, 9), german=st.integers(0, 60))
    def split(self, at: int, german: int) -> None:
        self.do(Split(at % self.size, german))

    @rule(at=st.integers(0, 9))
    def join(self, at: int) -> None:
        self.do(Join(at % self.size))

    @rule(at=st.integers(0, 9))
    def insert(self, at: int) -> None:
        self.do(Insert(at % self.size))

    @rule()
    def undo(self) -> None:
        self.do(Undo())

    @rule()
    def redo(self) -> None:
        self.do(Redo())

    @rule(name=st.sampled_from(["a.txt", "b.txt"]))
    def other_document(self, name: str) -> None:
        self.session.save()
        self.session.put_on_desk(name)
        self.session.draft()
        self.settled()

    @rule()
    def another_program(self) -> None:
        """The first article gets a line before its first one."""
        self.session.save()
        article = self.root / "sources" / "a.txt"
        if not article.read_text(encoding="utf-8").startswith("Neu."):
            article.write_text(f"Neu.\n\n{FIRST}", encoding="utf-8")
        with suppress(WorkbenchError):
            self.session.disk.look(busy=False)

    @rule()
    def again(self) -> None:
        """The program is ended and begun again."""
        self.session.save()
        self.session.close()
        self.begin()
        self.session.draft()
        self.settled()

    @precondition(lambda self: hasattr(self, "session"))
    @invariant()
    def what_is_on_the_desk_is_known_at_once(self) -> None:
        session, own = self.session, self.session.project.memories.own
        here = {one for one in known(own) if one[0] == session.document}
        pairs = (pairs_at(session.paragraphs, at, session.document, "") for at in range(self.size))
        assert {(p.place, p.target.shown()) for some in pairs for p in some} == {(at, en) for _, at, _, en, *_ in here}

    def known_when_opened_again(self) -> Known:
        with Session.open(self.root) as session:
            session.put_on_desk("b.txt")
            session.draft()
            settled(session)
            return known(session.project.memories.own)

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.save()
            self.session.draft()
            settled(self.session)
            self.session.save()
            found, changed = known(self.session.project.memories.own), self.session.disk.changed()
            self.session.close()
            assert changed or found == made_anew(self.root)
            assert self.known_when_opened_again() == made_anew(self.root)
            shutil.rmtree(self.folder)


TestAnyCommands = AnyCommands.TestCase
TestAnyCommands.settings = settings(
    max_examples=12, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
)
