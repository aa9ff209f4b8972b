"""The screen drawn once with nobody before it, and left: what `workbench doctor --offline` looks at."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from workbench.project import Session
from workbench.tui.app import WorkbenchApp


def draw_once(path: Path) -> None:
    """Open a project on a screen that is shown nowhere, go down a paragraph, look at the help, and leave.

    Raises WorkbenchError when its first document cannot be opened, and whatever the screen raises.
    """

    async def look(pilot: Pilot[object]) -> None:
        await pilot.press("down", "question_mark", "escape")
        await pilot.pause()
        app.action_leave()

    with Session.open(path, at_leisure=True) as session:
        app = WorkbenchApp(session)
        app.run(headless=True, size=(80, 24), auto_pilot=look)
