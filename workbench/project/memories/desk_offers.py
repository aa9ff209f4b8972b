"""The offers of the memories for what the user is at."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

from workbench.glossary import Glossary
from workbench.memory import Found, Match, Stretch
from workbench.project.events import Changed, Event
from workbench.project.memories import refining
from workbench.project.memories.known import InContext
from workbench.project.memories.offers import OffersHere, offers_for, sentence_at
from workbench.project.memories.opened import Memories
from workbench.project.memories.refining import Refining
from workbench.text.house_style import HouseStyle

__all__ = ["Desk", "DeskOffers", "Found", "OfProject"]

_KEPT = 200  # sentences whose offers are remembered
_SHOW_EVERY = 10  # places of a concordance that are handed over at a time


class OfProject(refining.OfProject, Protocol):
    """The project: where it lies, what is in force, its package and its memories."""

    @property
    def memories(self) -> Memories:
        """The memories."""


class Desk(refining.Desk, Protocol):
    """The document that offers are made for, and where they are made and handed over (the session)."""

    @property
    def project(self) -> OfProject:
        """The project."""

    @property
    def document(self) -> str:
        """Its name."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked: a sentence of a document."""

    document: str
    sentence: InContext

    def is_about(self, found: Match | Stretch) -> bool:
        """Whether what a memory has is what stands in the very paragraph."""
        pair = found.pair
        return (pair.document, pair.place, found.memory) == (self.document, self.sentence.paragraph, "")


class DeskOffers:
    """The offers for what the user is at: asked for in the look-up lane, the latest first, and told by
    `Changed(offers=…)`. `come_to` is told of each paragraph (from 0) that the user comes to.
    """

    def __init__(self, desk: Desk, tell: Callable[[Event], None], come_to: Callable[[int], None]) -> None:
        self._desk, self._memories, self._tell, self._come_to = desk, desk.project.memories, tell, come_to
        self._known: dict[_Question, tuple[int, OffersHere]] = {}
        self._asked: tuple[_Question, int] | None = None
        self._state = 0  # of the memories, glossary and style: another number, other offers
        self._in_force: tuple[Glossary, HouseStyle, bool] | None = None
        self._at: tuple[str, int] | None = None
        self._refining = Refining(desk)

    def so_far(self, index: int, german: int | None = None) -> OffersHere | None:
        """The offers for the sentence at a place of a paragraph's German, else for its first that was not filled.

        None where they are being asked for, and where there is no German. Where a memory, the glossary or the style is
        another since, those of before are told until the new ones are there.
        """
        found = sentence_at(self._desk.paragraphs, index, german)
        if found is None:
            return None
        sentence, number, of = found
        settings = self._desk.project.settings
        in_force = self._desk.project.termbase.glossary, settings.style, settings.repair
        if self._in_force is None or in_force[0] is not self._in_force[0] or in_force[1:] != self._in_force[1:]:
            self._in_force = in_force
            self._state += 1
        question = _Question(self._desk.document, sentence)
        if self._at != (question.document, index):
            self._at = question.document, index
            self._come_to(index)
        state, here = self._known.get(question, (-1, None))
        if state != self._state and self._asked != (question, self._state):
            self._asked = question, self._state
            work = partial(self._look, question, number, of, *in_force[:2])
            asked = self._desk.lanes.look_up.submit(work, name="offers")
            asked.add_done_callback(partial(self._found, question, self._state))
        elif here is not None and state == self._state:
            self._refine(question, here)
        return here

    def forget(self) -> None:
        """A memory is another: whoever shows offers is told to ask again."""
        self._state += 1
        if self._at is not None:
            self._tell(Changed(self._desk.document, offers=frozenset({self._at[1]})))

    def concordance(
        self, words: str, language: Literal["de", "en"], found: Callable[[Sequence[Found]], None]
    ) -> Future[int]:
        """In the look-up lane: hand over places that have these words as they are found; how many there are.

        A newer question ends an older one.
        """
        return self._desk.lanes.look_up.submit(partial(self._concordance, words, language, found), name="concordance")

    def _look(
        self, question: _Question, number: int, of: int, glossary: Glossary, style: HouseStyle
    ) -> Generator[None, None, OffersHere]:
        """In the lane: what the memories have for a sentence."""
        found = yield from offers_for(question.sentence, self._memories, glossary, style)
        offers = tuple(offer for offer in found if not question.is_about(offer.match))
        several = () if offers else (yield from self._memories.stretches(question.sentence.text))
        stretches = tuple((one, None) for one in several if not question.is_about(one))
        return OffersHere(question.sentence, number, of, offers, stretches)

    def _found(self, question: _Question, state: int, done: Future[OffersHere]) -> None:
        if not done.cancelled() and done.exception() is None:
            self._desk.deliver(partial(self._take, question, state, done.result()))

    def _take(self, question: _Question, state: int, here: OffersHere) -> None:
        if self._asked != (question, state):
            return
        self._asked = None
        here = self._refining.with_known(here)
        self._keep(question, state, here)
        self._refine(question, here)

    def _refine(self, question: _Question, here: OffersHere) -> None:
        """What takes longer: nobody waits for it, and it is told as the offers were."""
        if not here.refined and question.document == self._desk.document:
            self._refining.begin(here, partial(self._take_refined, question, self._state))

    def _take_refined(self, question: _Question, state: int, before: OffersHere, here: OffersHere) -> None:
        if self._known.get(question) == (state, before) and state == self._state:
            self._keep(question, state, here)

    def _keep(self, question: _Question, state: int, here: OffersHere) -> None:
        while len(self._known) >= _KEPT:
            del self._known[next(iter(self._known))]
        self._known[question] = state, here
        if question.document == self._desk.document:
            self._tell(Changed(question.document, offers=frozenset({question.sentence.paragraph})))

    def _concordance(
        self, words: str, language: Literal["de", "en"], found: Callable[[Sequence[Found]], None]
    ) -> Generator[None, None, int]:
        places: list[Found] = []
        count = 0
        for place in self._memories.concordance(words, language):
            places.append(place)
            count += 1
            if len(places) == _SHOW_EVERY:
                self._desk.deliver(partial(found, tuple(places)))
                places.clear()
            yield
        if places:
            self._desk.deliver(partial(found, tuple(places)))
        return count
