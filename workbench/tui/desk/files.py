"""At the desk: what other programs do to the glossary, the article and its record."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from workbench.tui.desk import terms
from workbench.tui.dialogs.conflict import ConflictDialog

if TYPE_CHECKING:
    from workbench.tui.desk.screen import DeskScreen


async def look(desk: DeskScreen) -> None:
    """Take up what other programs changed, where nothing of the user's is lost by it; else say so."""
    reread = await to_thread(desk.project.termbase.reload)
    if not desk.is_attached:
        return
    if reread:
        terms.tell_problems(desk)
        terms.glossary_changed(desk)
    with desk.status.telling():
        change = desk.project.look_again(desk.translation, busy=desk.sheet.opened is not None)
        if change == "taken up":
            desk.show_again()
            desk.status.tell("The files were changed by another program: this is what they hold now.")
        elif change == "conflict":
            desk.status.tell("Another program changed this document on disk: F5 decides whose goes on.", bad=True)


async def decide(desk: DeskScreen) -> None:
    """Ask whose work goes on where another program changed the document; the other's is put aside."""
    desk.take_typed()
    if not desk.project.changed_on_disk(desk.translation):
        desk.status.tell("No other program has changed this document.")
        return
    mine = await desk.app.push_screen_wait(ConflictDialog(desk.translation.path.name))
    with desk.status.telling():
        if mine:
            desk.translation.save(over=True)
            desk.status.tell("Saved. What was on disk is put aside beside it.")
        elif mine is False:
            desk.project.reload(desk.translation)
            desk.show_again()
            desk.status.tell("This is what the files hold now. Work that was not saved is put aside.")
