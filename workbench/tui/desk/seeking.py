"""At the desk: finding words in the German and the English."""

from __future__ import annotations

from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.find import FindDialog


async def ask(desk: Workplace) -> None:
    """Ask for words, mark them, and go to the nearest place."""
    sought = await desk.ask(FindDialog(desk.sheet.sought))
    if sought is not None:
        desk.sheet.sought = sought
        desk.sheet.update()
        if sought:
            go(desk, desk.index, 1)


def go_on(desk: Workplace, by: int) -> None:
    """Go to the next (1) or previous (-1) place with what was sought."""
    go(desk, desk.index + by, by)


def go(desk: Workplace, start: int, by: int) -> None:
    """Go to the nearest place from paragraph `start` on, forwards (1) or backwards (-1)."""
    sought = desk.sheet.sought
    found = desk.go_where(desk.sheet.has_sought, start, by)
    told = "F3 next · Shift+F3 previous · Esc clears" if found else "is not in this document"
    desk.status.tell(f"“{sought}” · {told}", bad=not found)
