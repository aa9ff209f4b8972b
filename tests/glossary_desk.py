"""The glossary screen as a user sees it, for tests: opened from the desk with its key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.widgets import Input

from workbench.project import Project
from workbench.tui.glossary import GlossaryScreen
from workbench.tui.widgets.rows import RowList

from .desk import Desk, desk_on

ENGLISH = {
    0: "Yerevan summit ends without result",
    2: "Lukashenko travelled to Yerevan on Thursday. There, the CSTO met.",
    4: "The AFU general staff said the situation remained calm. Tsikhanouskaya spoke of “empty words”.",
    5: "In Kiev, 35,000 people were counted.",
}
SECOND = "Die ODKB tagt wieder.\n\nLukaschenko fehlt. Die ODKB-Staaten schweigen.\n"
ENGLISH_OF_SECOND = ("The CSTO is meeting again.", "Lukashenko is absent. The CSTO states are silent.")


def translated(folder: Path) -> Path:
    """The project with its article partly reviewed, and a second one wholly."""
    (folder / "sources" / "zweitens.txt").write_text(SECOND, "utf-8")
    with Project.open(folder) as project:
        first, second = project.open_document("gipfel.txt"), project.open_document("zweitens.txt")
        for index, english in ENGLISH.items():
            first.edit(index, english)
        for index in (0, 2):
            first.accept(index)
        first.save()
        for index, english in enumerate(ENGLISH_OF_SECOND):
            second.edit(index, english)
            second.accept(index)
    return folder


class Shelf:
    """The glossary screen over the desk, with a few words for what tests look at."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.app, self.pilot, self.shown = desk, desk.app, desk.pilot, desk.shown
        self.press, self.type, self.until = desk.press, desk.type, desk.until

    @property
    def screen(self) -> GlossaryScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, GlossaryScreen))

    @property
    def status(self) -> str:
        return str(self.screen.status.render())

    @property
    def english(self) -> list[str]:
        """The English of the entries in the list, in its order."""
        return [entry.en for entry in self.screen._rows.entries]

    @property
    def uses(self) -> list[str]:
        """Where the current entry is used."""
        return [f"{usage.document} {usage.paragraph + 1}" for usage in self.screen.used._rows.usages]

    @property
    def current(self) -> str:
        entry = self.screen.current
        return entry.en if entry else ""

    def field(self, name: str) -> Input:
        return self.app.screen.query_one(f"#{name}", Input)

    async def go_to(self, english: str) -> None:
        await self.press("home", *["down"] * self.english.index(english))
        assert self.current == english

    async def click_row(self, rows: RowList, line: int) -> None:
        await self.pilot.click(rows, offset=(5, line))
        await self.pilot.pause()


@asynccontextmanager
async def glossary_on(folder: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Shelf]:
    """The glossary screen on a project, when every document has been looked through."""
    async with desk_on(folder, size) as desk:
        await desk.press("t")
        shelf = Shelf(desk)
        await shelf.until(lambda: isinstance(desk.app.screen, GlossaryScreen) and shelf.screen.uses)
        yield shelf
