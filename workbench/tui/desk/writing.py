"""At the desk: what keys do in the English that is written – capitals, words swapped, figures, the German itself."""

from __future__ import annotations

from workbench.text import Span
from workbench.text.inline import MARK
from workbench.text.letter_case import next_case, swapped, word_at
from workbench.tui.desk.workplace import Workplace
from workbench.tui.widgets.english_editor import EnglishEditor


def change_case(desk: Workplace) -> None:
    """The selected words, or the word at the cursor, in the next of: lower, Capital, UPPER."""
    if (cell := _in_english(desk)) is None:
        return
    chosen = cell.selected_place
    place = chosen if chosen.start < chosen.end else word_at(cell.text, chosen.end)
    if place is None:
        desk.status.tell("No word is at the cursor.")
        return
    words = cell.text[slice(*place)]
    if (changed := next_case(words)) == words:
        return
    cell.marks.put(place, changed)
    cell.select_place(chosen)


def swap_words(desk: Workplace) -> None:
    """The word at the cursor in the place of the next one; again: further on."""
    if (cell := _in_english(desk)) is None:
        return
    found = swapped(cell.text, cell.selected_place.end)
    if found is None:
        desk.status.tell("No word follows here that the one at the cursor could be swapped with.")
        return
    cell.marks.put(*found)


def paste_as_it_was(desk: Workplace) -> None:
    """What was just pasted as it was; without that, the clipboard of the program, with nothing put right."""
    if (cell := _in_english(desk)) is not None and not cell.marks.take_back():
        cell.write_as_it_is(desk.app.clipboard)


def copy_source(desk: Workplace) -> None:
    """The German with its codes in the place of the English; while German words are selected, these at the cursor."""
    if not desk.writable():
        return
    german = desk.sheet.german
    if german.has_focus and (words := german.selected_words):
        desk.sheet.put_in(words)
        return
    if (cell := _opened(desk)) is not None:
        cell.marks.put(Span(0, len(cell.text)), desk.session.paragraphs[desk.index].source.marked())
        desk.status.tell("The German is copied. Ctrl+Z brings the English back.")


def next_figure(desk: Workplace) -> None:
    """The next number, date, amount or time of the German that the English has not, in English notation."""
    from workbench.project.figure_wanted import next_figure as wanted_next

    if not desk.writable() or (cell := _opened(desk)) is None:
        return
    german = desk.session.paragraphs[desk.index].german
    style = desk.session.project.settings.style
    place = cell.selected_place
    before, after = MARK.sub("", cell.text[: place.start]), MARK.sub("", cell.text[place.end :])
    wanted = wanted_next(german, before + after, len(before), style)
    if wanted is None:
        desk.status.tell("The English has every figure of the German that can be written surely.")
        return
    desk.sheet.put_in(wanted.english)
    desk.status.tell(f"{german[slice(*wanted.german)]} → {wanted.english}. Ctrl+Z takes it back.")


def _in_english(desk: Workplace) -> EnglishEditor | None:
    """The cell where the cursor is in the English of an open paragraph that can be changed; else it is told."""
    cell = desk.sheet.english
    if not desk.writable():
        return None
    if desk.sheet.opened is None or cell.read_only:
        desk.status.tell("That is done in the English while it is edited: Enter opens it.")
        return None
    return cell


def _opened(desk: Workplace) -> EnglishEditor | None:
    """The English cell, opened where none is."""
    if desk.sheet.opened is None:
        desk.open_paragraph(desk.index)
    return _in_english(desk)
