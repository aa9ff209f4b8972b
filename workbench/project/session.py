"""The one object both faces hold: it is asked, it is told what to do, and it tells what is another then."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.problem import Problem
from workbench.project import commands
from workbench.project.acts import Keeper, Listener
from workbench.project.commands import Command
from workbench.project.delivery import Deliver, at_once
from workbench.project.desk_drafting import DeskDrafting
from workbench.project.desk_findings import DeskFindings
from workbench.project.doing import Doing
from workbench.project.drafts import Drafts
from workbench.project.events import NOTHING, Changed, Event
from workbench.project.folder.orphans import Orphan
from workbench.project.jobs import Lanes
from workbench.project.on_disk import OnDisk
from workbench.project.own.of_desk import Own
from workbench.project.project import Project
from workbench.project.remembering import Remembering
from workbench.project.saving import Saving, keep
from workbench.project.standing import Standing
from workbench.project.termbase import Termbase
from workbench.translation import ParagraphRecord, Translation

if TYPE_CHECKING:  # these are loaded when they are first used: the screen does not wait for them
    from workbench.checks import Finding
    from workbench.project.findings import Findings
    from workbench.project.memories.desk_offers import DeskOffers
    from workbench.project.memories.offers import OffersHere
    from workbench.project.searching.known_findings import KnownFindings
    from workbench.project.terms.changes import Applied, Change


class Session:
    """A project, and the document on the desk. Make one with `Session.open(path)`.

    Every change is a command (`do`); it answers with one event that says what is another now, and all listeners get
    it, too. One undo takes one act back, whatever it touched, in any document. Commands are for one thread; what takes
    time runs in `lanes`, and comes back through `deliver`, in that thread.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.lanes = Lanes()
        self.deliver: Deliver = at_once
        """Has a call made in the thread that gives the commands."""
        self.writes: Callable[[], bool] = lambda: False
        """Whether somebody is writing in a paragraph, where nothing is to come in between; the face tells it."""
        self._listeners: list[Callable[[Event], None]] = []
        self._translation: Translation | None = None
        self._findings = DeskFindings(self, lambda: self.drafting.looked_for_findings)
        self._saving = Saving(self.lanes.disk, lambda event: self.deliver(partial(self._tell, event)))
        self.drafting = DeskDrafting(self, self._tell)
        """The drafts of the document on the desk."""
        self._remembering = Remembering(self, self._tell, self.drafting.follow)
        self._doing = Doing(self, self._tell, self._findings, self._remembering)
        self.disk = OnDisk(self._doing.history, partial(self._doing.shown_anew, "", None))
        """What other programs change of the document on the desk."""
        self.on_change(self._remembering.take)
        self.subscribe(self._remembering.hear)
        self.own = Own(self, self._tell)
        """What this machine keeps of the work: bookmarks, history, time."""
        self.on_act(self.own.take)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, at_leisure: bool = False) -> Session:
        """A session on the project that `path` belongs to (see `Project.open`). Raises WorkbenchError."""
        return cls(Project.open(path, read_only=read_only, at_leisure=at_leisure))

    def close(self) -> None:
        """End what is under way, and let the next one work on the project. Saves nothing: see `save`."""
        self._doing.acts.left()
        self.own.leave()
        self.drafts.end()
        self.lanes.close()
        self.own.finish()
        self._remembering.put_away()
        self.project.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Tell somebody of every event from now on; calling the answer ends that."""
        self._listeners.append(listener)
        return partial(self._listeners.remove, listener)

    def on_act(self, listener: Listener) -> Callable[[], None]:
        """Tell somebody of every act from now on, before it is shown; calling the answer ends that.

        What is typed (`Edit`) is an act when the paragraph is left. What a listener cannot do is told as `NotWritten`.
        """
        return self._doing.acts.listen(listener)

    def on_change(self, keeper: Keeper) -> Callable[[], None]:
        """The same, before that, with the steps of every change of paragraphs, also while it is being typed."""
        return self._doing.acts.keep(keeper)

    def _tell(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)

    # What is there

    @property
    def translation(self) -> Translation:
        """The document on the desk."""
        if self._translation is None:
            raise RuntimeError("no document is on the desk: put_on_desk comes first")
        return self._translation

    @property
    def opened(self) -> Translation | None:
        """The same; None where there is none."""
        return self._translation

    @property
    def document(self) -> str:
        """The name of the document on the desk; empty where there is none."""
        return self._translation.record.source if self._translation else ""

    @property
    def paragraphs(self) -> tuple[ParagraphRecord, ...]:
        """The paragraphs of the document on the desk."""
        return self.translation.paragraphs

    @property
    def drafts(self) -> Drafts:
        """How far drafting is, and what is drafted first."""
        return self.drafting.drafts

    @property
    def memories(self) -> DeskOffers:
        """What the translation memories offer for what the user is at."""
        return self._remembering.offers

    @property
    def termbase(self) -> Termbase:
        """The glossary in force."""
        return self.project.termbase

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here; `project.read_only_reason` says why."""
        return self.project.read_only

    @property
    def redoable(self) -> bool:
        """Whether something was undone that `Redo` does again."""
        return self._doing.history.next_redo() is not None

    @property
    def findings(self) -> Findings:
        """What the checks say of the document on the desk, with the glossary and the house style in force."""
        return self._findings.now

    def findings_of(self, index: int) -> tuple[Finding, ...]:
        """What the checks say of a paragraph (from 0) of the document on the desk, the gravest first."""
        return self.findings.of(index)

    def findings_so_far(self, index: int) -> tuple[Finding, ...]:
        """The same without waiting: nothing before `draft`, then as a document is looked at; `Changed` tells of it."""
        return self._findings.so_far(index)

    def standing(self, index: int) -> Standing:
        """How it stands with a paragraph, as far as is known by now."""
        return self._findings.standing(index)

    def first_problem(self, index: int) -> int | None:
        """Where in the English of a paragraph (characters) the first open finding stands, as far as is known by now."""
        return self._findings.first_problem(index)

    @cached_property
    def known_findings(self) -> KnownFindings:
        """What the checks say of any document, kept as long as nothing is another. Any thread may ask it."""
        from workbench.project.searching.known_findings import KnownFindings

        return KnownFindings(self.project)

    def put_on_desk(self, name: str, at: int | None = None) -> None:
        """Open a document in the place of the one on the desk, which is to be saved before.

        `at`: the paragraph (from 0) that listeners are sent to; else the first one that is not finished.

        Raises WorkbenchError, with the old one still there, when it cannot be opened.
        """
        translation = self.project.open_document(name)
        self._doing.acts.left()
        self.own.leave()
        self.drafting.end()
        self._translation = translation
        self._findings.forget()
        self._remembering.begin()
        self.disk.begin(self.project, translation)
        self._tell(Changed(name, anew=True, at=self.first_place if at is None else at))

    @property
    def first_place(self) -> int:
        """The first paragraph of the document on the desk that is not finished; 0 where all are."""
        return self.translation.next_open(-1) or 0

    def take_over(self, orphan: Orphan) -> None:
        """Give the document on the desk the work of a record without an article. Raises WorkbenchError."""
        self.project.adopt(self.document, orphan.record)
        self.put_on_desk(self.document)

    # Commands

    def do(self, command: Command) -> Changed:
        """Carry out a command; what is another now. One undo takes it back.

        Decisions are on the disk at return; what is typed (`Edit`) after the next `save`, as is the English version.
        Raises WorkbenchError, with nothing changed, when it cannot be done.
        """
        return self._doing.do(command)

    def change_glossary(self, command: commands.OfGlossary) -> Future[Changed]:
        """`do`, in the disk's lane, since a big glossary takes a second or two; what `do` returns or raises."""
        return self._doing.change_glossary(command)

    def be_at(self, index: int, german: int | None = None) -> OffersHere | None:
        """The user is at a paragraph (from 0), perhaps at a place in its German (a character): what the memories offer
        there, as `memories.so_far` has it. Where the settings want it the best match is put in, now or when it is
        known, unless somebody `writes`; told by `MatchPutIn`.
        """
        return self._remembering.be_at(index, german)

    def paragraph_left(self) -> None:
        """The user has left the paragraph that was typed in: drafts that depend on it follow now."""
        self._doing.acts.left()
        self.drafting.follow(())

    def rewording(self, ticked: Iterable[Change], label: str, *, follows: bool = False) -> Generator[Applied]:
        """Change sentences in any documents; after each document what has been done so far.

        All of it is one act called `label`. `follows`: it belongs to the act before it, a change of an entry.
        A paragraph that is no longer as it was when the change was found is left, and so is a document that cannot
        be read or written; `Applied.left` says why. Raises WorkbenchError when the project is read-only.
        """
        return self._doing.rewording(ticked, label, follows=follows)

    def look_at_memories(self) -> tuple[str | Problem, ...]:
        """Have the files in `memories/` looked at; what became of them since this was asked last, in a line each."""
        return self._remembering.look()

    # Saving

    def save(self) -> None:
        """Put what was typed on the disk, then, in the disk's lane, the English version. Raises WorkbenchError."""
        self._saving.save(self.translation)

    def keep(self) -> Path | None:
        """Save all at the end, or put it aside in a file, which is the answer; None if saved. Raises WorkbenchError."""
        return keep(self._translation) if self._translation else None

    # Drafts, and what is in force for all documents

    def draft(self) -> None:
        """Draft what nobody has worked on (see `DeskDrafting.begin`); the memory is brought up to date beside it."""
        self.drafting.begin()
        self._remembering.make()

    def take_up_glossary(self, told: str = "") -> Changed:
        """Another glossary or house style is in force: every finding may be another, and drafts are made with it."""
        event = Changed(self.document, glossary=True, told=told)
        self._tell(event)
        if self._translation is not None:
            self.draft()
        return event

    def take_up_words(self, told: str = "") -> Changed:
        """Other words count as English now, or the dictionaries have been read: their findings come and go."""
        changed = NOTHING
        if self._translation is not None and self.termbase.ready:
            changed = self.findings.know(self.project.words.vocabulary)
            self.drafting.look()
        event = Changed(self.document, findings=changed, told=told)
        self._tell(event)
        return event
