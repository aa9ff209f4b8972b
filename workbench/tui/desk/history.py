"""At the desk: the history of a paragraph, and putting an earlier English back."""

from __future__ import annotations

from functools import partial

from workbench.project import State
from workbench.project.commands import PutEarlier
from workbench.project.own.earlier import PastOf, past_of
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.history import HistoryDialog, since


async def show(desk: Workplace) -> None:
    """Show every earlier English of the paragraph; what is chosen there is put back, as one act."""
    if desk.sheet.opened is not None:
        desk.save()
    desk.session.paragraph_left()
    session, index = desk.session, desk.index

    async def look() -> PastOf:
        shown = session.translation
        find = partial(past_of, session.project.layout, shown.path, shown.record, index)
        return await desk.result(session.lanes.disk.submit(find, name="history"))

    chosen = await desk.ask(HistoryDialog(index + 1, session.paragraphs[index].target, look))
    if chosen is None or not desk.writable():
        return
    if session.paragraphs[index].state is State.SKIPPED:
        desk.status.tell("This paragraph is skipped: s takes it up again.")
        return
    which = f"the English of {since(chosen)}" if chosen.at else "an earlier English"
    told = f"{which} is back in paragraph {index + 1}"
    if desk.do(PutEarlier(index, chosen.target, told)):
        if desk.sheet.opened == index:
            desk.sheet.open(index)
        session.paragraph_left()
        desk.status.tell(f"Saved: {told}. u undoes.")
