"""At the desk: back to the paragraphs where the user was, in all documents, and forward again."""

from __future__ import annotations

from functools import partial

from workbench.project.events import Act, Changed, Event
from workbench.project.own.trail import Visited
from workbench.tui.desk.workplace import Workplace


def begin(desk: Workplace) -> None:
    """From now on keep where something is done, and find it again where paragraphs are others."""
    desk.session.on_act(partial(_worked, desk))
    desk.session.subscribe(partial(_hear, desk))
    moved(desk)


def moved(desk: Workplace, *, passing: bool = False) -> None:
    """The user is at another paragraph; `passing`: a row or a page on."""
    if desk.session.paragraphs:
        desk.trail.see(_here(desk), passing=passing)


def go(desk: Workplace, by: int) -> None:
    """Go back (-1) to where the user was, or forward (1) to where that was left for."""
    if not desk.session.paragraphs:
        return
    place = desk.trail.go(_here(desk), by)
    if place is None:
        desk.status.tell(
            "There is nothing before this: you began here." if by < 0 else "Nothing comes after this: < goes back."
        )
        return
    if desk.sheet.opened is not None:
        desk.close_paragraph()
    desk.go_to(*place, "Where you were · < further back · > forward")


def _here(desk: Workplace) -> Visited:
    index = min(desk.index, len(desk.session.paragraphs) - 1)
    return Visited(desk.session.document, index, desk.session.paragraphs[index].german)


def _worked(desk: Workplace, act: Act) -> None:
    desk.trail.worked({(step.document, step.index) for step in act.steps})


def _hear(desk: Workplace, event: Event) -> None:
    if isinstance(event, Changed) and event.anew:
        desk.trail.renumber(event.document, [one.german for one in desk.session.paragraphs])
        moved(desk)
