"""At the desk: finding words in the German and the English, and walking on through what was found in all documents."""

from __future__ import annotations

from workbench.project.searching.finder import finder
from workbench.project.searching.query import Query
from workbench.project.searching.walk import Sought, Walk
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.find import FindDialog


async def ask(desk: Workplace) -> None:
    """Ask for words, mark them, and go to the nearest place."""
    before = desk.sheet.sought
    words = await desk.ask(FindDialog(before.query.text if before else ""))
    if not words:
        if words is not None:
            desk.sheet.seek(None)
        return
    with desk.status.telling():
        finder(Query(words))  # raises where nothing can be found by it
        desk.sheet.seek(Sought(Query(words)))
        go(desk, desk.index, 1)


def go_on(desk: Workplace, by: int) -> None:
    """Go to the next (1) or previous (-1) place: of this document, or of all that were looked through."""
    sought = desk.sheet.sought
    if sought is None:
        desk.status.tell("Nothing is being looked for: / finds here, A in all documents.")
    elif sought.walk is not None:
        _walk(desk, sought.told, sought.walk, by)
    else:
        go(desk, desk.index + by, by)


def go(desk: Workplace, start: int, by: int) -> None:
    """Go to the nearest place from paragraph `start` on, forwards (1) or backwards (-1)."""
    sought = desk.sheet.sought
    assert sought is not None
    found = desk.go_where(desk.sheet.has_sought, start, by)
    told = "F3 next · Shift+F3 previous · Esc clears" if found else "is not in this document"
    desk.status.tell(f"{sought.told} · {told}", bad=not found)


def _walk(desk: Workplace, told: str, walk: Walk, by: int) -> None:
    place = walk.next(by)
    if place is None:
        desk.status.tell(f"{told} was found nowhere.")
        return
    desk.go_to(*place, f"{told} · {walk.at + 1} of {len(walk.places)} · F3 next · A the list · Esc clears")
