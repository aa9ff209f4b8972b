"""At the desk: words of drafts of which the package was unsure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.problem import WorkbenchError
from workbench.text import clean_line
from workbench.tui.desk.workplace import Workplace

if TYPE_CHECKING:
    from workbench.project.doubts import Doubts, InDoubt


def begin(desk: Workplace) -> None:
    """Mark them from now on, if the settings say so; `following` does it in any case."""
    from workbench.project.doubts import Doubts

    desk.sheet.doubts = Doubts(desk.session, desk.sheet.pairs.update)


def show(desk: Workplace) -> None:
    """Mark them from now on."""
    doubts = desk.sheet.doubts
    if doubts is not None and not doubts.shown:
        doubts.shown = True
        desk.sheet.update()


async def following(desk: Workplace) -> None:
    """Mark them, and go to the next one: while writing to the word, else to the paragraph that has it.

    After the last one of this document come those of the others. Nothing is opened by it that was not open, so that the
    key can be pressed again and puts no letter in the word's place.
    """
    desk.take_typed()
    sheet, session, doubts = desk.sheet, desk.session, desk.sheet.doubts
    if doubts is None:
        return
    show(desk)
    writing = sheet.opened is not None
    after = sheet.english.selected_span.end if writing else _from_here(desk, doubts)
    desk.status.tell("Looking for words in doubt …")
    look = partial(doubts.following, desk.index, after)
    try:
        with desk.at_work:  # the next keys are for where it leads
            found: InDoubt | None = await desk.result(session.lanes.model.submit(look, urgent=True))
            _go(desk, doubts, found, writing)
    except WorkbenchError as error:
        desk.status.tell_problem(error)


def _go(desk: Workplace, doubts: Doubts, found: InDoubt | None, writing: bool) -> None:
    if found is None:
        desk.status.tell("No word in doubt in a draft that nobody has touched, in any document.")
        return
    doubts.at = found.document, found.paragraph
    desk.go_to(found.document, found.paragraph, _told(desk, found, writing), found.word if writing else None)


def _told(desk: Workplace, found: InDoubt, writing: bool) -> str:
    key = "Ctrl+F8 the next word" if writing else "U the next paragraph"
    if found.document != desk.session.document:
        return clean_line(f"Words in doubt: on in {found.document}, ¶{found.paragraph + 1} · {key}")
    word = desk.session.paragraphs[found.paragraph].english[slice(*found.word)]
    return clean_line(f"The package was unsure of “{word}” · {key}")


def _from_here(desk: Workplace, doubts: Doubts) -> int:
    """Where in the paragraph to begin: behind it where this key has led here."""
    is_here = doubts.at == (desk.session.document, desk.index)
    return len(desk.session.paragraphs[desk.index].english) if is_here else 0
