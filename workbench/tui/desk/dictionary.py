"""At the desk: the dictionary – what it has for the German at the cursor, and one of it put into the English."""

from __future__ import annotations

from functools import partial

from workbench.project.dictionary import Asked, ask, ask_about, ask_about_english, ask_for_english, read_ahead, word_at
from workbench.text import Span
from workbench.text.inline import MARK
from workbench.tui.codes import drawn
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.dictionary import DictionaryDialog

__all__ = ["look_up", "read_ahead"]


async def look_up(desk: Workplace) -> None:
    """Show the entry of the German word at the cursor or selected, or of the one that the English there stands for.

    While browsing letters over the German words are shown, to choose one by.
    """
    sheet, index = desk.sheet, desk.index
    if sheet.opened is None:
        desk.open_paragraph(index, english=False, offset=0)
        if sheet.opened is not None:
            sheet.german.show_labels()
            desk.status.tell("Type the letters over a word, then W looks it up.")
        return
    desk.take_typed()
    asked = _asked(desk)
    if asked is None:
        desk.status.tell("No word here to look up.")
        return
    english = desk.session.paragraphs[index].english
    ways = (partial(look, desk.session) for look in (ask_about, ask_about_english))
    answer = await desk.ask(DictionaryDialog(asked, english, *ways))
    if answer is not None and desk.writable():
        _put(desk, index, english, *answer)


def _asked(desk: Workplace) -> Asked | None:
    """What the cursor or the selection is at, looked up."""
    cell, record = desk.sheet.cell, desk.session.paragraphs[desk.index]
    text = record.german if cell is desk.sheet.german else record.english
    span = _trimmed(text, cell.selected_span)
    place = span if span.start < span.end else word_at(text, span.start)
    if place is None:
        return None
    return (ask if cell is desk.sheet.german else ask_for_english)(desk.session, desk.index, place)


def _trimmed(text: str, span: Span) -> Span:
    """A selection without blanks and marks at its ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _put(desk: Workplace, index: int, english: str, words: str, place: Span | None) -> None:
    """Put words in the place of an English, as if they were typed there; at the cursor where no place is known."""
    sheet, record = desk.sheet, desk.session.paragraphs[index]
    if sheet.opened != index or record.english != english:
        desk.status.tell("The English has changed meanwhile: look the word up again.")
    elif place is None:
        sheet.put_in(words)
    else:
        where = drawn(record.target, place)
        codes = MARK.findall(sheet.english.text[slice(*where)])
        sheet.screen.set_focus(sheet.english)
        sheet.english.select_place(where)
        sheet.english.write("".join((*codes[:1], words, *codes[1:])))
