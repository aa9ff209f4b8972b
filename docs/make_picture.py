"""Make docs/screen.svg, the README's picture, from the running program: `make picture`."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path

from workbench.project import Session
from workbench.tui import WorkbenchApp

ROOT = Path(__file__).resolve().parent.parent


async def picture(session: Session, target: Path) -> None:
    """Do a little work on a document, open a paragraph with terms, and write what the screen shows."""
    app = WorkbenchApp(session)
    async with app.run_test(size=(132, 36)) as pilot:
        await pilot.pause()
        while session.drafts.running:
            await pilot.pause(0.1)
        for key in ("a", "a", "s", "down", "s", "down", "enter"):
            await pilot.press(key)
            await pilot.pause()
        target.write_text(app.export_screenshot(title="workbench"), encoding="utf-8")


def main() -> None:
    """Work on a copy, so that making a picture changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(ROOT / "sources", root / "sources")
        shutil.copytree(ROOT / "translations", root / "translations")
        shutil.copy(ROOT / "glossary.yaml", root)
        with Session.open(root / "sources" / "sanktionen.md") as session:
            asyncio.run(picture(session, ROOT / "docs" / "screen.svg"))


if __name__ == "__main__":
    main()
