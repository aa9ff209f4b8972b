"""At the desk: words of drafts of which the package was unsure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.desk.workplace import Workplace

if TYPE_CHECKING:
    from workbench.text import Span


def begin(desk: Workplace) -> None:
    """Mark them from now on, if the settings say so; `following` does it in any case."""
    from workbench.project.doubts import Doubts

    desk.sheet.doubts = Doubts(desk.session, desk.sheet.pairs.update)


async def following(desk: Workplace) -> None:
    """Mark them, and go to the next one."""
    desk.take_typed()
    sheet, session, doubts = desk.sheet, desk.session, desk.sheet.doubts
    if doubts is None:
        return
    if not doubts.shown:
        doubts.shown = True
        sheet.update()
    after = sheet.english.selected_span.end if sheet.opened is not None else 0
    desk.status.tell("Looking for words in doubt …")
    look = partial(doubts.following, desk.index, after)
    found: tuple[int, Span] | None = await desk.result(session.lanes.model.submit(look, urgent=True))
    if found is None:
        desk.status.tell("No word in doubt in a draft that nobody has touched.")
        return
    index, word = found
    if sheet.opened is not None and sheet.opened != index:
        desk.close_paragraph()
    sheet.pairs.current = index
    desk.open_paragraph(index, offset=word.start)
    if sheet.opened == index:
        sheet.english.select_span(word)
    desk.status.tell("The package was unsure of this word · D, Ctrl+F8 the next one")
