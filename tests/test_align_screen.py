"""The screen on which two documents are aligned: lines joined, split, moved, dropped, accepted, taken back, kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, chdir
from pathlib import Path
from typing import Any, cast

import pytest
import pytest_asyncio
from textual.pilot import Pilot
from textual.widgets import Input

from harness.terminal import Terminal
from tests.align_material import made, make
from tests.desk import Desk
from workbench.memory import Memory
from workbench.project import Project, State
from workbench.project.aligning.work import Sentence
from workbench.project.memories.places import named_memory
from workbench.tui.aligning import AlignApp
from workbench.tui.aligning.dialogs import AlignHelp, LeaveDialog, NameDialog
from workbench.tui.aligning.screen import AlignScreen
from workbench.tui.keymap import USUAL, KeyMap


class Lines(Desk):
    """The screen as a user sees it."""

    @property
    def there(self) -> AlignScreen:
        screen = self.app.screen_stack[1]
        assert isinstance(screen, AlignScreen)
        return screen

    @property
    def shapes(self) -> list[tuple[int, int]]:
        return [line.bead.shape for line in self.there.work.table.lines]

    @property
    def at(self) -> int:
        """The line where the user is, from 1."""
        return self.there.list.current + 1

    @property
    def status(self) -> str:
        return str(self.there.status.render())

    async def go_to(self, number: int) -> None:
        await self.burst("home", *["down"] * (number - 1))


@asynccontextmanager
async def lines_on(root: Path, size: tuple[int, int] = (100, 30), keys: KeyMap = USUAL) -> AsyncIterator[Lines]:
    app = AlignApp(made(root), keys=keys)
    async with app.run_test(size=size) as pilot:
        lines = Lines(cast(Any, app), cast(Any, pilot))
        await lines.until(lambda: len(app.screen_stack) > 1 and app.lines.prepared)
        await lines.drawn()
        yield lines


@pytest_asyncio.fixture
async def lines(tmp_path: Path) -> AsyncIterator[Lines]:
    async with lines_on(tmp_path) as lines:
        yield lines


FOUND = [(1, 1), (1, 1), (2, 1), (1, 1), (1, 0), (1, 1), (0, 1), (1, 1)]


async def test_it_begins_at_what_is_in_doubt_and_goes_from_one_to_the_next(lines: Lines) -> None:
    assert lines.shapes == FOUND
    assert lines.at == 5
    await lines.press("]")
    assert lines.at == 7
    await lines.press("f8", "f8")
    assert lines.at == 8
    assert "Nothing in doubt after this line" in lines.status
    await lines.press("[", "[")
    assert lines.at == 5


async def test_both_sides_stand_beside_each_other(lines: Lines) -> None:
    shown = lines.shown()
    assert "faehre.txt │ ferry.txt" in shown
    assert "6 pairs, 0 accepted" in shown
    assert "3 to look at" in shown
    row = next(row for row in shown.splitlines() if "Rund 1.400" in row)
    assert "Some 1,400" in row.partition("│")[2]
    assert "—" in next(row for row in shown.splitlines() if "Das Gutachten" in row)


@pytest.mark.feature("a screen to correct an alignment")
async def test_joining_splitting_and_all_of_it_taken_back(lines: Lines) -> None:
    await lines.go_to(3)
    await lines.press("s")
    assert lines.shapes == [(1, 1), (1, 1), (1, 1), (1, 0), *FOUND[3:]]
    await lines.press("J")
    assert lines.shapes == FOUND
    await lines.press("J", "x", "a", "s")
    assert lines.shapes != FOUND
    await lines.press(*"uuuuu")
    assert lines.shapes == FOUND
    assert "nothing to undo" not in lines.status
    await lines.press("u")
    assert "nothing to undo" in lines.status
    await lines.press("r")
    assert lines.shapes == [(1, 1), (1, 1), (1, 1), (1, 0), *FOUND[3:]]


@pytest.mark.feature("a screen to correct an alignment")
async def test_a_boundary_is_moved_on_either_side(lines: Lines) -> None:
    await lines.go_to(6)
    await lines.press("E")
    assert lines.shapes == [*FOUND[:5], (1, 2), (1, 1)]
    await lines.press("e")
    assert lines.shapes == [*FOUND[:5], (1, 1), (1, 2)]
    await lines.press("G")
    assert lines.shapes == [*FOUND[:5], (2, 1), (0, 2)]
    await lines.press("g", "g")
    assert lines.shapes == [*FOUND[:5], (0, 1), (2, 2)]
    await lines.press("g")
    assert "no German sentence to move" in lines.status


@pytest.mark.feature("a screen to correct an alignment")
async def test_accepting_goes_on_and_dropped_is_no_pair(lines: Lines) -> None:
    await lines.go_to(1)
    await lines.press("a", "enter")
    assert lines.at == 3
    assert "6 pairs, 2 accepted" in lines.shown()
    await lines.press("x")
    assert "5 pairs, 2 accepted" in lines.shown()
    assert "–" in lines.shown()
    await lines.press("A")
    assert "5 pairs, 4 accepted" in lines.shown()


@pytest.mark.feature("a screen to correct an alignment")
async def test_the_rest_is_aligned_anew_up_to_what_was_accepted_and_taken_back_in_one_step(lines: Lines) -> None:
    await lines.go_to(8)
    await lines.press("a")
    await lines.go_to(2)
    await lines.press("E", "J")
    spoilt = lines.there.work.table
    assert lines.shapes == [(1, 1), (3, 2), (1, 1), (1, 0), (1, 1), (0, 1), (1, 1)]
    await lines.go_to(1)
    await lines.press("n")
    await lines.until(lambda: lines.there.work.table != spoilt)
    assert lines.shapes == FOUND
    assert [line.accepted for line in lines.there.work.table.lines] == [*[False] * 7, True]
    await lines.press("u")
    assert lines.there.work.table == spoilt
    await lines.press("end", "n")
    assert "Nothing after this line is another" in lines.status


async def test_what_is_typed_while_it_is_aligned_anew_is_done_to_what_comes_of_it(lines: Lines) -> None:
    await lines.go_to(3)
    await lines.press("J")
    await lines.burst("home", "n", "down", "down", "a", "n", "a")
    accepted = [line.bead[:4] for line in lines.there.work.table.lines if line.accepted]
    assert accepted == [(2, 4, 2, 3), (4, 5, 3, 4)]


@pytest.mark.feature("a screen to correct an alignment")
async def test_neighbours_are_crossed_and_back(lines: Lines, tmp_path: Path) -> None:
    await lines.go_to(1)
    await lines.press("c")
    table = lines.there.work.table
    assert [one.text for one in table.english_of(table.lines[1])] == ["Hellesund ferry remains in dock"]
    await lines.press("c")
    assert lines.there.work.table.english == made_english(lines)
    await lines.press("down", "down", "c")
    assert "not just two and two" in lines.status


def made_english(lines: Lines) -> tuple[Sentence, ...]:
    return lines.there.work.english.sentences


async def test_keys_in_one_burst_do_what_they_do_one_by_one(tmp_path: Path) -> None:
    typed = [*"]", "x", "[", "J", "s", "a", "A", "E", "u", "r", "home", *"aaxJJsu", "end", *"sgGeEx", "home", *"cnacu"]
    for folder in ("burst", "one by one"):
        (tmp_path / folder).mkdir()
    async with lines_on(tmp_path / "burst") as lines:
        await lines.burst(*typed)
        at_once = lines.there.work.table, lines.at
    async with lines_on(tmp_path / "one by one") as lines:
        await lines.press(*typed)
        assert (lines.there.work.table, lines.at) == at_once


async def test_the_name_that_is_typed_ahead_goes_into_the_field(lines: Lines) -> None:
    await lines.burst("m", *"axJsu")
    assert isinstance(lines.app.screen, NameDialog)
    assert lines.app.screen.query_one(Input).value == "faehreaxJsu"
    assert lines.shapes == FOUND
    await lines.press("escape")
    assert lines.app.screen_stack[-1] is lines.there


async def test_pairs_come_into_a_memory_those_that_were_accepted_reviewed(lines: Lines) -> None:
    await lines.go_to(1)
    await lines.burst("a", "down", "x", "m", "enter")
    assert "5 pairs, 5 of them new in the memory faehre" in lines.status
    memory = Memory.open(named_memory("faehre"), read_only=True)
    trust = {pair.source.text: pair.trust for pair in memory.pairs()}
    memory.close()
    assert trust["Fähre nach Hellesund bleibt im Dock"] == "reviewed"
    assert trust["Rund 1.400 Menschen pendeln täglich über den Sund."] == "aligned"
    assert not any(text.startswith("Taucher") for text in trust)


async def test_a_name_that_is_none_is_told_and_can_be_mended(lines: Lines) -> None:
    await lines.burst("m", *"/x", "enter")
    assert "cannot be the name of a memory" in lines.shown()
    await lines.burst("backspace", "backspace", "enter")
    assert "new in the memory faehre" in lines.status


async def test_the_record_is_made(lines: Lines, tmp_path: Path) -> None:
    await lines.press("end", "a", "R")
    assert "faehre.txt: 4 paragraphs reviewed, 0 to look at, 1 without English" in lines.status
    with Project.open(tmp_path, read_only=True) as project:
        states = [one.state for one in project.open_document("faehre.txt").paragraphs]
    assert states == [State.REVIEWED, State.REVIEWED, State.REVIEWED, State.NEW, State.REVIEWED]
    await lines.press("R")
    assert "has English of a person's in every paragraph" in lines.status


async def test_a_file_is_written(lines: Lines, tmp_path: Path) -> None:
    with chdir(tmp_path):
        await lines.burst("w", "enter")
    assert "faehre.tmx: 6 pairs" in lines.status
    assert "Hellesund ferry remains in dock" in (tmp_path / "faehre.tmx").read_text(encoding="utf-8")


async def test_leaving_asks_for_what_was_kept_nowhere(lines: Lines) -> None:
    await lines.press("x", "q")
    assert isinstance(lines.app.screen, LeaveDialog)
    await lines.press("escape")
    assert lines.app.is_running
    await lines.press("u", "escape")
    assert not lines.app.is_running


async def test_ctrl_q_twice_leaves_from_anywhere(lines: Lines) -> None:
    await lines.press("x", "m", "ctrl+q")
    assert lines.app.is_running
    await lines.press("ctrl+q")
    assert not lines.app.is_running


async def test_help_tells_every_key(lines: Lines) -> None:
    await lines.press("?")
    assert isinstance(lines.app.screen, AlignHelp)
    assert "two and two sentences" in lines.shown()
    await lines.press(*["down"] * 6)
    assert "record of the German article" in lines.shown()
    await lines.press("escape")
    assert lines.app.screen_stack[-1] is lines.there


def test_the_command_opens_it_on_a_terminal(tmp_path: Path) -> None:
    make(tmp_path)
    terminal = Terminal("align", "sources/faehre.txt", "ferry.txt", "--no-package", cwd=tmp_path)
    try:
        terminal.wait_for("to look at")
        terminal.press("]x?")
        terminal.wait_for("Aligning: keys")
    finally:
        terminal.kill()


# Pictures


def pressed(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def press(pilot: Pilot[None]) -> None:
        lines = Lines(cast(Any, pilot.app), cast(Any, pilot))
        await lines.until(lambda: len(pilot.app.screen_stack) > 1 and lines.there.prepared)
        await lines.press(*keys)
        for cursor in pilot.app.screen.query(Input):
            cursor.cursor_blink = False
        await lines.drawn()

    return press


PICTURES = {
    "align_80x24": ((80, 24), ("home", "a", "a", "x")),
    "align_140x45": ((140, 45), ("A",)),
    "align_memory": ((80, 24), ("m",)),
    "align_help": ((100, 40), ("?",)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name: str, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    size, keys = PICTURES[name]
    assert snap_compare(AlignApp(made(tmp_path)), terminal_size=size, run_before=pressed(*keys))
