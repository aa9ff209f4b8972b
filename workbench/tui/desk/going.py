"""At the desk: going to a paragraph by its number, to one that repeats no other, and from bookmark to bookmark."""

from __future__ import annotations

from workbench.problem import WorkbenchError
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.number import NumberDialog


async def to_number(desk: Workplace) -> None:
    """Ask for a number, and go to the paragraph that has it."""
    number = await desk.ask(NumberDialog(len(desk.session.paragraphs)))
    if number is not None:
        if desk.sheet.opened is not None:
            desk.close_paragraph()
        desk.sheet.pairs.current = number - 1
        desk.status.rest()


def to_first_of_its_like(desk: Workplace) -> None:
    """Go to the next paragraph whose German has not stood before in the document, round the end."""
    firsts: dict[str, int] = {}
    for index, one in enumerate(desk.session.paragraphs):
        firsts.setdefault(one.german, index)
    wanted = set(firsts.values())
    desk.go_where(lambda index: index in wanted, desk.index + 1, 1)
    passed = len(desk.session.paragraphs) - len(wanted)
    told = f"{passed} paragraph{'s' * (passed > 1)} of this document, which repeat others, are passed over."
    desk.status.tell(told if passed else "No paragraph of this document repeats another one.")


def bookmark(desk: Workplace) -> None:
    """Mark the paragraph, or take its mark away."""
    if not desk.writable():
        return
    try:
        marked = desk.session.own.bookmarks.turn(desk.index)
    except WorkbenchError as error:
        desk.status.tell_problem(error)
        return
    number = desk.index + 1
    desk.status.tell(f"Paragraph {number} is bookmarked: B goes from one to the next." if marked else _gone(number))


def _gone(number: int) -> str:
    return f"Paragraph {number} is bookmarked no more."


def to_bookmark(desk: Workplace) -> None:
    """Go to the next bookmark, after the last one of this document to those of the others."""
    place = desk.session.own.bookmarks.next(desk.index)
    if place is None:
        desk.status.tell("No bookmark in this project: b sets one.")
    elif place == (desk.session.document, desk.index):
        desk.status.tell("This is the only bookmark.")
    else:
        desk.go_to(*place, "Bookmark · B next · b takes it away")
