"""At the desk: putting everything right that is not in the house style, after a look at what changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from workbench.project import Applied, Change, style_changes
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.changes import ChangesDialog


async def put_right(desk: Workplace) -> None:
    """Show what deviates from the house style in this document, and put right what stays ticked."""
    if not desk.writable():
        return
    desk.close_paragraph()
    session, house = desk.session, desk.session.project.settings.style
    if not session.termbase.ready:
        desk.status.tell("The glossary is still being read: a moment.")
        return
    desk.status.tell("Looking for what is not in the house style …")
    look = partial(style_changes, session.document, session.paragraphs, session.termbase.glossary, house)
    found: Sequence[Change] = await desk.result(session.lanes.look_up.submit(look, name="style"))
    if not found:
        style = f"Everything is in the house style ({house.short})." if house.is_set else "No house style is set."
        desk.status.tell(f"{style} Nothing that one key could put right.")
        return

    async def those() -> Sequence[Change]:
        return found

    title = f"House style: {house.short}" if house.is_set else "Two ways of one thing: as most of the document has it"
    if ticked := await desk.ask(ChangesDialog(title, those, ticked=True)):
        _apply(desk, ticked)
    else:
        desk.status.rest()


def _apply(desk: Workplace, ticked: Sequence[Change]) -> None:
    done = Applied()
    with desk.status.telling():
        *_, done = desk.session.rewording(ticked, "house style")
        desk.status.tell(f"Saved: house style in {done.places}. u undoes.")
    desk.tell_problems(done.left, "Left as it is")
