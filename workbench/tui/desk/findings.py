"""At the desk: going from finding to finding, putting one right, letting one stand with a reason."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from workbench.project import Fix, find_fix, fixable
from workbench.translation import Override
from workbench.tui.dialogs.let_stand import LetStandDialog

if TYPE_CHECKING:
    from workbench.tui.desk.screen import DeskScreen


def go(desk: DeskScreen, by: int) -> None:
    """Go to the next (1) or previous (-1) paragraph with an error or a warning."""

    def has_findings(index: int) -> bool:
        findings = desk.project.findings(desk.translation, index)
        return any(finding.severity != "info" for finding in findings)

    if not desk.sheet.go_where(has_findings, desk.pairs.current + by, by):
        desk.status.tell("No errors and no warnings.")


async def fix(desk: DeskScreen) -> None:
    """Put right the paragraph's first finding that can be; pressed again, the next one."""
    if desk.project.read_only:
        desk.tell_read_only()
        return
    desk.take_typed()
    index, record = desk.pairs.current, desk.translation.record
    findings = [finding for finding in desk.project.findings(desk.translation, index) if fixable(finding)]
    why = "Nothing here that one key could put right."
    if findings:
        desk.status.tell("Looking for the place …")
    for finding in findings:
        with desk.status.telling():
            found = await to_thread(find_fix, desk.project, record, index, finding)
            if isinstance(found, Fix):
                _apply(desk, index, record.paragraphs[index].english, found)
                return
            why = found.why
    desk.status.tell(why, bad=bool(findings))


def _apply(desk: DeskScreen, index: int, made_from: str, found: Fix) -> None:
    """Put the new English in, unless the user has typed on meanwhile."""
    desk.take_typed()
    if desk.records[index].english != made_from:
        desk.status.tell("The English has changed meanwhile: press f again.")
        return
    desk.translation.edit(index, found.english)
    desk.translation.save()
    if desk.sheet.opened == index:
        desk.open_paragraph(index, offset=found.span.end)
    desk.show_changed(index)
    desk.follow_first_mentions()
    desk.status.tell(f"Saved: {found.told} u undoes.")


async def let_stand(desk: DeskScreen) -> None:
    """Ask which finding is to stay as it is, and why; or take an earlier reason back."""
    if desk.project.read_only:
        desk.tell_read_only()
        return
    desk.take_typed()
    index = desk.pairs.current
    findings = desk.project.findings(desk.translation, index)
    if not findings:
        desk.status.tell("No finding here.")
        return
    answer = await desk.app.push_screen_wait(LetStandDialog(findings))
    if answer is None:
        return
    finding, reason = answer
    with desk.status.telling():
        if reason is not None:
            desk.translation.set_override(index, Override(finding.check, finding.about, reason))
            desk.status.tell(f"Saved: {finding.check} stands in paragraph {index + 1}. u undoes.")
        elif finding.overridden:
            desk.translation.drop_override(index, finding.check, finding.about)
            desk.status.tell(f"Saved: {finding.check} is told again in paragraph {index + 1}. u undoes.")
        else:
            desk.status.tell(f"{finding.check} has no reason that could be taken back.")
    desk.show_changed(index)
