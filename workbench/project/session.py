"""The one object both faces hold: it is asked, it is told what to do, and it tells what is another then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.glossary import Entry
from workbench.problem import Problem, WorkbenchError
from workbench.project import commands, editing
from workbench.project.commands import Command, Redo, Undo
from workbench.project.delivery import Deliver, at_once, settle
from workbench.project.drafts import Drafted, Drafts
from workbench.project.events import NOTHING, Changed, Drafting, Event
from workbench.project.folder.orphans import Orphan
from workbench.project.history import Batch, EntryStep, History, SegmentStep, StructureStep, WordStep
from workbench.project.history import Step as HistoryStep
from workbench.project.jobs import Lanes
from workbench.project.looking import Looking
from workbench.project.project import Project
from workbench.project.saving import Saving, keep
from workbench.project.standing import Standing, standing_of
from workbench.project.termbase import Termbase
from workbench.project.watch import Watch
from workbench.translation import ParagraphRecord, Reshaped, Step, Translation

if TYPE_CHECKING:  # these are loaded when they are first used: the screen does not wait for them
    from workbench.checks import Finding
    from workbench.project.findings import Findings
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
        self.drafts = Drafts(project, self.lanes.model, self._hand_over)
        self._listeners: list[Callable[[Event], None]] = []
        self._history = History()
        self._translation: Translation | None = None
        self._findings: Findings | None = None
        self._looked_for_findings = False
        self._looking = Looking(self.lanes.look_up, self._seen, self.drafts, self)
        self._saving = Saving(self.lanes.disk, lambda event: self.deliver(partial(self._tell, event)))
        self._watch: Watch | None = None

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, at_leisure: bool = False) -> Session:
        """A session on the project that `path` belongs to (see `Project.open`). Raises WorkbenchError."""
        return cls(Project.open(path, read_only=read_only, at_leisure=at_leisure))

    def close(self) -> None:
        """End what is under way, and let the next one work on the project. Saves nothing: see `save`."""
        self.drafts.end()
        self.lanes.close()
        self.project.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Tell somebody of every event from now on; calling the answer ends that."""
        self._listeners.append(listener)
        return partial(self._listeners.remove, listener)

    def _hand_over(self, result: Callable[[], None]) -> None:
        self.deliver(result)

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
    def document(self) -> str:
        """The name of the document on the desk; empty where there is none."""
        return self._translation.record.source if self._translation else ""

    @property
    def paragraphs(self) -> tuple[ParagraphRecord, ...]:
        """The paragraphs of the document on the desk."""
        return self.translation.paragraphs

    @property
    def termbase(self) -> Termbase:
        """The glossary in force."""
        return self.project.termbase

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here; `project.read_only_reason` says why."""
        return self.project.read_only

    @property
    def findings(self) -> Findings:
        """What the checks say of the document on the desk, with the glossary and the house style in force."""
        from workbench.project.findings import Findings

        glossary, house = self.termbase.glossary, self.project.settings.style
        if self._findings is None or self._findings.glossary is not glossary or self._findings.house != house:
            self._findings = Findings(self.paragraphs, glossary, house, self.project.words.vocabulary)
        return self._findings

    def findings_of(self, index: int) -> tuple[Finding, ...]:
        """What the checks say of a paragraph (from 0) of the document on the desk, the gravest first."""
        return self.findings.of(index)

    def findings_so_far(self, index: int) -> tuple[Finding, ...]:
        """The same without waiting: nothing before `draft`, then as a document is looked at; `Changed` tells of it."""
        return self.findings.so_far(index) if self._looked_for_findings and self.termbase.ready else ()

    def standing(self, index: int) -> Standing:
        """How it stands with a paragraph, as far as is known by now."""
        return standing_of(self.paragraphs[index], self.findings_so_far(index), self.project.settings.style.limits)

    def first_problem(self, index: int) -> int | None:
        """Where in the English of a paragraph (characters) the first open finding stands, as far as is known by now."""
        return self.findings.first_in_english(index) if self._looked_for_findings and self.termbase.ready else None

    @property
    def first_mentions(self) -> Mapping[Entry, int]:
        """For each entry with a `first` form the paragraph that names it first, as far as the document is looked at."""
        return self.findings.first_mentions

    def put_on_desk(self, name: str, at: int | None = None) -> None:
        """Open a document in the place of the one on the desk, which is to be saved before.

        `at`: the paragraph (from 0) that listeners are sent to; else the first one that is not finished.

        Raises WorkbenchError, with the old one still there, when it cannot be opened.
        """
        translation = self.project.open_document(name)
        self.drafts.end()
        self._looking.end()
        self._translation = translation
        self._findings = None
        self._watch = Watch(self.project, translation)
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
        if isinstance(command, Undo | Redo):
            return self._step_back(redo=isinstance(command, Redo))
        if isinstance(command, commands.OfGlossary):
            self._must_be_writable()
            return self._entry_changed(editing.of_glossary(self.termbase, command))
        if isinstance(command, commands.OfStructure):
            return self._reshaped(*editing.of_structure(self.translation, command))
        if isinstance(command, commands.KnowWord):
            return self.take_up_words(editing.know_word(self.project.words, self._history, command))
        done = editing.of_document(self.translation, command)
        if done.steps:
            batch = Batch(done.name, self._here(done.steps))
            self._history.add(batch, continuing=isinstance(command, commands.Edit) and command.continuing)
        changed = self._changed([step.index for step in done.steps], done.told, done.at)
        if done.steps and not isinstance(command, commands.Edit):
            self._follow([step.index for step in done.steps])
        return changed

    def _reshaped(self, change: Reshaped, batch: Batch) -> Changed:
        """Paragraphs were cut, joined or added: every number after them is another."""
        self._history.add(batch)
        return self._shown_anew(batch.label, change.at)

    def _shown_anew(self, told: str, at: int | None) -> Changed:
        self._findings = None
        self._looking.end()
        self._tell(Changed(self.document, anew=True, told=told))
        self.draft()
        return Changed(self.document, told=told, at=at)

    def change_glossary(self, command: commands.OfGlossary) -> Future[Changed]:
        """`do`, in the disk's lane, since a big glossary takes a second or two; what `do` returns or raises."""
        self._must_be_writable()
        outcome: Future[Changed] = Future()

        def finish(written: Future[tuple[EntryStep, str]]) -> None:
            self.deliver(lambda: settle(outcome, written, self._entry_changed))

        self.lanes.disk.submit(partial(editing.of_glossary, self.termbase, command)).add_done_callback(finish)
        return outcome

    def _entry_changed(self, done: tuple[EntryStep, str]) -> Changed:
        step, label = done
        self._history.add(Batch(label, (step,)))
        return self.take_up_glossary(told=label)

    def paragraph_left(self) -> None:
        """The user has left the paragraph that was typed in: drafts that depend on it follow now."""
        self._follow(())

    def rewording(self, ticked: Iterable[Change], label: str, *, follows: bool = False) -> Iterator[Applied]:
        """Change sentences in any documents; after each document what has been done so far.

        All of it is one act called `label`. `follows`: it belongs to the act before it, a change of an entry.
        A paragraph that is no longer as it was when the change was found is left, and so is a document that cannot
        be read or written; `Applied.left` says why. Raises WorkbenchError when the project is read-only.
        """
        from workbench.project.terms.changes import Applied, apply

        self._must_be_writable()
        done = Applied()
        for done in apply(ticked, self._opened):
            yield done
        if done.steps:
            self._history.add_to_last(f"{label} in {done.places}", done.steps, follows=follows)
            here = self._of_desk(done.steps)
            self._changed(here, f"{label} in {done.places}")
            self._follow(here)

    def _here(self, steps: Iterable[Step]) -> tuple[SegmentStep, ...]:
        return tuple(SegmentStep(self.document, step.index, step.before, step.after) for step in steps)

    def _of_desk(self, steps: Iterable[HistoryStep]) -> list[int]:
        return sorted({s.index for s in steps if isinstance(s, SegmentStep) and s.document == self.document})

    def _opened(self, name: str) -> Translation:
        """A document of the project, the one on the desk as it is there."""
        return self.translation if name == self.document else self.project.open_document(name)

    def _step_back(self, *, redo: bool) -> Changed:
        batch = self._history.next_redo() if redo else self._history.next_undo()
        if batch is None:
            return Changed(self.document)
        editing.put_back(batch, self._opened, self.termbase, self.project.words, redo=redo)
        if redo:
            self._history.redone()
        else:
            self._history.undone()
        told = f"{'done again' if redo else 'undone'}: {batch.label}"
        here = self._of_desk(batch.steps)
        if any(isinstance(step, EntryStep) for step in batch.steps):
            return self.take_up_glossary(told)
        if isinstance(step := batch.steps[0], StructureStep):
            return self._shown_anew(told, step.change.at if step.document == self.document else None)
        if isinstance(step, WordStep):
            return self.take_up_words(told)
        changed = self._changed(here, told, here[0] if here else None)
        self._follow(here)
        return changed

    def _changed(self, indexes: Sequence[int], told: str = "", at: int | None = None) -> Changed:
        """Paragraphs of the document on the desk are others: find out what that means, and tell it."""
        changed = {index: self.paragraphs[index] for index in indexes}
        findings = self.findings.update(changed) if self.termbase.ready else frozenset()
        event = Changed(self.document, frozenset(indexes), findings, told=told, at=at)
        if indexes:
            self._tell(event)
        return event

    def _must_be_writable(self) -> None:
        if self.read_only:
            what = self.project.read_only_reason
            raise WorkbenchError(Problem(self.project.layout.root, what, self.project.read_only_mend))

    # Saving

    def save(self) -> None:
        """Put what was typed on the disk, then, in the disk's lane, the English version. Raises WorkbenchError."""
        self._saving.save(self.translation)

    def keep(self) -> Path | None:
        """Save all at the end, or put it aside in a file, which is the answer; None if saved. Raises WorkbenchError."""
        return keep(self._translation) if self._translation else None

    # What others change

    def look_at_files(self, *, busy: bool) -> str:
        """Look whether another program changed the document, or has the project now (`Watch.look`; WorkbenchError)."""
        assert self._watch is not None
        undone = self._history.next_redo() is not None  # it could not be done again in what is on disk now
        seen = self._watch.look(busy=busy or undone)
        if seen == "taken up":
            self._read_anew()
        return seen

    def changed_on_disk(self) -> bool:
        """Whether another program changed the document on the desk."""
        return self._watch is not None and self._watch.changed()

    def take_up_disk(self) -> None:
        """Take up what is on disk; work that was not saved is put aside in a file. Raises WorkbenchError."""
        assert self._watch is not None
        self._watch.take_up()
        self._read_anew()

    def save_over(self) -> None:
        """Go on with the work here; what is on disk is put aside in a file. Raises WorkbenchError."""
        self.translation.save(over=True)

    def _read_anew(self) -> None:
        self._history.forget(self.document)
        self._shown_anew("", None)

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
            self._looking.begin(self.findings, self.deliver)
        event = Changed(self.document, findings=changed, told=told)
        self._tell(event)
        return event

    # Drafts

    def draft(self) -> None:
        """Draft what nobody has worked on, in the model's lane; what is drafted as it should be stays.

        The document is looked at first (see `Looking`), which says what names are written out where; nothing is drafted
        before the glossary has been read: `take_up_glossary` comes then.
        """
        if not self.project.engines.looked_for:
            ready = self.lanes.model.submit(partial(self.drafts.get_ready, self), name="getting ready")
            ready.add_done_callback(lambda _: self.deliver(partial(self._tell, Changed(self.document))))
        if not self._looked_for_findings:
            self._looked_for_findings = True
            self._tell(Changed(self.document, findings=frozenset(range(len(self.paragraphs)))))
        if self.termbase.ready:
            self._looking.begin(self.findings, self.deliver)

    def _seen(self, changed: frozenset[int]) -> None:
        if changed:
            self._tell(Changed(self.document, findings=changed))

    def _follow(self, changed: Iterable[int]) -> None:
        """Drafts follow a change, at once or when the whole document has been looked at."""
        if self.termbase.ready and self.findings.seen_through:
            self.drafts.follow(changed)

    def take_drafts(self, records: Sequence[ParagraphRecord], drafted: Drafted) -> None:
        """Take up drafts that were made from these records, where they are still of the same German."""
        now = self.paragraphs
        fits = [(i, d) for i, d in drafted if i < len(now) and now[i].german == records[i].german]
        taken = {i: self.paragraphs[i] for i, draft in fits if self.translation.set_draft(i, draft)}
        in_sight = set(self.drafts.in_sight())
        self.findings.look_later({i: record for i, record in taken.items() if i not in in_sight})
        seen = self.findings.update({i: record for i, record in taken.items() if i in in_sight})
        if taken:
            self._tell(Changed(self.document, frozenset(taken), seen))
        self._looking.begin(self.findings, self.deliver)

    def tell_drafting(self, event: Drafting) -> None:
        """How far drafting is; at the end the drafts go to the disk."""
        if not event.running:
            try:
                self.save()
            except WorkbenchError as error:
                event = Drafting(event.done, event.total, event.problem or str(error))
        self._tell(event)
