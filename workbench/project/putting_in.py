"""Putting the best match in by itself where the user is: at once when they come there, or when offers come for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.problem import WorkbenchError
from workbench.project.commands import Command, TakeMatch
from workbench.project.events import Changed, Event, MatchPutIn, NotWritten
from workbench.project.memories import at_desk
from workbench.project.memories.by_itself import match_by_itself
from workbench.project.memories.desk_offers import DeskOffers
from workbench.project.memories.known import InContext

Place = tuple[str, int, int | None]
"""A document, a paragraph (from 0), and a place in its German (a character) where one is chosen."""


class Desk(at_desk.Desk, Protocol):
    """The document that matches are put into (the session)."""

    writes: Callable[[], bool]

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""

    @property
    def redoable(self) -> bool:
        """Whether something was undone that can be done again."""

    def do(self, command: Command) -> Changed:
        """Carry out a command. Raises WorkbenchError."""


class PuttingIn:
    """Puts a match in where the settings want that, once a sentence, so that what was undone stays undone.

    Nothing is put in while somebody writes, nor while something can be done again: a new act would take that away.
    """

    def __init__(self, desk: Desk, offers: DeskOffers, tell: Callable[[Event], None]) -> None:
        self._desk, self._offers, self._tell = desk, offers, tell
        self._at: Place | None = None
        self._done: set[tuple[str, InContext]] = set()
        self._putting = False

    def be_at(self, index: int, german: int | None) -> None:
        """The user is at a paragraph, perhaps at a place of its German, or has stopped writing there."""
        place = self._desk.document, index, german
        late = place == self._at
        self._at = place
        self._put(late=late)

    def hear(self, event: Event) -> None:
        """Something is another: what is offered for the place, perhaps, or the draft there has come."""
        if not isinstance(event, Changed) or self._at is None:
            return
        if event.anew:
            self._at = None  # paragraphs have other numbers, perhaps: whoever shows them says where the user is
        elif self._at[:2] in {(event.document, index) for index in event.offers | event.segments}:
            self._put(late=True)

    def _put(self, *, late: bool) -> None:
        if self._putting:  # what is put in is told, and whoever hears it says again where the user is
            return
        self._putting = True
        try:
            while (told := self._put_next()) is not None:
                self._tell(MatchPutIn(self._desk.document, told[0], told[1], late))
        except WorkbenchError as error:
            self._tell(NotWritten(str(error)))
        finally:
            self._putting = False

    def _put_next(self) -> tuple[int, str] | None:
        """Put a match in for the sentence that the user is at: into which paragraph, and which; None where none is."""
        desk, least = self._desk, self._desk.project.settings.put_in
        if self._at is None or self._at[0] != desk.document or not least:
            return None
        if desk.writes() or desk.read_only or desk.redoable:
            return None
        document, index, german = self._at
        if index >= len(desk.paragraphs):  # it is being cut or joined, and whoever shows it says where the user is then
            return None
        here = self._offers.so_far(index, german)
        if here is None or (document, here.sentence) in self._done:
            return None
        match = match_by_itself(desk.paragraphs[index], here, least)
        if match is None:
            return None
        self._done.add((document, here.sentence))
        done = desk.do(TakeMatch(index, match.draft, match.told))
        return (index, match.told) if done.segments else None
