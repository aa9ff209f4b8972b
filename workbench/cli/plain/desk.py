"""The desk without a screen: where one is, what was asked for, and waiting for what lanes make."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from workbench.cli.plain import spoken
from workbench.problem import Problem, WorkbenchError
from workbench.project import Changed, Drafting, Session, State
from workbench.project.commands import Command
from workbench.project.delivery import Queue
from workbench.project.events import Event, NotWritten

if TYPE_CHECKING:
    from workbench.project.doubts import Doubts
    from workbench.project.learning.listening import JustCorrected
    from workbench.project.memories.offers import OffersHere
    from workbench.project.searching.query import Query

Made = TypeVar("Made")

_WITHIN = 120.0
"""Seconds that a draft or an offer is waited for before one goes on without."""


class Asks(Protocol):
    """Whoever asks the user for a line."""

    def __call__(self, question: str, given: str = "") -> str:
        """The line that was typed; `given` stands there already, to be changed. Raises EOFError at the end."""


@dataclass(slots=True)
class PlainDesk:
    """A session, the paragraph that the user is at (from 0), and a way to speak and to ask."""

    session: Session
    say: Callable[[str], None]
    ask: Asks
    half_typed: Callable[[], str]
    """What stands in the line that was being typed when something ended it."""
    at: int = 0
    sought: Query | None = None
    ended: bool = False
    offered: OffersHere | None = None
    """What `offers` told last, of the paragraph that the user is at."""
    corrected: JustCorrected | None = None
    """The name or term that was put right last, in what was accepted."""
    doubts: Doubts | None = None
    """What is known of words in doubt, once that was asked for."""
    queue: Queue = field(default_factory=Queue)

    def __post_init__(self) -> None:
        self.session.deliver = self.queue
        self.session.drafts.in_sight = lambda: (self.at, self.at + 1)
        self.session.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, NotWritten) or (isinstance(event, Drafting) and event.problem):
            self.say(f"Problem: {event.problem}")
        elif isinstance(event, Changed) and event.anew:
            self.at = min(self.at if event.at is None else event.at, len(self.session.paragraphs) - 1)

    def take_in(self) -> None:
        """Take up what lanes have made meanwhile, and what other programs changed."""
        while self.queue.take():
            pass
        session = self.session
        if session.termbase.reload():
            session.take_up_glossary()
            self.say("The glossary was changed by another program, and is read anew.")
        for told in session.look_at_memories():
            self.say(f"{told}." if isinstance(told, str) else f"Problem: {told}")
        seen = session.disk.look(busy=False)
        if seen == "taken up":
            self.say("This document was changed by another program: this is what it holds now.")
        elif seen == "conflict":
            self.say("Another program changed this document on disk: reload takes up what is there, keep keeps yours.")
        elif seen == "lost":
            self.say(f"From now on this can only be read: {session.project.read_only_reason}.")

    def wait(self, ready: Callable[[], bool]) -> bool:
        """Wait until something is ready, for two minutes at most; whether it is."""
        return self.queue.take_until(ready, _WITHIN)

    def result(self, asked: Future[Made]) -> Made:
        """What a lane makes, waited for. Raises WorkbenchError where that takes too long, and what the lane raises."""
        if not self.wait(asked.done):
            raise WorkbenchError(Problem("this", "is not there after two minutes", "ask again"))
        return asked.result(timeout=0)

    def open_document(self, name: str) -> None:
        """Put a document on the desk, and go to its first paragraph that is not finished. Raises WorkbenchError."""
        self.session.put_on_desk(name)
        self.at = self.session.first_place
        self.session.project.words.read()
        self.session.draft()
        count = len(self.session.paragraphs)
        self.say(f"{name}: {count} paragraph{'s' if count > 1 else ''}, {self.left()} to be accepted.")

    def left(self) -> int:
        """How many paragraphs are neither accepted nor left out."""
        return sum(one.state not in (State.REVIEWED, State.SKIPPED) for one in self.session.paragraphs)

    def go(self, index: int) -> None:
        """Go to a paragraph and tell it, when its draft is there."""
        self.at, self.offered = index, None
        self.session.own.key_pressed(index)
        self._wait_for_draft()
        for line in spoken.paragraph(self.session, index):
            self.say(line)

    def _wait_for_draft(self) -> None:
        def there() -> bool:
            session = self.session
            return session.paragraphs[self.at].state is not State.NEW or not (
                session.drafts.running or not session.lanes.idle
            )

        if not there():
            self.wait(there)

    def go_on(self) -> None:
        """Go to the next paragraph that is open, round the end; say where there is none."""
        following = self.session.translation.next_open(self.at)
        if following is None:
            self.say("Every paragraph is done: export hands the translation over.")
        else:
            self.go(following)

    def must_write(self) -> None:
        """Raises WorkbenchError where nothing can be changed here."""
        session = self.session
        if session.read_only:
            project = session.project
            raise WorkbenchError(Problem(project.layout.root, project.read_only_reason, project.read_only_mend))
        if locked := session.translation.locked(self.at):
            raise WorkbenchError(Problem(f"paragraph {self.at + 1}", f"cannot be changed: {locked}", "go to another"))

    def do(self, command: Command) -> Changed:
        """Carry out a command and save what it left to be saved. Raises WorkbenchError."""
        self.must_write()
        done = self.session.do(command)
        self.session.paragraph_left()
        self.session.save()
        return done

    def saved(self, what: str) -> None:
        """Confirm an act upon the paragraph that the user is at."""
        self.say(f"saved: paragraph {self.at + 1} of {len(self.session.paragraphs)} {what}")
