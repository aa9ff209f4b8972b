"""Make docs/screen.png, the README's picture, from the running program: `make picture`.

Needs the font DejaVu Sans Mono on the machine (Debian: fonts-dejavu-core). An SVG, which Textual writes by itself,
would need it on the reader's, and a viewer that knows `textLength`.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

import resvg_py

from workbench.project import Session
from workbench.tui import WorkbenchApp

ROOT = Path(__file__).resolve().parent.parent
SIZE = (120, 34)  # columns and lines: at the width of a page on the web the letters can still be read
WIDTH = 1600  # pixels
FONT = "DejaVuSansMono"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "~/Library/Fonts")


async def screenshot(session: Session) -> str:
    """Do a little work on a document, open a paragraph with terms; what the screen shows then, as SVG."""
    app = WorkbenchApp(session)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        while session.drafts.running:
            await pilot.pause(0.1)
        for key in ("a", "a", "s", "s", "down", "enter"):
            await pilot.press(key)
            await pilot.pause()
        return app.export_screenshot(title="workbench")


def fonts() -> list[str]:
    """The files of the font: regular, bold, oblique."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    files = sorted(str(file) for folder in folders for file in folder.rglob(f"{FONT}*.ttf"))
    if not files:
        sys.exit(f"make_picture: {FONT}.ttf is not on this machine – install the DejaVu fonts (fonts-dejavu-core)")
    return files


def png(svg: str) -> bytes:
    """The picture, every letter in its cell."""
    svg = svg.replace("font-family: arial", "font-family: monospace")
    return bytes(
        resvg_py.svg_to_bytes(
            svg, width=WIDTH, font_files=fonts(), skip_system_fonts=True, monospace_family="DejaVu Sans Mono"
        )
    )


def main() -> None:
    """Work on a copy, so that making a picture changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(ROOT / "sources", root / "sources")
        shutil.copytree(ROOT / "translations", root / "translations")
        shutil.copy(ROOT / "glossary.yaml", root)
        with Session.open(root / "sources" / "sanktionen.md") as session:
            svg = asyncio.run(screenshot(session))
    target = ROOT / "docs" / "screen.png"
    target.write_bytes(png(svg))
    print(f"{target}: {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
