"""What the memories offer for the sentence that the user is at, without anybody waiting for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.memory_material import THANKS, make, settled, untouched
from workbench.memory import Found
from workbench.project import Changed, Session
from workbench.project.commands import Accept, Edit, Split, Undo
from workbench.project.events import Event
from workbench.project.memories.offers import OffersHere, sentence_at, with_offer
from workbench.text import Inline
from workbench.translation import ParagraphRecord, State

NEAR = "Vielen Dank für Ihre große Geduld.\n\nHeute ist es warm. Der Rat tagt morgen.\n\nEs schneit.\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    root = make(tmp_path / "news", {"a.txt": f"{THANKS}\n\nDer Rat tagt heute.\n", "b.txt": NEAR})
    with Session.open(root) as opened:
        opened.put_on_desk("a.txt")
        for index, english in enumerate(("Thank you for bearing with us.", "The council meets today.")):
            opened.do(Edit(index, english))
            opened.do(Accept(index))
        opened.save()
        opened.put_on_desk("b.txt")
        yield opened


def offered(session: Session, index: int, german: int | None = None) -> OffersHere:
    session.memories.so_far(index, german)
    settled(session)
    here = session.memories.so_far(index, german)
    assert here is not None
    return here


def test_offers_come_with_their_percentage_their_english_and_what_differs(session: Session) -> None:
    here = offered(session, 0)
    (offer,) = here.offers
    assert (offer.match.percent, offer.target.text) == (83, "Thank you for bearing with us.")
    assert [part.text.strip() for part in offer.diff if part.kind != "same"] == ["große"]
    assert (here.number, here.of) == (1, 1)


def test_nothing_is_known_before_it_was_looked_for_and_then_it_is_told(session: Session) -> None:
    events: list[Event] = []
    session.subscribe(events.append)
    assert session.memories.so_far(0) is None
    settled(session)
    assert [event.offers for event in events if isinstance(event, Changed)] == [{0}, {0}]  # then what is repaired of it


def test_the_sentence_is_the_one_at_the_place_in_the_german(session: Session) -> None:
    here = offered(session, 1, NEAR.split("\n\n")[1].index("Rat"))
    assert (here.sentence.text.text, here.number, here.of) == ("Der Rat tagt morgen.", 2, 2)
    assert [offer.match.percent for offer in here.offers] == [75]
    assert offered(session, 1, 3).number == 1


def test_what_is_accepted_is_offered_at_once(session: Session) -> None:
    assert offered(session, 2).offers == ()
    session.do(Edit(2, "It’s snowing."))
    session.do(Accept(2))
    assert offered(session, 2).offers == ()  # nobody is offered what stands there
    session.do(Split(1, len("Heute ist es warm.")))
    session.do(Edit(2, "The council meets tomorrow."))
    session.do(Accept(2))
    session.do(Undo())
    assert [offer.target.text for offer in offered(session, 2).offers] == ["The council meets today."]


def test_nobody_is_offered_stretches_of_what_stands_in_the_very_paragraph(tmp_path: Path) -> None:
    root = make(tmp_path / "two", {"c.txt": "Der Rat der Stadt tagte am Abend im Saal. Dann gingen alle nach Hause.\n"})
    with Session.open(root) as session:
        session.put_on_desk("c.txt")
        session.do(Edit(0, "In the evening the council met and went home."))
        session.do(Accept(0))
        here = offered(session, 0)
        assert (here.offers, here.stretches) == ((), ())


def test_without_a_place_it_is_the_first_sentence_that_was_not_filled() -> None:
    (record,) = untouched("Es regnet. Es schneit.")
    assert sentence_at((record,), 0, None) is not None
    _, number, of = sentence_at((record,), 0, None) or (None, 0, 0)
    assert (number, of) == (1, 2)
    assert sentence_at(untouched(" "), 0, None) is None


def test_a_concordance_hands_over_what_it_finds(session: Session) -> None:
    found: list[Found] = []

    def take(places: Sequence[Found]) -> None:
        found.extend(places)

    count = session.memories.concordance("Geduld", "de", take).result(timeout=60)
    assert count == 1
    assert found[0].pair.source.text == THANKS


def test_an_offer_goes_to_the_place_of_its_sentence() -> None:
    german = "Es regnet. Der Rat tagt heute."
    record = ParagraphRecord(german, "It rains. The council is meeting.", State.TRANSLATED)
    sentence, *_ = sentence_at((record,), 0, 15) or pytest.fail("no sentence")
    assert with_offer(record, sentence, Inline("The council meets today.")).text == "It rains. The council meets today."


def test_an_offer_for_the_only_sentence_is_all_of_the_english() -> None:
    record = ParagraphRecord("Es regnet.", "Rain. Rain. Rain.", State.TRANSLATED)
    sentence, *_ = sentence_at((record,), 0, None) or pytest.fail("no sentence")
    assert with_offer(record, sentence, Inline("It rains.")).text == "It rains."
