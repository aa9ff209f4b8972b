"""Equal sentences elsewhere follow an accept, as one act; those that a person translated otherwise are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.memory_material import THANKS, known, made_anew, make, settled, untouched
from workbench.project import Changed, Session, State
from workbench.project.commands import Accept, Edit, Redo, Skip, TakeOffer, Undo
from workbench.project.memories.same_german import Places
from workbench.text import Inline, sentence_spans

OURS = "Thank you for bearing with us."
LOCKED = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="a" source-language="de" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Vielen Dank.</source></trans-unit>
<trans-unit id="2" translate="no"><source>Vielen Dank.</source></trans-unit>
<trans-unit id="3"><source>Vielen Dank.</source></trans-unit>
</body></file></xliff>
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.open(make(tmp_path / "news")) as opened:
        opened.put_on_desk("a.txt")
        opened.draft()
        settled(opened)
        yield opened


def english(session: Session) -> list[str]:
    return [paragraph.english for paragraph in session.paragraphs]


def accept(session: Session, index: int, text: str) -> Changed:
    session.do(Edit(index, text))
    return session.do(Accept(index))


@pytest.mark.feature("equal sentences follow")
def test_equal_sentences_follow_and_the_rest_of_their_paragraphs_stays(session: Session) -> None:
    before = english(session)
    changed = accept(session, 1, OURS)
    assert changed.told == "paragraph 2 accepted; 3 and 5 follow"
    assert changed.segments == {1, 2, 4}
    now = session.paragraphs
    assert now[4].english == OURS and now[4].state is State.DRAFT
    assert now[2].english.replace(OURS, "…") == before[2].replace("Thank you for your patience.", "…")
    assert now[4].draft and now[4].draft.memory == ((THANKS, "100", "a.txt ¶2"),)


def test_it_is_on_the_disk_with_the_accept(session: Session) -> None:
    accept(session, 1, OURS)
    saved = session.project.open_document("a.txt").paragraphs
    assert [p.english for p in saved] == english(session)


@pytest.mark.feature("equal sentences follow")
def test_one_undo_takes_all_of_it_back_and_one_redo_does_it_again(session: Session) -> None:
    before = english(session)
    accept(session, 1, OURS)
    after = english(session)
    session.do(Undo())
    settled(session)
    assert english(session) == [before[0], OURS, *before[2:]]
    session.do(Redo())
    settled(session)
    assert english(session) == after


def test_drafts_are_made_again_as_the_accept_left_them(session: Session) -> None:
    accept(session, 1, OURS)
    after = session.paragraphs
    settled(session)
    assert session.paragraphs == after
    session.save()
    session.put_on_desk("a.txt")
    session.draft()
    settled(session)
    assert [p.english for p in session.paragraphs] == [p.english for p in after]


def test_who_has_been_worked_on_does_not_follow_and_is_told(session: Session) -> None:
    session.do(Edit(4, "Cheers."))
    session.do(Skip(2))
    changed = accept(session, 1, OURS)
    assert changed.told == "paragraph 2 accepted; 5 is translated otherwise"
    assert session.paragraphs[4].english == "Cheers."


def test_what_is_translated_the_same_is_not_told(session: Session) -> None:
    session.do(Edit(4, OURS))
    session.do(Skip(2))
    assert accept(session, 1, OURS).told == "paragraph 2 accepted"


@pytest.mark.feature("another translation of the same text")
def test_what_is_translated_otherwise_in_another_document_is_told_with_its_place(session: Session) -> None:
    accept(session, 0, "The council is in session today.")
    session.save()
    session.put_on_desk("b.txt")
    assert accept(session, 0, "The council meets today.").told == (
        "paragraph 1 accepted; a.txt ¶1 is translated otherwise"
    )


def test_many_that_follow_are_told_in_short(tmp_path: Path) -> None:
    root = make(tmp_path / "many", {"a.txt": "\n\n".join([THANKS] * 8) + "\n"})
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        session.draft()
        settled(session)
        assert accept(session, 0, OURS).told == "paragraph 1 accepted; 2, 3, 4 and 4 more follow"


def test_what_its_file_has_locked_does_not_follow(tmp_path: Path) -> None:
    root = make(tmp_path / "locked", {"a.xlf": LOCKED})
    with Session.open(root) as session:
        session.put_on_desk("a.xlf")
        session.draft()
        settled(session)
        locked = [index for index in range(3) if session.translation.locked(index)]
        was = [session.paragraphs[index] for index in locked]
        accept(session, 0, "Many thanks.")
        assert locked == [1]
        assert [session.paragraphs[index] for index in locked] == was
        assert session.paragraphs[2].english == "Many thanks."


def test_a_draft_from_a_place_with_the_same_neighbours_stays(tmp_path: Path) -> None:
    text = f"Es regnet.\n\n{THANKS}\n\nEs schneit.\n\nAnders hier.\n\n{THANKS}\n\nUnd Schluss.\n"
    root = make(tmp_path / "near", {"a.txt": text, "b.txt": text})
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        accept(session, 4, "Thanks, then.")
        session.save()
        session.put_on_desk("b.txt")
        session.draft()
        settled(session)
        assert session.paragraphs[4].english == "Thanks, then."
        accept(session, 1, OURS)
        settled(session)
        assert session.paragraphs[4].english == "Thanks, then."


def test_sentences_are_found_whatever_autocorrection_made_of_them() -> None:
    records = untouched("Er sagte „nein“ … oft. Und?", 'So. Er sagte "nein" ... oft.', "Er sagte nein.")
    places = Places(records).of("Er sagte »nein« … oft.")
    assert [place.paragraph for place in places] == [0, 1]


def test_the_memory_is_as_the_records_are_after_it(session: Session) -> None:
    accept(session, 1, OURS)
    session.do(Undo())
    session.do(Redo())
    settled(session)
    session.save()
    root = session.project.layout.root
    assert known(session.project.memories.own) == made_anew(root)


def test_offers_that_are_put_in_one_after_another_are_one_act(session: Session) -> None:
    was = session.paragraphs[1]
    session.do(TakeOffer(1, Inline("Thanks."), "offer 1 is in"))
    told = session.do(TakeOffer(1, Inline("Thank you all."), "offer 2 is in", continuing=True)).told
    assert (told, session.paragraphs[1].english) == ("offer 2 is in", "Thank you all.")
    session.do(Undo())
    assert session.paragraphs[1] == was


def test_an_accept_looks_for_no_german_sentence_that_was_not_found_when_the_user_came_to_it(session: Session) -> None:
    sentence_spans.cache_clear()  # as after a start with drafts that stand in the record
    session.memories.so_far(1)
    settled(session)
    before = sentence_spans.cache_info().misses
    assert before > 3
    changed = accept(session, 1, OURS)
    assert changed.segments == {1, 2, 4}
    assert sentence_spans.cache_info().misses == before
