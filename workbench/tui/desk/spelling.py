"""At the desk: what a misspelt word may be, in a list; one of it is put in, or the word is right from now on."""

from __future__ import annotations

from functools import partial

from workbench.project import misspelt, suggestions
from workbench.project.commands import KnowWord, PutRight
from workbench.text import Span
from workbench.text.words import Unknown
from workbench.tui.codes import drawn
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.suggestions import KNOWN, SuggestionsDialog


async def suggest(desk: Workplace) -> None:
    """Ask what the misspelt word at the cursor, or the last one before it, is to be: a suggestion, or itself."""
    if not desk.writable():
        return
    desk.take_typed()
    index, session = desk.index, desk.session
    at = desk.sheet.english.selected_span.end if desk.sheet.opened == index else -1
    found = wanted(misspelt(session, index), at)
    if found is None:
        desk.status.tell("No word here that is not known.")
        return
    if desk.sheet.opened == index:
        desk.sheet.english.select_span(found.span)
    look = partial(suggestions, session.project, session.paragraphs[index], found.word)
    answer = await desk.ask(SuggestionsDialog(found.word, session.lanes.look_up.submit(look, name="spelling")))
    if desk.sheet.opened == index:
        desk.sheet.english.select_span(Span(at, at))
    if answer == KNOWN:
        if done := desk.do(KnowWord(found.word)):
            desk.status.tell(f"Saved: {done.told}. u undoes.")
    elif answer is not None:
        _put(desk, index, found, answer, at)


def wanted(places: tuple[Unknown, ...], at: int) -> Unknown | None:
    """The misspelt word at a place of the English, else the last one before it, else the first behind it, if any.

    >>> words = (Unknown("teh", Span(0, 3)), Unknown("wrod", Span(4, 8)))
    >>> [each.word for at in (-1, 2, 20) if (each := wanted(words, at))]
    ['teh', 'teh', 'wrod']
    """
    begun = [each for each in places if each.span.start <= at]
    return begun[-1] if begun else next(iter(places), None)


def _put(desk: Workplace, index: int, found: Unknown, word: str, at: int) -> None:
    """Put a word in the place of the misspelt one, if that still stands there; in the open cell as if it were typed."""
    record = desk.session.paragraphs[index]
    if record.english[slice(*found.span)] != found.word:
        desk.status.tell("The English has changed meanwhile: ask again.")
        return
    if desk.sheet.opened == index:
        _write(desk, drawn(record.target, found.span), word)
        if at > found.span.end:  # on with what was being typed
            english = desk.sheet.english
            end = at + len(word) - len(found.word)
            english.select_place(drawn(english.inline, Span(end, end)))
        return
    text = record.english[: found.span.start] + word + record.english[found.span.end :]
    told = f"“{found.word}” is “{word}” now."
    if desk.do(PutRight(index, text, told)):
        desk.status.tell(f"Saved: {told} u undoes.")


def _write(desk: Workplace, place: Span, words: str) -> None:
    english = desk.sheet.english
    desk.sheet.screen.set_focus(english)
    english.select_place(place)
    english.write(words)
