"""At the desk: writing an English text or a bilingual document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.desk.screen import DeskScreen


async def ask(desk: DeskScreen) -> None:
    """Ask for the format, telling what is not reviewed yet, and write the file."""
    from workbench.export import unreviewed
    from workbench.tui.dialogs.export import ExportDialog

    desk.close_paragraph()
    missing = [index + 1 for index in unreviewed(desk.translation.record)]
    choice = await desk.app.push_screen_wait(ExportDialog(missing))
    if choice is not None:
        with desk.status.telling():
            path = desk.project.export(desk.translation, *choice)
            desk.status.tell(f"Written: {path}")
