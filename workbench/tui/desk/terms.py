"""At the desk: the glossary – a term put at the cursor, one made from a selection, its own screen, candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from workbench.glossary import Entry, TermHit
from workbench.problem import WorkbenchError
from workbench.project import TermRow, english_for_words, next_unknown_name
from workbench.project.commands import AddEntry
from workbench.text import Span, clean_line
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.choose_term import ChooseTermDialog
from workbench.tui.dialogs.term import TermDialog

_MARKS = "„“”‚‘’»«›‹\"'()[]{}.,;:!? \t\n–—…"
"""What a selection takes along by accident, at either end."""


def bare(selected: str) -> str:
    """Selected words without the quotation marks and punctuation around them.

    >>> bare("„Wagner“, "), bare("U.S.-Armee")
    ('Wagner', 'U.S.-Armee')
    """
    return clean_line(selected).strip(_MARKS)


# A term at the cursor


async def put_term(desk: Workplace) -> None:
    """Put the glossary's English of a term at the cursor: the one that the German cursor is on, or one to choose."""
    if not desk.writable():
        return
    forms = {_wanted(desk, row): row for row in sorted(_rows_here(desk), key=lambda row: bool(row.english))}
    if not forms:
        where = "here" if desk.sheet.german.has_focus else "of this paragraph"
        desk.status.tell(f"The glossary has no term {where}.")
        return
    if desk.sheet.opened is None:
        desk.sheet.open(desk.index)
    english = _only(forms) or await desk.ask(ChooseTermDialog([(r.hit.surface, en) for en, r in forms.items()]))
    if english is not None:
        desk.sheet.put_in(english)


def _rows_here(desk: Workplace) -> Sequence[TermRow]:
    """The terms of the paragraph; while the cursor is in the German, those that it is on."""
    record = desk.session.paragraphs[desk.index]
    rows, german = desk.session.termbase.rows(record), desk.sheet.german
    if not german.has_focus:
        return rows
    hits, at = desk.session.termbase.hits(record.german), german.selected_span
    return [row for row in rows if _is_at(hits, row.hit.entry, at)]


def _only(forms: Mapping[str, TermRow]) -> str | None:
    """The one that is meant without a question: the only one that is missing, or the only one there is."""
    missing = [english for english, row in forms.items() if not row.english]
    if len(missing) == 1:
        return missing[0]
    return next(iter(forms)) if len(forms) == 1 else None


def _is_at(hits: Iterable[TermHit], entry: Entry, at: Span) -> bool:
    """Whether an entry stands where the cursor or the selection is."""
    return any(hit.entry == entry and hit.start <= at.end and at.start <= hit.end for hit in hits)


def _wanted(desk: Workplace, row: TermRow) -> str:
    """The English of a term as this paragraph wants it: written out where the name comes first."""
    entry = row.hit.entry
    first = desk.session.findings.is_first_mention(row.hit.kept, desk.index)
    return entry.first if entry.first and first and not row.english else entry.en


# A term from a selection


async def add_selected(desk: Workplace) -> None:
    """Add the German words that are selected, with the English that stands for them, as the user corrects them."""
    from workbench.tui.glossary import saving, term_preview

    session, sheet = desk.session, desk.sheet
    german = english = ""
    span = Span(0, 0)
    if sheet.opened is not None:
        span = sheet.german.selected_span
        german, english = bare(sheet.german.selected_words), bare(sheet.english.selected_words)
    desk.take_typed()
    propose = partial(english_for_words, session.project, session.paragraphs[desk.index], german, span)
    dialog = TermDialog(
        Entry((german,) if german else (), english),
        saving(session, AddEntry),
        preview=term_preview(session),
        proposed=session.lanes.model.submit(propose, urgent=True) if german and not english else None,
    )
    if entry := await desk.ask(dialog):
        desk.status.tell(f"Saved: {entry.de[0]} → {entry.en} in {session.project.layout.glossary.name}. u undoes.")


async def next_name(desk: Workplace) -> None:
    """Select the next name in the German that the glossary has not; from there Ctrl+G makes an entry."""
    sheet, session = desk.sheet, desk.session
    desk.take_typed()
    start = sheet.german.selected_span.end if sheet.opened is not None and sheet.german.has_focus else 0
    look = partial(next_unknown_name, session.project, session.translation, desk.index, start, frozenset(desk.hidden))
    desk.status.tell("Looking for names …")
    try:
        found = await desk.result(session.lanes.look_up.submit(look, name="names"))
    except WorkbenchError as error:
        desk.status.tell_problem(error)
        return
    if found is None:
        desk.status.tell("The glossary has every name of this document.")
        return
    index, span = found
    if sheet.opened is not None and sheet.opened != index:
        desk.close_paragraph()
    sheet.pairs.current = index
    sheet.select_german(index, span)
    desk.status.tell("Ctrl+G makes an entry of it · Ctrl+N the next name · Tab to the English")


# Screens of their own


async def look_into_glossary(desk: Workplace) -> None:
    """Open the glossary's screen, at the first term of the paragraph; go where the user wants to go then."""
    from workbench.tui.glossary import GlossaryScreen

    desk.save()
    session = desk.session
    rows = session.termbase.rows(session.paragraphs[desk.index])
    if place := await desk.ask(GlossaryScreen(session, at=rows[0].hit.kept if rows else None)):
        desk.go_to(*place)


async def go_through_candidates(desk: Workplace) -> None:
    """Show names and terms of the document that have no entry, and make entries of what the user chooses."""
    from workbench.tui.candidates import CandidatesScreen

    desk.save()
    place = await desk.ask(CandidatesScreen(desk.session, desk.hidden))
    if place is not None:
        desk.sheet.pairs.current = place
