"""At the desk: the glossary – a term from a selection, the glossary's own screen, candidates for new entries."""

from __future__ import annotations

from functools import partial

from workbench.glossary import Entry
from workbench.problem import WorkbenchError
from workbench.project.commands import AddEntry
from workbench.text import clean_line
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.term import TermDialog

Place = tuple[str, int]


async def add_selected(desk: Workplace) -> None:
    """Add the German words that are selected, with the English that stands for them, as the user corrects them."""
    from workbench.tui.glossary import saving, term_preview

    session, sheet = desk.session, desk.sheet
    record = session.paragraphs[desk.index]
    german = english = ""
    if sheet.opened is not None:
        german, english = sheet.german.selected_text, sheet.english.selected_text
        if german and not english:
            propose = partial(session.project.propose_english, record, sheet.german.selected_span)
            try:
                english = await desk.result(session.lanes.model.submit(propose, urgent=True))
            except WorkbenchError as error:
                desk.status.tell_problem(error)
    forms = (clean_line(german),) if german.strip() else ()
    start = Entry(forms, clean_line(english))
    dialog = TermDialog(start, saving(session, AddEntry), preview=term_preview(session))
    if entry := await desk.ask(dialog):
        desk.status.tell(f"Saved: {entry.de[0]} → {entry.en} in {session.project.layout.glossary.name}. u undoes.")


async def look_into_glossary(desk: Workplace) -> Place | None:
    """Open the glossary's screen, at the first term of the paragraph; where the user wants to go then."""
    from workbench.tui.glossary import GlossaryScreen

    desk.save()
    session = desk.session
    rows = session.termbase.rows(session.paragraphs[desk.index])
    return await desk.ask(GlossaryScreen(session, at=rows[0].hit.entry if rows else None))


async def go_through_candidates(desk: Workplace, hidden: set[str]) -> None:
    """Show names and terms of the document that have no entry, and make entries of what the user chooses."""
    from workbench.tui.candidates import CandidatesScreen

    desk.save()
    place = await desk.ask(CandidatesScreen(desk.session, hidden))
    if place is not None:
        desk.sheet.pairs.current = place
