"""At the desk: accepting with what is broken on purpose, undoing, and cutting, joining and adding paragraphs."""

from __future__ import annotations

from typing import Literal

from workbench.project import Changed
from workbench.project.commands import Accept, Insert, Join, Redo, Split, Undo
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.accept import AcceptDialog


async def accept(desk: Workplace) -> Changed | None:
    """Accept the paragraph; rules that it breaks stand for a reason, which is asked for."""
    desk.take_typed()
    index = desk.index
    command = Accept(index)
    if broken := desk.session.findings.broken_rules(index):
        reason = await desk.ask(AcceptDialog(broken))
        if reason is None:
            return None
        command = Accept(index, broken, reason)
    return desk.do(command)


def step_back(desk: Workplace, *, redo: bool) -> bool:
    """Undo, or do again what was undone, and go where it was; whether there was something."""
    editing = desk.sheet.opened is not None
    desk.save()
    done = desk.do(Redo() if redo else Undo())
    if done is None:
        return False
    if not done.told:
        desk.status.tell(f"Nothing to {'redo' if redo else 'undo'}.")
        return False
    desk.sheet.close()
    if done.at is not None:
        desk.sheet.pairs.current = done.at
        if editing:
            desk.open_paragraph(done.at)
    desk.status.tell(f"{done.told[:1].upper()}{done.told[1:]}. {'u undoes' if redo else 'r does it again'}.")
    return True


def reshape(desk: Workplace, how: Literal["split", "join", "insert"]) -> None:
    """Cut the paragraph where the cursor is in its German, join it with the next, or add one after it to write in."""
    if not desk.writable():
        return
    sheet, index = desk.sheet, desk.index
    place = sheet.german.selected_span.start
    if how == "split" and (sheet.opened is None or not sheet.german.has_focus):
        desk.status.tell("Where is it to be cut? Enter, Tab, the cursor between two German words, then Ctrl+D.")
        return
    desk.close_paragraph()
    done = desk.do(Split(index, place) if how == "split" else Join(index) if how == "join" else Insert(index))
    if done is None:
        return
    sheet.pairs.current = index + (how == "insert")
    if how == "insert":
        desk.open_paragraph(index + 1)
    desk.status.tell(f"Saved: {done.told}. u undoes.")
