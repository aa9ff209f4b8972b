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
    from workbench.tui.dialogs.rule import RuleDialog

    just = desk.at_corrections.last
    if not desk.writable():
        return
    if just is None:
        desk.status.tell("No name or term of a draft was put right yet, in what you accepted here.")
        return
    desk.take_typed()
    match await desk.ask(RuleDialog(just)):
        case "entry":
            await _make_entry(desk, just, just.rule.own, None)
        case "change" if just.rule.changed is not None:
            await _make_entry(desk, just, just.rule.changed, just.rule.there)
        case "everywhere":
            await _put_right_everywhere(desk, just)


async def _make_entry(desk: Workplace, just: JustCorrected, entry: Entry, old: Entry | None) -> None:
    from workbench.tui.dialogs.term import TermDialog
    from workbench.tui.glossary import saving, term_preview

    session = desk.session
    title = f"Change an entry (line {old.line})" if old else "Add a term to the glossary"
    command = partial(ChangeEntry, old) if old else AddEntry
    dialog = TermDialog(entry, saving(session, command), title=title, preview=term_preview(session, instead_of=old))
    if made := await desk.ask(dialog):
        if desk.at_corrections.last is just:
            desk.at_corrections.last = None
        desk.status.tell(f"Saved: {made.de[0]} → {made.en} in {session.project.layout.glossary.name}. u undoes.")


async def _put_right_everywhere(desk: Workplace, just: JustCorrected) -> None:
    from workbench.project.learning.rules import everywhere
    from workbench.project.records import Records
    from workbench.tui.dialogs.changes import ChangesDialog

    session, one = desk.session, just.corrected
    desk.save()

    async def find() -> Sequence[Change]:
        records = Records(session.project, session.translation.record)
        look = partial(everywhere, records, session.known_findings, one, session.document)
        found: Sequence[Change] = await desk.result(session.lanes.look_up.submit(look, name="everywhere"))
        return found

    title = clean_line(f"{one.drafted} → {one.accepted}, everywhere")
    ticked = await desk.ask(ChangesDialog(title, find))
    if ticked:
        _apply(desk, ticked, title)
    elif ticked is not None:
        desk.status.tell(clean_line(f"“{one.drafted}” stands nowhere else where the German has {one.german}."))


def _apply(desk: Workplace, ticked: Sequence[Change], title: str) -> None:
    from workbench.project import Applied

    done = Applied()
    with desk.status.telling():
        *_, done = desk.session.rewording(ticked, title)
        desk.status.tell(f"Saved: {title}, {done.places}. u undoes.")
    desk.tell_problems(done.left, "Left as it is")
