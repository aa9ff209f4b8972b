"""Suggestions for the English that is being typed at the desk: at once what is known, the package's in its lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from workbench.glossary import TermHit
from workbench.memory import sentences_beside
from workbench.problem import WorkbenchError
from workbench.project.completing.ranked import suggestions
from workbench.project.completing.suggestion import Suggestion
from workbench.project.completing.writing import Known, Version, Writing, writing_of
from workbench.project.delivery import Deliver
from workbench.project.jobs import Lanes
from workbench.project.settings.settings import Settings
from workbench.project.termbase import Termbase
from workbench.text import sentence_spans
from workbench.translation import ParagraphRecord

if TYPE_CHECKING:  # the engine is loaded when the package is asked
    from workbench.engine import Drafter
    from workbench.project.memories.offers import OffersHere

_KEPT = 50  # ways of the package that are remembered for a paragraph


class OfProject(Protocol):
    """The project: what is in force, and its package."""

    settings: Settings
    termbase: Termbase

    @property
    def drafter(self) -> Drafter:
        """The package in use. Raises WorkbenchError where it is gone."""


class Desk(Protocol):
    """The document that is written, and where suggestions are made and handed over (the session)."""

    lanes: Lanes
    deliver: Deliver

    @property
    def project(self) -> OfProject:
        """The project."""

    @property
    def paragraphs(self) -> Sequence[ParagraphRecord]:
        """The paragraphs as they are now."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A paragraph's English while it is typed, without codes: up to the cursor, and behind it."""

    index: int
    before: str
    behind: str = ""


class Completing:
    """What may follow the cursor of the cell that is open. `told` is called when there is more than there was.

    A suggestion stays as long as it is what is typed. The package is asked where nothing else has any, for one place at
    a time: while it is at one, only the last place that came since is kept.
    """

    def __init__(self, desk: Desk, told: Callable[[], None]) -> None:
        self._desk, self._told = desk, told
        self._of: tuple[object, ...] = ()
        self._known: Known | None = None
        self._ways: tuple[str, ...] = ()
        self._last: tuple[Typed, Suggestion] | None = None
        self._asked: Writing | None = None
        self._wanted: Writing | None = None
        self._tried: set[Writing] = set()

    def begin(self, index: int, offers: OffersHere | None = None) -> Known | None:
        """What is known of a paragraph; None while that is being found out."""
        record = self._desk.paragraphs[index]
        german, draft = record.german, record.draft.english if record.draft else ""
        glossary = self._desk.project.termbase
        now = (german, draft, glossary.ready and glossary.glossary, offers)
        if self._of != now:
            if self._of[:2] != now[:2]:
                self._ways, self._last = (), None
            self._of, self._known, self._wanted = now, None, None
            self._tried.clear()
            hits = glossary.hits(german)
            found = self._desk.lanes.look_up.submit(partial(known_of, german, draft, hits, offers), name="completing")
            found.add_done_callback(lambda done: self._hand_over(partial(self._take_known, now), done))
        return self._known

    def suggestion(self, typed: Typed, offers: OffersHere | None = None, *, ask: bool = True) -> Suggestion | None:
        """The best that is known by now; where nothing is, the package is asked, if it may be (`ask`).

        It takes a millisecond or two.
        """
        known = self.begin(typed.index, offers)
        going_on = self._going_on(typed)
        if going_on is not None or known is None:
            return going_on
        writing = writing_of(known, typed.before, typed.behind)
        if writing is None:
            return None
        found = suggestions(writing, known, self._ways)
        if found:
            self._last = typed, found[0]
            return found[0]
        if ask:
            self._ask(writing)
        return None

    def _going_on(self, typed: Typed) -> Suggestion | None:
        """What is left of the last suggestion, where what was typed since is its beginning."""
        if self._last is None:
            return None
        before, suggestion = self._last
        same = before.index == typed.index and before.behind == typed.behind
        if not same or not typed.before.startswith(before.before):
            return None
        more = typed.before[len(before.before) :]
        return suggestion.after(more) if more else suggestion

    # The package

    def _ask(self, writing: Writing) -> None:
        if writing in self._tried:
            return
        self._wanted = writing
        if self._asked is None:
            self._ask_next()

    def _ask_next(self) -> None:
        writing, self._wanted = self._wanted, None
        if writing is None or self._known is None:
            return
        self._asked = writing
        self._tried.add(writing)
        work = partial(self._ways_of, writing, self._known)
        found = self._desk.lanes.model.submit(work, name="completing", urgent=True)
        found.add_done_callback(lambda done: self._hand_over(self._take_ways, done))

    def _ways_of(self, writing: Writing, known: Known) -> tuple[str, ...]:
        """In the lane: what the package makes of it; nothing where it is gone."""
        from workbench.project.completing.from_package import package_ways

        try:
            return package_ways(writing, known, self._desk.project.drafter, self._desk.project.settings.style)
        except WorkbenchError:
            return ()

    def _take_ways(self, ways: tuple[str, ...]) -> None:
        self._asked = None
        self._ways = tuple(dict.fromkeys((*ways, *self._ways)))[:_KEPT]
        self._ask_next()
        self._told()

    def _take_known(self, of: tuple[object, ...], known: Known) -> None:
        if self._of == of:
            self._known = known
            self._told()

    def _hand_over(self, take: Callable[..., None], done: Future[Known] | Future[tuple[str, ...]]) -> None:
        """What a lane has made goes to the thread of the commands; a job that was dropped leaves the place free."""
        if not done.cancelled() and done.exception() is None:
            self._desk.deliver(partial(take, done.result()))
        elif take == self._take_ways:
            self._desk.deliver(partial(take, ()))


def known_of(german: str, draft: str, hits: Sequence[TermHit], offers: OffersHere | None = None) -> Known:
    """What is known of a paragraph: its sentences, and what its draft and the memory's offers have for each."""
    spans = sentence_spans(german)
    beside = sentences_beside(german, draft)
    versions = []
    if offers is not None:
        sentence = offers.sentence.span
        versions += [Version(sentence, offer.target.text, "memory") for offer in offers.offers]
    versions += [Version(here, draft[slice(*there)], "draft") for here, there in beside if there.start < there.end]
    places = tuple(here for here, _ in beside) or spans
    return Known(german, places, tuple(hits), tuple(versions))
