"""What spelling and the dictionary look like: `uv run pytest --snapshot-update` after looking at the report."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from workbench.project import Session
from workbench.tui import WorkbenchApp

from .desk import Desk

PICTURES: dict[str, tuple[tuple[int, int], list[str]]] = {
    "underlined_80x24": ((80, 24), ["enter"]),
    "suggestions_80x24": ((80, 24), ["enter", "ctrl+home", "ctrl+f7"]),
    "suggestions_140x45": ((140, 45), ["enter", "ctrl+home", "ctrl+f7"]),
    "dictionary_80x24": ((80, 24), ["enter", "tab", *["right"] * 12, "ctrl+f9"]),
    "dictionary_140x45": ((140, 45), ["enter", "tab", *["right"] * 12, "ctrl+f9"]),
    "dictionary_40x10": ((40, 10), ["enter", "tab", *["right"] * 12, "ctrl+f9"]),
    "by_the_english_80x24": ((80, 24), ["enter", "tab", "ctrl+f9", *"mood", "tab"]),
    "by_the_english_140x45": ((140, 45), ["enter", "tab", "ctrl+f9", *"mood", "tab"]),
}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[WorkbenchApp]:
    """The workbench on two paragraphs, the first with two slips."""
    (tmp_path / "a.txt").write_text("Der Sender zog die Meldung am Abend zurück.\n\nEs regnete.\n", encoding="utf-8")
    with Session.open(tmp_path) as session:
        translation = session.project.open_document("a.txt")
        translation.edit(0, "The station cancelled the repport in the evenning.")
        translation.edit(1, "It rained.")
        translation.save()
        session.project.set(light="off")  # nothing that comes when the keys pause
        yield WorkbenchApp(session)


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name: str, app: WorkbenchApp, snap_compare: Callable[..., bool]) -> None:
    size, keys = PICTURES[name]

    async def press(pilot: Pilot[None]) -> Awaitable[None] | None:
        desk = Desk(app, pilot)
        await desk.settled()
        await desk.press(*keys)
        await desk.settled()
        return None

    assert snap_compare(app, terminal_size=size, run_before=press)
