"""At the desk: the glossary – a term from a selection, the glossary's own screen, candidates for new entries."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from workbench.glossary import Entry
from workbench.text import clean_line
from workbench.tui.dialogs.term import TermDialog

if TYPE_CHECKING:
    from workbench.tui.desk.screen import DeskScreen


async def add_selected(desk: DeskScreen) -> None:
    """Add the German words that are selected, with the English that stands for them, as the user corrects them."""
    from workbench.tui.glossary import term_preview

    record = desk.records[desk.pairs.current]
    german = english = ""
    if desk.sheet.opened is not None:
        german, english = desk.sheet.german.selected_text, desk.sheet.english.selected_text
        if german and not english:
            with desk.status.telling():
                english = await to_thread(desk.project.propose_english, record, desk.sheet.german.selected_span)
    forms = (clean_line(german),) if german.strip() else ()
    start = Entry(forms, clean_line(english))
    preview = term_preview(desk.project, desk.translation.record)
    dialog = TermDialog(start, desk.project.termbase.add, preview=preview)
    if entry := await desk.app.push_screen_wait(dialog):
        desk.status.tell(f"Saved: {entry.de[0]} → {entry.en} in {desk.project.layout.glossary.name}.")
        glossary_changed(desk)


async def look_into_glossary(desk: DeskScreen) -> None:
    """Open the glossary's screen, at the first term of the paragraph; then go where the user chose to."""
    from workbench.tui.glossary import GlossaryScreen

    desk.save()
    rows = desk.project.termbase.rows(desk.records[desk.pairs.current])
    before = desk.project.termbase.glossary
    screen = GlossaryScreen(desk.project, desk.translation, at=rows[0].hit.entry if rows else None)
    place = await desk.app.push_screen_wait(screen)
    if desk.project.termbase.glossary is not before:
        glossary_changed(desk)
    else:
        desk.show_changed(*range(len(desk.records)))
    if place:
        desk.post_message(desk.Wanted(*place))


async def go_through_candidates(desk: DeskScreen) -> None:
    """Show names and terms of the document that have no entry, and make entries of what the user chooses."""
    from workbench.tui.candidates import CandidatesScreen

    desk.save()
    before = desk.project.termbase.glossary
    place = await desk.app.push_screen_wait(CandidatesScreen(desk.project, desk.translation, desk.hidden_candidates))
    if desk.project.termbase.glossary is not before:
        glossary_changed(desk)
    if place is not None:
        desk.pairs.current = place


def glossary_changed(desk: DeskScreen) -> None:
    """Show and draft with the glossary as it is now."""
    desk.sheet.update()
    desk.refresh_around()
    desk.draft()


def tell_problems(desk: DeskScreen) -> None:
    """The first problems of the glossary file."""
    for problem in desk.project.termbase.problems[:3]:
        desk.notify(str(problem), title="Glossary", severity="warning", markup=False)
