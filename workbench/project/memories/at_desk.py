"""The memories at the desk: kept as the document is, asked what follows an accept, and what they offer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Protocol

from workbench.memory.sentences import english_sentences
from workbench.problem import WorkbenchError
from workbench.project.events import Event, NotWritten
from workbench.project.history import SegmentStep
from workbench.project.memories import desk_offers as offering
from workbench.project.memories.desk_offers import DeskOffers
from workbench.project.memories.files_at_desk import FilesAtDesk
from workbench.project.memories.filling import filled, filled_at, is_from
from workbench.project.memories.following import Followers, equal_to, followers, looked_ahead
from workbench.project.memories.keeping import Keeping
from workbench.project.memories.known import gives_pairs
from workbench.project.memories.same_german import Places
from workbench.translation import UNTOUCHED, ParagraphRecord, Translation

Follow = Callable[[Iterable[int]], None]


class OnDisk(Protocol):
    """The document as other programs leave it on the disk."""

    def changed(self) -> bool:
        """Whether another program changed the document on the desk."""


class Desk(offering.Desk, Protocol):
    """The document on the desk, and where work on it is done and handed over (the session)."""

    @property
    def disk(self) -> OnDisk:
        """What others change of it."""

    @property
    def opened(self) -> Translation | None:
        """The document; None where there is none."""


class AtDesk:
    """Keeps the project's memory as the document on the desk is, and asks the memories for it.

    `tell` gets what cannot be used, once; `follow` is told which paragraphs are to be drafted again.
    """

    def __init__(self, desk: Desk, tell: Callable[[Event], None], follow: Follow) -> None:
        self._desk, self._tell, self._follow = desk, tell, follow
        self._memories = desk.project.memories
        self._keeping = Keeping(self._memories, desk.project.layout)
        self._translation: Translation | None = None
        self._told: set[str] = set()
        self._places = Places()
        self.files = FilesAtDesk(desk, self._memories.laid_in, self._others_asked)
        """The files in `memories/`."""
        self.offers = DeskOffers(desk, tell, self._look_ahead)
        """What the memories offer for the sentence that the user is at."""

    def begin(self) -> None:
        """Take up the document that is on the desk; what was on it before is put away, as it was saved."""
        opened = self._desk.opened
        if opened is not None and self._translation is not opened:
            self.put_away()
            self._translation, self._places = opened, Places()
            self._keeping.begin(opened.record, opened.path)

    def _changed_elsewhere(self) -> bool:
        """Whether another program changed the article or its record, and nobody has taken that up."""
        try:
            return self._desk.disk.changed()
        except WorkbenchError:
            return True

    def put_away(self) -> None:
        """The document leaves the desk."""
        if self._translation is not None:
            self._keeping.put_away(saved=self._translation.recorded and not self._changed_elsewhere())
            self._translation = None

    def make(self) -> None:
        """In the look-up lane: take up what is another in the records; then what is filled by that is drafted again."""
        self._desk.lanes.look_up.submit(self._made, name="memory").add_done_callback(self._told_of)
        self.files.look()

    def take(self, steps: Iterable[SegmentStep]) -> None:
        """Paragraphs are others now: at return the memory is as those of the desk's document are."""
        elsewhere: dict[str, list[int]] = {}
        here = []
        for step in steps:
            if not (gives_pairs(step.before) or gives_pairs(step.after)):
                continue
            if step.document == self._desk.document:
                here.append(step.index)
            else:
                elsewhere.setdefault(step.document, []).append(step.index)
        if here and self._translation is not None:
            self._keeping.take(self._translation.record, here)
        for document, indexes in elsewhere.items():
            self._keeping.forget(document, indexes)
        if here or elsewhere:
            self.offers.forget()
            self._look_after(again=bool(elsewhere))

    def taken_anew(self) -> None:
        """The document on the desk was cut, joined, or read anew."""
        if self._translation is not None:
            self._keeping.taken_anew(self._translation.record)
            self.offers.forget()
            self._look_after(again=True)

    def followers(self, index: int) -> Followers:
        """What follows if a paragraph (from 0) is accepted as it is now."""
        assert self._translation is not None
        return followers(self._translation, index, self._places.now(self._desk.paragraphs), self._memories)

    def equal_to(self, steps: Sequence[SegmentStep]) -> frozenset[int]:
        """The untouched paragraphs of the document on the desk that have a sentence of those that were changed."""
        here = [step for step in steps if step.document == self._desk.document]
        return equal_to(self._desk.paragraphs, here, self._places.now(self._desk.paragraphs)) if here else frozenset()

    def _look_ahead(self, index: int) -> None:
        """In the look-up lane: find out about the German of a paragraph that the user has come to."""
        work = partial(looked_ahead, self._desk.paragraphs, index, self._places)
        self._desk.lanes.look_up.submit(work, name="ahead")

    def _look_after(self, *, again: bool) -> None:
        """Tell what is wrong; make the memory anew where it is gone, or what is another `again`."""
        if self._memories.begun_anew:
            self._memories.begun_anew = False
            self._keeping.begun_anew()
            again = True
        for problem in self._memories.problems:
            if str(problem) not in self._told:
                self._told.add(str(problem))
                self._tell(NotWritten(str(problem)))
        if again:
            self.make()

    def _made(self) -> Generator[None, None, tuple[Sequence[ParagraphRecord], list[int]]]:
        """In the lane: the paragraphs of the document on the desk, and which of them something fills now."""
        english_sentences("One. Two.")  # what this loads takes half a second: no accept is to wait for it
        yield
        yield from self._places.prepared(self._desk.paragraphs)
        changed = yield from self._keeping.make()
        records = self._desk.paragraphs
        found = []
        for index, record in enumerate(records if changed else ()):
            if record.state in UNTOUCHED:
                found += [at for at, _ in filled(records, (index,), self._memories)]
                yield
        return records, found

    def _others_asked(self, gone: Collection[str]) -> None:
        """Other memories are asked: what they fill now, and what those that are `gone` filled, is drafted again."""
        self.offers.forget()
        work = partial(self._with_others, frozenset(gone))
        self._desk.lanes.look_up.submit(work, name="other memories").add_done_callback(self._told_of)

    def _with_others(self, gone: Collection[str]) -> Generator[None, None, tuple[Sequence[ParagraphRecord], list[int]]]:
        """In the lane: the paragraphs of the document on the desk, and which of them are to be drafted again."""
        records, found = self._desk.paragraphs, list[int]()
        for index, record in enumerate(records):
            if record.state in UNTOUCHED:
                from_gone = record.draft and any(is_from(place, gone) for _, _, place in record.draft.memory)
                if from_gone or filled_at(records, index, self._memories).sentences:
                    found.append(index)
                yield
        return records, found

    def _told_of(self, done: Future[tuple[Sequence[ParagraphRecord], list[int]]]) -> None:
        if not done.cancelled() and done.exception() is None:
            self._desk.deliver(partial(self._fill, *done.result()))

    def _fill(self, records: Sequence[ParagraphRecord], found: list[int]) -> None:
        now = self._desk.paragraphs
        fits = [i for i in found if i < len(now) and now[i].german == records[i].german]
        self.offers.forget()
        self._look_after(again=False)
        if fits:
            self._follow(fits)
