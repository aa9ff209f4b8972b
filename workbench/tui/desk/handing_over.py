"""At the desk: writing English texts and bilingual documents."""

from __future__ import annotations

from workbench.problem import WorkbenchError
from workbench.tui.desk.workplace import Workplace


async def ask(desk: Workplace) -> None:
    """Ask what is to be handed over, telling what is not reviewed yet; write it, and remember what was chosen."""
    from workbench.export import unreviewed
    from workbench.project import Choice, last_delivery, ordered
    from workbench.tui.dialogs.export import ExportDialog
    from workbench.tui.dialogs.writing import WritingDialog

    desk.close_paragraph()
    project, translation = desk.session.project, desk.session.translation
    record = translation.record
    last, wanted = last_delivery(project.layout, record.source), Choice.of(project.settings.hand_over)
    since = last.since(record) if last else None
    choice = await desk.ask(ExportDialog(record.source, unreviewed(record), wanted, since))
    if choice is None:
        return
    if choice.line != project.settings.hand_over:
        with desk.status.telling():
            project.set(hand_over=choice.line)
    try:
        orders = ordered(project, translation, choice)
    except WorkbenchError as error:
        desk.status.tell_problem(error)
        return
    outcomes = await desk.ask(WritingDialog(desk.session, orders, desk.typed_ahead)) or ()
    written = [outcome.path for outcome in outcomes if outcome.path]
    if len(written) == 1:
        desk.status.tell(f"Written: {written[0]}")
    else:
        told = f"{len(written)} of {len(orders.documents)} documents, into {project.layout.exports}"
        desk.status.tell(f"Written: {told}", bad=not written)
