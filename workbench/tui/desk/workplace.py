"""What every action at the desk works with: the session, the sheet with the document, and the line that tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.message import Message
from textual.screen import Screen

from workbench.problem import Problem, WorkbenchError
from workbench.project import Changed, Session, State
from workbench.project.commands import Command
from workbench.project.own.trail import Trail
from workbench.text import Inline, Span
from workbench.tui import door
from workbench.tui.typed_ahead import TypedAhead
from workbench.tui.widgets.sheet import Sheet
from workbench.tui.widgets.status import StatusLine

if TYPE_CHECKING:  # the memories are loaded after the first screen
    from workbench.project.learning.listening import JustCorrected
    from workbench.project.memories.offers import OffersHere

Answer = TypeVar("Answer")
Result = TypeVar("Result")


class Wanted(Message):
    """The user wants to be at a paragraph (index from 0), perhaps of another document; `told` is said of it there.

    `words`: to write there, with these characters of its English selected.
    """

    def __init__(self, document: str, paragraph: int, told: str = "", words: Span | None = None) -> None:
        super().__init__()
        self.document, self.paragraph, self.told, self.words = document, paragraph, told, words


class LookedAt(Message):
    """The user is at another sentence, so far as the memories are concerned."""


@dataclass(frozen=True, slots=True)
class PutIn:
    """An offer of a memory that was put in last: its `number` (from 1) of those that were `found`, perhaps `repaired`.

    `stood`: the paragraph's English before it; `left`: the same with it.
    """

    document: str
    index: int
    found: OffersHere
    number: int
    repaired: bool
    stood: Inline
    left: Inline

    def of(self, found: OffersHere) -> bool:
        """Whether it is one of these offers, which may have been refined since."""
        return self.found.sentence == found.sentence and _matches(self.found) == _matches(found)


def _matches(found: OffersHere) -> list[object]:
    return [offer.match for offer in found.offers]


@dataclass(slots=True)
class AtMemory:
    """Where the user is with the memories.

    `sentence`: the document, the paragraph and the place in its German that were chosen by key; `last`: what was put in
    last; `unseen`: in which paragraph of a document a match has come by itself, and until when (`time.monotonic`)
    nobody can have seen it; `went`: from which paragraph to which one the user went to see where a match is from.
    """

    sentence: tuple[str, int, int] = ("", 0, 0)
    last: PutIn | None = None
    unseen: tuple[str, int, float] | None = None
    went: tuple[tuple[str, int], tuple[str, int]] | None = None


@dataclass(slots=True)
class AtCorrections:
    """The name or term that was put right last, which one key makes a rule of."""

    last: JustCorrected | None = None


@dataclass(slots=True)
class AtWork:
    """Whether something is under way that the next keys have to wait for."""

    now: bool = False

    def __enter__(self) -> None:
        self.now = True

    def __exit__(self, *_: object) -> None:
        self.now = False


@dataclass(frozen=True, slots=True)
class Workplace:
    """The desk as its actions see it. They know no screen: they ask, command, go somewhere, and tell."""

    session: Session
    sheet: Sheet
    status: StatusLine
    hidden: set[str] = field(default_factory=set)
    """German forms that the user does not want to see among the candidates."""
    typed: set[int] = field(default_factory=set)
    """Paragraphs (from 0) in which something was typed that is not on the disk."""
    at_memory: AtMemory = field(default_factory=AtMemory)
    at_work: AtWork = field(default_factory=AtWork)
    at_corrections: AtCorrections = field(default_factory=AtCorrections)
    trail: Trail = field(default_factory=Trail)

    @property
    def app(self) -> App[object]:
        """The program on the screen."""
        return self.sheet.app

    @property
    def typed_ahead(self) -> TypedAhead:
        """The keys that wait for what is under way."""
        typed_ahead = getattr(self.app, "typed_ahead", None)
        assert isinstance(typed_ahead, TypedAhead)
        return typed_ahead

    @property
    def index(self) -> int:
        """The paragraph the user is at."""
        return self.sheet.pairs.current

    def writable(self) -> bool:
        """Whether anything can be changed here; says why where it cannot."""
        if self.session.read_only:
            self.status.tell(f"Read-only: {self.session.project.read_only_reason}", bad=True)
        return not self.session.read_only

    def take_typed(self) -> None:
        """Put what stands in the open cell into the document."""
        if self.sheet.opened is not None and self.sheet.typed is not None:
            self.typed.add(self.sheet.opened)
        with self.status.telling():
            self.sheet.take_typed()

    def save(self) -> None:
        """Put what is not on the disk there; says so of what was typed, not of drafts that came meanwhile."""
        self.take_typed()
        if not self.session.translation.recorded:
            with self.status.telling():
                self.session.save()
                if self.typed:
                    self.status.tell(f"Saved: what you typed, paragraph {max(self.typed) + 1}.")
                self.typed.clear()
        elif not self.session.translation.saved:
            with self.status.telling():
                self.session.save()

    def open_paragraph(self, index: int, *, english: bool = True, offset: int | None = None) -> None:
        """Put the cursor into a paragraph; one that is skipped stays closed, one that is locked can only be read."""
        locked = self.session.translation.locked(index)
        if locked:
            self.status.tell(f"This one cannot be changed: {locked}.", bad=True)
        elif self.session.paragraphs[index].state is State.SKIPPED:
            self.status.tell("This paragraph is skipped: s takes it up again.")
        if self.session.paragraphs[index].state is State.SKIPPED:
            return
        if english and offset is None:
            offset = self.session.first_problem(index)
        self.sheet.open(index, english=english, offset=offset)

    def close_paragraph(self) -> None:
        """Leave the open paragraph; what was typed is saved."""
        self.save()
        self.sheet.close()
        self.session.paragraph_left()

    def do(self, command: Command) -> Changed | None:
        """Carry out a command; None, with the reason told, where that cannot be done."""
        try:
            return self.session.do(command)
        except WorkbenchError as error:
            self.status.tell_problem(error)
            return None

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Show a dialog and wait for its answer."""
        return await self.app.push_screen_wait(dialog)

    async def result(self, future: Future[Result]) -> Result:
        """Wait for what a lane makes, if the desk is still there then."""
        return await door.result(self.sheet, future)

    def go_to(self, document: str, paragraph: int, told: str = "", words: Span | None = None) -> None:
        """Go to a paragraph (index from 0), perhaps of another document, which is put on the desk then.

        `told`: what is said of it there. `words`: what is selected there, in characters of the English, to be written.
        """
        self.sheet.post_message(Wanted(document, paragraph, told, words))

    def write_at(self, index: int, words: Span) -> None:
        """Go on writing in a paragraph, with these characters of its English selected."""
        if self.sheet.opened != index:
            self.close_paragraph()
            self.sheet.pairs.current = index
            self.open_paragraph(index, offset=words.start)
        if self.sheet.opened == index:
            self.app.screen.set_focus(self.sheet.english)
            self.sheet.english.select_span(words)

    def look_at_memory(self) -> None:
        """Show what the memories have for the sentence the user is at now."""
        self.sheet.post_message(LookedAt())

    def next_open(self, after: int) -> int | None:
        """The next paragraph that is shown and neither reviewed nor skipped, going round; None if all are."""
        shown = self.sheet.pairs.shown
        return self.session.translation.next_open(after, shown.around(after) if shown.narrowed else None)

    def go_to_next_open(self, after: int) -> bool:
        """Go there; False where there is none. Round the end, what is not wanted any more goes."""
        following = self.next_open(after)
        if following is not None and following <= after and self.sheet.narrowing is not None:
            told = self.sheet.narrowing.told
            self.sheet.drop_unwanted()
            following = self.next_open(-1)
            if self.sheet.narrowing is None:
                self.status.tell(f"Nothing is left of: {told}. All paragraphs are shown.")
        if following is not None:
            self.sheet.pairs.current = following
        return following is not None

    @property
    def all_done(self) -> str:
        """What is told where no paragraph is open any more."""
        if self.sheet.narrowing is not None:
            return "Every paragraph that is shown is done: V shows all."
        return "Every paragraph is done: x hands the translation over."

    def go_where(self, wanted: Callable[[int], bool], start: int, by: int) -> bool:
        """Go to the nearest wanted paragraph from `start` on (see `Sheet.go_where`)."""
        return self.sheet.go_where(wanted, start, by)

    def tell_problems(self, problems: Iterable[Problem], of: str) -> None:
        """The first problems of a file, with what it is."""
        for problem in list(problems)[:3]:
            self.app.notify(str(problem), title=of, severity="warning", markup=False)
