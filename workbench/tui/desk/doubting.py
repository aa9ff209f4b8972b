"""At the desk: words of drafts of which the package was unsure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.text import clean_line
from workbench.tui.desk.workplace import Workplace

if TYPE_CHECKING:
    from workbench.project.doubts import Doubts
    from workbench.text import Span


def begin(desk: Workplace) -> None:
    """Mark them from now on, if the settings say so; `following` does it in any case."""
    from workbench.project.doubts import Doubts

    desk.sheet.doubts = Doubts(desk.session, desk.sheet.pairs.update)


async def following(desk: Workplace) -> None:
    """Mark them, and go to the next one: while writing to the word, else to the paragraph that has it.

    Nothing is opened by it, so that the key can be pressed again and puts no letter in the word's place.
    """
    desk.take_typed()
    sheet, session, doubts = desk.sheet, desk.session, desk.sheet.doubts
    if doubts is None:
        return
    if not doubts.shown:
        doubts.shown = True
        sheet.update()
    writing = sheet.opened is not None
    after = sheet.english.selected_span.end if writing else _from_here(desk, doubts)
    desk.status.tell("Looking for words in doubt …")
    look = partial(doubts.following, desk.index, after)
    with desk.at_work:  # the next keys are for where it leads
        found: tuple[int, Span] | None = await desk.result(session.lanes.model.submit(look, urgent=True))
    if found is None:
        desk.status.tell("No word in doubt in a draft that nobody has touched.")
        return
    index, word = found
    doubts.at = index
    if writing:
        _select(desk, index, word)
    else:
        sheet.pairs.current = index
    told = session.paragraphs[index].english[slice(*word)]
    key = "Ctrl+F8 the next word" if writing else "U the next paragraph"
    desk.status.tell(clean_line(f"The package was unsure of “{told}” · {key}"))


def _from_here(desk: Workplace, doubts: Doubts) -> int:
    """Where in the paragraph to begin: behind it where this key has led here."""
    return len(desk.session.paragraphs[desk.index].english) if doubts.at == desk.index else 0


def _select(desk: Workplace, index: int, word: Span) -> None:
    sheet = desk.sheet
    if sheet.opened != index:
        desk.close_paragraph()
        sheet.pairs.current = index
        desk.open_paragraph(index, offset=word.start)
    if sheet.opened == index:
        desk.app.screen.set_focus(sheet.english)
        sheet.english.select_span(word)
