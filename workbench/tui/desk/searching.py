"""At the desk: the search screen, for words in all documents, and for replacing them."""

from __future__ import annotations

from workbench.text import clean_line
from workbench.tui.desk import doubting
from workbench.tui.desk.workplace import Workplace


async def everywhere(desk: Workplace) -> None:
    """Look in all documents: for what is selected, else for what was looked for last."""
    await _search(desk, replacing=False)


async def replace(desk: Workplace) -> None:
    """The same, to put other words in their place."""
    await _search(desk, replacing=True)


async def _search(desk: Workplace, *, replacing: bool) -> None:
    from workbench.tui.search import SearchScreen

    sheet = desk.sheet
    selected = clean_line(sheet.cell.selected_words) if sheet.opened is not None else ""
    desk.save()
    screen = SearchScreen(desk.session, sheet.sought, selected, replacing=replacing)
    place = await desk.ask(screen)
    if screen.sought is not sheet.sought:
        sheet.seek(screen.sought)
    sought = sheet.sought
    if sought is not None and sought.query.doubtful:
        doubting.show(desk)
    if place is not None and sought is not None and sought.walk is not None:
        walk = sought.walk
        desk.go_to(*place, f"{sought.told} · {walk.at + 1} of {len(walk.places)} · F3 next · A the list · Esc clears")
