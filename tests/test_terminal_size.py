"""The screen is as large as the terminal, whatever COLUMNS and LINES say, and stays so when its window is pulled."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from harness.terminal import Terminal
from workbench.terminal_size import terminal_size

LEFT_BEHIND = {"COLUMNS": "80", "LINES": "24"}
"""What a program that reads lines (readline) leaves to those that it starts."""


def test_where_no_terminal_tells_its_size_the_variables_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in (("COLUMNS", "101"), ("LINES", "31")):
        monkeypatch.setenv(name, value)
    with (tmp_path / "none").open("wb") as file:
        assert terminal_size(file.fileno()) == (101, 31)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_the_screen_fills_its_window_and_no_more(project_folder: Path) -> None:
    terminal = Terminal(
        "sources/gipfel.txt", cwd=project_folder, columns=60, lines=12, environment={**os.environ, **LEFT_BEHIND}
    )
    try:
        for columns, lines in ((60, 12), (120, 40), (40, 10)):
            terminal.resize(columns, lines)
            terminal.until(lambda: terminal.text.splitlines()[-1].rstrip().endswith("? Help"), what="had its last line")
            first, *_, last = terminal.text.splitlines()
            assert first.lstrip().startswith("gipfel.txt")
            assert len(last) in range(columns - 3, columns + 1)
            assert len(terminal.text.splitlines()) == lines
    finally:
        terminal.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_doctor_tells_the_same_size(tmp_path: Path) -> None:
    own = {**os.environ, **LEFT_BEHIND}
    terminal = Terminal("doctor", cwd=tmp_path, columns=132, lines=43, environment=own)
    try:
        terminal.wait_for("terminal: 132×43")
    finally:
        terminal.kill()
