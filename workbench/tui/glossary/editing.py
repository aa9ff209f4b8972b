"""What is asked when an entry is added, changed or deleted, and the sentences that change with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from textual.app import App

from workbench.glossary import Entry
from workbench.project import Session
from workbench.project.commands import AddEntry, ChangeEntry
from workbench.project.terms.changes import Change, outdated
from workbench.tui.dialogs.changes import ChangesDialog
from workbench.tui.dialogs.term import TermDialog
from workbench.tui.glossary.preview import saving, term_preview
from workbench.tui.glossary.questions import DeleteDialog


async def add(app: App[object], session: Session) -> Entry | None:
    """Ask for a new entry; the one that was saved."""
    return await app.push_screen_wait(
        TermDialog(Entry((), ""), saving(session, AddEntry), preview=term_preview(session))
    )


async def change(app: App[object], session: Session, old: Entry) -> Entry | None:
    """Ask how an entry should be; what was saved in its place."""
    dialog = TermDialog(
        old,
        saving(session, partial(ChangeEntry, old)),
        title=f"Change an entry (line {old.line})",
        preview=term_preview(session, instead_of=old),
    )
    return await app.push_screen_wait(dialog)


async def may_delete(app: App[object], entry: Entry, used: tuple[int, int] | None) -> bool:
    """Ask whether an entry should go. `used`: how often it stands in how many documents, if that is known."""
    answer = await app.push_screen_wait(DeleteDialog(entry, used))
    return answer is True


async def what_follows(
    app: App[object], old: Entry, new: Entry, find: Callable[[], Awaitable[Sequence[Change]]]
) -> tuple[Change, ...] | None:
    """Show the sentences that have the old English; those that were ticked, None when the user went back."""
    title = ", ".join(f"{wrong} → {right}" for wrong, right in outdated(old, new).items()) + ": what follows?"
    return await app.push_screen_wait(ChangesDialog(title, find))
