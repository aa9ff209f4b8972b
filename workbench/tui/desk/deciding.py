"""At the desk: accepting, leaving out, taking the draft back, undoing, and cutting, joining and adding paragraphs."""

from __future__ import annotations

from typing import Literal

from workbench.project import State
from workbench.project.commands import (
    Accept,
    BackToDraft,
    Command,
    Insert,
    Join,
    Redo,
    Skip,
    SkipFurniture,
    Split,
    Undo,
)
from workbench.tui.desk import memory
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.accept import AcceptDialog


async def accept(desk: Workplace) -> bool:
    """Accept the paragraph and go on; whether that was done. Rules that it breaks stand for a reason, asked for."""
    if memory.is_unseen(desk):
        return False
    editing = desk.sheet.opened is not None
    desk.take_typed()
    command = Accept(desk.index)
    if broken := desk.session.findings.broken_rules(desk.index):
        reason = await desk.ask(AcceptDialog(broken))
        if reason is None:
            return False
        command = Accept(command.index, broken, reason)
    done = desk.do(command)
    if done is None or done.at is None:
        return False
    desk.close_paragraph()
    desk.status.tell(f"Saved: {done.told}.")
    _go_on(desk, done.at, editing)
    return True


def back_to_draft(desk: Workplace) -> bool:
    """Put the machine draft back; whether that was done."""
    index, editing = desk.index, desk.sheet.opened is not None
    done = _decide(desk, BackToDraft(index))
    if done and editing:
        desk.open_paragraph(index)
    return done


def skip(desk: Workplace) -> bool:
    """Skip and go on, as accepting does; taken up again, the paragraph stays in sight. Whether that was done."""
    index, editing = desk.index, desk.sheet.opened is not None
    done = _decide(desk, Skip(index))
    if done and desk.session.paragraphs[index].state is State.SKIPPED:
        _go_on(desk, index, editing)
    return done


def skip_furniture(desk: Workplace) -> bool:
    """Skip what belongs to the page only, and go on if this paragraph does; whether that was done."""
    if not desk.session.translation.furniture:
        desk.status.tell("No line here that belongs to the page only.")
        return False
    done = _decide(desk, SkipFurniture())
    if done and desk.session.paragraphs[desk.index].state is State.SKIPPED:
        _go_on(desk, desk.index, editing=False)
    return done


def _decide(desk: Workplace, command: Command) -> bool:
    desk.close_paragraph()
    if done := desk.do(command):
        desk.status.tell(f"Saved: {done.told}. u undoes.")
    return done is not None


def _go_on(desk: Workplace, index: int, editing: bool) -> None:
    if not desk.go_to_next_open(index):
        desk.status.tell(f"Saved. {desk.all_done}")
    elif editing:
        desk.open_paragraph(desk.index)


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
