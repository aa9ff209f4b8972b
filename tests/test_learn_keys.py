"""`workbench learn-keys`: the keys step by step on the real desk, by keys in a real terminal; skipped; left alone."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from harness.terminal import Terminal
from tests.desk import Desk
from tests.test_command_line import workbench
from workbench.project import Session
from workbench.project.example import make_example
from workbench.tui import WorkbenchApp
from workbench.tui.learning.steps import LAST, STEPS, Lesson, Seen
from workbench.tui.tutorial import apart

DONE_BY = (
    ("\x1b[B",),
    ("\r",),
    ("so ",),
    ("\x1b",),
    ("u",),
    ("]",),
    ("f",),
    ("a",),
    ("p",),
    ("\r",),
    ("\x1b[23~",),
    ("\x1b",),
    ("\x1b[B", "\x1b[B", "1"),
    ("U",),
    ("E", "\x1b"),
    ("W", "f", "W", "\x1b"),
    ("I",),
    ("\x1b",),
    ("K", "\x1b"),
    ("A", "\x1b"),
    ("v", "1"),
    ("V",),
    ("g", "Fluss\triver\x13"),
    ("P", "\x1b"),
    ("x", "\x1b"),
    ("?", "\x1b"),
)
"""For each step the keys that do it, as a terminal sends them; after each the screen is there."""
SKIP, QUIT = "\x1b[2~", "\x11"


@pytest.fixture(params=[(80, 24), (40, 10)], ids=["80x24", "40x10"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    columns, lines = request.param
    environment = {**os.environ, "NO_COLOR": "1"}
    terminal = Terminal("learn-keys", cwd=tmp_path, columns=columns, lines=lines, environment=environment)
    yield terminal
    terminal.kill()


def step(text: str) -> int:
    """The step that is told; one more than there are where that is all, 0 where none is told."""
    told = re.search(rf"(\d+)/{len(STEPS)}  ", text)
    return len(STEPS) + 1 if LAST in text else int(told[1]) if told else 0


def beyond(here: int) -> Callable[[str], bool]:
    """Whether a later step than this one is told."""
    return lambda text: step(text) > here


def at(terminal: Terminal, number: int) -> None:
    """Wait until a step is the one that is told."""
    sentence = STEPS[number - 1].sentence if number <= len(STEPS) else LAST
    terminal.wait_for(f"{min(number, len(STEPS))}/{len(STEPS)}  {sentence}", 90)


def test_every_step_is_done_by_its_keys_and_nothing_is_left_behind(
    terminal: Terminal, own_home: Path, tmp_path: Path
) -> None:
    there = files(own_home)
    at(terminal, 1)
    for number, keys in enumerate(DONE_BY, 1):
        at(terminal, number)
        for key in keys:
            before = terminal.text
            terminal.press(key)
            if key != keys[-1]:
                terminal.when(before.__ne__)
                terminal.rest()
    at(terminal, len(STEPS) + 1)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert files(own_home) == there and list(tmp_path.iterdir()) == []


def test_a_key_skips_each_step_and_wrong_keys_do_what_they_always_do(terminal: Terminal) -> None:
    at(terminal, 1)
    terminal.press("?")
    terminal.wait_for("Esc: back")
    terminal.press("\x1b")
    at(terminal, 1)
    while LAST not in terminal.text:
        gone_on = beyond(step(terminal.text))
        terminal.press(SKIP)
        terminal.when(gone_on)
    terminal.press(SKIP)
    terminal.press(QUIT)
    assert terminal.wait_for_end() == 0


def files(folder: Path) -> set[Path]:
    """The files below a folder, without what the system's own caches hold."""
    return {path for path in folder.rglob("*") if path.is_file() and "cache" not in str(path).lower()}


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    done = workbench("learn-keys", cwd=tmp_path)
    assert done.returncode == 2 and "needs a terminal" in done.stderr and done.stderr.count("\n") == 1


def test_a_step_is_over_when_it_is_done_however_it_was_done() -> None:
    lesson = Lesson(Seen())
    assert lesson.told == f"1/{len(STEPS)}" and not lesson.look(Seen())
    assert lesson.look(Seen(place=4)) and lesson.sentence == STEPS[1].sentence
    for number in range(1, len(STEPS)):
        assert lesson.told == f"{number + 1}/{len(STEPS)}"
        lesson.skip(Seen())
    assert lesson.ended and lesson.sentence == LAST and not lesson.look(Seen())


def test_every_sentence_fits_the_smallest_screen_and_its_step_is_no_step_before_it_is_done() -> None:
    for step in STEPS:
        assert len(f"{len(STEPS)}/{len(STEPS)}  {step.sentence}") <= 38
    english = ("",) * 8
    for step in STEPS[:3]:
        assert not step.done(Seen(english=english), Seen(english=english))


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_keys_in_one_breath_do_their_steps_and_skip_theirs(size: tuple[int, int], tmp_path: Path) -> None:
    make_example(tmp_path)
    with Session.open(tmp_path) as session:
        apart(session)
        app = WorkbenchApp(session, learning=True)
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await desk.settled()

            def told(number: int) -> bool:
                return f"{number}/{len(STEPS)}  {STEPS[number - 1].sentence}" in desk.shown()

            await desk.until(lambda: told(1))
            await desk.burst("down", "enter", *"so ", "escape", "u", "right_square_bracket", "f")
            await desk.until(lambda: told(8))
            await desk.burst(*["insert"] * 4, "enter")
            await desk.until(lambda: told(13))
            await desk.burst(*["insert"] * 40)
            await desk.until(lambda: LAST in desk.shown())


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
def test_picture(size: tuple[int, int], tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    make_example(tmp_path)

    async def before(pilot: Pilot[None]) -> None:
        desk = Desk(app, pilot)
        await desk.settled()
        await desk.press("down")
        await desk.until(lambda: STEPS[1].sentence in str(desk.screen.query_one("#learning", Static).render()))

    with Session.open(tmp_path) as session:
        apart(session)
        app = WorkbenchApp(session, learning=True)
        assert snap_compare(app, run_before=before, terminal_size=size)


def test_a_draft_that_comes_for_another_paragraph_does_no_step() -> None:
    typing = next(one for one in STEPS if one.sentence.startswith("Type a word"))
    before = Seen(place=1, opened=1, english=("One.", "Two.", ""))
    assert not typing.done(before, Seen(place=1, opened=1, english=("One.", "Two.", "Three.")))
    assert typing.done(before, Seen(place=1, opened=1, english=("One.", "Two. so", "")))
