"""At the desk: writing an English text or a bilingual document."""

from __future__ import annotations

from workbench.tui.desk.workplace import Workplace


async def ask(desk: Workplace) -> None:
    """Ask for the format, telling what is not reviewed yet, and write the file."""
    from workbench.export import unreviewed
    from workbench.tui.dialogs.export import ExportDialog

    desk.close_paragraph()
    translation = desk.session.translation
    choice = await desk.ask(ExportDialog(unreviewed(translation.record)))
    if choice is not None:
        with desk.status.telling():
            path = desk.session.project.export(translation, *choice)
            desk.status.tell(f"Written: {path}")
