"""Looking at what is accepted, beside the work: which names and terms of the draft were put right in it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.project.events import Act
from workbench.project.history import SegmentStep
from workbench.project.project import Project
from workbench.project.session import Session
from workbench.translation import State

if TYPE_CHECKING:  # these are loaded at the first accept: the screen does not wait for them
    from workbench.project.learning.corrected import Corrected
    from workbench.project.learning.rules import Rule

JOB = "corrections"


@dataclass(frozen=True, slots=True)
class JustCorrected:
    """A name or term that was put right in the paragraph (from 0) that was accepted last, and what it suggests."""

    document: str
    paragraph: int
    corrected: Corrected
    rule: Rule


def listen(session: Session, tell: Callable[[JustCorrected], None]) -> Callable[[], None]:
    """Tell, through `session.deliver`, of each accept in which a name or term was put right; the answer ends that.

    It is looked for in the lane of the model (about 0.1 s), only for the accept that came last.
    """
    return session.on_act(partial(_hear, session, tell))


def _hear(session: Session, tell: Callable[[JustCorrected], None], act: Act) -> None:
    step = accepted(act, session.document)
    if step is None or not session.termbase.ready:
        return
    look = partial(_look, session.project, step)
    future = session.lanes.model.submit(look, name=JOB, urgent=True)
    future.add_done_callback(lambda done: _deliver(session, tell, done))


def accepted(act: Act, document: str) -> SegmentStep | None:
    """The paragraph of an accept whose English is another than its draft; none where equal sentences alone followed."""
    if act.kind != "done" or not act.label.startswith("accept of paragraph "):
        return None
    index = int(act.label.rpartition(" ")[2]) - 1
    for step in act.steps:
        draft = step.after.draft
        if step.document == document and step.index == index and step.after.state is State.REVIEWED:
            return step if draft is not None and draft.english != step.after.english else None
    return None


def _look(project: Project, step: SegmentStep) -> JustCorrected | None:
    record, draft = step.after, step.after.draft
    assert draft is not None
    from workbench.project.learning.corrected import corrections
    from workbench.project.learning.rules import rule_for

    found = corrections(record.german, draft.english, record.english, project.drafter.align, but=draft.matched)
    rules = ((one, rule_for(project.termbase.glossary, record.german, one)) for one in found)
    told = [JustCorrected(step.document, step.index, one, rule) for one, rule in rules if rule is not None]
    return min(told, key=lambda one: one.corrected.kind == "term", default=None)


def _deliver(session: Session, tell: Callable[[JustCorrected], None], done: Future[JustCorrected | None]) -> None:
    try:
        found = done.result()
    except Exception:  # another accept came, or the package is gone: the accept is done, and nobody waits for more
        return
    if found is not None:
        session.deliver(partial(tell, found))
