"""The memories of the session: nothing of them is loaded before it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from workbench.problem import Problem
from workbench.project.commands import Accept, OfDocument
from workbench.project.events import NOTHING, Event
from workbench.project.history import SegmentStep
from workbench.translation import State

if TYPE_CHECKING:  # numpy comes with the memory: the first screen does not wait for it
    from workbench.project.memories.at_desk import AtDesk
    from workbench.project.memories.desk_offers import DeskOffers
    from workbench.project.memories.following import Followers
    from workbench.project.memories.offers import OffersHere
    from workbench.project.putting_in import Desk, PuttingIn


class Remembering:
    """Keeps the project's memory as the document on the desk is; see `AtDesk`, which is made at the first need."""

    def __init__(self, desk: Desk, tell: Callable[[Event], None], follow: Callable[[Iterable[int]], None]) -> None:
        self._desk, self._tell, self._follow = desk, tell, follow
        self._made: AtDesk | None = None
        self._putting_in: PuttingIn | None = None

    def _at_desk(self) -> AtDesk:
        from workbench.project.memories.at_desk import AtDesk

        if self._made is None:
            self._made = AtDesk(self._desk, self._tell, self._follow)
        self._made.begin()
        return self._made

    @property
    def offers(self) -> DeskOffers:
        """What the memories offer for what the user is at."""
        return self._at_desk().offers

    def be_at(self, index: int, german: int | None) -> OffersHere | None:
        """See `Session.be_at`."""
        from workbench.project.putting_in import PuttingIn

        offers = self._at_desk().offers
        if self._putting_in is None:
            self._putting_in = PuttingIn(self._desk, offers, self._tell)
        self._putting_in.be_at(index, german)
        return offers.so_far(index, german)

    def hear(self, event: Event) -> None:
        """Something is another: perhaps a match can be put in by itself now."""
        if self._putting_in is not None:
            self._putting_in.hear(event)

    def begin(self) -> None:
        """Another document is on the desk."""
        if self._made is not None:
            self._made.begin()

    def put_away(self) -> None:
        """No document is on the desk any more."""
        if self._made is not None:
            self._made.put_away()

    def make(self) -> None:
        """What the memory lacks of the records is taken up, in a lane."""
        self._at_desk().make()

    def look(self) -> tuple[str | Problem, ...]:
        """Have the files in `memories/` looked at, in a lane; what became of them since this was asked last."""
        if self._made is None:
            return ()
        self._made.files.look()
        return self._made.files.news()

    def taken_anew(self) -> None:
        """The document on the desk was cut, joined, or read anew."""
        if self._made is not None:
            self._made.taken_anew()

    def take(self, steps: tuple[SegmentStep, ...]) -> None:
        """Paragraphs are others: before anything follows from it the memory is as they are."""
        if any(map(_concerns_memory, steps)):
            self._at_desk().take(steps)

    def followers(self, command: OfDocument) -> Followers | None:
        """What follows from a command elsewhere in the document, if it is an accept."""
        return self._at_desk().followers(command.index) if isinstance(command, Accept) else None

    def equal_to(self, steps: tuple[SegmentStep, ...]) -> frozenset[int]:
        """The untouched paragraphs on the desk that have a sentence of paragraphs that are others for the memory."""
        return self._at_desk().equal_to(steps) if any(map(_concerns_memory, steps)) else NOTHING


def _concerns_memory(step: SegmentStep) -> bool:
    return State.REVIEWED in (step.before.state, step.after.state)
