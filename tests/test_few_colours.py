"""Sixteen colours, none, a terminal within tmux or screen: nothing is told by colour alone, in a real terminal."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.terminal import Terminal
from tests.everything import folder_with_everything

KINDS = {
    "xterm": {},
    "screen": {},
    "linux": {},
    "vt100": {},
    "tmux-256color": {},
    "xterm-256color": {"NO_COLOR": "1"},
}
HOME, DOWN, ESC, SELECT_ALL = "\x1b[H", "\x1b[B", "\x1b", "\x01"


def reads(terminal: Terminal, words: str) -> None:
    """Wait until these words can be read, without the line's ends in their sentences."""
    terminal.when(lambda text: words in " ".join(re.sub(r"[│╭╮╰╯─▌▁-█▔]", " ", text).split()), 60)


@pytest.fixture(params=KINDS)
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    kind = request.param
    environment = {name: value for name, value in os.environ.items() if name not in ("COLORTERM", "NO_COLOR")}
    root = folder_with_everything(tmp_path / "project")
    terminal = Terminal(cwd=root, columns=80, lines=24, environment=environment | KINDS[kind], kind=kind)
    terminal.wait_for("Help")
    yield terminal
    terminal.kill()


def ground(terminal: Terminal, words: str) -> set[tuple[str, bool]]:
    """What these words stand on: colours, and whether they are reversed."""
    return {(one.bg, one.reverse) for one in terminal.looks(words)}


def test_what_is_chosen_selected_and_marked_is_seen(terminal: Terminal) -> None:
    terminal.press("v")
    reads(terminal, "1 not reviewed")
    terminal.when(lambda _: ground(terminal, "not reviewed") != ground(terminal, "with findings"))
    terminal.press(DOWN)
    terminal.when(lambda _: ground(terminal, "with findings") != ground(terminal, "bookmarked"))
    assert ground(terminal, "not reviewed") == ground(terminal, "bookmarked")
    terminal.press(ESC)
    reads(terminal, "Enter Edit")
    terminal.press(f"{HOME}\r")
    reads(terminal, "Esc Done")
    before = ground(terminal, "summit")
    terminal.press(SELECT_ALL)
    terminal.when(lambda _: ground(terminal, "summit") != before)


def test_states_findings_and_the_place_have_signs_and_no_letter_is_of_its_grounds_colour(terminal: Terminal) -> None:
    terminal.press("\x1b[F")
    reads(terminal, "Paragraph 7 · reviewed")
    terminal.wait_for("▌ 7 ✓!")
    assert "  6 +✗" in terminal.text
    for keys, seen in (("?", "Signs before a paragraph"), (ESC, "Enter Edit"), ("x", "Hand over"), (ESC, "Enter Edit")):
        terminal.press(keys)
        reads(terminal, seen)
        hidden = [one.data for one in terminal.cells if one.data.isalnum() and one.fg == one.bg != "default"]
        assert hidden == []
