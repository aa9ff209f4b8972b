"""What becomes of a command: `editing` carries it out; here it is an act, told and undone, and what follows begins."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Protocol

from workbench.problem import Problem, WorkbenchError
from workbench.project import commands, desk_drafting, editing
from workbench.project.acts import Acts
from workbench.project.commands import Command, Redo, Undo
from workbench.project.delivery import settle
from workbench.project.desk_drafting import DeskDrafting
from workbench.project.desk_findings import DeskFindings
from workbench.project.events import Act, Changed, Event
from workbench.project.history import Batch, EntryStep, History, SegmentStep, StructureStep, WordStep
from workbench.project.history import Step as HistoryStep
from workbench.project.remembering import Remembering
from workbench.translation import ParagraphRecord, Reshaped, Step, Translation

if TYPE_CHECKING:  # changes of the glossary are looked for when there are some
    from workbench.project.terms.changes import Applied, Change


class Desk(desk_drafting.Desk, Protocol):
    """The document on the desk, and what is in force for it (the session)."""

    drafting: DeskDrafting

    @property
    def paragraphs(self) -> Sequence[ParagraphRecord]:
        """The document's paragraphs as they are now."""

    def draft(self) -> None:
        """Draft what nobody has worked on."""

    def take_up_glossary(self, told: str = "") -> Changed:
        """Another glossary is in force."""

    def take_up_words(self, told: str = "") -> Changed:
        """Other words count as English."""


class Doing:
    """Does what commands say; `tell` is told what is another by it. `acts` and `history` have all that was done."""

    def __init__(
        self, desk: Desk, tell: Callable[[Event], None], findings: DeskFindings, remembering: Remembering
    ) -> None:
        self._desk, self._tell, self._findings, self._remembering = desk, tell, findings, remembering
        self.history = History()
        self.acts = Acts(tell)

    def do(self, command: Command) -> Changed:
        """See `Session.do`."""
        if isinstance(command, Undo | Redo):
            return self._step_back(redo=isinstance(command, Redo))
        if isinstance(command, commands.OfGlossary):
            self._must_be_writable()
            return self._entry_changed(editing.of_glossary(self._desk.termbase, command))
        if isinstance(command, commands.OfStructure):
            return self._reshaped(*editing.of_structure(self._desk.translation, command))
        if isinstance(command, commands.KnowWord):
            return self._word_known(*editing.know_word(self._desk.project.words, command))
        done = editing.of_document(self._desk.translation, command, self._remembering.followers(command))
        steps = self._here(done.steps)
        if isinstance(command, commands.Edit):
            if steps:
                self.history.add(Batch(done.name, steps), continuing=command.continuing)
            self.acts.typed(done.name, steps)
            return self._changed(steps, done.told, done.at)
        if steps:
            continuing = isinstance(command, commands.TakeOffer) and command.continuing
            self._done(Batch(done.name, steps), steps, continuing=continuing)
        changed = self._changed(steps, done.told, done.at)
        if steps:
            self._follow(steps)
        return changed

    def _done(self, batch: Batch, steps: tuple[SegmentStep, ...] = (), *, continuing: bool = False) -> None:
        """An act was done: it can be undone, and is told before anything follows from it."""
        self.history.add(batch, continuing=continuing)
        self.acts.done(Act(batch.label, steps, "done"))

    def _word_known(self, batch: Batch | None, told: str) -> Changed:
        if batch:
            self._done(batch)
        return self._desk.take_up_words(told)

    def _reshaped(self, change: Reshaped, batch: Batch) -> Changed:
        """Paragraphs were cut, joined or added: every number after them is another."""
        self._done(batch)
        return self.shown_anew(batch.label, change.at)

    def shown_anew(self, told: str, at: int | None) -> Changed:
        """The document has other paragraphs under its numbers: all of it is shown and drafted anew."""
        self._findings.forget()
        self._remembering.taken_anew()
        self._desk.drafting.look_no_more()
        self._tell(Changed(self._desk.document, anew=True, told=told))
        self._desk.draft()
        return Changed(self._desk.document, told=told, at=at)

    def change_glossary(self, command: commands.OfGlossary) -> Future[Changed]:
        """See `Session.change_glossary`."""
        self._must_be_writable()
        outcome: Future[Changed] = Future()

        def finish(written: Future[tuple[EntryStep, str]]) -> None:
            self._desk.deliver(lambda: settle(outcome, written, self._entry_changed))

        change = partial(editing.of_glossary, self._desk.termbase, command)
        self._desk.lanes.disk.submit(change).add_done_callback(finish)
        return outcome

    def _entry_changed(self, done: tuple[EntryStep, str]) -> Changed:
        step, label = done
        self._done(Batch(label, (step,)))
        return self._desk.take_up_glossary(told=label)

    def rewording(self, ticked: Iterable[Change], label: str, *, follows: bool = False) -> Generator[Applied]:
        """See `Session.rewording`."""
        from workbench.project.terms.changes import Applied, apply

        self._must_be_writable()
        done = Applied()
        try:
            for done in apply(ticked, self._opened):
                yield done
        finally:  # who stops half-way has an act of what was done till then
            self._reworded(done, label, follows)

    def _reworded(self, done: Applied, label: str, follows: bool) -> None:
        if done.steps:
            label = f"{label} in {done.places}"
            self.history.add_to_last(label, done.steps, follows=follows)
            self.acts.done(Act(label, done.steps, "done"))
            self._changed(done.steps, label)
            self._follow(done.steps)

    def _here(self, steps: Iterable[Step]) -> tuple[SegmentStep, ...]:
        return tuple(SegmentStep(self._desk.document, step.index, step.before, step.after) for step in steps)

    def _of_desk(self, steps: Iterable[HistoryStep]) -> list[int]:
        return sorted({s.index for s in steps if isinstance(s, SegmentStep) and s.document == self._desk.document})

    def _opened(self, name: str) -> Translation:
        """A document of the project, the one on the desk as it is there."""
        return self._desk.translation if name == self._desk.document else self._desk.project.open_document(name)

    def _step_back(self, *, redo: bool) -> Changed:
        batch = self.history.next_redo() if redo else self.history.next_undo()
        if batch is None:
            return Changed(self._desk.document)
        self.acts.left()
        steps = editing.put_back(batch, self._opened, self._desk.termbase, self._desk.project.words, redo=redo)
        if redo:
            self.history.redone()
        else:
            self.history.undone()
        told = f"{'done again' if redo else 'undone'}: {batch.label}"
        self.acts.done(Act(batch.label, steps, "redone" if redo else "undone"))
        if any(isinstance(step, EntryStep) for step in batch.steps):
            return self._desk.take_up_glossary(told)
        if isinstance(step := batch.steps[0], StructureStep):
            return self.shown_anew(told, step.change.at if step.document == self._desk.document else None)
        if isinstance(step, WordStep):
            return self._desk.take_up_words(told)
        here = self._of_desk(batch.steps)
        changed = self._changed(batch.steps, told, here[0] if here else None)
        self._follow(steps)
        return changed

    def _follow(self, steps: tuple[SegmentStep, ...]) -> None:
        """Drafts follow paragraphs that are others now, those of equal sentences as well."""
        self._desk.drafting.follow({*self._of_desk(steps), *self._remembering.equal_to(steps)})

    def _changed(self, steps: Iterable[HistoryStep], told: str = "", at: int | None = None) -> Changed:
        """Paragraphs are others: find out what that means for the document on the desk, and tell it."""
        indexes = self._of_desk(steps)
        changed = {index: self._desk.paragraphs[index] for index in indexes}
        findings = self._findings.now.update(changed) if self._desk.termbase.ready else frozenset()
        event = Changed(self._desk.document, frozenset(indexes), findings, told=told, at=at)
        if indexes:
            self._tell(event)
        return event

    def _must_be_writable(self) -> None:
        if self._desk.project.read_only:
            what = self._desk.project.read_only_reason
            raise WorkbenchError(Problem(self._desk.project.layout.root, what, self._desk.project.read_only_mend))
