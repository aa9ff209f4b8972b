"""Drafting the document on the desk: it is looked at, drafted as far as it was seen, and drafts follow changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol

from workbench.glossary import Entry
from workbench.problem import WorkbenchError
from workbench.project.delivery import Deliver
from workbench.project.drafting import has_match
from workbench.project.drafts import Drafted, Drafts
from workbench.project.events import Changed, Drafting, Event
from workbench.project.jobs import Lanes
from workbench.project.looking import Looking
from workbench.project.project import Project
from workbench.project.termbase import Termbase
from workbench.translation import ParagraphRecord, Translation

if TYPE_CHECKING:  # the checks are loaded when the document is on the screen
    from workbench.project.doubting.weighing import Weigher
    from workbench.project.findings import Findings


class Desk(Protocol):
    """The document that is drafted, and where its drafts are made and handed over (the session)."""

    project: Project
    lanes: Lanes
    deliver: Deliver

    @property
    def document(self) -> str:
        """Its name."""

    @property
    def translation(self) -> Translation:
        """The document itself."""

    @property
    def termbase(self) -> Termbase:
        """The glossary in force."""

    @property
    def findings(self) -> Findings:
        """What the checks say of it."""

    def save(self) -> None:
        """Put it on the disk. Raises WorkbenchError."""


def _fits(before: ParagraphRecord, now: ParagraphRecord) -> bool:
    """Whether a draft that was made from a record is still one for it: no match was put in by itself meanwhile."""
    return now.german == before.german and not has_match(now)


class DeskDrafting:
    """Has the document on the desk looked at and drafted, in lanes; `tell` is told what is another by that."""

    def __init__(self, desk: Desk, tell: Callable[[Event], None]) -> None:
        self._desk, self._tell = desk, tell
        self.drafts = Drafts(desk.project, desk.lanes.model, self._hand_over)
        self._looking = Looking(desk.lanes.look_up, self._seen, self.drafts, self)
        self.looked_for_findings = False
        """Whether findings are told by now: before the first `begin` the document is only shown."""

    @cached_property
    def weigher(self) -> Weigher:
        """How much drafts are in doubt, of any document."""
        from workbench.project.doubting.weighing import Weigher

        return Weigher(self._desk.project)

    def _hand_over(self, result: Callable[[], None]) -> None:
        self._desk.deliver(result)

    @property
    def paragraphs(self) -> Sequence[ParagraphRecord]:
        """The paragraphs as they are now."""
        return self._desk.translation.paragraphs

    @property
    def first_mentions(self) -> Mapping[Entry, int]:
        """For each entry with a `first` form the paragraph that names it first, as far as the document is looked at."""
        return self._desk.findings.first_mentions

    def begin(self) -> None:
        """Draft what nobody has worked on, in the model's lane; what is drafted as it should be stays.

        The document is looked at first (see `Looking`), which says what names are written out where; nothing is drafted
        before the glossary has been read: whoever has read it begins again.
        """
        desk = self._desk
        if not desk.project.engines.looked_for:
            ready = desk.lanes.model.submit(partial(self.drafts.get_ready, self), name="getting ready")
            ready.add_done_callback(lambda _: self._hand_over(partial(self._tell, Changed(desk.document))))
        if not self.looked_for_findings:
            self.looked_for_findings = True
            self._tell(Changed(desk.document, findings=frozenset(range(len(self.paragraphs)))))
        if desk.termbase.ready:
            self.look()

    def look(self) -> None:
        """Look at the document, bit by bit, where it has not been looked at with the findings of now."""
        self._looking.begin(self._desk.findings, self._desk.deliver)

    def look_no_more(self) -> None:
        """What was being looked at is not there any more."""
        self._looking.end()

    def end(self) -> None:
        """Another document comes on the desk: nobody wants the drafts of this one."""
        self.drafts.end()
        self._looking.end()

    def _seen(self, changed: frozenset[int]) -> None:
        if changed:
            self._tell(Changed(self._desk.document, findings=changed))

    def follow(self, changed: Iterable[int]) -> None:
        """Drafts follow a change, at once or when the whole document has been looked at."""
        if self._desk.termbase.ready and self._desk.findings.seen_through:
            self.drafts.follow(changed)

    def take_drafts(self, records: Sequence[ParagraphRecord], drafted: Drafted) -> None:
        """Take up drafts that were made from these records, where they are still of the same German."""
        translation = self._desk.translation
        now = translation.paragraphs
        fits = [(i, draft) for i, draft in drafted if i < len(now) and _fits(records[i], now[i])]
        taken = {i: translation.paragraphs[i] for i, draft in fits if translation.set_draft(i, draft)}
        in_sight, findings = set(self.drafts.in_sight()), self._desk.findings
        findings.look_later({i: record for i, record in taken.items() if i not in in_sight})
        seen = findings.update({i: record for i, record in taken.items() if i in in_sight})
        if taken:
            self._tell(Changed(self._desk.document, frozenset(taken), seen))
        self.look()

    def tell_drafting(self, event: Drafting) -> None:
        """How far drafting is; at the end the drafts go to the disk."""
        if not event.running:
            try:
                self._desk.save()
            except WorkbenchError as error:
                event = Drafting(event.done, event.total, event.problem or str(error))
        self._tell(event)
