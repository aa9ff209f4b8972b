"""At the desk: a name or term that was put right in a draft becomes a rule, for who wants it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.glossary import Entry
from workbench.project.commands import AddEntry, ChangeEntry
from workbench.text import clean_line
from workbench.tui.desk.workplace import Workplace

if TYPE_CHECKING:
    from workbench.project import Change
    from workbench.project.learning.learnt import Learnt
    from workbench.project.learning.listening import JustCorrected


def begin(desk: Workplace) -> None:
    """From now on, say of each accept which name or term was put right in it."""
    from workbench.project.learning.listening import listen

    listen(desk.session, partial(_tell, desk))


def _tell(desk: Workplace, just: JustCorrected) -> None:
    desk.at_corrections.last = just
    one = just.corrected
    what = "G makes it an entry" if just.rule.there is None else "G puts it into the glossary"
    if not desk.status.has_class("-bad"):
        desk.status.tell(clean_line(f"Saved. {one.drafted} → {one.accepted}: {what}"))


async def make_rule(desk: Workplace) -> None:
    """Ask what the last correction becomes, and do that."""
    just = desk.at_corrections.last
    if not desk.writable():
        return
    if just is None:
        desk.status.tell("No name or term of a draft was put right yet, in what you accepted here.")
        return
    desk.take_typed()
    if told := await _decide(desk, just, (just.corrected.drafted,)):
        desk.status.tell(told)


async def go_through(desk: Workplace) -> None:
    """List what was put right again and again in all documents; what is chosen there becomes a rule."""
    from workbench.project.learning.listening import JustCorrected
    from workbench.tui.corrections.screen import CorrectionsScreen

    async def decide(one: Learnt) -> str:
        return await _decide(desk, JustCorrected(*one.places[0], one.corrected, one.rule), one.drafted)

    desk.save()
    desk.session.paragraph_left()
    place = await desk.ask(CorrectionsScreen(desk.session, decide))
    if place is not None:
        desk.go_to(*place)


async def _decide(desk: Workplace, just: JustCorrected, forms: Sequence[str]) -> str:
    """Ask what a correction becomes, and do that; what is to be told of it, nothing where nothing was done.

    `forms`: all that stood there.
    """
    from workbench.tui.dialogs.rule import RuleDialog

    match await desk.ask(RuleDialog(just)):
        case "entry":
            return await _make_entry(desk, just, just.rule.own, None)
        case "change" if just.rule.changed is not None:
            return await _make_entry(desk, just, just.rule.changed, just.rule.there)
        case "everywhere":
            return await _put_right_everywhere(desk, just, forms)
    return ""


async def _make_entry(desk: Workplace, just: JustCorrected, entry: Entry, old: Entry | None) -> str:
    from workbench.tui.dialogs.term import TermDialog
    from workbench.tui.glossary import saving, term_preview

    session = desk.session
    title = f"Change an entry (line {old.line})" if old else "Add a term to the glossary"
    command = partial(ChangeEntry, old) if old else AddEntry
    dialog = TermDialog(entry, saving(session, command), title=title, preview=term_preview(session, instead_of=old))
    made = await desk.ask(dialog)
    if made is None:
        return ""
    if desk.at_corrections.last is just:
        desk.at_corrections.last = None
    return f"Saved: {made.de[0]} → {made.en} in {session.project.layout.glossary.name}. u undoes."


async def _put_right_everywhere(desk: Workplace, just: JustCorrected, forms: Sequence[str]) -> str:
    from workbench.project.learning.rules import everywhere
    from workbench.project.records import Records
    from workbench.project.searching.documents import Documents
    from workbench.tui.dialogs.changes import ChangesDialog

    session, one = desk.session, just.corrected
    desk.save()

    async def find() -> Sequence[Change]:
        documents = Documents(Records(session.project, session.translation.record), session.known_findings.steps)
        look = partial(everywhere, documents, one, session.document, forms)
        found: Sequence[Change] = await desk.result(session.lanes.look_up.submit(look, name="everywhere"))
        return found

    title = clean_line(f"{' / '.join(forms)} → {one.accepted}, everywhere")
    ticked = await desk.ask(ChangesDialog(title, find))
    if ticked:
        return _apply(desk, ticked, title)
    stands = "stands" if len(forms) == 1 else "stand"
    nowhere = clean_line(f"“{'” and “'.join(forms)}” {stands} nowhere else where the German has {one.german}.")
    return nowhere if ticked is not None else ""


def _apply(desk: Workplace, ticked: Sequence[Change], title: str) -> str:
    from workbench.project import Applied

    done, told = Applied(), ""
    with desk.status.telling():
        *_, done = desk.session.rewording(ticked, title)
        told = f"Saved: {title}, {done.places}. u undoes."
    desk.tell_problems(done.left, "Left as it is")
    return told
