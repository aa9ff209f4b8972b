"""On the glossary screen: adding, changing and deleting an entry, and the sentences that change with it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.glossary import Entry
from workbench.project.changes import Applied, Change, apply, changes, outdated
from workbench.translation import TranslationRecord
from workbench.tui.dialogs.changes import ChangesDialog
from workbench.tui.dialogs.term import TermDialog
from workbench.tui.glossary.preview import term_preview
from workbench.tui.glossary.questions import DeleteDialog

if TYPE_CHECKING:
    from workbench.tui.glossary.screen import GlossaryScreen


UNDOING = "To undo: change the entry back, and tick them again."


async def add(screen: GlossaryScreen) -> None:
    """Ask for a new entry."""
    if screen.may_change():
        preview = term_preview(screen.project, _record(screen))
        dialog = TermDialog(Entry((), ""), screen.project.termbase.add, preview=preview)
        if entry := await screen.app.push_screen_wait(dialog):
            _saved(screen, entry)


async def edit(screen: GlossaryScreen) -> None:
    """Ask how the current entry should be, and then which sentences should follow."""
    old = screen.current
    if old is None or not screen.may_change():
        return
    dialog = TermDialog(
        old,
        partial(screen.project.termbase.replace, old),
        title=f"Change an entry (line {old.line})",
        preview=term_preview(screen.project, _record(screen), instead_of=old),
    )
    if entry := await screen.app.push_screen_wait(dialog):
        _saved(screen, entry)
        if outdated(old, entry):
            await _follow_up(screen, old, entry)
        if old.first != entry.first:
            told = (
                "First mentions that are no longer right are findings: ] on the desk goes to them, f puts them right."
            )
            screen.notify(told, title=f"{entry.de[0]}: another first mention", markup=False, timeout=12)


def _saved(screen: GlossaryScreen, entry: Entry) -> None:
    """Show an entry that was saved, whatever the list is filtered by, and say so."""
    screen.take_up(entry)
    if screen.current is None or screen.current.de != entry.de:
        screen.show_all(entry)
    screen.status.tell(f"Saved: {entry.de[0]} → {entry.en} in {screen.project.termbase.path.name}.")


async def remove(screen: GlossaryScreen) -> None:
    """Ask whether the current entry should go."""
    entry = screen.current
    if entry is None or not screen.may_change():
        return
    uses = screen.uses
    known = (uses.count(entry), uses.documents(entry)) if uses else None
    if await screen.app.push_screen_wait(DeleteDialog(entry, known)):
        with screen.status.telling():
            await asyncio.to_thread(screen.project.termbase.remove, entry)
            screen.take_up(None)
            screen.status.tell(f"Deleted: {entry.de[0]} → {entry.en}.")


async def _follow_up(screen: GlossaryScreen, old: Entry, typed: Entry) -> None:
    """Show the sentences that have the old English, and change those that are ticked."""

    async def find() -> Sequence[Change]:
        uses = await screen.wait_for_uses()
        in_force = (entry for entry in uses.glossary.entries if entry.de == typed.de) if uses else ()
        new = next(iter(in_force), None)
        return await asyncio.to_thread(lambda: tuple(changes(uses, old, new))) if uses and new else ()

    title = ", ".join(f"{wrong} → {right}" for wrong, right in outdated(old, typed).items()) + ": what follows?"
    ticked = await screen.app.push_screen_wait(ChangesDialog(title, find))
    if ticked:
        await _apply(screen, ticked)
        screen.survey()
    elif ticked is None:
        screen.status.tell("Saved. All sentences stay as they are.")
    else:
        screen.status.tell("Saved. No sentence that you wrote or accepted changes with it.")


async def _apply(screen: GlossaryScreen, ticked: tuple[Change, ...]) -> None:
    done = Applied()
    screen.busy = True
    with screen.status.telling():
        for done in apply(screen.project, ticked, screen.translation):
            screen.status.tell(f"{done.sentences} of {len(ticked)} sentences changed …")
            await asyncio.sleep(0)
        changed = f"{done.sentences} sentence{'s' if done.sentences != 1 else ''} changed"
        documents = f"in {done.documents} document{'s' if done.documents != 1 else ''}"
        screen.status.tell(f"Saved: {changed} {documents}. {UNDOING}" if done.sentences else "Nothing was changed.")
    screen.busy = False
    for problem in done.left:
        screen.notify(str(problem), title="Left as it is", severity="warning", markup=False, timeout=12)


def _record(screen: GlossaryScreen) -> TranslationRecord | None:
    return screen.translation.record if screen.translation else None
