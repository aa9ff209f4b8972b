"""At the desk: going from finding to finding, putting one right, letting one stand with a reason."""

from __future__ import annotations

from functools import partial

from workbench.problem import WorkbenchError
from workbench.project import Fix, NoFix, find_fix, fixable, is_about_a_word, told_as_one
from workbench.project.commands import KnowWord, LetStand, PutRight
from workbench.tui.desk.workplace import Workplace
from workbench.tui.dialogs.let_stand import LetStandDialog


def go(desk: Workplace, by: int) -> None:
    """Go to the next (1) or previous (-1) paragraph with an error or a warning."""

    def has_findings(index: int) -> bool:
        return any(finding.severity != "info" for finding in desk.session.findings_of(index))

    if not desk.go_where(has_findings, desk.index + by, by):
        desk.status.tell("No errors and no warnings.")
    else:
        desk.status.rest()


async def fix(desk: Workplace) -> None:
    """Put right the paragraph's first finding that can be; pressed again, the next one."""
    if not desk.writable():
        return
    desk.take_typed()
    session, index = desk.session, desk.index
    record = session.translation.record
    findings = [finding for finding in session.findings_of(index) if fixable(finding)]
    why = "Nothing here that one key could put right."
    if findings:
        desk.status.tell("Looking for the place …")
    for finding in findings:
        look = partial(find_fix, session.project, record, index, finding)
        try:
            found: Fix | NoFix = await desk.result(session.lanes.model.submit(look, urgent=True))
        except WorkbenchError as error:
            desk.status.tell_problem(error)
            return
        if isinstance(found, Fix):
            _put_right(desk, index, record.paragraphs[index].english, found)
            return
        why = found.why
    desk.status.tell(why, bad=bool(findings))


def _put_right(desk: Workplace, index: int, made_from: str, found: Fix) -> None:
    """Put the new English in, unless the user has typed on meanwhile."""
    desk.take_typed()
    if desk.session.paragraphs[index].english != made_from:
        desk.status.tell("The English has changed meanwhile: press f again.")
        return
    if desk.do(PutRight(index, found.english, found.told)):
        if desk.sheet.opened == index:
            desk.sheet.open(index, offset=found.span.end)
        desk.session.paragraph_left()
        desk.status.tell(f"Saved: {found.told} u undoes.")


def know_word(desk: Workplace) -> None:
    """Take a word that no dictionary has into the project's list: the one at the cursor, or the paragraph's first."""
    if not desk.writable():
        return
    desk.take_typed()
    told = [finding for finding in desk.session.findings_of(desk.index) if is_about_a_word(finding)]
    if not told:
        desk.status.tell("No word here that is not known.")
        return
    at = desk.sheet.english.selected_span.start if desk.sheet.opened is not None else -1
    here = (finding for finding in told if finding.english and finding.english.start <= at <= finding.english.end)
    if done := desk.do(KnowWord(next(here, told[0]).about)):
        desk.status.tell(f"Saved: {done.told}. u undoes.")


async def let_stand(desk: Workplace) -> None:
    """Ask which finding is to stay as it is, and why; or take an earlier reason back."""
    if not desk.writable():
        return
    desk.take_typed()
    index = desk.index
    findings = told_as_one(desk.session.findings_of(index))
    if not findings:
        desk.status.tell("No finding here.")
        return
    answer = await desk.ask(LetStandDialog(findings))
    if answer is None:
        return
    told, reason = answer
    if reason is None and not told[0].overridden:
        desk.status.tell(f"{told[0].check} has no reason that could be taken back.")
    elif done := desk.do(LetStand(index, told, reason)):
        desk.status.tell(f"Saved: {done.told}. u undoes.")
