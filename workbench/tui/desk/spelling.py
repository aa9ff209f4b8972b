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
    """Ask what the misspelt word at the cursor, or the next one, is to be: a suggestion, or itself."""
    if not desk.writable():
        return
    desk.take_typed()
    index, session = desk.index, desk.session
    found = _wanted(desk, misspelt(session, index))
    if found is None:
        desk.status.tell("No word here that is not known.")
        return
    if desk.sheet.opened == index:
        desk.sheet.english.select_span(found.span)
    look = partial(suggestions, session.project, session.paragraphs[index], found.word)
    answer = await desk.ask(SuggestionsDialog(found.word, session.lanes.look_up.submit(look, name="spelling")))
    if answer == KNOWN:
        if done := desk.do(KnowWord(found.word)):
            desk.status.tell(f"Saved: {done.told}. u undoes.")
    elif answer is not None:
        _put(desk, index, found, answer)


def _wanted(desk: Workplace, places: tuple[Unknown, ...]) -> Unknown | None:
    """The misspelt word at the cursor, else the next one behind it, else the paragraph's first."""
    at = desk.sheet.english.selected_span.start if desk.sheet.opened == desk.index else 0
    return next((each for each in places if each.span.end >= at), next(iter(places), None))


def _put(desk: Workplace, index: int, found: Unknown, word: str) -> None:
    """Put a word in the place of the misspelt one, if that still stands there; in the open cell as if it were typed."""
    record = desk.session.paragraphs[index]
    if record.english[slice(*found.span)] != found.word:
        desk.status.tell("The English has changed meanwhile: ask again.")
        return
    if desk.sheet.opened == index:
        _write(desk, drawn(record.target, found.span), word)
        return
    english = record.english[: found.span.start] + word + record.english[found.span.end :]
    told = f"“{found.word}” is “{word}” now."
    if desk.do(PutRight(index, english, told)):
        desk.status.tell(f"Saved: {told} u undoes.")


def _write(desk: Workplace, place: Span, words: str) -> None:
    english = desk.sheet.english
    desk.sheet.screen.set_focus(english)
    english.select_place(place)
    english.write(words)
