"""Keys with Shift and Ctrl as xterm, VTE and tmux send them: each function key of the desk arrives as itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual._xterm_parser import XTermParser

from harness.survive.desk import Desk
from harness.survive.ground import Ground
from workbench.tui.keys import DESK, PANEL
from workbench.tui.typed_ahead import pressed

LETTERS = {1: "P", 2: "Q", 3: "R", 4: "S"}
NUMBERS = {5: 15, 6: 17, 7: 18, 8: 19, 9: 20, 10: 21, 11: 23, 12: 24}
HELD = {"shift": 2, "ctrl": 5}
FUNCTION_KEYS = sorted(
    {
        name
        for key in (*DESK, *PANEL)
        for name in key.keys.split(",")
        if name.rpartition("+")[2].startswith("f") and name.rpartition("+")[2][1:].isdigit()
    }
)


def sent(name: str) -> str:
    """What a terminal sends for a function key."""
    held, _, key = name.rpartition("+")
    number = int(key[1:])
    if number in LETTERS:
        return f"\x1b[1;{HELD[held]}{LETTERS[number]}" if held else f"\x1bO{LETTERS[number]}"
    return f"\x1b[{NUMBERS[number]};{HELD[held]}~" if held else f"\x1b[{NUMBERS[number]}~"


@pytest.mark.parametrize("name", FUNCTION_KEYS)
def test_each_function_key_arrives_as_itself(name: str) -> None:
    (event,) = XTermParser().feed(sent(name))
    assert getattr(pressed(event), "key", event) == name  # type: ignore[arg-type]  # an event, if it is any


def test_shift_f3_goes_back_to_the_place_before_on_a_real_terminal(tmp_path: Path) -> None:
    ground = Ground(tmp_path)
    with Desk(ground, ground.project()) as desk:
        desk.ready()
        desk.press("/", "Tag 5", "\r")
        assert desk.sees("▌ 5 ", 10.0)
        desk.press("/", "Absatz", "\r", "\x1bOR", "\x1bOR", "\x1b[1;2R")
        desk.settle()
        assert desk.sees("▌ 6 ", 10.0)
