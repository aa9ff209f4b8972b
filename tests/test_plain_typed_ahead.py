"""`--plain` on a terminal: keys that are pressed while nobody asks for a line do what they do in a line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.terminal import Terminal
from workbench.project import ParagraphRecord, Project

LONG = "The town is enlarging its harbour. " * 200
"""Longer than a line that a terminal reads as a whole (4,095 bytes)."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    german = "Die Stadt baut ihren Hafen aus.\n\nDer neue Kai soll 240 Meter lang werden.\n"
    (tmp_path / "sources" / "hafen.txt").write_text(german, encoding="utf-8")
    return tmp_path


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    terminal = Terminal("--plain", cwd=folder)
    yield terminal
    terminal.kill()


def record(folder: Path) -> tuple[ParagraphRecord, ...]:
    with Project.open(folder, read_only=True) as project:
        return project.open_document("hafen.txt").paragraphs


@pytest.mark.parametrize("after", ["", "2 to be accepted", "help tells"])
def test_ctrl_d_ends_it_whenever_it_is_pressed(terminal: Terminal, after: str) -> None:
    if after:
        terminal.wait_for(after)
    terminal.press("\x04")
    terminal.wait_for("Everything is saved")
    assert terminal.wait_for_end() == 0


def test_in_a_line_ctrl_d_and_the_zero_that_it_was_before_end_nothing(terminal: Terminal) -> None:
    terminal.wait_for("> ")
    terminal.press("stat\x00us\x04\r")
    terminal.wait_for("hafen.txt: 2 paragraphs, 2 to be accepted.")
    terminal.rest()
    terminal.press("\x00\r")  # Ctrl+Space, later on
    terminal.rest()
    assert terminal.process.poll() is None


def test_keys_that_change_a_line_change_the_one_that_they_are_typed_for(terminal: Terminal, folder: Path) -> None:
    terminal.wait_for("help tells")  # its draft is still being made
    terminal.press("edit\r\x15The port grows\x17expanxs\x1b[D\x7fd\r")
    terminal.wait_for("has your English")
    assert record(folder)[0].english == "The port expands"


def test_a_long_line_that_is_pasted_ahead_arrives_as_it_is(terminal: Terminal, folder: Path) -> None:
    terminal.wait_for("help tells")
    terminal.press(f"edit {LONG}\r")
    terminal.wait_for("has your English")
    assert record(folder)[0].english == LONG.strip()


def test_ctrl_c_stops_the_wait_for_the_first_draft_and_no_more(terminal: Terminal) -> None:
    terminal.wait_for("help tells")
    terminal.press("\x03")
    terminal.wait_for("nothing is lost")
    terminal.wait_for("> ")
    terminal.press("\x03\x03\x03")  # what is typed behind it in one breath goes with it, as everywhere
    terminal.rest()
    terminal.press("status\r")
    terminal.wait_for("Paragraph 1 of 2")
    terminal.rest()
    terminal.press("\x04")
    assert terminal.wait_for_end() == 0


def test_ctrl_backslash_keeps_what_is_half_typed(terminal: Terminal, folder: Path) -> None:
    terminal.wait_for("> ")
    terminal.press("edit\r")
    terminal.wait_for("> edit")
    terminal.rest()
    terminal.press("\x15half a sentence")
    terminal.wait_for("half a sentence")
    terminal.press("\x1c")
    assert terminal.wait_for_end() == 0
    assert record(folder)[0].english == "half a sentence"


def test_the_terminal_is_as_it_was_before(folder: Path) -> None:
    script = (
        "import subprocess, sys, termios\n"
        "before = termios.tcgetattr(0)\n"
        "subprocess.run([sys.executable, '-m', 'workbench', '--plain'], check=True)\n"
        "print('as it was' if termios.tcgetattr(0) == before else 'changed')\n"
    )
    terminal = Terminal(cwd=folder, launcher=("-c", script))
    try:
        terminal.press("\x04")
        terminal.wait_for("as it was")
    finally:
        terminal.kill()


def test_a_line_that_is_longer_than_anything_is_told_and_the_next_counts(folder: Path) -> None:
    lines = f"edit {'word ' * 500_000}\nnote fine\n".encode() + b"edit \xff\xfe\n"
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "--plain"], cwd=folder, input=lines, capture_output=True, check=False
    )
    said = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert said.count("Not done: this line: has 2,500,006 characters – give at most 20,000 at once") == 1
    assert said.count("Not done: this line") == 1
    assert "has your note" in said and said.endswith("Everything is saved.\n")


def test_without_a_standard_input_it_ends_and_says_so(folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$0" -m workbench --plain <&-', sys.executable],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.endswith("Everything is saved.\n")
